using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>What a sentence is cited to: a passage, a calculation on a dataset, or a link between sectors.</summary>
public sealed class Reference
{
    internal Reference(string group, (int, int, string) order, string place, string? quote)
    {
        Group = group;
        Order = order;
        Place = place;
        Quote = quote;
    }

    /// <summary>Its number in the brief, from 1; numbers run through the list of references.</summary>
    public int Number { get; internal set; }

    /// <summary>Where in the document or dataset: characters from and to, or the calculation.</summary>
    public string Place { get; }

    /// <summary>The passage's words, cut where long; <see langword="null"/> where there are none to quote.</summary>
    public string? Quote { get; }

    internal string Group { get; }

    internal (int, int, string) Order { get; }
}

/// <summary>The references to one document or dataset.</summary>
/// <param name="Title">Publisher, title, date with its basis, file name; for a dataset its citation, table and year.</param>
/// <param name="Entries">The references, by place.</param>
public sealed record ReferenceGroup(string Title, IReadOnlyList<Reference> Entries);

/// <summary>Collects what the brief cites, and the label that all of it comes to.</summary>
internal sealed class References(RecordIndex index)
{
    private const int LongestQuote = 260;

    private readonly Dictionary<string, Reference> _byKey = new(StringComparer.Ordinal);
    private readonly List<string> _groups = [];
    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);

    /// <summary>The strictest label of all that is cited; <see langword="null"/> while nothing is.</summary>
    internal Handling? Label { get; private set; }

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
        HeldClaim[] all = [.. claims.DistinctBy(c => c.Claim.Source)];
        DocumentSource[] passages = [.. all.Select(c => c.Claim.Source).OfType<DocumentSource>()];
        var cites = new List<Reference>();
        foreach (HeldClaim claim in all)
        {
            Use(claim.Claim.Handling);
            switch (claim.Claim.Source)
            {
                case DocumentSource d when !passages.Any(p => p.Document == d.Document && p.At != d.At && p.At.Start <= d.At.Start && p.At.End >= d.At.End):
                    cites.Add(Passage(d, claim.Quote));
                    break;
                case DatasetSource d:
                    cites.Add(Calculation(d));
                    break;
            }
        }

        return [.. cites.Distinct()];
    }

    /// <summary>The program's link between a sector of co-operation and a table sector.</summary>
    internal Reference Link(SectorTerm sector, string tableSector, string? fit, string reason)
    {
        const string group = "sector-links";
        Title(group, "Linchpin, links from sectors of co-operation to table sectors (file sector-links.csv)");
        string place = fit is null
            ? $"{sector.Label}: no table sector. {reason}"
            : $"{sector.Label}: table sector “{tableSector}”, {fit} fit. {reason}";
        return Add(group + place, () => new Reference(group, (2, 0, place), place, null));
    }

    /// <summary>The references numbered through: documents as first cited, passages as they stand in the text, then datasets, then links.</summary>
    internal IReadOnlyList<ReferenceGroup> Numbered()
    {
        int number = 0;
        var groups = new List<ReferenceGroup>();
        foreach (IGrouping<string, Reference> group in _byKey.Values.GroupBy(r => r.Group)
            .OrderBy(g => g.First().Order.Item1).ThenBy(g => _groups.IndexOf(g.Key)))
        {
            Reference[] entries = [.. group.OrderBy(r => r.Order)];
            foreach (Reference entry in entries)
            {
                entry.Number = ++number;
            }

            groups.Add(new ReferenceGroup(_titles[group.Key], entries));
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
        string place = string.Create(CultureInfo.InvariantCulture, $"Characters {source.At.Start}–{source.At.End}");
        string? words = quote is null ? null : Words.Quoted(quote, LongestQuote);
        return Add(
            group + place + source.At.QuoteHash,
            () => new Reference(
                group, (0, source.At.Start, string.Create(CultureInfo.InvariantCulture, $"{source.At.End:0000000000}{source.At.QuoteHash}")),
                words is null ? $"{place}; this node does not hold the text, the passage’s SHA-256 begins {source.At.QuoteHash[..Math.Min(12, source.At.QuoteHash.Length)]}" : place, words));
    }

    private Reference Calculation(DatasetSource source)
    {
        string group = source.Dataset + source.Version;
        Dataset? dataset = index.Dataset(source.Dataset);
        if (dataset is not null)
        {
            Use(dataset.Handling);
        }

        Title(group, dataset is null
            ? "A dataset of which this reader sees no description"
            : string.Create(CultureInfo.InvariantCulture, $"{Words.Clean(dataset.Citation).TrimEnd('.')}. Table: {Words.Clean(dataset.Title)}{(dataset.Title.Contains(dataset.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? "" : $", {dataset.Year}")}; {Words.Clean(dataset.Unit)}, {Words.Clean(dataset.Prices)}"));
        string place = "Calculation: " + Words.Clean(source.Derivation);
        return Add(group + source.Derivation, () => new Reference(group, (1, 0, source.Derivation), place, null));
    }

    private static string Title(Document? document)
    {
        if (document is null)
        {
            return "A document of which this reader sees no description";
        }

        string date = document.Published is { } on
            ? Words.Date(on) + (document.PublishedBasis is { } basis ? $" ({Words.Clean(basis)})" : "")
            : "no date stated";
        string title = document.Title is { } t ? $"“{Words.Clean(t)}”" : "no title stated";
        string genre = document.Genre is { } g ? "; " + Words.Clean(g) : "";
        return $"{Words.Clean(document.Publisher ?? "Publisher not stated")}, {title}, {date}{genre}; file {Words.Clean(document.FileName)}";
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
}
