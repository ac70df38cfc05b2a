namespace Linchpin.Supply.Scenarios;

/// <summary>Runs a scenario and adds up what is lost.</summary>
internal sealed class SimulationRunner
{
    private readonly InputOutputTable _table;
    private readonly Scenario _scenario;
    private readonly ArioModel _model;
    private readonly ScenarioForces _forces;
    private readonly ArioRun _run;
    private readonly double[][] _va;
    private readonly double[][] _x;
    private readonly double[] _unmet;
    private readonly double[] _stopped;
    private readonly double[] _over;
    private readonly double[] _lost;
    private readonly double[] _least;

    private SimulationRunner(InputOutputTable table, Scenario scenario, PlannedResponse? planned)
    {
        _table = table;
        _scenario = scenario;
        _model = new ArioModel(table, scenario.Settings);
        _forces = new ScenarioForces(
            _model, new ScenarioTimeline(_model, [.. scenario.Events, .. planned?.Withdrawn ?? []]),
            planned is null ? null : new PlannedShipments(_model, planned.First, planned.Shipments));
        _run = new ArioRun(_model, _forces);
        int days = scenario.Settings.Steps;
        _va = [.. Enumerable.Range(0, table.Countries.Count + 1).Select(_ => new double[days])];
        _x = [.. Enumerable.Range(0, table.Countries.Count + 1).Select(_ => new double[days])];
        _unmet = new double[days];
        _stopped = new double[days];
        _over = new double[days];
        _lost = new double[table.Industries];
        _least = new double[table.Industries];
        Array.Fill(_least, 1);
    }

    internal static Simulation Run(
        InputOutputTable table, Scenario scenario, IProgress<string>? progress, CancellationToken cancel, PlannedResponse? planned = null)
    {
        if (scenario.Events.Count is < 1 or > ScenarioForm.MostEvents || ScenarioForm.Wrong(scenario.Settings) is not null)
        {
            throw SupplyFaults.ScenarioInvalid.Because(ScenarioForm.Wrong(scenario.Settings)
                ?? FormattableString.Invariant($"The scenario has {scenario.Events.Count} events; from 1 to {ScenarioForm.MostEvents} are wanted."));
        }

        cancel.ThrowIfCancellationRequested();
        var runner = new SimulationRunner(table, scenario, planned);
        for (int day = 0; day < scenario.Settings.Steps; day++)
        {
            if (cancel.IsCancellationRequested)
            {
                throw day == 0 ? new OperationCanceledException(cancel) : new SimulationStoppedException(runner.Result(day), cancel);
            }

            runner.Day(day);
            if (day % 100 == 99)
            {
                progress?.Report(FormattableString.Invariant($"day {day + 1} of {scenario.Settings.Steps}"));
            }
        }

        return runner.Result(scenario.Settings.Steps);
    }

    private void Day(int day)
    {
        _run.Step(day);
        int regions = _table.Countries.Count;
        for (int i = 0; i < _lost.Length; i++)
        {
            double loss = _model.Output[i] - _run.Production[i];
            _lost[i] += loss;
            _least[i] = _model.Output[i] > 0 ? Math.Min(_least[i], _run.Production[i] / _model.Output[i]) : 1;
            _x[_table.CountryOf(i)][day] += loss;
            _va[_table.CountryOf(i)][day] += loss * _model.ValueAdded[i];
        }

        _x[regions][day] = Enumerable.Range(0, regions).Sum(r => _x[r][day]);
        _va[regions][day] = Enumerable.Range(0, regions).Sum(r => _va[r][day]);
        _unmet[day] = _run.Unmet;
        _stopped[day] = _run.Stopped;
        _over[day] = _run.Alpha.Max();
    }

    /// <summary>What was lost in the first days.</summary>
    private Simulation Result(int days)
    {
        double[] value = new double[_table.Countries.Count];
        for (int i = 0; i < _lost.Length; i++)
        {
            value[_table.CountryOf(i)] += _model.Output[i] * _model.ValueAdded[i];
        }

        return new Simulation(
            _table, _scenario,
            [.. _table.Countries.Select((c, r) => Series(c.Code, r, value[r]))],
            Series("world", value.Length, value.Sum()),
            _unmet[..days], _over[..days],
            [.. Enumerable.Range(0, _lost.Length).Where(i => _model.Output[i] > 0).Select(i => new IndustryLoss(
                _table.Countries[_table.CountryOf(i)].Code, _table.Sectors[_table.SectorOf(i)].Code, _model.Output[i], _lost[i], _lost[i] * _model.ValueAdded[i], _least[i]))])
        {
            StoppedFinalDemand = _stopped[..days],
            Shortages = [.. _run.Shortages.Worst],
            DaysHeldBack = [.. _run.Shortages.HeldBack],
            Released = [.. _forces.Timeline.Releases.Select(Released)],
            LeftOut = _forces.Timeline.Shocks.Where(s => s.LeftOut.Length > 0)
                .ToDictionary(s => s.Number, IReadOnlyList<string> (s) => [.. s.LeftOut.Select(_table.NameOf)]),
        };

        LossSeries Series(string region, int r, double before) => new(region, _va[r][..days], _x[r][..days]) { ValueAddedADay = before };

        StockReleased Released(Shock shock)
        {
            (double held, double production, double final) = _forces.Releases.Of(shock);
            return new StockReleased(shock.Number, held, production, final, Math.Max(0, held - production - final));
        }
    }
}
