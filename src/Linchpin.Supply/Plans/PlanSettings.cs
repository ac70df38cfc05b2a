namespace Linchpin.Supply;

/// <summary>What a plan may count on, what a replacement costs, and what the user demands of it.</summary>
/// <remarks>
/// <para>The standard values are conventions, not estimates: they are printed with every plan, and a user who knows better states better.</para>
/// <para>Amounts of a place come before amounts in general; a place is a country, <c>KOR</c>, or a country's sectors, <c>KOR:c14</c>; the narrower
/// and later one counts.</para>
/// </remarks>
public sealed record PlanSettings
{
    /// <summary>The standard settings.</summary>
    public static PlanSettings Standard { get; } = new();

    /// <summary>Part of its present output that an industry can add, from the first day on; <see langword="null"/> for what the scenario's <c>alpha_max</c>
    /// and <c>alpha_tau</c> let it add day by day. From 0 to 9.</summary>
    public double? SpareCapacity { get; init; }

    /// <summary>The same by place.</summary>
    public IReadOnlyDictionary<string, double> SpareCapacityOf { get; init; } = new Dictionary<string, double>();

    /// <summary>Part of a lost delivery that another maker's product of the same sector can stand in for. From 0 to 1.</summary>
    public double Substitutability { get; init; } = 1;

    /// <summary>The same by sector.</summary>
    public IReadOnlyDictionary<string, double> SubstitutabilityOf { get; init; } = new Dictionary<string, double>();

    /// <summary>Part of its present exports to countries that are no partners that a partner may send to partners instead. From 0 to 1.</summary>
    public double RedirectShare { get; init; } = 0.2;

    /// <summary>The same by place.</summary>
    public IReadOnlyDictionary<string, double> RedirectShareOf { get; init; } = new Dictionary<string, double>();

    /// <summary>Stocks that a partner may use up, in days of its use of the input. They are made again later, so they are not counted on unless stated. From
    /// 0 to 3650.</summary>
    public double StockDays { get; init; }

    /// <summary>The same by place: the partner and the input's sectors.</summary>
    public IReadOnlyDictionary<string, double> StockDaysOf { get; init; } = new Dictionary<string, double>();

    /// <summary>What new production costs above the usual price, as a part of it. From 0 to 100.</summary>
    public double PremiumNew { get; init; } = 0.2;

    /// <summary>What a redirected export costs above the usual price. From 0 to 100.</summary>
    public double PremiumRedirected { get; init; } = 0.4;

    /// <summary>What delivery from another country adds to either. From 0 to 100.</summary>
    public double PremiumAbroad { get; init; } = 0.05;

    /// <summary>What use of a stock costs, as a part of the price. From 0 to 100.</summary>
    public double PremiumStock { get; init; } = 0.1;

    /// <summary>What one unit of value added at risk counts against one unit of cost. From 0.001 to 1000.</summary>
    public double HarmWeight { get; init; } = 1;

    /// <summary>What one unit of final use that is not served counts against one unit of value added at risk. From 0 to 1000.</summary>
    public double FinalWeight { get; init; } = 1;

    /// <summary>The least part of its lost deliveries that a partner must have covered, by place: the partner, or the partner and the input's sectors
    /// together. From 0 to 1.</summary>
    public IReadOnlyDictionary<string, double> MinimumCoverage { get; init; } = new Dictionary<string, double>();

    /// <summary>The most that a partner's deliveries to the other partners under the plan may come to, as a part of its present exports, by place. From 0 to
    /// 100.</summary>
    public IReadOnlyDictionary<string, double> MostOfExports { get; init; } = new Dictionary<string, double>();

    /// <summary>Whether COIN-OR Clp is used where the machine has it. The plan is the same without it.</summary>
    public bool NativeSolver { get; init; } = true;

    /// <summary>Whether the day-by-day simulation is run without a response, with each alone and with all together.</summary>
    public bool Simulate { get; init; } = true;

    /// <summary>Reads a settings file; the form is in docs/plans.md.</summary>
    /// <exception cref="Claims.FaultException"><c>supply.file-missing</c>, <c>supply.plan-settings</c></exception>
    public static PlanSettings Read(string path) => Plans.PlanSettingsReader.Read(path);
}
