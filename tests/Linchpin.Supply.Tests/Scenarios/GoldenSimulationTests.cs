using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Tests.Scenarios;

/// <summary>The compatible mode against series of BoARIO 0.6.3.</summary>
public sealed class GoldenSimulationTests
{
    private static readonly ScenarioEvent Loss = new(EventKind.CapacityLoss, "BBB:s3", 0.5, 5, 60, 30, null, new Dictionary<string, double>());

    public static TheoryData<string, EventKind, double, double, OrderType> Series => new()
    {
        { "boario_syn_recover_inv20_rt10_noalt_production.csv", EventKind.CapitalRecover, 20, 10, OrderType.ByInitialShare },
        { "boario_syn_recover_inv20_rt10_alt_production.csv", EventKind.CapitalRecover, 20, 10, OrderType.ByCapacity },
        { "boario_syn_arbitrary_inv90_rt60_alt_production.csv", EventKind.CapacityLoss, 90, 60, OrderType.ByCapacity },
        { "boario_syn_rebuild_inv20_rt10_alt_production.csv", EventKind.CapitalRebuild, 20, 10, OrderType.ByCapacity },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Production_of_the_synthetic_table_agrees_with_the_reference_on_every_day(string file, EventKind kind, double inventory, double restoration, OrderType order)
    {
        var settings = new ScenarioSettings { InventoryDays = inventory, RestorationDays = restoration, OrderType = order, Mode = ModelMode.Compatible };
        ScenarioEvent happens = kind == EventKind.CapitalRebuild
            ? Loss with { Kind = kind, Share = 0.1, Duration = 30, Recovery = 0, RebuildSectors = new Dictionary<string, double> { ["s4"] = 0.7, ["s5"] = 0.3 } }
            : Loss with { Kind = kind };
        using SmallTable folder = Synthetic();
        InputOutputTable table = folder.Open();
        var model = new ArioModel(table, settings);
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, [happens])));
        string[][] rows = [.. Golden.Rows(file)];
        rows.Length.ShouldBe(365);
        for (int day = 0; day < rows.Length; day++)
        {
            run.Step(day);
            for (int i = 0; i < 20; i++)
            {
                double wanted = Golden.Number(rows[day][i + 1]);
                (Math.Abs(run.Production[i] - wanted) / wanted).ShouldBeLessThan(1e-9, $"day {day}, industry {i}: {run.Production[i]:R} against {wanted:R}");
            }
        }
    }

    [Fact]
    public void A_stop_of_electrical_equipment_from_China_in_2008_agrees_with_the_reference_on_every_day()
    {
        var scenario = new Scenario("Half of CHN c14 for 60 days", new ScenarioSettings { Mode = ModelMode.Compatible }, [Loss with { Kind = EventKind.CapitalRecover, Target = "CHN:c14" }]);
        Simulation run = Supply.Simulate(Golden.Table2008(), scenario);
        string[] header = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", "boario_recover_08_inv90_rt60_alt.csv")).First().Split(',');
        string[][] rows = [.. Golden.Rows("boario_recover_08_inv90_rt60_alt.csv")];
        int compared = 0;
        foreach (LossSeries region in run.Regions.Append(run.World))
        {
            Agree("va_loss_", region.Region, region.ValueAdded);
            Agree("x_loss_", region.Region, region.Output);
        }

        Agree("fd_unmet_", "world", run.UnmetFinalDemand);
        Agree("overprod_", "max", run.MostOverproduction);
        compared.ShouldBe(22);
        foreach (string[] cells in Golden.Rows("boario_recover_08_inv90_rt60_alt_industries.csv").Where(c => Golden.Number(c[2]) > 0))
        {
            IndustryLoss found = run.Industries.Single(i => i.Country == cells[0] && i.Sector == cells[1]);
            found.OutputADay.ShouldBe(Golden.Number(cells[2]), 1e-7 * found.OutputADay);
            found.OutputLoss.ShouldBe(Golden.Number(cells[3]), 1e-7 * Math.Max(Math.Abs(found.OutputLoss), found.OutputADay));
            found.LeastRatio.ShouldBe(Golden.Number(cells[5]), 1e-7);
        }

        void Agree(string name, string region, IReadOnlyList<double> found)
        {
            int column = Array.IndexOf(header, name + (region == "ROW" ? "RoW" : region));
            if (column < 0)
            {
                return;
            }

            compared++;
            double scale = found.Max(Math.Abs);
            for (int day = 0; day < rows.Length; day++)
            {
                if (rows[day][column].Length > 0)
                {
                    (Math.Abs(found[day] - Golden.Number(rows[day][column])) / scale).ShouldBeLessThan(1e-7, $"{name}{region} on day {day}: {found[day]:R} against {rows[day][column]}");
                }
            }
        }
    }

    /// <summary>The reference's own table by formula: four regions by five sectors.</summary>
    internal static SmallTable Synthetic()
    {
        (double[,] z, double[,] y) = Formula();
        return SmallTable.Of(["AAA", "BBB", "CCC", "DDD"], ["s1", "s2", "s3", "s4", "s5"], z, y);
    }

    /// <summary>Z and Y of that table.</summary>
    internal static (double[,] Z, double[,] Y) Formula()
    {
        double[,] z = new double[20, 20];
        double[,] y = new double[20, 4];
        for (int i = 0; i < 20; i++)
        {
            for (int j = 0; j < 20; j++)
            {
                z[i, j] = (((37 * i) + (101 * j) + 13) % 97) + 1 + (i / 5 == j / 5 ? 200 : 0);
            }

            for (int r = 0; r < 4; r++)
            {
                y[i, r] = (5 * (((53 * i) + (29 * r) + 7) % 211)) + 500 + (i / 5 == r ? 3000 : 0);
            }
        }

        return (z, y);
    }
}
