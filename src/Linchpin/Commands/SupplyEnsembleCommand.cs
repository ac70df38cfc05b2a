using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ensembles;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply ensemble</c>: a disruption many times over, as bands; here, or by workers that take ranges of runs from a queue.</summary>
internal static class SupplyEnsembleCommand
{
    private const int MostDrivers = 6;

    private static readonly Argument<string> ScenarioFile = new("SCENARIO") { Description = "The scenario: settings, events and what varies, in JSON (docs/ensembles.md)." };

    private static readonly Option<int> Runs = new("--runs") { Description = "How many runs.", HelpName = "N", DefaultValueFactory = _ => 200, CustomParser = Shared.Number<int> };

    private static readonly Option<ulong> Seed = new("--seed") { Description = "The seed: the same seed gives the same runs.", HelpName = "S", DefaultValueFactory = _ => 1, CustomParser = Shared.Number<ulong> };

    private static readonly Option<string?> Series = new("--series") { Description = "Also write the bands by day to this CSV file.", HelpName = "FILE" };

    private static readonly Option<string?> Out = new("--out") { Description = "Keep finished runs in this folder; the same command goes on where one was stopped.", HelpName = "FOLDER" };

    private static readonly Option<string?> Over = new("--over") { Description = "Tell the share of runs in which a region loses more than so many per cent of its value added. Default: 0.1,0.5,1,5.", HelpName = "PCT,PCT" };

    private static readonly Option<bool> EnqueueOnly = new("--enqueue") { Description = "With --queue: queue the runs and end; 'supply worker' does them, and the same command without --enqueue gathers them." };

    /// <summary>The queue's connection, from the command line or LINCHPIN_QUEUE.</summary>
    internal static readonly Option<string?> Queue = new("--queue")
    {
        Description = "Share the runs with workers through PostgreSQL: a connection string as Npgsql reads it. LINCHPIN_QUEUE holds it out of the list of processes.",
        HelpName = "CONNECTION",
    };

    /// <summary>How long a worker may be silent.</summary>
    internal static readonly Option<int> Lease = new("--lease")
    {
        Description = "With a queue: seconds that a worker may be silent before its runs go to another.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 60,
        CustomParser = Shared.Number<int>,
    };

