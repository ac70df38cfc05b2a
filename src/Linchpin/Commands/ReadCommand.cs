using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Intakes;
using Linchpin.Reading;

namespace Linchpin.Commands;

/// <summary><c>linchpin read</c>: documents to items, and into the ledger.</summary>
internal static class ReadCommand
{
    private static readonly Argument<string[]> Paths = new("PATH")
    {
        Description = "Documents: text, Markdown, HTML, PDF, DOCX, e-mail (.eml). A CSV file with a column 'file' is taken as their index (file,publisher,title,date,kind); one named index.csv beside a document is used without being named.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> NoStore = new("--no-store") { Description = "Read and show only; touch no home." };

    private static readonly Option<bool> Recursive = new("--recursive") { Description = "Where a PATH is a folder, read every document below it." };

    public static Command Create() => new Command("read", "Read documents: find actors, mechanisms, events, commitments, recommendations, risks and roles, each at its passage, and store them as claims.")
    {
        Paths, NoStore, Recursive, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        var files = new DocumentFiles(run.Say);
        files.Find(run.Get(Paths)!, run.Get(Recursive), run.Cancel);
        files.Faults.ForEach(CommandLine.Print);
        List<Fault> faults = [.. files.Faults];
        Reading.Reading reading = Home.NewReading();
        Intake? intake = run.Get(NoStore) ? null : new Intake(run.Ledger, label, run.Home.Originals);
        ReadBefore? before = intake is null || run.Get(Shared.Json) ? null : new ReadBefore(run.Home.CacheFolder, label);
        using var progress = new ProgressLine(run.Clock, "documents") { Of = files.Found.Count };
        int read = 0, known = 0;
        foreach (string path in files.Found)
        {
            run.Cancel.ThrowIfCancellationRequested();
            try
            {
                DocumentFacts? facts = files.FactsOf(path);
                if (before?.Find(path, facts) is { } id && intake!.Holds(id))
                {
                    progress.Clear();
                    run.Out.WriteLine($"{Invocation.Line(Path.GetFileName(path))}: already in the record");
                    known++;
                }
                else
                {
                    ReadDocument document = reading.ReadFile(path, facts, run.Cancel);
                    string stored = intake is null ? "not stored" : Told(intake.Store(document, run.Cancel));
                    before?.Add(path, document.Document.ContentHash, facts);
                    progress.Clear();
                    Show(run, document, stored);
                }

                run.Out.Flush();
                read++;
            }
            catch (FaultException e) when (e.Fault.Kind.Exit is not Exit.Store)
            {
                Fault fault = e.Fault.Place is null ? e.Fault with { Place = path } : e.Fault;
                progress.Clear();
                CommandLine.Print(fault);
                faults.Add(fault);
            }

            progress.Report(read + faults.Count);
        }

        progress.Clear();
        int asked = read + faults.Count;
        if (asked > 1)
        {
            run.Say($"linchpin: {read} of {asked} documents read{(known > 0 ? $", {known} of them known from before" : "")}{(faults.Count > 0 ? $", {faults.Count} refused" : "")}");
        }

        return faults.Count == 0 ? Exit.Done : faults[0].Kind.Exit;
    });

    private static void Show(Invocation run, ReadDocument document, string stored)
    {
        if (!document.Encoding.StartsWith("UTF-8", StringComparison.Ordinal))
        {
            run.Say($"linchpin: {Invocation.Line(document.Document.FileName)}: decoded as {document.Encoding}");
        }

        foreach (string note in document.Notes)
        {
            run.Say($"linchpin: {Invocation.Line(document.Document.FileName)}: {Invocation.Line(note)}");
        }

        if (run.Get(Shared.Json))
        {
            foreach (Item item in document.Items)
            {
                run.Out.WriteLine(item.ToJsonLine());
            }

            return;
        }

        string counts = string.Join(", ", document.Items.GroupBy(i => i.Kind).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Count()} {g.Key}"));
        run.Out.WriteLine($"{Invocation.Line(document.Document.FileName)}: {(counts.Length == 0 ? "nothing found" : counts)}; {stored}");
    }

    private static string Told(Ledger.Receipt receipt) => receipt.ClaimsAdded + receipt.ClaimsKnown == 0 ? "nothing to store"
        : receipt.ClaimsAdded == 0 ? "already in the record"
        : $"{receipt.ClaimsAdded} claims stored{(receipt.JudgementsAdded > 0 ? $", {receipt.JudgementsAdded} same-as or doubtful" : "")}";
}
