using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>One event of a scenario as the address has it: who, what, how much, when. Its settings are called <c>1-kind</c>, <c>1-from</c> and so on.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="From">Codes of the countries parted by commas, or <c>all</c>.</param>
/// <param name="Sector">Codes of table sectors parted by commas, a range, or <c>all</c>.</param>
/// <param name="To">Codes of the countries that receive, or <c>all</c>.</param>
/// <param name="Size">In per cent; for a stock release in days of use.</param>
/// <param name="Elasticity">For a tariff, how far demand falls with the price.</param>
/// <param name="Start">First day, from 0.</param>
/// <param name="Days">Days in full force.</param>
/// <param name="Recovery">Days of recovery after them.</param>
internal sealed record EventDraft(int Number, string Kind, string From, string Sector, string To, double Size, double Elasticity, int Start, int Days, int Recovery)
{
    /// <summary>Most events that the page builds; a scenario file may have more.</summary>
    public const int Most = 4;

    /// <summary>What can happen, in the order offered.</summary>
    public static readonly string[] Kinds = ["export-ban", "strait", "quota", "tariff", "capacity-loss", "demand", "stock-release"];

    /// <summary>The settings of an event with what each is.</summary>
    private static readonly (string Name, string What)[] Fields =
    [
        ("kind", $"what happens: {string.Join(", ", Kinds)}; the event is there when this is"),
        ("from", "countries where it happens, by code, or all"),
        ("sector", "table sectors, by code or range, or all"),
        ("to", "countries that receive, by code, or all"),
        ("size", "how much, in per cent; of a stock release in days of use"),
        ("elasticity", "of a tariff, how far demand falls with the price"),
        ("start", "first day, from 0"),
        ("days", "days in full force"),
        ("recovery", "days of recovery after them"),
    ];

    /// <summary>Whether the kind has countries that receive.</summary>
    public bool Delivers => Kind is "export-ban" or "strait" or "quota" or "tariff" or "stock-release";

    /// <summary>The largest size that the slider offers.</summary>
    public int MostSize => Kind is "tariff" ? 200 : 100;

    /// <summary>The smallest size that the slider offers.</summary>
    public int LeastSize => Kind is "demand" ? -100 : 0;

    /// <summary>The settings of all events, for the address.</summary>
    public static IEnumerable<QueryTerm> Terms => Enumerable.Range(1, Most).SelectMany(n => Fields.Select(f => new QueryTerm($"{n}-{f.Name}", $"Event {n}: {f.What}.")));

    /// <summary>The event of that number; <see langword="null"/> where the address has none.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    public static EventDraft? Of(Scope scope, int number)
    {
        string Key(string field) => $"{number}-{field}";
        return scope[Key("kind")] is not { } kind || kind == "none" ? null : new EventDraft(
            number, scope.OneOf(Key("kind"), Kinds), scope[Key("from")] ?? "CHN", scope[Key("sector")] ?? "all", scope[Key("to")] ?? TableAll,
            Decimal(scope, Key("size"), kind == "stock-release" ? 30 : 50, -100, kind == "stock-release" ? 3650 : 10_000), Decimal(scope, Key("elasticity"), 3, 0, 100),
            scope.Number(Key("start"), 5, 3649), Math.Max(1, scope.Number(Key("days"), 60, 3650)), scope.Number(Key("recovery"), 30, 3650));
    }

    /// <summary>A number of the address.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    public static double Decimal(Scope scope, string key, double missing, double least, double most) => scope[key] is not { } text ? missing
        : double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most ? number
        : throw WorkbenchFaults.Query.Because(FormattableString.Invariant($"{key}={Shown.Short(text)} is not a number from {least} to {most}."));

    /// <summary>The event as the simulation takes it.</summary>
    public ScenarioEvent ToEvent()
    {
        string target = $"{From}:{Sector}";
        double part = Size / 100;
        return Kind switch
        {
            "strait" => new ScenarioEvent(EventKind.ExportBan, target, part, Start, Days, Recovery, To) { BothWays = true },
            "quota" => new ScenarioEvent(EventKind.Quota, target, part, Start, Days, Recovery, To),
            "tariff" => new ScenarioEvent(EventKind.Tariff, target, 0, Start, Days, Recovery, To) { Rate = part, Elasticity = Elasticity },
            "capacity-loss" => new ScenarioEvent(EventKind.CapacityLoss, target, part, Start, Days, Recovery),
            "demand" => new ScenarioEvent(EventKind.Demand, target, part, Start, Days, Recovery),
            "stock-release" => new ScenarioEvent(EventKind.StockRelease, target, 0, Start, Days, Recovery, To == TableAll ? null : To) { Days = Size },
            _ => new ScenarioEvent(EventKind.ExportBan, target, part, Start, Days, Recovery, To),
        };
    }

    /// <summary>The address's settings of an event of a scenario; <see langword="null"/> where the page cannot say it.</summary>
    public static IReadOnlyList<(string Key, string? Value)>? Settings(ScenarioEvent e, int number)
    {
        string? kind = e.Kind switch
        {
            EventKind.ExportBan => e.BothWays ? "strait" : "export-ban",
            EventKind.Quota when !e.BothWays => "quota",
            EventKind.Tariff when !e.BothWays => "tariff",
            EventKind.CapacityLoss => "capacity-loss",
            EventKind.Demand => "demand",
            EventKind.StockRelease when e.Days is not null => "stock-release",
            _ => null,
        };
        string[] target = e.Target.Split(':');
        return kind is null || target.Length != 2 || e.Diverted > 0 || e.RecoveryShape != RecoveryShape.Linear || e.Flows != Flows.Both ? null :
        [
            ($"{number}-kind", kind), ($"{number}-from", target[0]), ($"{number}-sector", target[1]), ($"{number}-to", e.To),
            ($"{number}-size", Text(e.Days ?? (100 * (e.Rate ?? e.Share)))), ($"{number}-elasticity", e.Elasticity is { } elasticity ? Text(elasticity) : null),
            ($"{number}-start", Text(e.Start)), ($"{number}-days", Text(e.Duration)), ($"{number}-recovery", Text(e.Recovery)),
        ];
    }

    private const string TableAll = "all";

    private static string Text(double number) => Math.Round(number, 9).ToString(CultureInfo.InvariantCulture);
}
