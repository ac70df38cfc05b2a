using System.Globalization;
using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Collects what the brief cites, each passage and each calculation once, and the label that all of it comes to.</summary>
/// <param name="index">The record.</param>
/// <param name="names">What things are called in the language of the brief.</param>
/// <param name="longestQuote">At how many characters a passage is cut.</param>
internal sealed partial class References(RecordIndex index, Names names, int longestQuote = References.Whole)
{
    /// <summary>Characters of a passage where there is room for it; with less, titles and calculations are told in short too.</summary>
    internal const int Whole = 180;

    /// <summary>Passages that one sentence cites where there is little room.</summary>
    private const int MostInShort = 4;

    private readonly bool _short = longestQuote < Whole;

    private readonly Dictionary<string, Reference> _byKey = new(StringComparer.Ordinal);
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _summaries = new(StringComparer.Ordinal);

    private readonly Dictionary<string, SortedDictionary<string, string>> _sectors = new(StringComparer.Ordinal);

    /// <summary>The strictest label of all that is cited; <see langword="null"/> while nothing is.</summary>
    internal Handling? Label { get; private set; }

    /// <summary>Whether a sentence stands on a summary in words that are not the source's.</summary>
    internal bool HasSummaries => _summaries.Count > 0;

    /// <summary>Counts claims that a sentence rests on without citing them (a name, a place in the lattice) into the label.</summary>
    internal void Weigh(IEnumerable<HeldClaim> claims)
    {
        foreach (HeldClaim claim in claims)
        {
            Use(claim.Claim.Handling);
        }
    }

    /// <summary>What these claims stand on, each place once; a passage inside another that is cited beside it is left out.</summary>
    internal IReadOnlyList<Reference> Of(IEnumerable<HeldClaim> claims)
    {
        HeldClaim[] cited = [.. claims];
        Weigh(cited);
        foreach (HeldClaim summary in cited.Where(c => c.Claim.Property == "what" && (c.Claim.Author.Kind == AuthorKind.Person || c.Quote is null)))
        {
            string group = summary.Claim.Source.Of.ToString();
            SortedSet<string> authors = _summaries.TryGetValue(group, out SortedSet<string>? known) ? known : _summaries[group] = new(StringComparer.Ordinal);
            authors.Add(Words.Cut(Words.Clean(summary.Claim.Author.Name), 80));
        }

        HeldClaim[] all = [.. cited.DistinctBy(c => c.Claim.Source)];
        ILookup<EntityId, Passage> passages = all.Select(c => c.Claim.Source).OfType<DocumentSource>().ToLookup(d => d.Document, d => d.At);
        HeldClaim[] widest = [.. all.Where(c => c.Claim.Source is not DocumentSource d || !passages[d.Document].Any(p => p != d.At && p.Start <= d.At.Start && p.End >= d.At.End))];

        // Where there is little room, what a passage says comes before who, when and under what.
        IEnumerable<HeldClaim> kept = _short ? widest.OrderBy(c => c.Claim.Property != "what").Take(MostInShort) : widest;
        return [.. kept.Select(c => c.Claim.Source is DocumentSource d ? Passage(d, c.Quote) : c.Claim.Source is DatasetSource t ? Calculation(t) : null).OfType<Reference>().Distinct()];
    }

