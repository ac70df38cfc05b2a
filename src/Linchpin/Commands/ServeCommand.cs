using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Starter;
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
        run.Say($"linchpin: home {run.Home.Folder}");
        Ledger.Ledger ledger = run.Ledger;
        if (isNew)
        {
            StarterIntake.Load(run);
        }

        await using WebApplication app = Workbench.Workbench.Build(new WorkbenchSettings(ledger, run.Home.OpenReaders(), run.Clock, run.Required(Urls)));
        await app.StartAsync(run.Cancel).ConfigureAwait(false);
        run.Say($"linchpin: the workbench is at {string.Join(" ", app.Urls)} (stop it with Ctrl+C)");
        await app.WaitForShutdownAsync(run.Cancel).ConfigureAwait(false);
        return Exit.Done;
    });
}
