using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Language;
using Microsoft.Extensions.Primitives;

namespace Linchpin.Workbench;

/// <summary>From where the record is looked at in one request: the reader, the three clocks, the partners. All of it stands in the address, so every view is a permalink.</summary>
public sealed class Scope
{
    private const int MostChoices = 10;

    private static readonly QueryTerm[] Shared =
    [
        new("partners", "Partners by ISO 3166 alpha-3 code, joined by commas.", Many: true),
        new("as-of", "What held on this day, YYYY-MM-DD."),
        new("published-by", "What had been published by this day, YYYY-MM-DD."),
        new("known-by", "What this node had recorded by the end of this day (UTC), YYYY-MM-DD."),
        new("label", "Only what is under these TLP levels: none, clear, green, amber, amber-strict, red, joined by commas.", Many: true),
        new("releasable-to", "Only what has this reader, organisation or partner on its releasable-to list."),
        new("reader", "As this reader sees the record; without it, as the node's owner."),
        new(Messages.Setting, "Language of the page: en or ko; without it, as the browser asks. The record keeps the words of its sources."),
    ];

    private readonly Dictionary<string, string> _asked;
    private readonly WorkbenchSettings _settings;
    private readonly Shelf _shelf;
    private Seen? _seen;
    private IReadOnlyList<string>? _partners;