    /// <summary>Notes what a table calls a using sector by code and what sentences call it, for the heading of the table's references.</summary>
    internal void Name(Exposure exposure)
    {
        var source = (DatasetSource)exposure.Members[0].LookThroughClaim.Claim.Source;
        string code = exposure.TableSector.Name[(exposure.TableSector.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        (_sectors.TryGetValue(Group(source), out SortedDictionary<string, string>? called) ? called : _sectors[Group(source)] = new(StringComparer.Ordinal))[code] = names.Phrases.NameOf(exposure.TableSector) ?? ExposureWords.TableSector(exposure);
    }

    /// <summary>The same for a supplying industry.</summary>
    internal void Name(Chokepoint chokepoint)
    {
        string code = chokepoint.TableSector.Name[(chokepoint.TableSector.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        string name = Words.Clean(chokepoint.TableSectorName);
        string group = Group((DatasetSource)chokepoint.Members[0].LossClaim.Claim.Source);
        (_sectors.TryGetValue(group, out SortedDictionary<string, string>? called) ? called : _sectors[group] = new(StringComparer.Ordinal))[code] = names.Phrases.NameOf(chokepoint.TableSector) ?? char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The program's file of links between sectors of co-operation and table sectors, with the sector's row; its reason stands in the sentence.</summary>
    internal Reference Link(SectorTerm sector)
    {
        const string group = "sector-links";
        Title(group, names.Say("reference.links", "sector-links.csv"));
        return Add(group, () => new Reference(group, (2, 0, ""), names.Say("reference.rows"))).With(sector.Id);
    }

    /// <summary>The references numbered through: documents as first cited, passages as they stand in the text, then datasets, then links.</summary>
    /// <param name="told">The sentences that stand in the document, where some were made and left out: only what these cite is listed.</param>
    internal IReadOnlyList<ReferenceGroup> Numbered(IEnumerable<Sentence>? told = null)
    {
        int number = 0;
        var groups = new List<ReferenceGroup>();
        HashSet<Reference> cited = [.. told?.SelectMany(s => s.Cites) ?? _byKey.Values];
        foreach (IGrouping<string, Reference> group in _byKey.Values.Where(cited.Contains).GroupBy(r => r.Group)
            .OrderBy(g => g.First().Order.Item1).ThenBy(g => _groups.IndexOf(g.Key)))
        {
            Reference[] all = [.. group.OrderBy(r => r.Order)];
            foreach (Reference entry in all)
            {
                entry.Within = all.FirstOrDefault(o => o.Shows(entry));
            }

            Reference[] entries = [.. all.Where(r => r.Within is null)];
            foreach (Reference entry in entries)
            {
                entry.Number = ++number;
            }

            string summaries = !_short && _summaries.TryGetValue(group.Key, out SortedSet<string>? authors) ? names.Say("reference.summary", string.Join(", ", authors)) : "";
            string sectors = !_short && _sectors.TryGetValue(group.Key, out SortedDictionary<string, string>? called)
                ? names.Say("reference.sectors", string.Join("; ", called.OrderBy(n => n.Key.Length).Select(n => $"{n.Key} {n.Value}"))) : "";
            groups.Add(new ReferenceGroup(_titles[group.Key] + summaries + sectors, entries));
        }

        return groups;
    }

    private Reference Passage(DocumentSource source, string? quote)
    {
        string group = source.Document.ToString();
        Document? document = index.Document(source.Document);
        if (document is not null)
        {
            Use(document.Handling);
        }

        Title(group, Title(document));
        string place = names.Say("reference.characters", source.At.Start.ToString(CultureInfo.InvariantCulture), source.At.End.ToString(CultureInfo.InvariantCulture));
        string? words = quote is null ? null : Words.Quoted(quote, longestQuote);
        return Add(
            group + place + source.At.QuoteHash,
            () => new Reference(
                group, (0, source.At.Start, string.Create(CultureInfo.InvariantCulture, $"{source.At.End:0000000000}{source.At.QuoteHash}")),
                words is null ? names.Say("reference.hash", place, source.At.QuoteHash[..Math.Min(12, source.At.QuoteHash.Length)]) : place, words, source.At));
    }

    private static string Group(DatasetSource source) => source.Dataset + source.Version;

    /// <summary>One reference for one calculation on one table; the cells that the brief uses are listed in it.</summary>
    private Reference Calculation(DatasetSource source)
    {
        string group = Group(source);
        Dataset? dataset = index.Dataset(source.Dataset);
        if (dataset is not null)
        {
            Use(dataset.Handling);
        }

        Title(group, dataset is null
            ? names.Say("reference.no-dataset")
            : names.Say(
                "reference.table", Words.Clean(dataset.Citation).TrimEnd('.'), Words.Clean(dataset.Title),
                dataset.Title.Contains(dataset.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "" : string.Create(CultureInfo.InvariantCulture, $", {dataset.Year}"), Words.Clean(dataset.Unit), Words.Clean(dataset.Prices)));
        string derivation = Words.Clean(source.Derivation);
        if (Stop().Match(derivation) is { Success: true } stop)
        {
            string equation = Stop().Replace(derivation, "industry and region", 1);
            return Add(group + equation, () => new Reference(group, (1, 0, equation), names.Say("reference.stops", Called(equation))))
                .With($"{stop.Groups["supplier"].Value} {stop.Groups["sector"].Value} in", stop.Groups["user"].Value);
        }

        if (Cell().Match(derivation) is not { Success: true } cell)
        {
            return Add(group + derivation, () => new Reference(group, (1, 0, derivation), names.Say("reference.calculation", Called(derivation))));
        }

        string formula = Cell().Replace(derivation, cell.Groups["which"].Success ? "rows of the supplier (${which}), column of the using sector" : "rows of the supplier, column of the using sector", 1);
        return Add(group + formula, () => new Reference(group, (1, 0, formula), names.Say("reference.cells", Called(formula))))
            .With($"{cell.Groups["supplier"].Value} to {cell.Groups["user"].Value}", cell.Groups["sector"].Value);
    }

    /// <summary>A calculation with its formula; in short what it calculates.</summary>
    private string Called(string calculation) => _short && calculation.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? calculation[..at] : calculation;

    private string Title(Document? document)
    {
        if (document is null)
        {
            return names.Say("reference.no-document");
        }

        if (_short)
        {
            string?[] parts = [document.Publisher, document.Title is { } named ? $"“{Words.ShortTitle(Words.Clean(named))}”" : document.Genre, document.Published is { } day ? names.Date(day) : names.Say("reference.no-date")];
            return BriefHeader.Opened(names, string.Join(", ", parts.OfType<string>().Select(Words.Clean))) + names.Say("reference.file", Words.Clean(document.FileName));
        }

        string date = document.Published is { } on ? names.Date(on) + (document.PublishedBasis is { } basis ? $" ({(basis == "stated" ? names.Say("reference.stated") : Words.Clean(basis))})" : "") : names.Say("reference.no-date");
        string title = document.Title is { } t ? $"“{Words.Clean(t)}”" : names.Say("reference.no-title");
        string genre = document.Genre is { } g ? "; " + Words.Clean(g) : "";
        string held = !index.View.HoldsText(document.Id) ? names.Say("reference.not-held") : "";
        string publisher = document.Publisher is { } p ? Words.Clean(p) : names.Say("reference.no-publisher");
        return $"{publisher}, {title}, {date}{genre}{names.Say("reference.file", Words.Clean(document.FileName))}{held}";
    }

    private Reference Add(string key, Func<Reference> make)
    {
        if (!_byKey.TryGetValue(key, out Reference? reference))
        {
            _byKey.Add(key, reference = make());
        }

        return reference;
    }

    private void Title(string group, string title)
    {
        if (_titles.TryAdd(group, title))
        {
            _groups.Add(group);
        }
    }

    private void Use(Handling handling) => Label = Label?.Combine(handling) ?? handling;

    // "rows CHN all sectors, column KOR c14": the cell apart from the formula that all cells share.
    [GeneratedRegex(@"\brows (?<supplier>[^\s,;]+)(?: (?<which>[a-z]+ sectors))?, column (?<user>[^\s,;]+) (?<sector>[^\s,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Cell();

    // "industry CHN c14, region KOR": the same for the stop of an industry's deliveries.
    [GeneratedRegex(@"\bindustry (?<supplier>[^\s,;]+) (?<sector>[^\s,;]+), region (?<user>[^\s,;]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Stop();
}
