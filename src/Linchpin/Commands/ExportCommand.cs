using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary><c>linchpin export</c>: the record as files for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Option<string?> JsonLines = new("--jsonl")
    {
        Description = "The whole ledger, an entry a line, for 'linchpin import'; with --reader or a day, what that view shows, which cannot be imported.",
        HelpName = "FILE",
    };

    public static Command Create() => new Command("export", "Write the record as files: the whole ledger as an archive, or a view for other programs (docs/exports.md).")
    {
        JsonLines, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader,
    }.Does(run =>
    {
        if (run.Get(JsonLines) is null)
        {
            throw ProgramFaults.Usage.Because("Nothing to write.", remedy: "Name a file with --jsonl.");
        }

        bool whole = run.Get(Shared.Reader) is null && run.AsOf == default;
        if (run.Get(JsonLines) is { } path)
        {
            path = Shared.FullPath(path, "--jsonl");
            using var progress = new ProgressLine(run.Clock, "entries") { Of = whole ? run.Ledger.LastEntry : null };
            WholeFile.WriteBytes(path, to =>
            {
                if (whole)
                {
                    run.Ledger.Export(to, progress, run.Cancel);
                }
                else
                {
                    run.View().Export(to, run.Cancel);
                }
            });
            progress.Clear();
            run.Out.WriteLine(path);
        }

        return Exit.Done;
    });
}