    public static Command Create() => new Command("ensemble", "Run a disruption many times over with what is uncertain drawn anew, and give bands: quantiles, shares of runs, what drives the spread.")
    {
        ScenarioFile, SupplyCommands.Table, SupplyCommands.Year, Runs, Seed, Over, Series, Out, Queue, EnqueueOnly, Lease, Storing.Yes, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(async run =>
    {
        Handling label = Shared.Label(run);
        IReadOnlyList<double> losses = Losses(run.Get(Over));
        string path = run.Get(ScenarioFile)!;
        Scenario scenario = Scenario.Read(path);
        bool queued = run.Get(Queue) is not null || run.Get(EnqueueOnly);
        if (queued && run.Get(Out) is not null)
        {
            throw ProgramFaults.Usage.Because("--out keeps the runs of this machine; with --queue the queue keeps them.", remedy: "Leave one of the two out.");
        }

        EnsembleDesign design = Supply.Supply.Ensemble(SupplyCommands.Open(run), scenario, run.Get(Runs), run.Get(Seed));
        run.Say($"linchpin: design {design.Id[..12]}: {design.Uncertainty.Settings.Count} things vary{(design.Uncertainty.Stated ? "" : " (the standard; docs/ensembles.md)")}");
        Ensemble? result = queued ? await ByQueue(run, design, path).ConfigureAwait(false) : Here(run, design);
        if (result is null)
        {
            return Exit.Done;
        }

        Storing.OnRequest(run, () => Supply.Supply.Publish(result, label));
        if (run.Get(Series) is { } series)
        {
            WholeFile.Write(series, result.WriteSeries);
        }

        if (run.Get(Shared.Json))
        {
            run.WriteJson(json => result.WriteTo(json, losses, series: true), indented: true);
        }
        else
        {
            Show(run, result, losses);
        }

        return result.Done == design.Runs ? Exit.Done : Exit.Cancelled;
    });

    /// <summary>Opens the queue that the options name.</summary>
    /// <exception cref="FaultException"><c>program.usage</c>, <c>program.queue</c></exception>
    internal static Task<EnsembleQueue> OpenQueue(Invocation run)
    {
        string? connection = run.Get(Queue) is { Length: > 0 } given ? given : Environment.GetEnvironmentVariable("LINCHPIN_QUEUE");
        return string.IsNullOrWhiteSpace(connection) ? throw ProgramFaults.Usage.Because("No queue is named.", remedy: "Give --queue, or set LINCHPIN_QUEUE.")
            : run.Get(Lease) is var seconds and >= 3 and <= 86_400 ? EnsembleQueue.Open(connection, TimeSpan.FromSeconds(seconds), run.Cancel)
            : throw ProgramFaults.Usage.Because("--lease is from 3 to 86400 seconds.");
    }

    private static Ensemble Here(Invocation run, EnsembleDesign design)
    {
        RangeFolder? folder = run.Get(Out) is { } path ? new RangeFolder(Shared.FullPath(path, "--out"), design, run.Say) : null;
        return design.RunAll(new SupplyCommands.Said(run), folder is null ? null : folder.Kept, folder is null ? null : folder.Keep, run.Cancel);
    }

    /// <summary>Queues the runs, does ranges along with the workers until all are done, and gathers them.</summary>
    private static async Task<Ensemble?> ByQueue(Invocation run, EnsembleDesign design, string scenario)
    {
        await using EnsembleQueue queue = await OpenQueue(run).ConfigureAwait(false);
        await queue.Enqueue(design, File.ReadAllBytes(scenario), run.Cancel).ConfigureAwait(false);
        if (run.Get(EnqueueOnly))
        {
            run.Say($"linchpin: queued at {queue.Place}");
            run.Out.WriteLine(design.Id);
            return null;
        }

        var worker = new EnsembleWorker(queue, design.Table, line => run.Say("linchpin: " + line));
        int said = -1;
        while (true)
        {
            (int ranges, int done, string? fault) = await queue.State(design, run.Cancel).ConfigureAwait(false);
            if (fault is not null)
            {
                throw ProgramFaults.QueuedRuns.Because(fault, queue.Place);
            }

            if (ranges == 0)
            {
                throw ProgramFaults.QueuedRuns.Because("The ensemble was taken out of the queue by another that asked for it.", queue.Place, "Ask again.");
            }

            if (done == ranges)
            {
                Ensemble result = design.Result(await queue.Results(design, run.Cancel).ConfigureAwait(false));
                await queue.Remove(design, run.Cancel).ConfigureAwait(false);
                return result;
            }

            if (said != done)
            {
                run.Say($"linchpin: {said = done} of {ranges} ranges are done");
            }

            if (!await worker.Next(run.Cancel).ConfigureAwait(false))
            {
                await Task.Delay(TimeSpan.FromSeconds(1), run.Clock, run.Cancel).ConfigureAwait(false);
            }
        }
    }

    private static IReadOnlyList<double> Losses(string? text) => text is null ? Ensemble.StandardLosses
        : [.. Shared.Names(text).Select(n => double.TryParse(n, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent <= 100 ? percent
            : throw ProgramFaults.Usage.Because($"--over '{Shown.Short(n)}' is not a number of per cent from 0 to 100."))];

    private static void Show(Invocation run, Ensemble e, IReadOnlyList<double> losses)
    {
        EnsembleDesign design = e.Design;
        InputOutputTable table = design.Table;
        run.Out.WriteLine($"{Invocation.Line(design.Scenario.Title)}: {table.Descriptor.Title}, {table.Year}; {design.Scenario.Settings.Steps} days; {e.Done} of {design.Runs} runs, seed {design.Seed}");
        run.Out.WriteLine(design.Uncertainty.Stated ? "varied, as the scenario states:" : "varied, by the standard since the scenario states nothing:");
        foreach (UncertainSetting setting in design.Uncertainty.Settings)
        {
            run.Out.WriteLine($"  {setting.Title}: {setting.Distribution.Words}{(setting.Reason.Length > 0 ? ". " + Invocation.Line(setting.Reason) : "")}");
        }

        run.Out.WriteLine($"value added lost, {table.Descriptor.Unit} over all days; a loss is positive; 90 % of runs lie between 5 % and 95 %");
        run.Out.WriteLine($"{"region",-8} {"5 %",14} {"25 %",14} {"median",14} {"75 %",14} {"95 %",14}   runs that lose more than {string.Join(" ", losses.Select(l => Plain(l) + " %"))} of value added");
        foreach (RegionBands region in e.Regions.OrderBy(r => table.Countries.Any(c => c.RestOfWorld && c.Code == r.Region)).ThenByDescending(r => r.ValueAdded.P50).Append(e.World))
        {
            run.Out.WriteLine($"{region.Region,-8} {string.Join(' ', region.ValueAdded.Quantiles.Select(q => $"{Amount(q.Value),14}"))}   {string.Join(' ', losses.Select(l => region.ShareOver(l) is { } share ? Plain(share * 100) + " %" : "-"))}");
        }

        run.Out.WriteLine("what drives the world's loss: squared rank correlation over the runs");
        foreach (Driver driver in e.Drivers.Take(MostDrivers))
        {
            run.Out.WriteLine($"  {driver.Setting.Title,-22} {(driver.Part is { } part ? part.ToString("0.00", CultureInfo.InvariantCulture) : "-")}{(driver.RankCorrelation is < 0 ? "  (more of it, less loss)" : "")}");
        }
    }

    private static string Amount(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Plain(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
