namespace Linchpin.Supply.Scenarios;

/// <summary>Runs a scenario and adds up what is lost.</summary>
internal static class SimulationRunner
{
    internal static Simulation Run(InputOutputTable table, Scenario scenario, IProgress<string>? progress, CancellationToken cancel)
    {
        if (ScenarioForm.Wrong(scenario.Settings) is { } wrong)
        {
            throw SupplyFaults.ScenarioInvalid.Because(wrong);
        }

        var model = new ArioModel(table, scenario.Settings);
        var run = new ArioRun(model, new ScenarioForces(model, new ScenarioTimeline(model, scenario.Events)));
        int days = scenario.Settings.Steps;
        int regions = table.Countries.Count;
        double[][] va = Days(regions + 1, days);
        double[][] x = Days(regions + 1, days);
        double[] unmet = new double[days];
        double[] over = new double[days];
        double[] lost = new double[table.Industries];
        double[] least = new double[table.Industries];
        Array.Fill(least, 1);
        for (int day = 0; day < days; day++)
        {
            cancel.ThrowIfCancellationRequested();
            run.Step(day);
            for (int i = 0; i < lost.Length; i++)
            {
                double loss = model.Output[i] - run.Production[i];
                lost[i] += loss;
                least[i] = model.Output[i] > 0 ? Math.Min(least[i], run.Production[i] / model.Output[i]) : 1;
                x[table.CountryOf(i)][day] += loss;
                va[table.CountryOf(i)][day] += loss * model.ValueAdded[i];
            }

            x[regions][day] = Enumerable.Range(0, regions).Sum(r => x[r][day]);
            va[regions][day] = Enumerable.Range(0, regions).Sum(r => va[r][day]);
            unmet[day] = run.Unmet;
            over[day] = run.Alpha.Max();
            if (day % 100 == 99)
            {
                progress?.Report(FormattableString.Invariant($"day {day + 1} of {days}"));
            }
        }

        return new Simulation(
            table, scenario,
            [.. table.Countries.Select((c, r) => new LossSeries(c.Code, va[r], x[r]))],
            new LossSeries("world", va[regions], x[regions]),
            unmet, over,
            [.. Enumerable.Range(0, lost.Length).Where(i => model.Output[i] > 0).Select(i => new IndustryLoss(
                table.Countries[table.CountryOf(i)].Code, table.Sectors[table.SectorOf(i)].Code, model.Output[i], lost[i], lost[i] * model.ValueAdded[i], least[i]))]);
    }

    private static double[][] Days(int rows, int days) => [.. Enumerable.Range(0, rows).Select(_ => new double[days])];
}
