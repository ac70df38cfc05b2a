using System.CommandLine;
using System.Net;
using System.Net.Sockets;
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
        string[] urls = Addresses(run.Required(Urls));
        using Ledger.Ledger ledger = run.Home.OpenLedger(run.Clock);
        var starter = new StarterIntake(ledger, run.Home, run.Say);
        bool lacks = starter.LacksRecord();
        run.Say($"linchpin: home {run.Home.Folder}{(lacks ? " (new: loading the starter record)" : "")}");
        if (lacks)
        {
            starter.LoadRecord(run.Cancel);
        }

        await using WebApplication app = Workbench.Workbench.Build(new WorkbenchSettings
        {
            Ledger = ledger,
            Readers = run.Home.OpenReaders(),
            Home = run.Home,
            Clock = run.Clock,
            Urls = urls,
            Tables = [.. run.Home.TableFolders(), StarterRecord.TableFolder],
        });
        try
        {
            await app.StartAsync(run.Cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw ProgramFaults.Address.Because(Shown.Short(e.Message, 200), string.Join(" ", urls), inner: e);
        }

        run.Say($"linchpin: the workbench is at {string.Join(" ", app.Urls)} (stop it with Ctrl+C)");

        // The tables take seconds: the workbench is open meanwhile, and a first run that is stopped here is taken up by the next.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(run.Cancel, app.Lifetime.ApplicationStopping);
        Task tables = starter.LacksExposures() ? Task.Run(() => LoadExposures(starter, stop.Token), CancellationToken.None) : Task.CompletedTask;
        await app.WaitForShutdownAsync(run.Cancel).ConfigureAwait(false);
        await tables.ConfigureAwait(false);
        return Exit.Done;
    });

    /// <summary>The addresses asked for, each <c>http://</c>, a numeric address or localhost, and a port.</summary>
    /// <remarks>The server below would take any other name, and a port that it cannot read, for "listen to every network".</remarks>
    /// <exception cref="FaultException"><c>program.usage</c></exception>
    private static string[] Addresses(string text)
    {
        string[] addresses = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? bad = addresses.FirstOrDefault(a => Address(a) is null);
        return addresses.Length > 0 && bad is null ? [.. addresses.Select(a => Address(a)!)] : throw ProgramFaults.Usage.Because(
            $"--urls '{Shown.Short(bad ?? text)}' is not an address to listen at.",
            remedy: "Write http://, a numeric address or localhost, and a port, such as http://127.0.0.1:5151; http://0.0.0.0:5151 is every network of the machine.");
    }

    /// <summary>The address in its one form, or nothing where it is none.</summary>
    private static string? Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && uri is { Scheme: "http", PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (uri.Host == "localhost" || IPAddress.TryParse(uri.Host, out _)) ? uri.GetLeftPart(UriPartial.Authority) : null;

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
