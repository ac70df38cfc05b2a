using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs.Outlines;

/// <summary>How somebody wants a brief: which sections come first, which are left out, and paragraphs of one's own. It never changes a sentence of the brief.</summary>
/// <remarks><b>File:</b> JSON of at most 1 MiB (docs/outlines.md). Keys that are not listed are refused: a misspelt one would leave something out silently.</remarks>
public sealed record BriefOutline
{
    private const int MostBytes = 1 << 20, MostNotes = 100;

    private static readonly string[] OtherSections = ["told-elsewhere", "across-sectors", "chokepoints", "early-warnings", "differences"];

    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 8,
    };

    /// <summary>An outline that asks for nothing.</summary>
    public static BriefOutline None { get; } = new();

    /// <summary>Every section that an outline may name: the sectors of co-operation and the sections beside them.</summary>
    public static IReadOnlyList<string> Sections { get; } = [.. Vocabulary.Sectors.Select(s => s.Id), .. OtherSections];

    /// <summary>The partners that it was made for, ISO 3166 alpha-3; empty where it says none.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>The day on which it was saved last, and since when a page shows what changed; <see langword="null"/> where it says none.</summary>
    public DateOnly? Saved { get; init; }

    /// <summary>How long the brief is to be, <c>short</c> or <c>full</c>; <see langword="null"/> where it says nothing. Whoever asks for the brief may ask otherwise.</summary>
    public string? Length { get; init; }

    /// <summary>The length that it asks for; short where it says nothing.</summary>
    [JsonIgnore]
    public BriefLength Asked => BriefLengthText.Parse(Length) ?? BriefLength.Short;

    /// <summary>The sections that come first, in this order; all others follow in their own.</summary>
    public IReadOnlyList<string> Order { get; init; } = [];

    /// <summary>The sections that are left out. The brief says so.</summary>
    public IReadOnlyList<string> LeaveOut { get; init; } = [];

    /// <summary>Paragraphs of one's own.</summary>
    public IReadOnlyList<BriefNote> Notes { get; init; } = [];

    /// <summary>Reads an outline.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="place">What to call it in a fault.</param>
    /// <exception cref="FaultException"><c>briefing.outline</c></exception>
    public static BriefOutline Read(ReadOnlySpan<byte> json, string place)
    {
        if (json.Length > MostBytes)
        {
            throw BriefingFaults.Outline.Because("It is larger than 1 MiB.", place);
        }

        try
        {
            return (JsonSerializer.Deserialize<BriefOutline>(json, Form) ?? throw new JsonException("It is null.")).Checked(place);
        }
        catch (JsonException e)
        {
            throw BriefingFaults.Outline.Because(Shown.Short(e.Message, 200), place, inner: e);
        }
    }

    /// <summary>The outline as a file.</summary>
    public byte[] Write() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, Form) + "\n");

    /// <summary>The same outline, once it is known to be usable.</summary>
    /// <exception cref="FaultException"><c>briefing.outline</c></exception>
    public BriefOutline Checked(string place)
    {
        if (Order is null || LeaveOut is null || Notes is null || Partners is null || Notes.Any(n => n is null))
        {
            throw BriefingFaults.Outline.Because("A list of it is null.", place);
        }

        if (Length is not null && BriefLengthText.Parse(Length) is null)
        {
            throw BriefingFaults.Outline.Because($"'{Shown.Short(Length)}' is no length of a brief: {string.Join(" or ", BriefLengthText.All)}.", place);
        }

        string? unknown = Order.Concat(LeaveOut).Concat(Notes.Select(n => n.After).OfType<string>()).FirstOrDefault(s => !Sections.Contains(s, StringComparer.Ordinal));
        if (unknown is not null)
        {
            throw BriefingFaults.Outline.Because($"'{Shown.Short(unknown)}' is no section of a brief.", place);
        }

        if (Order.Concat(LeaveOut).GroupBy(s => s, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw BriefingFaults.Outline.Because($"'{twice.Key}' is named twice.", place);
        }

        if (Notes.Count > MostNotes)
        {
            throw BriefingFaults.Outline.Because($"{Notes.Count} paragraphs; {MostNotes} at most.", place);
        }

        foreach (BriefNote note in Notes)
        {
            note.Check(place);
        }

        return this;
    }
}

/// <summary>A paragraph of somebody's own in a brief: it stands under its author's name and day, apart from all that the record says, and is cited to nothing.</summary>
public sealed record BriefNote
{
    private const int LongestText = 20_000, LongestName = 100;

    /// <summary>The section that it stands after; <see langword="null"/> is before all sections. Where the brief lacks that section, it stands last.</summary>
    public string? After { get; init; }

    /// <summary>Its heading; <see langword="null"/> is "Note".</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>The day on which it was written.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Its TLP 2.0 level, <c>CLEAR</c> to <c>RED</c>; <see langword="null"/> is unlabelled: for the node's owner alone, and the brief with it.</summary>
    public string? Tlp { get; init; }

    /// <summary>The words; an empty line parts paragraphs.</summary>
    public required string Text { get; init; }

    /// <summary>Its label.</summary>
    /// <param name="owner">The owner of the brief.</param>
    public Handling Handling(string owner) => new(owner, TlpText.Parse(Tlp));

    /// <summary>Its paragraphs, each on one line.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Paragraphs => [.. Text.ReplaceLineEndings("\n").Split("\n\n").Select(p => string.Join(' ', p.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(p => p.Length > 0)];

    internal void Check(string place)
    {
        if (string.IsNullOrWhiteSpace(By) || By.Length > LongestName || Title?.Length > LongestName || Text is null || Text.Length > LongestText || Paragraphs.Count == 0)
        {
            throw BriefingFaults.Outline.Because($"A paragraph by '{Shown.Short(By)}' lacks its words or its author, or is longer than {LongestText} characters (names: {LongestName}).", place);
        }

        if (Tlp is not null && TlpText.Parse(Tlp) is null)
        {
            throw BriefingFaults.Outline.Because($"'{Shown.Short(Tlp)}' is not a TLP 2.0 level.", place);
        }
    }
}
