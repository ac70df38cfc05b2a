using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Scenarios;

/// <summary>An event on a table: which industries, deliveries or demands, and how strong on each day.</summary>
internal sealed class Shock
{
    private int[] _to = [];

    private Shock(ScenarioEvent about, int number, ModelMode mode)
    {
        About = about;
        Number = number;
        Mode = mode;
    }

    internal ScenarioEvent About { get; }

    /// <summary>The event's number in the scenario, from 1.</summary>
    internal int Number { get; }

    /// <summary>The target's countries with their sectors, as they were named.</summary>
    internal required IReadOnlyList<EventTarget> Targets { get; init; }

    /// <summary>The target's industries by number, in rising order; those that make nothing are not among them.</summary>
    internal required int[] Industries { get; init; }

    /// <summary>Industries of a range or of <c>all</c> that make nothing.</summary>
    internal required int[] LeftOut { get; init; }

    /// <summary>For each supplying industry of an export ban, quota or tariff, the countries on the other side, in rising order.</summary>
    internal IReadOnlyDictionary<int, int[]> Deliveries { get; private init; } = new Dictionary<int, int[]>();

    /// <summary>Countries that may draw on a holder's stock release: those named, or itself.</summary>
    internal int[] Drawers(int holder) => _to.Length == 0 ? [holder] : _to;

    /// <summary>Sectors that rebuild, with their shares.</summary>
    internal required (int Sector, double Share)[] Rebuild { get; init; }

    internal bool CutsCapacity => About.Kind is EventKind.CapacityLoss or EventKind.CapitalRecover or EventKind.CapitalRebuild;

    internal bool RulesDeliveries => About.Kind is EventKind.ExportBan or EventKind.Quota or EventKind.Tariff;

    /// <summary>The day on which rebuilding begins.</summary>
    internal int RebuildFrom => About.Start + About.Duration;

    /// <summary>The last day on which the event may be felt.</summary>
    internal int Last => About.Kind == EventKind.CapitalRebuild ? int.MaxValue : About.Start + About.Duration + About.Recovery + 1;

    private ModelMode Mode { get; }

    /// <summary>Resolves an event against a table; refuses one that the table cannot have.</summary>
    internal static Shock Of(InputOutputTable table, ArioModel model, ScenarioEvent about, int number)
    {
        string place = FormattableString.Invariant($"event {number}");
        if (ScenarioForm.Wrong(about, model.Settings.Steps) is { } wrong)
        {
            throw SupplyFaults.EventInvalid.Because(wrong, place);
        }

        IReadOnlyList<EventTarget> targets = EventTarget.Of(table, about.Target, place);
        bool producer = about.Kind is not (EventKind.Demand or EventKind.StockRelease);
        var industries = new SortedSet<int>();
        var leftOut = new SortedSet<int>();
        foreach (EventTarget target in targets)
        {
            foreach (int sector in target.Sectors)
            {
                int industry = (target.Country * table.Sectors.Count) + sector;
                if (producer && model.Output[industry] <= 0)
                {
                    leftOut.Add(target.Named.Contains(sector) ? throw Idle(industry) : industry);
                }
                else
                {
                    industries.Add(industry);
                }
            }
        }

        if (industries.Count == 0)
        {
            throw Idle(leftOut.First());
        }

        int[] to = about.To is null ? [] : [.. TableRequest.Countries(table, about.To)];
        var shock = new Shock(about, number, model.Settings.Mode)
        {
            Targets = targets,
            Industries = [.. industries],
            LeftOut = [.. leftOut],
            _to = to,
            Rebuild = [.. (about.RebuildSectors ?? new Dictionary<string, double>()).Select(r => (One(r.Key), r.Value))],
            Deliveries = Between(table, about, industries, to),
        };
        return shock.RulesDeliveries && shock.Deliveries.Count == 0
            ? throw SupplyFaults.EventInvalid.Because($"The {ScenarioForm.Word(about.Kind)} of {table.Countries[targets[0].Country].Code} names no other country.", place) : shock;

        Claims.FaultException Idle(int i) => SupplyFaults.EventWithoutOutput.Because($"{table.NameOf(i)} makes nothing in {table.Year:0000}.", place);

        int One(string code) => TableRequest.Sectors(table, code) is [var sector] ? sector
            : throw SupplyFaults.EventInvalid.Because($"'{Claims.Shown.Short(code)}' is not one sector; rebuilding sectors are named one by one.", place);
    }

    /// <summary>How strong the event is on a day, from 0 to 1; capital-rebuild is counted by what is left to rebuild instead.</summary>
    internal double Strength(int day)
    {
        if (Mode == ModelMode.Compatible)
        {
            // The reference keeps full force for a day more, and starts a capacity loss a day later.
            int late = About.Kind == EventKind.CapacityLoss ? 1 : 0;
            int end = About.Start + late + About.Duration + 1;
            return day < About.Start + late ? 0 : day <= end ? 1 : day < end + About.Recovery ? Left((double)(day - end) / About.Recovery) : 0;
        }

        int over = About.Start + About.Duration;
        return day < About.Start ? 0 : day < over ? 1 : day < over + About.Recovery ? Left((double)(day - over + 1) / About.Recovery) : 0;
    }

    /// <summary>The part of capacity or demand that is gone on a day.</summary>
    internal double Cut(int day)
    {
        double cut = About.Share * Strength(day);
        return Mode == ModelMode.Compatible && About.Kind == EventKind.CapacityLoss ? Math.Round(cut, 6, MidpointRounding.ToEven) : cut;
    }

    /// <summary>The part of what is asked for across the border that passes on a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="asked">What is asked for, a day.</param>
    /// <param name="before">What was delivered before the event, a day.</param>
    internal double Passes(int day, double asked, double before)
    {
        double strength = Strength(day);
        return About.Kind switch
        {
            EventKind.ExportBan => 1 - (About.Share * strength),
            EventKind.Tariff => Math.Pow(1 + (About.Rate!.Value * strength), -About.Elasticity!.Value),
            _ when strength == 0 => 1,
            _ => asked > 0 ? Math.Min(1, (1 - ((1 - About.Share) * strength)) * before / asked) : 1,
        };
    }

    private static Dictionary<int, int[]> Between(InputOutputTable table, ScenarioEvent about, IEnumerable<int> industries, int[] to)
    {
        var links = new SortedDictionary<int, SortedSet<int>>();
        foreach (int i in about.Kind is EventKind.ExportBan or EventKind.Quota or EventKind.Tariff ? industries : [])
        {
            int home = table.CountryOf(i);
            foreach (int other in to)
            {
                Add(i, other);
                if (about.BothWays)
                {
                    Add((other * table.Sectors.Count) + table.SectorOf(i), home);
                }
            }
        }

        return links.ToDictionary(l => l.Key, l => l.Value.ToArray());

        void Add(int industry, int country)
        {
            if (table.CountryOf(industry) != country)
            {
                (links.TryGetValue(industry, out SortedSet<int>? set) ? set : links[industry] = []).Add(country);
            }
        }
    }

    private double Left(double over) => About.RecoveryShape switch
    {
        RecoveryShape.Linear => 1 - over,
        RecoveryShape.Exponential => (Math.Pow(0.01, over) - 0.01) / 0.99,
        RecoveryShape.Concave => 1 - (over * over),
        RecoveryShape.SShaped => 1 - (over * over * (3 - (2 * over))),
        RecoveryShape.Step => 1,
        _ => 0,
    };
}
