using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Ensembles;

/// <summary>Takes ranges of runs from a queue, does them, and hands them in.</summary>
/// <param name="queue">The queue.</param>
/// <param name="table">The table that it has.</param>
/// <param name="say">Told in words what it does.</param>
internal sealed class EnsembleWorker(EnsembleQueue queue, InputOutputTable table, Action<string> say)
{
    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
    private EnsembleDesign? _last;

    /// <summary>Does one range.</summary>
    /// <returns>Whether there was one.</returns>
    internal async Task<bool> Next(CancellationToken cancel)
    {
        if (await queue.Take(_name, table, cancel).ConfigureAwait(false) is not { } range)
        {
            return false;
        }

        say($"runs {range.First} to {range.First + range.Count - 1} of {range.Runs} of {range.Design[..12]}");
        if (range.Attempts > EnsembleQueue.MostAttempts)
        {
            await queue.GiveUp(range, _name, $"Runs {range.First} to {range.First + range.Count - 1} were taken {EnsembleQueue.MostAttempts} times and never handed in.", cancel).ConfigureAwait(false);
            return true;
        }

        using var held = new CancellationTokenSource();
        Task renewed = queue.Renew(range, _name, held.Token);
        try
        {
            byte[] result = await Task.Run(() => DesignOf(range).Run(range.First, range.Count, cancel).ToBytes(), cancel).ConfigureAwait(false);
            if (!await queue.HandIn(range, _name, result, cancel).ConfigureAwait(false))
            {
                say("another worker had them done before");
            }
        }
        catch (FaultException e) when (e.Fault.Kind != ProgramFaults.Queue)
        {
            await queue.GiveUp(range, _name, e.Fault.ToString(), cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await queue.GiveBack(range, _name, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await held.CancelAsync().ConfigureAwait(false);
            await renewed.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return true;
    }

    private EnsembleDesign DesignOf(QueuedRange range)
    {
        if (_last is { } last && last.Id == range.Design && last.Runs == range.Runs)
        {
            return last;
        }

        EnsembleDesign design = Supply.Supply.Ensemble(table, Scenario.Parse(range.Scenario, "queued scenario"), range.Runs, ulong.Parse(range.Seed, CultureInfo.InvariantCulture));
        return design.Id == range.Design ? _last = design
            : throw ProgramFaults.QueuedRuns.Because($"The queued scenario makes the design {design.Id[..12]} and not {range.Design[..12]}: this program differs from the one that queued it.");
    }
}
