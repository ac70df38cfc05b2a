using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Lattices;

/// <summary>Two days of one lattice: the cells that are not what they were.</summary>
/// <param name="Then">The clocks of the other day.</param>
/// <param name="Clock">Which clock differs.</param>
/// <param name="Day">The other day.</param>
/// <param name="Cells">The changed cells, in the lattice's order.</param>
public sealed record LatticeChange(AsOf Then, string Clock, DateOnly Day, IReadOnlyList<CellChange> Cells)
{
    /// <summary>The clocks that a day can be set on, the first where none is named.</summary>
    public static readonly string[] Clocks = ["published-by", "known-by", "as-of"];

    /// <summary>The change of one cell; <see langword="null"/> where it is what it was.</summary>
    public CellChange? Of(LatticeCell now) => Cells.FirstOrDefault(c => c.Now == now);

    /// <summary>The lattice held against that of the day asked for; <see langword="null"/> where none is asked for.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    internal static LatticeChange? Find(Scope scope, Lattice now, Func<Seen, Lattice> make)
    {
        string clock = scope.OneOf("clock", Clocks);
        if (scope.Day("against") is not { } day)
        {
            return null;
        }

        AsOf then = clock switch { "known-by" => scope.AsOf with { KnownBy = day }, "as-of" => scope.AsOf with { Valid = day }, _ => scope.AsOf with { PublishedBy = day } };
        Dictionary<(string, string), LatticeCell> before = make(scope.SeenAt(then)).Rows.SelectMany(r => r.Cells).ToDictionary(c => (c.Sector, c.Column.Id));
        return new LatticeChange(then, clock, day, [.. now.Rows.SelectMany(r => r.Cells).Select(c => CellChange.Of(before.GetValueOrDefault((c.Sector, c.Column.Id)), c)).OfType<CellChange>()]);
    }
}

/// <summary>What changed in a cell.</summary>
/// <param name="Before">The cell on the other day; <see langword="null"/> where the lattice had none.</param>
/// <param name="Now">The cell.</param>
/// <param name="Came">Promises that stand now and were not there.</param>
/// <param name="Went">Promises that were there and are not now.</param>
/// <param name="States">Promises whose state is another.</param>
public sealed record CellChange(LatticeCell? Before, LatticeCell Now, IReadOnlyList<Promise> Came, IReadOnlyList<Promise> Went, IReadOnlyList<(Promise Before, Promise Now)> States)
{
    internal static CellChange? Of(LatticeCell? before, LatticeCell now)
    {
        Promise[] old = before is null ? [] : [.. before.Promises, .. before.PromisesOfSome];
        Promise[] all = [.. now.Promises, .. now.PromisesOfSome];
        Promise? Same(Promise p, Promise[] others) => others.FirstOrDefault(o => o.Ids.Any(p.Ids.Contains));
        Promise[] came = [.. all.Where(p => Same(p, old) is null)];
        Promise[] went = [.. old.Where(p => Same(p, all) is null)];
        (Promise, Promise)[] states = [.. all.Select(p => (Before: Same(p, old), Now: p)).Where(p => p.Before is not null && p.Before.State != p.Now.State).Select(p => (p.Before!, p.Now))];
        return before?.Finding == now.Finding && came.Length + went.Length + states.Length == 0 ? null : new CellChange(before, now, came, went, states);
    }
}
