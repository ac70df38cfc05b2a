using System.Globalization;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>A cited brief for one reader. Short: two pages of the most consequential, with what it leaves out counted. Full: findings first, then a section for each sector that has anything. The references stand last.</summary>
/// <remarks>It holds no clock time and nothing from outside the view: made twice from the same record it is the same text, byte for byte.</remarks>
public sealed record Brief
{
    internal Brief()
    {
    }

    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>How long it was asked to be.</summary>
    public BriefLength Length { get; init; } = BriefLength.Full;

    /// <summary>BCP 47 tag of the language of its own words; what it quotes keeps its own.</summary>
    public required string Language { get; init; }

    /// <summary>Partners, day of the record, other clocks, reader, mark: one line each.</summary>
    public required IReadOnlyList<BriefLine> Header { get; init; }

    /// <summary>The strictest label of all that is used, printed at the head and foot of each page.</summary>
    public required Handling Label { get; init; }

    /// <summary>What holds, what is exposed, what is missing, a sentence each; empty in a full brief, whose header says it in numbers.</summary>
    public IReadOnlyList<Sentence> BottomLine { get; init; } = [];

    /// <summary>The findings, most important first; a document that is no brief has none.</summary>
    public required IReadOnlyList<BriefFinding> Findings { get; init; }

    /// <summary>The rule by which the findings are ordered.</summary>
    public required string Order { get; init; }

    /// <summary>In a full brief a section for each sector that has anything, and for what the record ties to no sector; in a short one what was agreed lately, what is due, what is disputed, what is to be decided.</summary>
    public required IReadOnlyList<BriefSection> Sections { get; init; }

    /// <summary>What the record says nothing on, and how the brief was made.</summary>
    public required IReadOnlyList<Sentence> Closing { get; init; }

    /// <summary>The references, grouped by document or dataset.</summary>
    public required IReadOnlyList<ReferenceGroup> References { get; init; }

    /// <summary>Every sentence, in the order of the page.</summary>
    public IEnumerable<Sentence> Sentences => BottomLine.Concat(Findings.SelectMany(f => f.Sentences))
        .Concat(Sections.SelectMany(s => s.Parts).SelectMany(p => p.Items).SelectMany(i => i.Sentences))
        .Concat(Closing);

    /// <summary>The label as printed.</summary>
    public string LabelText => Label.Tlp is null ? Say("brief.not-labelled") : Label.Display;

    /// <summary>The day of the record and the other clocks that are set, as printed at the head and foot of each page.</summary>
    public string AsOfText => string.Join("; ", Header.Where(l => l.Clock).Select(l => $"{l.Name} {l.Text}"));

    /// <summary>The same brief with a first section that says what changed since an earlier one.</summary>
    /// <param name="earlier">A brief of the same partners, reader, length and language from the record as it was known then.</param>
    /// <param name="since">That day.</param>
    public Brief Since(Brief earlier, DateOnly since) => this with { Sections = [BriefChanges.Between(this, earlier, since), .. Sections] };

    /// <summary>The brief as one self-contained HTML file that prints on A4.</summary>
    public string Html() => new BriefHtml(this).Write();

    /// <summary>The brief as Markdown (CommonMark), with the same sentences.</summary>
    public string Markdown() => new BriefMarkdown(this).Write();

    /// <summary>The brief as a WordprocessingML document (.docx), with the same sentences, its references as footnotes.</summary>
    public byte[] Docx() => new Word.BriefDocx(this).Write();

    /// <summary>The key of the heading over <see cref="Closing"/>, for <see cref="Say"/>.</summary>
    public string ClosingTitle => Length == BriefLength.Short ? "brief.closing-short" : "brief.closing";

    /// <summary>A heading or label of the brief's own in its language.</summary>
    public string Say(string key, params IReadOnlyList<object> values) => Phrases.Of(Language).Say(new Said(key, values), id => id.Name);
}

/// <summary>How long a brief is.</summary>
public enum BriefLength
{
    /// <summary>At most two printed pages of A4: the bottom line, the most consequential findings, what was agreed lately, what is due, disputed and to be decided. What is left out is counted.</summary>
    Short,

