using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>An event on a table: which industries, and how strong on each day.</summary>
internal sealed class Shock
{
    private Shock(ScenarioEvent about, ModelMode mode, int country, int[] industries, int[] sectors, int[] to, (int Sector, double Share)[] rebuild)
    {
        About = about;
        Mode = mode;
        Country = country;
        Industries = industries;
        Sectors = sectors;
        To = to;
        Rebuild = rebuild;
    }

    internal ScenarioEvent About { get; }

    internal int Country { get; }

    /// <summary>The target's industries by number.</summary>
    internal int[] Industries { get; }

    /// <summary>The target's sectors by number.</summary>
    internal int[] Sectors { get; }

    /// <summary>Countries that an export ban cuts off.</summary>
    internal int[] To { get; }

    /// <summary>Sectors that rebuild, with their shares.</summary>
    internal (int Sector, double Share)[] Rebuild { get; }

    internal bool CutsCapacity => About.Kind is EventKind.CapacityLoss or EventKind.CapitalRecover or EventKind.CapitalRebuild;

    /// <summary>The day on which rebuilding begins.</summary>
    internal int RebuildFrom => About.Start + About.Duration;

    private ModelMode Mode { get; }

    /// <summary>Resolves an event against a table; refuses one that the table cannot have.</summary>
    internal static Shock Of(InputOutputTable table, ArioModel model, ScenarioEvent about, int number)
    {
        string place = FormattableString.Invariant($"event {number}");
        string[] parts = about.Target.Split(':');
        if (parts.Length != 2 || parts[1].Trim().Length == 0)
        {
            throw SupplyFaults.Deliveries.Because($"'{Claims.Shown.Short(about.Target)}'.", place);
        }

        int country = TableRequest.Country(table, parts[0]);
        int[] sectors = [.. TableRequest.Sectors(table, parts[1])];
        int[] industries = [.. sectors.Select(s => (country * table.Sectors.Count) + s)];
        int idle = about.Kind == EventKind.Demand ? -1 : Array.FindIndex(industries, i => model.Output[i] <= 0);
        if (idle >= 0)
        {
            throw SupplyFaults.EventWithoutOutput.Because($"{table.NameOf(industries[idle])} makes nothing in {table.Year:0000}.", place);
        }

        int[] to = about.To is null ? [] : [.. TableRequest.Countries(table, about.To).Where(c => c != country)];
        if (about.Kind == EventKind.ExportBan && to.Length == 0)
        {
            throw SupplyFaults.EventInvalid.Because($"The ban of {table.Countries[country].Code} names no other country.", place);
        }

        (int, double)[] rebuild = [.. about.RebuildSectors.Select(r => (One(r.Key), r.Value))];
        return new Shock(about, model.Settings.Mode, country, industries, sectors, to, rebuild);

        int One(string code) => TableRequest.Sectors(table, code) is [var sector] ? sector
            : throw SupplyFaults.EventInvalid.Because($"'{Claims.Shown.Short(code)}' is not one sector; rebuilding sectors are named one by one.", place);
    }

    /// <summary>Refuses two capacity events on one industry, and two bans of one delivery, at one time.</summary>
    internal static void RefuseOverlaps(InputOutputTable table, IReadOnlyList<Shock> shocks)
    {
        for (int a = 0; a < shocks.Count; a++)
        {
            for (int b = a + 1; b < shocks.Count; b++)
            {
                Shock one = shocks[a];
                Shock two = shocks[b];
                bool sameThing = (one.CutsCapacity && two.CutsCapacity)
                    || (one.About.Kind == two.About.Kind && (one.To.Length == 0 || one.To.Intersect(two.To).Any()));
                int[] both = [.. one.Industries.Intersect(two.Industries)];
                if (sameThing && both.Length > 0 && one.About.Start <= two.Last && two.About.Start <= one.Last)
                {
                    int from = Math.Max(one.About.Start, two.About.Start);
                    throw SupplyFaults.EventOverlap.Because(
                        FormattableString.Invariant($"{table.NameOf(both[0])} is in both from day {from}."), FormattableString.Invariant($"event {a + 1} and event {b + 1}"));
                }
            }
        }
    }

    /// <summary>How strong the event is on a day, as a part of its share; capital-rebuild is counted by what is left to rebuild instead.</summary>
    internal double Strength(int day)
    {
        if (Mode == ModelMode.Compatible)
        {
            // The reference keeps full force for a day more, and starts a capacity loss a day later.
            int late = About.Kind == EventKind.CapacityLoss ? 1 : 0;
            int end = About.Start + late + About.Duration + 1;
            return day < About.Start + late ? 0 : day <= end ? 1 : day < end + About.Recovery ? 1 - ((double)(day - end) / About.Recovery) : 0;
        }

        int over = About.Start + About.Duration;
        return day < About.Start ? 0 : day < over ? 1 : day < over + About.Recovery ? 1 - ((double)(day - over + 1) / About.Recovery) : 0;
    }

    /// <summary>The part of capacity, delivery or demand that is gone on a day.</summary>
    internal double Cut(int day)
    {
        double cut = About.Share * Strength(day);
        return Mode == ModelMode.Compatible && About.Kind == EventKind.CapacityLoss ? Math.Round(cut, 6, MidpointRounding.ToEven) : cut;
    }

    private int Last => About.Kind == EventKind.CapitalRebuild ? int.MaxValue : About.Start + About.Duration + About.Recovery + 1;
}
