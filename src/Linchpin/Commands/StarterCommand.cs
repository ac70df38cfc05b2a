using System.CommandLine;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary><c>linchpin starter</c>: loads the starter record into the home.</summary>
internal static class StarterCommand
{
    public static Command Create() => new Command("starter", "Load the starter record: facts, short documents and two tables' exposures, as a new workbench has them. Loading it twice adds nothing.").Does(run =>
    {
        var starter = new StarterIntake(run.Ledger, run.Home, run.Say);
        starter.LoadRecord(run.Cancel);
        starter.LoadExposures(run.Cancel);
        return Exit.Done;
    });
}
