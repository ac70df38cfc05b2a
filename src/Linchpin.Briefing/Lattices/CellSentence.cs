using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Lattices;

/// <summary>A cell's finding in one sentence, with the numbers it rests on.</summary>
internal sealed class CellSentence(RecordIndex index, LatticeSettings settings, SectorTerm sector, LatticeCell cell)
{
    private readonly Names _names = new(index);

    internal string Write()
    {
        string exposure = cell.Exposures.FirstOrDefault(e => e.Place == SupplierPlace.Foreign) is { } largest ? Largest(largest) : "";
        return Words.Capital(cell.Finding switch
        {
            Finding.Covered or Finding.PromisedNothingSince when cell.PromisedIn.Count > 0 => $"{exposure}; {Wider()}.",
            Finding.Covered => $"{Promised()}; the record shows {Evidence()}.",
            Finding.PromisedNothingSince => $"{Promised()}; the record shows nothing since.",
            Finding.ExposedWithoutPromise => $"{exposure}, at or above the mark of {Words.Mark(settings.Threshold)}; the record holds no promise that stands{Others()}.{Linchpin()}",
            Finding.BelowThreshold => $"{exposure}, below the mark of {Words.Mark(settings.Threshold)}; the record holds no promise that stands{Others()}.",
            _ => $"the record holds neither a promise that stands nor {(cell.Column.Kind == ColumnKind.Partner ? "an exposure figure" : "a figure for a shared exposure")}{Others()}.",
        });
    }

    /// <summary>The supplier industry whose stop would cost the members most, where the record holds one outside the partnership.</summary>
    private string Linchpin()
    {
        var words = new ChokepointWords(index, _names);
        return cell.Chokepoints.FirstOrDefault(c => c.Place == SupplierPlace.Foreign) is { } linchpin
            ? $" The linchpin is {words.Industry(linchpin)}: a stop of its deliveries abroad would take {words.Cost(linchpin)}, {words.Terms(linchpin)}." : "";
    }

    private string Promised()
    {
        int standing = cell.Promises.Count(p => p.Stands);
        return $"{_names.List(cell.Column.Partners)} made {Words.Count(standing)} {(standing == 1 ? "promise" : "promises")} on {Words.Sector(sector.Label)}";
    }

    private string Evidence()
    {
        Promise[] standing = [.. cell.Promises.Where(p => p.Stands)];
        int evidenced = standing.Count(p => p.HasEvidence);
        string what = standing.Any(p => p.State == PromiseState.Delivered || p.ActWord == "done") ? standing.Any(p => p.State == PromiseState.InProgress) ? "in progress or delivered" : "delivered" : "in progress";
        return $"{(standing.Length == 1 ? "it" : $"{Words.Count(evidenced)} of them")} {what}";
    }

    private string Wider()
    {
        string who = Words.List([.. cell.PromisedIn.Select(id => _names.List(id.Split('+').Select(EntityId.Country)))], "and by");
        return cell.Finding == Finding.Covered
            ? $"a promise by {who} stands, and the record shows it in progress or delivered"
            : $"a promise by {who} stands, and the record shows nothing since";
    }

    private string Others()
    {
        int ended = cell.Promises.Count(p => p.Binds && !p.Stands);
        int loose = cell.Promises.Count(p => !p.Binds);
        int some = cell.PromisesOfSome.Count;
        List<string> more = [];
        if (ended > 0)
        {
            more.Add($"{Words.Count(ended)} that lapsed or was superseded");
        }

        if (loose > 0)
        {
            more.Add($"{Words.Count(loose)} {(loose == 1 ? "aim or negotiation" : "aims or negotiations")}, which bind nobody");
        }

        if (some > 0)
        {
            more.Add($"{Words.Count(some)} by some of the group but not all");
        }

        return more.Count == 0 ? "" : ", but " + Words.List(more);
    }

    private string Largest(Exposure exposure)
    {
        var words = new ExposureWords(index, _names);
        MemberShare least = exposure.Members.MinBy(m => m.LookThrough.Part)!;
        string share = $"{Words.Percent(exposure.Share)} of {ExposureWords.Whole(least)}";
        string terms = $"in {exposure.Year} ({words.Terms(least, exposure)})";
        return exposure.Members.Count == 1
            ? $"{_names.Of(exposure.Supplier)} supplied {share} of {words.User(least.Partner, exposure)} {terms}"
            : $"{_names.Of(exposure.Supplier)} supplied at least {share} of the {ExposureWords.TableSector(exposure)} sectors of {_names.List(exposure.Members.Select(m => m.Partner))} {terms}";
    }
}
