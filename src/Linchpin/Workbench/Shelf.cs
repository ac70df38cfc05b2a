using System.Collections.Concurrent;
using Linchpin.Briefing.Lattices;
using Linchpin.Ledger;

namespace Linchpin.Workbench;

/// <summary>The views asked for last, with what was made from them; fewer of a large record than of a small one. One is used again only for the same reader, clocks, labels and day while the log has no further entry.</summary>
internal sealed class Shelf(WorkbenchSettings settings)
{
    private const int Most = 8, Fewest = 2;

    /// <summary>Entries of the log that the views kept may come to together. A view of a hundred thousand claims with its lattice weighs some 60 MB.</summary>
    private const long MostEntries = 300_000;

    private readonly Lock _lock = new();
    private readonly Lazy<Seen> _edition = new(() => new Seen(settings.Edition!.View));
    private readonly List<(Mark Mark, Seen Seen)> _seen = [];

    /// <summary>The record for this reader as of these clocks, narrowed to some labels where any are given.</summary>
    public Seen For(Reader reader, AsOf asOf, LabelFilter? only = null)
    {
        if (settings.Edition is not null)
        {
            return _edition.Value;
        }

        // The last entry is read before the view is made: a view may be newer than its mark, never older.
        var mark = new Mark(reader, asOf, only, DateOnly.FromDateTime(settings.Clock.GetUtcNow().UtcDateTime), settings.Ledger.LastEntry);
        lock (_lock)
        {
            int at = _seen.FindIndex(s => s.Mark == mark);
            Seen seen = at >= 0 ? _seen[at].Seen : new Seen(settings.Ledger.View(reader, asOf, only));
            _seen.RemoveAll(s => s.Mark == mark || s.Mark.LastEntry != mark.LastEntry);
            _seen.Insert(0, (mark, seen));
            int most = (int)Math.Clamp(MostEntries / Math.Max(mark.LastEntry, 1), Fewest, Most);
            if (_seen.Count > most)
            {
                _seen.RemoveRange(most, _seen.Count - most);
            }

            return seen;
        }
    }

    private sealed record Mark(Reader Reader, AsOf AsOf, LabelFilter? Only, DateOnly Today, long LastEntry);
}

/// <summary>A view and what was made from it for one reader: lattices, promises, lists.</summary>
internal sealed class Seen(View view)
{
    private const int MostMade = 64;

    private readonly ConcurrentDictionary<object, Lazy<object>> _made = new();

    /// <summary>The view.</summary>
    public View View { get; } = view;

    /// <summary>Whether a lattice has been made: every claim has been read then.</summary>
    public bool WasRead { get; private set; }

    /// <summary>The lattice of these partners.</summary>
    public Lattice Lattice(IReadOnlyList<string> partners, double threshold, int? year)
    {
        Lattice lattice = Once(("lattice", string.Join(',', partners), threshold, year), () => Briefing(threshold, year).Lattice(partners));
        WasRead = true;
        return lattice;
    }

    /// <summary>Every commitment as a promise.</summary>
    public IReadOnlyList<Promise> Promises => Once("promises", () => First.Promises());

    /// <summary>Entities of a kind, held once with what the first lattice reads.</summary>
    public IReadOnlyList<Ledger.Entity> Entities(string kind) => First.Entities(kind);

    private Briefing.Briefing First => Briefing(LatticeSettings.Default.Threshold, null);

    /// <summary>The door of Briefing over this view.</summary>
    public Briefing.Briefing Briefing(double threshold, int? year) =>
        Once(("briefing", threshold, year), () => new Briefing.Briefing(View, new LatticeSettings { Threshold = threshold, Year = year }));

    /// <summary>What the maker gives, made once.</summary>
    public T Once<T>(object key, Func<T> make)
        where T : notnull
    {
        if (_made.Count >= MostMade)
        {
            _made.Clear();
        }

        return (T)_made.GetOrAdd(key, _ => new Lazy<object>(() => make())).Value;
    }
}
