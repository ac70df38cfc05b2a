using System.CommandLine;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary><c>linchpin import</c>: a ledger's archive into an empty home.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Archive = new("FILE") { Description = "What 'linchpin export --jsonl' wrote." };

    public static Command Create() => new Command(
        "import", "Store an archive of a whole ledger in an empty home, or continue a ledger that holds its beginning: all of it, or nothing. The log is then the same, hash by hash.") { Archive }
        .Does(run =>
        {
            string path = Shared.FullPath(run.Get(Archive)!, "FILE");
            using FileStream from = Open(path);
            using var progress = new ProgressLine(run.Clock, "entries");
            long added = run.Ledger.Import(from, Path.GetFileName(path), progress, run.Cancel);
            progress.Clear();
            run.Out.WriteLine(added == 0 ? "every entry was there already" : $"{added} entries stored, each held to its hash");
            return Exit.Done;
        });

    /// <summary>Opens a file that a command was given.</summary>
    /// <exception cref="FaultException"><c>program.input</c></exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Input.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
    }
}
