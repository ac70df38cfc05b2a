using System.Globalization;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Lattices;

/// <summary>A cell's finding in one sentence, with the numbers it rests on.</summary>
internal sealed class CellSentence(RecordIndex index, LatticeSettings settings, SectorTerm sector, LatticeCell cell)
{
    private readonly Names _names = new(index);

    /// <summary>The cell with its sentence, in English and to be said in any language.</summary>
    internal LatticeCell Write()
    {
        Said says = Make();
        return cell with { Says = says, Sentence = Words.Capital(_names.Say(says)) };
    }

    private Said Make()
    {
        object exposure = cell.Exposures.FirstOrDefault(e => e.Place == SupplierPlace.Foreign) is { } largest ? Largest(largest) : "";
        string mark = Words.Mark(settings.Threshold);
        return cell.Finding switch
        {
            Finding.Covered or Finding.PromisedNothingSince when cell.PromisedIn.Count > 0 => new(cell.Finding == Finding.Covered ? "cell.wider-covered" : "cell.wider-silent", exposure, Wider()),
            Finding.Covered => new("cell.covered", Promised(), Evidence()),
            Finding.PromisedNothingSince => new("cell.silent", Promised()),
            Finding.ExposedWithoutPromise => new("cell.exposed", exposure, mark, Others(), Linchpin()),
            Finding.BelowThreshold => new("cell.below", exposure, mark, Others()),
            _ => new(cell.Column.Kind == ColumnKind.Partner ? "cell.nothing-one" : "cell.nothing-shared", Others()),
        };
    }

    /// <summary>The supplier industry whose stop would cost the members most, where the record holds one outside the partnership.</summary>
    private object Linchpin()
    {
        var words = new ChokepointWords(index, _names);
        return cell.Chokepoints.FirstOrDefault(c => c.Place == SupplierPlace.Foreign) is { } linchpin
            ? new Said("cell.linchpin", ChokepointWords.Industry(linchpin), words.Cost(linchpin), words.Terms(linchpin)) : "";
    }

    private Said Promised()
    {
        int standing = cell.Promises.Count(p => p.Stands);
        return new Said(standing == 1 ? "cell.made.one" : "cell.made.many", _names.Sorted(cell.Column.Partners), new Spelled(standing), new Named(EntityId.Sector(sector.Id), Words.Sector(sector.Label)));
    }

    private Said Evidence()
    {
        Promise[] standing = [.. cell.Promises.Where(p => p.Stands)];
        Said what = new(!standing.Any(p => p.State == PromiseState.Delivered || p.ActWord == "done") ? "cell.in-progress" : standing.Any(p => p.State == PromiseState.InProgress) ? "cell.either" : "cell.delivered");
        return standing.Length == 1 ? new("cell.it", what) : new("cell.of-them", new Spelled(standing.Count(p => p.HasEvidence)), what);
    }

    private Groups Wider() => new([.. cell.PromisedIn.Select(id => _names.Sorted(id.Split('+').Select(EntityId.Country)))]);

    private object Others()
    {
        int ended = cell.Promises.Count(p => p.Binds && !p.Stands);
        int loose = cell.Promises.Count(p => !p.Binds);
        int some = cell.PromisesOfSome.Count;
        List<Said> more = [];
        if (ended > 0)
        {
            more.Add(new Said("cell.ended", new Spelled(ended)));
        }

        if (loose > 0)
        {
            more.Add(new Said(loose == 1 ? "cell.aims.one" : "cell.aims.many", new Spelled(loose)));
        }

        if (some > 0)
        {
            more.Add(new Said("cell.of-some", new Spelled(some)));
        }

        return more.Count == 0 ? "" : new Said("cell.but", more);
    }

    private Said Largest(Exposure exposure)
    {
        MemberShare least = exposure.Members.MinBy(m => m.LookThrough.Part)!;
        object table = ExposureWords.Sector(exposure);
        object[] values = [exposure.Supplier, Words.Percent(exposure.Share), ExposureWords.WholeOf(least), exposure.Year.ToString(CultureInfo.InvariantCulture), new ExposureWords(index).Stated(least, exposure)];
        return exposure.Members.Count == 1 ? new("cell.supplied", [.. values, new Whose(least.Partner), table]) : new("cell.supplied-several", [.. values, _names.Sorted(exposure.Members.Select(m => m.Partner)), table]);
    }
}
