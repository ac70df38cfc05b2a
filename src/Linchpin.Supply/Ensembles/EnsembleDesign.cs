using System.Security.Cryptography;
using System.Text.Json;
using Linchpin.Supply.Ensembles;

namespace Linchpin.Supply;

/// <summary>An ensemble before it is run: a scenario on a table, what varies, how many runs, and the seed.</summary>
/// <remarks>
/// <para>Run k is the same whatever the number of runs and whoever runs it: its settings are a function of the seed, k and what varies.</para>
/// <para>Safe to use from several threads.</para>
/// </remarks>
public sealed class EnsembleDesign
{
    /// <summary>Name of the calculation; it changes whenever the numbers of a run may.</summary>
    public const string Engine = "linchpin-ensemble/1";

    /// <summary>Most runs in one ensemble.</summary>
    public const int MostRuns = 100_000;

    /// <summary>Most bytes that the results of all runs may take.</summary>
    public const long MostBytes = 4L << 30;

    private readonly Lazy<EnsembleRunner> _runner;

    internal EnsembleDesign(InputOutputTable table, Scenario scenario, int runs, ulong seed)
    {
        if (runs is < 1 or > MostRuns)
        {
            throw SupplyFaults.EnsembleSize.Because(FormattableString.Invariant($"{runs} runs; from 1 to {MostRuns} are possible."));
        }

        Table = table;
        Scenario = scenario;
        Uncertainty = scenario.Uncertainty ?? Uncertainty.Standard(scenario);
        Runs = runs;
        Seed = seed;
        Layout = new RunLayout(scenario.Settings.Steps, table.Countries.Count, table.Industries);
        long bytes = (long)runs * Layout.Values * sizeof(double);
        if (bytes > MostBytes)
        {
            throw SupplyFaults.EnsembleSize.Because(FormattableString.Invariant(
                $"{runs} runs of {Layout.Days} days for {table.Countries.Count} regions take {bytes >> 20} MiB; {MostBytes >> 20} are possible."));
        }

        Id = Identity();
        _runner = new Lazy<EnsembleRunner>(() => new EnsembleRunner(this));
    }

    /// <summary>The table.</summary>
    public InputOutputTable Table { get; }

    /// <summary>The scenario as it is written.</summary>
    public Scenario Scenario { get; }

    /// <summary>What varies.</summary>
    public Uncertainty Uncertainty { get; }

    /// <summary>How many runs.</summary>
    public int Runs { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>SHA-256, in hexadecimal, of all that the numbers of a run hang on: engine, table, scenario, what varies, seed. Not of the number of runs.</summary>
    public string Id { get; }

    internal RunLayout Layout { get; }

    /// <summary>The values drawn for a run, in the order of <see cref="Uncertainty"/>; days of an event are not yet rounded.</summary>
    /// <param name="run">Number of the run, from 0.</param>
    public IReadOnlyList<double> Drawn(int run) =>
        [.. Uncertainty.Settings.Select(s => s.Distribution.At(Philox.Uniform(Seed, run, VariedField.QuantityOf(s))))];

    /// <summary>The scenario of a run: that of the file with the drawn values in their places.</summary>
    /// <param name="run">Number of the run, from 0.</param>
    public Scenario OfRun(int run)
    {
        IReadOnlyList<double> drawn = Drawn(run);
        Scenario scenario = Scenario;
        for (int k = 0; k < drawn.Count; k++)
        {
            scenario = VariedField.With(scenario, Uncertainty.Settings[k], drawn[k]);
        }

        return scenario;
    }

    /// <summary>Runs some of the runs, side by side; which are run together changes no bit.</summary>
    /// <param name="first">The first, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Stops at the next day.</param>
    /// <exception cref="Claims.FaultException">As for <see cref="Supply.Simulate"/>: the events of a run may overlap as drawn.</exception>
    public EnsembleRange Run(int first, int count, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return _runner.Value.Run(first, count, cancel);
    }

    /// <summary>The bands of runs that were done.</summary>
    /// <param name="ranges">Ranges of this design, in any order; a run may stand in one only. Runs past <see cref="Runs"/> are left out.</param>
    /// <exception cref="Claims.FaultException"><c>supply.ensemble-range</c></exception>
    public Ensemble Result(IReadOnlyList<EnsembleRange> ranges) => EnsembleStatistics.Of(this, ranges);

    /// <summary>Runs all, 24 at a time, and gives the bands. Stopped in between, it gives the bands of the runs that were done.</summary>
    /// <param name="progress">Told in words how far it is.</param>
    /// <param name="kept">Gives a range that was done before, by its first run and how many; <see langword="null"/> for one that is to be run.</param>
    /// <param name="keep">Keeps a range that was run.</param>
    /// <param name="cancel">Stops the runs.</param>
    /// <exception cref="OperationCanceledException">Stopped before any run was done.</exception>
    /// <exception cref="Claims.FaultException">As for <see cref="Run"/>.</exception>
    public Ensemble RunAll(IProgress<string>? progress = null, Func<int, int, EnsembleRange?>? kept = null, Action<EnsembleRange>? keep = null, CancellationToken cancel = default)
    {
        var ranges = new List<EnsembleRange>();
        int done = 0;
        try
        {
            foreach ((int first, int count) in Ranges())
            {
                EnsembleRange? range = kept?.Invoke(first, count);
                if (range is null)
                {
                    range = Run(first, count, cancel);
                    keep?.Invoke(range);
                }

                ranges.Add(range);
                done += count;
                progress?.Report(FormattableString.Invariant($"{done} of {Runs} runs"));
            }
        }
        catch (OperationCanceledException) when (ranges.Count > 0)
        {
            progress?.Report(FormattableString.Invariant($"stopped after {done} of {Runs} runs"));
        }

        return Result(ranges);
    }

    /// <summary>All runs in ranges of 24, the last perhaps shorter.</summary>
    public IEnumerable<(int First, int Count)> Ranges()
    {
        for (int first = 0; first < Runs; first += LaneRun.Width)
        {
            yield return (first, Math.Min(LaneRun.Width, Runs - first));
        }
    }

    private string Identity()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("engine", Engine);
            json.WriteString("dataset", Table.Dataset.Name);
            json.WriteString("table", Table.Hash);
            json.WriteNumber("seed", Seed);
            json.WriteString("scenario", Scenario.Hash);
            EnsembleJson.Varied(json, Uncertainty);
            json.WriteEndObject();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