    private Scope(WorkbenchSettings settings, Shelf shelf, string path, Dictionary<string, string> asked, Messages words, Reader reader, AsOf asOf, IReadOnlyList<string>? partners)
    {
        _settings = settings;
        _shelf = shelf;
        Path = path;
        _asked = asked;
        Words = words;
        Reader = reader;
        AsOf = asOf;
        Only = LabelsOf(asked);
        _partners = partners;
        Today = DateOnly.FromDateTime(settings.Clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The settings that every page and API address takes.</summary>
    public static IReadOnlyList<QueryTerm> SharedTerms => Shared;

    /// <summary>The path asked for, without its query.</summary>
    public string Path { get; }

    /// <summary>For whom.</summary>
    public Reader Reader { get; }

    /// <summary>Whether a page of this scope offers changes: seen by the node's owner, who sees all of today's record.</summary>
    public bool MayChange => Reader.Owner && AsOf == default && Only is null;

    /// <summary>The clocks as asked.</summary>
    public AsOf AsOf { get; }

    /// <summary>The labels that the view is narrowed to; <see langword="null"/> where it is not.</summary>
    public LabelFilter? Only { get; }

    /// <summary>The day on which the request was made (UTC).</summary>
    public DateOnly Today { get; }

    /// <summary>The readers that a view may be asked for, without the owner.</summary>
    public IEnumerable<Reader> OtherReaders => _settings.Readers.All.Where(r => !r.Owner);

    /// <summary>The public edition that the page is made for; <see langword="null"/> in a workbench.</summary>
    internal Editions.Edition? Edition => _settings.Edition;

    /// <summary>The words of the page.</summary>
    internal Messages Words { get; }

    /// <summary>The record as this scope sees it; one snapshot for the whole request.</summary>
    public View View => Seen.View;

    /// <summary>The view with what was made from it.</summary>
    internal Seen Seen => _seen ??= _shelf.For(Reader, AsOf, Only);

    /// <summary>The same scope's view as this node knew the record by the end of a day.</summary>
    internal Seen Earlier(DateOnly knownBy) => _shelf.For(Reader, AsOf with { KnownBy = knownBy }, Only);

    /// <summary>A day of the address; <see langword="null"/> where it is not given.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    public DateOnly? Day(string key) => Day(_asked, key);

    /// <summary>The record as the same reader sees it as of other clocks: for a view of two days.</summary>
    internal Seen SeenAt(AsOf clocks) => _shelf.For(Reader, clocks, Only);

    /// <summary>What to call an entity.</summary>
    public string NameOf(EntityId id) => Layout.Titles.For(View, Words).Of(id);

    /// <summary>A sentence of the program's own in the language of the page.</summary>
    public string Say(Said said) => Phrases.Of(Words.Language).Say(said, NameOf);

    /// <summary>A cell's finding in a sentence in the language of the page.</summary>
    internal string Say(LatticeCell cell) => Words.Language == "en" ? cell.Sentence : Say(cell.Says);

    /// <summary>What to call a column of the lattice: its partners.</summary>
    internal string NameOf(LatticeColumn column) => string.Join(" + ", column.Partners.Select(NameOf));

    /// <summary>Countries to choose partners from: those that most claims name as members or as bound, and those chosen; by name.</summary>
    public IReadOnlyList<EntityId> PartnerChoices => [.. Seen.Once("choices", MostBound).Union(Partners.Select(EntityId.Country)).OrderBy(NameOf, StringComparer.Ordinal)];

    private List<EntityId> MostBound() =>
    [
        .. new[] { "member", "who" }.SelectMany(p => View.Claims(new ClaimFilter(Property: p))).Select(c => c.Value).OfType<EntityValue>()
            .Where(v => v.Id.Kind == "country" && Vocabulary.Countries.ContainsKey(v.Id.Name))
            .CountBy(v => v.Id).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostChoices).Select(c => c.Key),
    ];

    /// <summary>The partners, in the order asked.</summary>
    public IReadOnlyList<string> Partners => _partners ??= FirstPartners(_settings, Seen);

    /// <summary>The partners where the address names none.</summary>
    internal static IReadOnlyList<string> FirstPartners(WorkbenchSettings settings, Seen seen) => settings.Partners.Count > 0 ? settings.Partners : seen.Once("partners", () => MostNamed(seen.View));

    /// <summary>Reads the address. Settings that the page does not take, or takes once and finds twice, are refused: a misspelt reader must not show the owner's view.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c>, <c>ledger.reader-unknown</c>, <c>workbench.partners</c>, <c>claims.date</c>, <c>claims.country-unknown</c></exception>
    internal static Scope Of(HttpContext http, WorkbenchSettings settings, Shelf shelf)
    {
        IReadOnlyList<QueryTerm> taken = http.GetEndpoint()?.Metadata.GetMetadata<QueryTerms>()?.Terms ?? Shared;
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string key, StringValues values) in http.Request.Query)
        {
            QueryTerm term = taken.FirstOrDefault(t => t.Name == key)
                ?? throw WorkbenchFaults.Query.Because($"'{Shown.Short(key)}' is not a setting of {http.Request.Path}.", remedy: $"Use one of: {string.Join(", ", taken.Select(t => t.Name))}.");
            string[] given = [.. values.Where(v => !string.IsNullOrWhiteSpace(v)).Select(v => v!.Trim())];
            if (given.Length > 1 && !term.Many)
            {
                throw WorkbenchFaults.Query.Because($"'{key}' is given {given.Length} times.", remedy: "Give it once.");
            }

            if (given.Length > 0)
            {
                asked[key] = string.Join(',', given);
            }
        }

        if (asked.GetValueOrDefault(Messages.Setting) is { } tag && !Messages.Languages.Contains(tag, StringComparer.Ordinal))
        {
            throw WorkbenchFaults.Query.Because($"{Messages.Setting}={Shown.Short(tag)} is not a language of the pages.", remedy: $"Use one of: {string.Join(", ", Messages.Languages)}.");
        }

