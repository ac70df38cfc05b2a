using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply plan</c>: what partners can do together about a disruption.</summary>
internal static class SupplyPlanCommand
{
    private const int MostRows = 12;

    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "The scenario: a JSON file (docs/scenarios.md), or the name of one that comes with the program." };

    private static readonly Option<string?> SettingsFile = new("--settings") { Description = "What the plan may count on, in JSON (docs/plans.md).", HelpName = "FILE" };

    private static readonly Option<string> Solver = new("--solver")
    {
        Description = "clp (COIN-OR Clp where the machine has it) or built-in; the plan is the same.",
        HelpName = "clp|built-in",
        DefaultValueFactory = _ => "clp",
    };

    private static readonly Option<bool> NoSimulation = new("--no-simulation") { Description = "Leave out the day-by-day simulation of the plan." };

    public static Command Create() => new Command("plan", "What partners can replace for each other in a disruption, what stays uncovered, and what each bears alone and together.")
    {
        ScenarioFile, SupplyCommands.Table, SupplyCommands.Year, Shared.Partners, SettingsFile, Solver, NoSimulation, Storing.Yes, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        string solver = run.Get(Solver)!;
        if (solver is not ("clp" or "built-in"))
        {
            throw ProgramFaults.Usage.Because($"--solver '{Shown.Short(solver)}' is not clp or built-in.");
        }

        PlanSettings settings = (run.Get(SettingsFile) is { } file ? PlanSettings.Read(file) : PlanSettings.Standard) with { NativeSolver = solver == "clp", Simulate = !run.Get(NoSimulation) };
        Scenario scenario = ShippedScenarios.Read(run.Get(ScenarioFile)!);
        ResponsePlan plan = Supply.Supply.Plan(SupplyCommands.Open(run), scenario, run.Required(Shared.Partners), settings, new SupplyCommands.Said(run), run.Cancel);
        Storing.OnRequest(run, () => Supply.Supply.Publish(plan, label));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(plan.WriteTo, indented: true);
        }
        else
        {
            Show(run, plan);
        }

        return Exit.Done;
    });

    private static void Show(Invocation run, ResponsePlan plan)
    {
        TextWriter o = run.Out;
        string unit = plan.Table.Descriptor.Unit;
        o.WriteLine($"{Invocation.Line(plan.Scenario.Title)}: {plan.Table.Descriptor.Title}, {plan.Table.Year}; {plan.Table.Descriptor.Prices}; amounts in {unit}");
        if (plan.Days == 0)
        {
            o.WriteLine("No partner loses a delivery.");
            return;
        }

        o.WriteLine($"Deliveries are lost on {plan.Days} days, from day {plan.FirstDay}. What each partner bears is the value added that missing inputs hold back, final use that goes without, and premiums on replacements.");
        o.WriteLine();
        o.WriteLine($"{"partner",-8} {"lost",12} {"alone: covered",15} {"bears",12} {"together: covered",18} {"bears",12} {"part of gain",13} {"would get",12}");
        for (int p = 0; p < plan.Partners.Count; p++)
        {
            PartnerBurden a = plan.Alone[p];
            PartnerBurden t = plan.Together[p];
            o.WriteLine($"{t.Partner,-8} {Amount(t.Lost),12} {(a.Impossible is null ? Amount(a.Covered) : "-"),15} {(a.Impossible is null ? Amount(a.Burden) : "-"),12} {Amount(t.Covered),18} {Amount(t.Burden),12} {Amount(plan.Shapley[p]),13} {Amount(plan.Compensation(p)),12}");
        }

        o.WriteLine(plan.Gain is { } gain
            ? $"Acting together saves {Amount(gain)}. It is shared by what each adds to every group (Shapley value); the last column is what a partner would have to get (minus: pay) for that."
            : "What acting together saves is unknown: " + string.Join("; ", plan.Alone.Where(a => a.Impossible is not null).Select(a => $"{a.Partner} alone cannot meet {a.Impossible}")) + ".");
        Replacements(o, plan);
        Rest(o, plan);
        o.WriteLine();
        o.WriteLine($"Solved by: {plan.Solver}. Premiums and shares are settings; --json prints them all. Not known to the plan:");
        foreach (string limit in ResponsePlan.Limits)
        {
            o.WriteLine("  " + limit);
        }

        if (plan.NotCounted.Count > 0)
        {
            o.WriteLine($"  Events that take no delivery away are not in the plan: {string.Join(", ", plan.NotCounted)}.");
        }
    }

    private static void Replacements(TextWriter o, ResponsePlan plan)
    {
        o.WriteLine();
        o.WriteLine("Who replaces what, acting together:");
        o.WriteLine($"{"input",-8} {"from",-6} {"to",-6} {"by",-20} {"amount",12} {"% of spare",11} {"% of output",12} {"% of exports",13} {"cost",10}");
        foreach (Replacement r in plan.Replacements.OrderByDescending(r => r.Amount).Take(MostRows))
        {
            o.WriteLine($"{r.Input,-8} {r.By,-6} {r.To,-6} {Word(r.Kind),-20} {Amount(r.Amount),12} {Percent(r.ShareOfSpareCapacity),11} {Percent(r.ShareOfOutput),12} {Percent(r.ShareOfPresentExports),13} {Amount(r.Cost),10}");
        }

        More(o, plan.Replacements.Count);
    }

    private static void Rest(TextWriter o, ResponsePlan plan)
    {
        o.WriteLine();
        o.WriteLine("What stays uncovered, and the stock that would bridge the whole gap:");
        o.WriteLine($"{"partner",-8} {"input",-8} {"uncovered",12} {"of",12} {"stock",12} {"days of use",12}");
        var stocks = plan.Stockpile.ToDictionary(s => (s.Partner, s.Input));
        foreach (UncoveredInput u in plan.Uncovered.OrderByDescending(u => u.Amount).Take(MostRows))
        {
            StockpileNeed? stock = stocks.GetValueOrDefault((u.Partner, u.Input));
            o.WriteLine($"{u.Partner,-8} {u.Input,-8} {Amount(u.Amount),12} {Amount(u.Lost),12} {(stock is null ? "0" : Amount(stock.Amount)),12} {(stock?.Days ?? 0).ToString("0.0", CultureInfo.InvariantCulture),12}");
        }

        More(o, plan.Uncovered.Count);
        if (plan.ShadowPrices.Count > 0)
        {
            o.WriteLine();
            o.WriteLine("Where more capacity would help most (what one unit more would save):");
            foreach (ShadowPrice s in plan.ShadowPrices.Take(5))
            {
                o.WriteLine($"{s.Partner,-8} {s.Sector,-8} {(s.Kind == PlannedKind.NewProduction ? "spare capacity" : "redirected exports"),-20} {s.Worth.ToString("0.00", CultureInfo.InvariantCulture),8}");
            }
        }

        if (plan.Dynamics is { } d)
        {
            o.WriteLine();
            o.WriteLine("Value added lost in the day-by-day simulation (a minus: gained, where own products take the place of what was imported):");
            o.WriteLine($"{"region",-8} {"no response",14} {"alone",14} {"together",14}");
            foreach (SimulatedLoss l in d.Partners.Append(d.World))
            {
                o.WriteLine($"{l.Region,-8} {Amount(l.WithoutResponse),14} {Amount(l.Alone),14} {Amount(l.Together),14}");
            }
        }
    }

    private static void More(TextWriter o, int rows)
    {
        if (rows > MostRows)
        {
            o.WriteLine($"… and {rows - MostRows} more, with --json.");
        }
    }

    private static string Word(PlannedKind kind) => kind switch
    {
        PlannedKind.NewProduction => "new production",
        PlannedKind.RedirectedExport => "redirected exports",
        _ => "stock",
    };

    private static string Percent(double? share) => share is { } s ? (s * 100).ToString("0.00", CultureInfo.InvariantCulture) : "-";

    private static string Amount(double? number) => number?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "-";
}
