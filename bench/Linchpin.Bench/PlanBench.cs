using System.Diagnostics;
using System.Globalization;
using Linchpin.Supply;
using Linchpin.Supply.LinearProgrammes;
using Linchpin.Supply.Plans;

namespace Linchpin.Bench;

/// <summary>Response plans on the starter table of 2011: COIN-OR Clp against the built-in simplex in one run.</summary>
internal static class PlanBench
{
    private static readonly string[] Groups = ["KOR,JPN,USA,DEU", "KOR,JPN,USA,DEU,FRA,GBR"];

    internal static int Run(string[] args)
    {
        string folder = args.FirstOrDefault() ?? Path.Combine("data", "starter", "tables", "wiod2013");
        InputOutputTable table = new Supply.Supply().Open(folder, 2011);
        Supply.Supply.Exposures(table, Basis.RowSum, "KOR", "CHN");
        Console.WriteLine($"Clp: {ClpLibrary.Version ?? "none"}; processors: {Environment.ProcessorCount}; the Leontief inverse is kept");
        Console.WriteLine();
        Console.WriteLine("| plan | groups | rows x columns of the whole group | Clp, s | built in, s | built in / Clp | largest difference of a burden |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (string partners in Groups)
        {
            foreach ((string what, ScenarioEvent[] events) in Disruptions)
            {
                One(table, partners, what, new Scenario(what, new ScenarioSettings { Steps = 120 }, events));
            }
        }

        return 0;
    }

    private static (string What, ScenarioEvent[] Events)[] Disruptions =>
    [
        ("1 sector of China", [Ban("CHN:c14")]),
        ("14 sectors of China", [Ban("CHN:c3-c16")]),
        ("34 sectors of China and the Netherlands", [Ban("CHN:c1-c18,c20-c34"), Ban("NLD:c1-c18,c20-c34")]),
    ];

    private static ScenarioEvent Ban(string target) => new(EventKind.ExportBan, target, 0.8, 5, 60, 0, "all");

    private static void One(InputOutputTable table, string partners, string what, Scenario scenario)
    {
        int n = partners.Split(',').Length;
        var model = new PlanModel(table, scenario, [.. partners.Split(',').Select(p => table.Countries.ToList().FindIndex(c => c.Code == p))], PlanSettings.Standard, CancellationToken.None);
        LinearProgramme whole = new CoalitionProgramme(model, [.. Enumerable.Range(0, n)], []).Programme;
        (ResponsePlan? native, double? fast) = ClpLibrary.Version is null ? (null, null) : Timed(true);
        (ResponsePlan? own, double? slow) = Timed(false);
        double? apart = native?.Coalitions.Zip(own!.Coalitions).Max(c => Math.Abs(c.First.Burden!.Value - c.Second.Burden!.Value));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what}, {n} partners | {own!.Coalitions.Count} | {whole.Rows} x {whole.Columns} | {fast:0.00} | {slow:0.00} | {slow / fast:0.0} | {apart:0.0e0} |"));

        (ResponsePlan?, double?) Timed(bool clp)
        {
            long start = Stopwatch.GetTimestamp();
            ResponsePlan plan = Supply.Supply.Plan(table, scenario, partners, new PlanSettings { NativeSolver = clp, Simulate = false });
            return (plan, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
