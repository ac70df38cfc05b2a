using Linchpin.Supply.Scenarios;
using Linchpin.Supply.Tests.Scenarios;

namespace Linchpin.Supply.Tests.Plans;

/// <summary>A plan's deliveries in the day-by-day simulation.</summary>
public sealed class PlanSimulationTests
{
    [Fact]
    public void What_is_shipped_is_made_and_what_is_made_is_delivered()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        var model = new ArioModel(folder.Open(), new ScenarioSettings());
        double a = model.Output[2];
        PlannedShipment[] shipments =
        [
            new(2, 2, [.. Enumerable.Repeat(a * 0.02, 40)], [(2, 1.1), (3, 0.2)], [(5, 0.5), (6, 0.5)]),
            new(12, 2, [.. Enumerable.Repeat(a * 0.01, 40)], [], [(5, 1)]),
        ];
        var planned = new PlannedShipments(model, 3, shipments);
        var forces = new ScenarioForces(model, new ScenarioTimeline(model, [new ScenarioEvent(EventKind.ExportBan, "BBB:s3", 0.8, 3, 40, 0, "AAA")]), planned);
        var run = new ArioRun(model, forces);
        for (int day = 0; day < 120; day++)
        {
            double before = run.TotalStock();
            double arrived = planned.Arrived;
            run.Step(day);
            double use = Enumerable.Range(0, 20).Sum(j => run.Production[j] * Enumerable.Range(0, 5).Sum(s => model.Coefficient[s, j]));
            double final = forces.Final.Sum() - run.Unmet;
            double planMade = Enumerable.Range(0, 20).Sum(i => forces.Rebuild[i] * run.Met(i));
            planMade.ShouldBe(planned.Arrived - arrived, 1e-9);

            // All of it goes to users: output less final deliveries and use is what stocks grow by.
            (run.Production.Sum() - final - use).ShouldBe(run.TotalStock() - before, 1e-6);
            run.LeastStock().ShouldBeGreaterThanOrEqualTo(-1e-9);
        }

        planned.Arrived.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_plan_without_deliveries_changes_no_bit_of_the_simulation()
    {
        using SmallTable folder = GoldenSimulationTests.Synthetic();
        InputOutputTable table = folder.Open();
        Scenario scenario = new("ban", new ScenarioSettings { Steps = 60 }, [new ScenarioEvent(EventKind.ExportBan, "BBB:s3", 1, 3, 30, 0, "AAA")]);
        Simulation without = Supply.Simulate(table, scenario);
        Simulation with = SimulationRunner.Run(table, scenario, null, default, new PlannedResponse(3, [], []));
        with.World.ValueAdded.ShouldBe(without.World.ValueAdded);
    }

    [Fact]
    public void The_simulation_is_run_without_a_response_alone_and_together()
    {
        Scenario stop = new("stop", new ScenarioSettings { Steps = 120 }, [new ScenarioEvent(EventKind.ExportBan, "CHN:c14", 1, 5, 60, 0, "all")]);
        ResponsePlan plan = Supply.Plan(Golden.Table2008(), stop, "KOR,JPN");
        Simulation without = Supply.Simulate(Golden.Table2008(), stop);
        plan.Dynamics!.World.WithoutResponse.ShouldBe(without.World.ValueAdded.Sum(), 1e-6);
        plan.Dynamics.Partners.Select(p => p.Region).ShouldBe(["KOR", "JPN"]);
        plan.Dynamics.World.Together.ShouldNotBe(plan.Dynamics.World.WithoutResponse);
        Supply.Plan(Golden.Table2008(), stop with { Settings = stop.Settings with { Mode = ModelMode.Compatible } }, "KOR,JPN").Dynamics.ShouldBeNull();
    }
}
