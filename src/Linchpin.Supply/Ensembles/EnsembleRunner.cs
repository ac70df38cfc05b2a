using Linchpin.Claims;
using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>Runs ranges of an ensemble: 24 runs side by side in the corrected mode, one by one in the compatible mode.</summary>
internal sealed class EnsembleRunner
{
    private readonly EnsembleDesign _design;
    private readonly ArioModel _model;
    private readonly Lazy<LaneModel> _lanes;
    private readonly int _threads;

    internal EnsembleRunner(EnsembleDesign design, Lanes? registers = null, int? threads = null, bool whole = false)
    {
        _design = design;
        _model = new ArioModel(design.Table, design.Scenario.Settings);
        _threads = threads ?? Environment.ProcessorCount;
        _lanes = new Lazy<LaneModel>(() => new LaneModel(_model, registers ?? TileProduct.Widest, whole));
    }

    internal EnsembleRange Run(int first, int count, CancellationToken cancel)
    {
        var range = new EnsembleRange(_design.Id, first, count, _design.Layout.Values);
        int width = _design.Scenario.Settings.Mode == ModelMode.Corrected ? LaneRun.Width : 1;
        for (int from = first; from < first + count; from += width)
        {
            Panel(range, from, Math.Min(width, first + count - from), cancel);
        }

        return range;
    }

    private void Panel(EnsembleRange range, int first, int count, CancellationToken cancel)
    {
        var models = new ArioModel[count];
        var forces = new ScenarioForces[count];
        for (int k = 0; k < count; k++)
        {
            Scenario scenario = _design.OfRun(first + k);
            models[k] = _model.With(scenario.Settings);
            try
            {
                forces[k] = new ScenarioForces(models[k], new ScenarioTimeline(models[k], scenario.Events));
            }
            catch (FaultException e)
            {
                throw e.Fault.Kind.Because(
                    e.Fault.Cause, FormattableString.Invariant($"run {first + k}, {e.Fault.Place}"), "Narrow what varies, so that the events of every run can be. " + e.Fault.Remedy, e);
            }
        }

        var sums = new RunSums(_model, _design.Layout, range, first, count);
        if (_design.Scenario.Settings.Mode == ModelMode.Compatible)
        {
            var run = new ArioRun(models[0], forces[0]);
            for (int day = 0; day < _design.Layout.Days; day++)
            {
                cancel.ThrowIfCancellationRequested();
                run.Step(day);
                sums.Add(day, i => run.Production.AsSpan(i, 1), [run.Unmet]);
            }
        }
        else
        {
            var lanes = new LaneRun(_lanes.Value, models, forces, _threads);
            for (int day = 0; day < _design.Layout.Days; day++)
            {
                cancel.ThrowIfCancellationRequested();
                lanes.Step(day);
                sums.Add(day, lanes.Production, lanes.Unmet);
            }
        }

        sums.Finish();
    }
}

/// <summary>What an industry makes on a day, a number a run.</summary>
internal delegate ReadOnlySpan<double> MadeBy(int industry);

/// <summary>Adds up what runs lose, day by day, in the order in which a single simulation adds it up.</summary>
internal sealed class RunSums
{
    private readonly ArioModel _model;
    private readonly RunLayout _layout;
    private readonly EnsembleRange _range;
    private readonly int _first;
    private readonly int _count;
    private readonly double[] _lost;
    private readonly double[] _output;
    private readonly double[] _today;

    internal RunSums(ArioModel model, RunLayout layout, EnsembleRange range, int first, int count)
    {
        _model = model;
        _layout = layout;
        _range = range;
        _first = first;
        _count = count;
        _lost = new double[layout.Industries * count];
        _output = new double[(layout.Regions + 1) * count];
        _today = new double[2 * layout.Regions * count];
    }

    internal void Add(int day, MadeBy made, ReadOnlySpan<double> unmet)
    {
        Array.Clear(_today);
        InputOutputTable table = _model.Table;
        for (int i = 0; i < _layout.Industries; i++)
        {
            ReadOnlySpan<double> production = made(i);
            double before = _model.Output[i], share = _model.ValueAdded[i];
            Span<double> lost = _lost.AsSpan(i * _count, _count);
            Span<double> output = _today.AsSpan(2 * table.CountryOf(i) * _count, _count), added = _today.AsSpan(((2 * table.CountryOf(i)) + 1) * _count, _count);
            for (int k = 0; k < _count; k++)
            {
                double loss = before - production[k];
                lost[k] += loss;
                output[k] += loss;
                added[k] += loss * share;
            }
        }

        for (int k = 0; k < _count; k++)
        {
            Span<double> run = _range.Of(_first + k);
            double worldOutput = 0, worldAdded = 0;
            for (int r = 0; r < _layout.Regions; r++)
            {
                double output = _today[(2 * r * _count) + k], added = _today[(((2 * r) + 1) * _count) + k];
                worldOutput += output;
                worldAdded += added;
                run[_layout.ValueAdded(r, day)] = added;
                _output[(r * _count) + k] += output;
            }

            run[_layout.ValueAdded(_layout.Regions, day)] = worldAdded;
            _output[(_layout.Regions * _count) + k] += worldOutput;
            run[_layout.Unmet] += unmet[k];
        }
    }

    internal void Finish()
    {
        for (int k = 0; k < _count; k++)
        {
            Span<double> run = _range.Of(_first + k);
            for (int r = 0; r <= _layout.Regions; r++)
            {
                run[_layout.OutputOf(r)] = _output[(r * _count) + k];
            }

            for (int i = 0; i < _layout.Industries; i++)
            {
                run[_layout.Industry(i)] = _lost[(i * _count) + k] * _model.ValueAdded[i];
            }
        }
    }
}
