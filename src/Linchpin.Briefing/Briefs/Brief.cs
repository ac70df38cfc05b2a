using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>A cited brief for one reader: findings first, then a section for each sector that has anything, then the references.</summary>
/// <remarks>It holds no clock time and nothing from outside the view: made twice from the same record it is the same text, byte for byte.</remarks>
public sealed class Brief
{
    internal Brief(
        string title, IReadOnlyList<BriefLine> header, Handling label, IReadOnlyList<BriefFinding> findings, string order,
        IReadOnlyList<BriefSection> sections, IReadOnlyList<Sentence> closing, IReadOnlyList<ReferenceGroup> references)
    {
        Title = title;
        Header = header;
        Label = label;
        Findings = findings;
        Order = order;
        Sections = sections;
        Closing = closing;
        References = references;
    }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>Partners, day of the record, other clocks, reader, mark: one line each.</summary>
    public IReadOnlyList<BriefLine> Header { get; }

    /// <summary>The strictest label of all that is used, printed at the head and foot of each page.</summary>
    public Handling Label { get; }

    /// <summary>Three to seven findings, most important first.</summary>
    public IReadOnlyList<BriefFinding> Findings { get; }

    /// <summary>The rule by which the findings are ordered.</summary>
    public string Order { get; }

    /// <summary>A section for each sector that has anything, and for what the record ties to no sector.</summary>
    public IReadOnlyList<BriefSection> Sections { get; }

    /// <summary>What the record says nothing on, and how the brief was made.</summary>
    public IReadOnlyList<Sentence> Closing { get; }

    /// <summary>The references, grouped by document or dataset.</summary>
    public IReadOnlyList<ReferenceGroup> References { get; }

    /// <summary>Every sentence, in the order of the page.</summary>
    public IEnumerable<Sentence> Sentences => Findings.SelectMany(f => f.Sentences)
        .Concat(Sections.SelectMany(s => s.Parts).SelectMany(p => p.Items).SelectMany(i => i.Sentences))
        .Concat(Closing);

    /// <summary>The label as printed.</summary>
    public string LabelText => Label.Tlp is null ? "Not labelled: not for release" : Label.Display;

    /// <summary>The day of the record and the other clocks that are set, as printed at the head and foot of each page.</summary>
    public string AsOfText => string.Join("; ", Header.Where(l => l.Name is "Record as of" or "What held on" or "Sources published by" or "Known here by").Select(l => $"{l.Name} {l.Text}"));

    /// <summary>The same brief with a first section that says what changed since an earlier one.</summary>
    /// <param name="earlier">A brief of the same partners and reader from the record as it was known then.</param>
    /// <param name="since">That day.</param>
    public Brief Since(Brief earlier, DateOnly since) => new(Title, Header, Label, Findings, Order, [BriefChanges.Between(this, earlier, since), .. Sections], Closing, References);

    internal Brief WithReferences(IReadOnlyList<ReferenceGroup> references) => new(Title, Header, Label, Findings, Order, Sections, Closing, references);

    /// <summary>The brief as one self-contained HTML file that prints on A4.</summary>
    public string Html() => new BriefHtml(this).Write();

    /// <summary>The brief as Markdown (CommonMark), with the same sentences.</summary>
    public string Markdown() => new BriefMarkdown(this).Write();

    /// <summary>The brief as a WordprocessingML document (.docx), with the same sentences, its references as footnotes.</summary>
    public byte[] Docx() => new Word.BriefDocx(this).Write();
}

/// <summary>A line of the header.</summary>
/// <param name="Name">What it says.</param>
/// <param name="Text">What it is.</param>
public sealed record BriefLine(string Name, string Text);

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
/// <param name="Title">Its heading.</param>
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
