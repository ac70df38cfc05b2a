using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Exports;
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

    private static readonly Option<string?> Linked = new("--json-ld") { Description = "The view as JSON-LD in PROV-O's terms.", HelpName = "FILE" };

    private static readonly Option<string?> Table = new("--csv") { Description = "The view's claims as a CSV file, where the name ends in .csv; else a folder of claims, sources and judgements.", HelpName = "FILE|FOLDER" };

    private static readonly Option<string?> Sources = new("--bibtex") { Description = "The view's documents and datasets as BibTeX.", HelpName = "FILE" };

    public static Command Create() => new Command("export", "Write the record as files: the whole ledger as an archive, or a view for other programs (docs/exports.md).")
    {
        JsonLines, Linked, Table, Sources, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader,
    }.Does(run =>
    {
        string? archive = Given(run, JsonLines), linked = Given(run, Linked), table = Given(run, Table), sources = Given(run, Sources);
        if (archive is null && linked is null && table is null && sources is null)
        {
            throw ProgramFaults.Usage.Because("Nothing to write.", remedy: "Name a file with --jsonl, --json-ld, --csv or --bibtex.");
        }

        if (archive is not null && run.Get(Shared.Reader) is null && run.AsOf == default)
        {
            Write(run, archive, "entries", run.Ledger.LastEntry, (to, progress) => run.Ledger.Export(to, progress, run.Cancel));
            archive = null;
        }

        // One view for all files, so that they show one moment.
        View view = run.View();
        if (archive is not null)
        {
            Write(run, archive, "claims", null, (to, _) => view.Export(to, run.Cancel));
        }

        if (linked is not null)
        {
            Write(run, linked, "claims", null, (to, progress) => JsonLd.Write(view, to, progress, run.Cancel));
        }

        if (table is not null)
        {
            Tables(run, view, table);
        }

        if (sources is not null)
        {
            WholeFile.Write(sources, to => BibTex.Write(view, to));
            run.Out.WriteLine(sources);
        }

        return Exit.Done;
    });

    private static void Tables(Invocation run, View view, string path)
    {
        using var progress = new ProgressLine(run.Clock, "claims");
        void Claims(TextWriter to) => ClaimsCsv.WriteClaims(view, to, progress, run.Cancel);
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            WholeFile.Write(path, Claims);
            progress.Clear();
            run.Out.WriteLine(path);
            return;
        }

        string[] files = [.. new[] { "claims.csv", "sources.csv", "judgements.csv" }.Select(f => Path.Combine(path, f))];
        WholeFile.Write((files[0], Claims), (files[1], to => ClaimsCsv.WriteSources(view, to)), (files[2], to => ClaimsCsv.WriteJudgements(view, to)));
        progress.Clear();
        foreach (string file in files)
        {
            run.Out.WriteLine(file);
        }
    }

    private static void Write(Invocation run, string path, string what, long? of, Action<Stream, IProgress<long>> write)
    {
        using var progress = new ProgressLine(run.Clock, what) { Of = of };
        WholeFile.WriteBytes(path, to => write(to, progress));
        progress.Clear();
        run.Out.WriteLine(path);
    }

    private static string? Given(Invocation run, Option<string?> option) => run.Get(option) is { } path ? Shared.FullPath(path, option.Name) : null;
}
