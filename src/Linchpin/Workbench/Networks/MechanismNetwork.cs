using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Mechanisms;

namespace Linchpin.Workbench.Networks;

/// <summary>Who is tied to whom by mechanisms in a year: countries that are members of one and the same mechanism.</summary>
/// <param name="Year">The year.</param>
/// <param name="Ties">Pairs of countries with the mechanisms that both belong to, the strongest tie first.</param>
/// <param name="Mechanisms">Mechanisms in force that tie at least two countries.</param>
public sealed record MechanismNetwork(int Year, IReadOnlyList<MechanismTie> Ties, int Mechanisms)
{
    /// <summary>Countries with at least one tie.</summary>
    public int Countries => Degrees.Count;

    /// <summary>How many other countries each is tied to.</summary>
    public IReadOnlyDictionary<EntityId, int> Degrees { get; } = Ties.SelectMany(t => new[] { t.One, t.Other }).CountBy(id => id).ToDictionary();

    /// <summary>Ties as a part of those that these countries could have, 0 to 1; <see langword="null"/> for fewer than two countries.</summary>
    public double? Density => Countries < 2 ? null : Ties.Count / (Countries * (Countries - 1) / 2.0);

    /// <summary>Degree centralisation (Freeman 1979): Σ (most − degree) / ((n − 1) (n − 2)). 1 is a hub with spokes and no other tie, 0 a lattice in which all have as many;
    /// <see langword="null"/> for fewer than three countries.</summary>
    public double? Centralisation => Countries < 3 ? null : Degrees.Values.Sum(d => Degrees.Values.Max() - d) / ((Countries - 1.0) * (Countries - 2));

    /// <summary>The countries tied to most others; several where they have as many.</summary>
    public IReadOnlyList<EntityId> Hubs => [.. Degrees.Where(d => d.Value == Degrees.Values.Max()).Select(d => d.Key).Order()];

    /// <summary>The network of each year from the first mechanism to the last year asked for, and the mechanisms that no date places.</summary>
    public static (IReadOnlyList<MechanismNetwork> Years, IReadOnlyList<MechanismRow> Undated) ByYear(Scope scope, IReadOnlyList<MechanismRow> mechanisms, int last)
    {
        IReadOnlyDictionary<EntityId, int> events = scope.Seen.Once("first-events", () => FirstEvents(scope.View));
        (MechanismRow Row, int? From, int? To)[] dated = [.. mechanisms.Where(m => m.Members.Count(IsCountry) > 1).Select(m => (m, First(m, events), Last(m)))];
        int[] years = [.. dated.Select(d => d.From).OfType<int>().Where(y => y <= last)];
        return (
            years.Length == 0 ? [] : [.. Enumerable.Range(years.Min(), last - years.Min() + 1).Select(y => Of(y, [.. dated.Where(d => d.From <= y && (d.To is null || d.To >= y)).Select(d => d.Row)]))],
            [.. dated.Where(d => d.From is null).Select(d => d.Row)]);
    }

    private static MechanismNetwork Of(int year, IReadOnlyList<MechanismRow> mechanisms) => new(
        year,
        [
            .. mechanisms.SelectMany(m => Pairs([.. m.Members.Where(IsCountry).Distinct().Order()]).Select(p => (p.One, p.Other, Mechanism: m)))
                .GroupBy(p => (p.One, p.Other)).Select(g => new MechanismTie(g.Key.One, g.Key.Other, [.. g.Select(p => p.Mechanism)]))
                .OrderByDescending(t => t.Mechanisms.Count).ThenBy(t => t.One).ThenBy(t => t.Other),
        ],
        mechanisms.Count);

    private static IEnumerable<(EntityId One, EntityId Other)> Pairs(EntityId[] members) =>
        from a in Enumerable.Range(0, members.Length) from b in Enumerable.Range(a + 1, members.Length - a - 1) select (members[a], members[b]);

    /// <summary>The year from which a mechanism stands: that of its establishment, or of its first event, whichever is earlier.</summary>
    private static int? First(MechanismRow m, IReadOnlyDictionary<EntityId, int> events)
    {
        int? founded = m.Established?.Earliest.Year;
        int? met = events.TryGetValue(m.Entity.Id, out int year) ? year : null;
        return founded is null || met < founded ? met ?? founded : founded;
    }

    private static int? Last(MechanismRow m) => (m.Entity.First("expires")?.Value as DateValue)?.On.Latest.Year;

    private static IReadOnlyDictionary<EntityId, int> FirstEvents(View view)
    {
        Dictionary<EntityId, int> years = view.Claims(new ClaimFilter(Kind: "event", Property: "date")).Where(c => c.Value is DateValue)
            .GroupBy(c => c.Subject).ToDictionary(g => g.Key, g => g.Min(c => ((DateValue)c.Value).On.Earliest.Year));
        return view.Claims(new ClaimFilter(Kind: "event", Property: "mechanism")).Where(c => c.Value is EntityValue && years.ContainsKey(c.Subject))
            .GroupBy(c => ((EntityValue)c.Value).Id).ToDictionary(g => g.Key, g => g.Min(c => years[c.Subject]));
    }

    private static bool IsCountry(EntityId id) => id.Kind == "country" && Vocabulary.Countries.ContainsKey(id.Name);
}

/// <summary>Two countries and what ties them.</summary>
/// <param name="One">The first by code.</param>
/// <param name="Other">The second.</param>
/// <param name="Mechanisms">What both belong to.</param>
public sealed record MechanismTie(EntityId One, EntityId Other, IReadOnlyList<MechanismRow> Mechanisms);