        return new Scope(
            settings,
            shelf,
            http.Request.Path,
            asked,
            Messages.For(http),
            settings.Edition?.View.Reader ?? settings.Readers.Find(asked.GetValueOrDefault("reader") ?? settings.Ledger.Owner),
            settings.Edition?.View.AsOf ?? new AsOf(Day(asked, "as-of"), Day(asked, "published-by"), Day(asked, "known-by")),
            PartnersOf(asked.GetValueOrDefault("partners")));
    }

    /// <summary>The value of a setting; <see langword="null"/> where it is not given.</summary>
    public string? this[string key] => _asked.GetValueOrDefault(key);

    /// <summary>A whole number from 0 to <paramref name="most"/>, or the default where it is not given.</summary>
    public int Number(string key, int missing, int most = 10_000_000) => this[key] is not { } text ? missing
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= most ? number
        : throw WorkbenchFaults.Query.Because($"{key}={Shown.Short(text)} is not a whole number from 0 to {most}.");

    /// <summary>One of the words, or the first where none is given.</summary>
    public string OneOf(string key, params string[] words) => this[key] is not { } text ? words[0]
        : words.Contains(text, StringComparer.Ordinal) ? text
        : throw WorkbenchFaults.Query.Because($"{key}={Shown.Short(text)} is not one of {string.Join(", ", words)}.");

    /// <summary>The address of another page from the same scope, with further settings; those without a value are left out.</summary>
    public string Link(string path, params ReadOnlySpan<(string Key, string? Value)> more)
    {
        var query = new List<string>();
        foreach (QueryTerm term in Shared)
        {
            string? value = _asked.GetValueOrDefault(term.Name);
            foreach ((string key, string? other) in more)
            {
                value = key == term.Name ? other : value;
            }

            Add(query, term.Name, value);
        }

        foreach ((string key, string? value) in more)
        {
            if (Shared.All(t => t.Name != key))
            {
                Add(query, key, value);
            }
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    /// <summary>This page's address with some settings changed; <see langword="null"/> takes one away.</summary>
    public string Here(params ReadOnlySpan<(string Key, string? Value)> changed)
    {
        var query = new List<string>();
        foreach ((string key, string value) in _asked)
        {
            string? now = value;
            foreach ((string other, string? to) in changed)
            {
                now = other == key ? to : now;
            }

            Add(query, key, now);
        }

        foreach ((string key, string? to) in changed)
        {
            if (!_asked.ContainsKey(key))
            {
                Add(query, key, to);
            }
        }

        return query.Count == 0 ? Path : Path + "?" + string.Join('&', query);
    }

    /// <summary>The settings given, in the order of the address.</summary>
    public IReadOnlyDictionary<string, string> Asked => _asked;

    private static void Add(List<string> query, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(key + "=" + Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
        }
    }

    private static DateOnly? Day(Dictionary<string, string> asked, string key) => !asked.TryGetValue(key, out string? text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1000 and <= 2999 ? day
        : throw WorkbenchFaults.Query.Because($"{key}={Shown.Short(text)} is not a day.", remedy: "Write YYYY-MM-DD, a day that the calendar has.");

    private static LabelFilter? LabelsOf(Dictionary<string, string> asked)
    {
        var levels = new List<Tlp?>();
        foreach (string code in asked.GetValueOrDefault("label")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            levels.Add(LabelFilter.TryLevel(code, out Tlp? level) ? level
                : throw WorkbenchFaults.Query.Because($"label={Shown.Short(code)} is not a level.", remedy: $"Use some of: {string.Join(", ", LabelFilter.AllLevels)}."));
        }

        string? to = asked.GetValueOrDefault("releasable-to");
        return levels.Count == 0 && to is null ? null : new LabelFilter(levels, to);
    }

    private static IReadOnlyList<string>? PartnersOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        string[] partners = [.. text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Vocabulary.Country).Distinct(StringComparer.Ordinal)];
        return partners.Length is >= 2 and <= 6 ? partners
            : throw WorkbenchFaults.Partners.Because($"{partners.Length} given: {Shown.Short(string.Join(", ", partners))}.");
    }

    /// <summary>Three countries that most mechanisms have as members: a first choice that the record itself makes, by count, then by code.</summary>
    internal static string[] MostNamed(View view) =>
    [
        .. view.Claims(new ClaimFilter(Property: "member")).Select(c => c.Value).OfType<EntityValue>()
            .Where(v => v.Id.Kind == "country" && Vocabulary.Countries.ContainsKey(v.Id.Name))
            .CountBy(v => v.Id.Name).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(3).Select(c => c.Key),
    ];
}

/// <summary>A setting that an address takes.</summary>
/// <param name="Name">As written in the query.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Many">Whether it may be given more than once; the values are joined by commas.</param>
public sealed record QueryTerm(string Name, string Description, bool Many = false);

/// <summary>The settings that an endpoint takes.</summary>
public sealed record QueryTerms(IReadOnlyList<QueryTerm> Terms);
