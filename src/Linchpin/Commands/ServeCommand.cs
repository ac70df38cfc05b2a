using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Workbench;

namespace Linchpin.Commands;

/// <summary><c>linchpin serve</c>: the workbench, until it is stopped.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Where to listen. The workbench has no accounts: keep it on loopback.",
        HelpName = "URL",
        DefaultValueFactory = _ => "http://127.0.0.1:5150",
    };

    public static Command Create() => new Command("serve", "The workbench: a local web server with the lattice as its first page. What runs without a command.") { Urls }.Does(async run =>
    {
        bool isNew = run.Home.IsNew;
        run.Say($"linchpin: home {run.Home.Folder}{(isNew ? " (new: loading the starter record)" : "")}");
        using Ledger.Ledger ledger = run.Home.OpenLedger(run.Clock);
        var starter = new StarterIntake(ledger, run.Home.CacheFolder, run.Say);
        if (isNew)
        {
            starter.LoadRecord(run.Cancel);
        }

        await using WebApplication app = Workbench.Workbench.Build(new WorkbenchSettings
        {
            Ledger = ledger,
            Readers = run.Home.OpenReaders(),
            Clock = run.Clock,
            Urls = run.Required(Urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        });
        try
        {
            await app.StartAsync(run.Cancel).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw ProgramFaults.Address.Because(Shown.Short(e.Message, 200), inner: e);
        }

        run.Say($"linchpin: the workbench is at {string.Join(" ", app.Urls)} (stop it with Ctrl+C)");

        // The tables take seconds: the workbench is open meanwhile, and a first run that is stopped here is taken up by the next.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Cancel, app.Lifetime.ApplicationStopping);
        Task tables = starter.LacksExposures() ? Task.Run(() => LoadExposures(starter, stop.Token), CancellationToken.None) : Task.CompletedTask;
        await app.WaitForShutdownAsync(run.Cancel).ConfigureAwait(false);
        await tables.ConfigureAwait(false);
        return Exit.Done;
    });

    private static void LoadExposures(StarterIntake starter, CancellationToken stop)
    {
        try
        {
            starter.LoadExposures(stop);
        }
        catch (OperationCanceledException)
        {
            // Stopped with the workbench; the next run takes it up.
        }
        catch (FaultException e)
        {
            CommandLine.Print(e.Fault);
        }
    }
}