    /// <summary>All that the record holds for these partners: an annex to look things up in.</summary>
    Full,
}

/// <summary>A line of the header.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Text">What it is.</param>
public sealed record BriefLine(string Name, string Text)
{
    internal bool Clock { get; init; }
}

/// <summary>A finding of the first page.</summary>
/// <param name="Kind">What sort of finding.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record BriefFinding(FindingKind Kind, IReadOnlyList<Sentence> Sentences);

/// <summary>The sorts of finding, in the order in which they stand.</summary>
public enum FindingKind
{
    /// <summary>An exposure at or above the mark without a promise.</summary>
    ExposedWithoutPromise,

    /// <summary>A promise that the record shows nothing of since.</summary>
    PromisedNothingSince,

    /// <summary>Sources that disagree.</summary>
    SourcesDiffer,

    /// <summary>A promise shown in progress or delivered.</summary>
    Delivered,

    /// <summary>An exposure that a promise answers.</summary>
    ExposedAndPromised,

    /// <summary>What the record is silent on.</summary>
    Silence,
}

/// <summary>A section.</summary>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Parts">Its parts; each has at least one item.</param>
public sealed record BriefSection(string Id, string Title, IReadOnlyList<BriefPart> Parts)
{
    /// <summary>Whether it is somebody's own and not from the record.</summary>
    public bool Own { get; init; }
}

/// <summary>A part of a section.</summary>
/// <param name="Title">Its heading; empty where the section's own says enough.</param>
/// <param name="Items">Its items.</param>
public sealed record BriefPart(string Title, IReadOnlyList<BriefItem> Items);

/// <summary>An item of a part.</summary>
/// <param name="Marker"><c>(a)</c>, by which other sentences of the section refer to it; <see langword="null"/> where none does.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record BriefItem(string? Marker, IReadOnlyList<Sentence> Sentences)
{
    internal BriefItem(Sentence sentence)
        : this(null, [sentence])
    {
    }
}

/// <summary>A sentence with its citations.</summary>
/// <param name="Kind">Whether it states a fact, a silence of the record, or how the brief reads.</param>
/// <param name="Phrases">Its words in order, each with what it is cited to; joined as they stand.</param>
public sealed record Sentence(SentenceKind Kind, IReadOnlyList<Phrase> Phrases)
{
    /// <summary>The sentence without its citations.</summary>
    public string Text => string.Concat(Phrases.Select(p => p.Text));

    /// <summary>All that it is cited to, each once.</summary>
    public IEnumerable<Reference> Cites => Phrases.SelectMany(p => p.Cites).Distinct();

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Phrases.Select(p =>
        p.Text + string.Concat(p.Cites.Select(c => c.Number.ToString("'['0']'", CultureInfo.InvariantCulture)))));
}

/// <summary>Words of a sentence and what they are cited to.</summary>
/// <param name="Text">The words, plain text.</param>
/// <param name="Cites">The references that bear them, by number; empty for words that need none.</param>
public sealed record Phrase(string Text, IReadOnlyList<Reference> Cites)
{
    /// <summary>The words in runs, each with the BCP 47 tag of its language; <see langword="null"/> where it is that of the brief.</summary>
    /// <param name="language">The brief's.</param>
    public IEnumerable<(string Text, string? Language)> Runs(string language) => Scripts.Runs(Text, language);

    /// <summary>The references that bear them, by number.</summary>
    public IReadOnlyList<Reference> Cites { get => [.. field.Select(c => c.Listed).Distinct().OrderBy(c => c.Number)]; } = Cites;
}

/// <summary>What a sentence does.</summary>
public enum SentenceKind
{
    /// <summary>States a fact; it has at least one citation.</summary>
    Fact,

    /// <summary>Says what the record does not say.</summary>
    Silence,

    /// <summary>Says how to read the brief.</summary>
    Note,

    /// <summary>Somebody's own words, under their name and day; cited to nothing.</summary>
    Own,
}
