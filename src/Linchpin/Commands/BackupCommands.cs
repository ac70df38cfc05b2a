using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary><c>linchpin backup</c> and <c>linchpin restore</c>.</summary>
internal static class BackupCommands
{
    private static readonly Argument<string> To = new("FILE") { Description = "The backup, a new file." };

    private static readonly Argument<string> From = new("FILE") { Description = "A backup, or an archive of 'linchpin export --jsonl'." };

    private static readonly Option<bool> Replace = new("--replace") { Description = "Give up the ledger that is in place; one that is damaged is kept beside it." };

    public static Command Backup() => new Command("backup", "Copy the ledger into a file while others read and write it. Of a ledger in PostgreSQL the copy is an archive.") { To }.Does(run =>
    {
        string path = Shared.FullPath(run.Get(To)!, "FILE");
        if (File.Exists(path) || Directory.Exists(path))
        {
            throw ProgramFaults.Output.Because("There is something of this name already.", path, remedy: "Name a new file, so that no earlier backup is lost.");
        }

        // Beside its place until it is whole.
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(part);
            run.Ledger.Backup(part, run.Cancel);
            File.Move(part, path);
        }
        catch (Exception e) when (WholeFile.Refused(e))
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
        finally
        {
            File.Delete(part);
            File.Delete(part + "-journal");
        }

        run.Out.WriteLine(path);
        return Exit.Done;
    });

    public static Command Restore() => new Command("restore", "Put a backup in the ledger's place, after walking its log: all of it, or nothing. A ledger with entries stays unless --replace is given.") { From, Replace }.Does(run =>
    {
        string path = Shared.FullPath(run.Get(From)!, "FILE");
        using var progress = new ProgressLine(run.Clock, "entries");
        Verification found = Ledger.Ledger.Restore(path, run.Home.LedgerPlace, run.Get(Replace), run.Clock, progress, run.Cancel);
        progress.Clear();
        run.Out.WriteLine($"{found.Entries} entries restored and fit; head {found.Head}");
        return Exit.Done;
    });
}
