using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ensembles;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply worker</c>: does ranges of runs from a queue of ensembles.</summary>
internal static class SupplyWorkerCommand
{
    private static readonly Option<bool> Stay = new("--stay") { Description = "Wait for more when the queue is empty, until stopped." };

    public static Command Create() => new Command("worker", "Take runs of queued ensembles from PostgreSQL and do them; any number of workers give the same bits.")
    {
        SupplyCommands.Table, SupplyCommands.Year, SupplyEnsembleCommand.Queue, SupplyEnsembleCommand.Lease, Stay,
    }.Does(async run =>
    {
        InputOutputTable table = SupplyCommands.Open(run);
        await using EnsembleQueue queue = await SupplyEnsembleCommand.OpenQueue(run).ConfigureAwait(false);
        var worker = new EnsembleWorker(queue, table, line => run.Say("linchpin: " + line));
        while (true)
        {
            if (await worker.Next(run.Cancel).ConfigureAwait(false))
            {
                continue;
            }

            if (!run.Get(Stay))
            {
                run.Say($"linchpin: nothing to do at {queue.Place} for {table.Dataset.Name}");
                return Exit.Done;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), run.Clock, run.Cancel).ConfigureAwait(false);
        }
    });
}
