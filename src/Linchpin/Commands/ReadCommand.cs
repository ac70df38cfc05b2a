using System.CommandLine;
using Linchpin.Claims;
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

    private static readonly string[] Endings = [".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml"];

    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = false,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    public static Command Create() => new Command("read", "Read documents: find actors, mechanisms, events, commitments, recommendations, risks and roles, each at its passage, and store them as claims.")
    {
        Paths, NoStore, Recursive, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        (List<string> documents, List<DocumentIndex> indexes, List<Fault> faults) = Sort(run);
        Reading.Reading reading = Home.NewReading();
        Intake? intake = run.Get(NoStore) ? null : new Intake(run.Ledger, label, run.Home.Originals);
        int read = 0;
        foreach (string path in documents)
        {
            run.Cancel.ThrowIfCancellationRequested();
            try
            {
                string name = Path.GetFileName(path);
                DocumentFacts? facts = indexes.Select(i => i.For(name)).FirstOrDefault(f => f is not null);
                ReadDocument document = reading.ReadFile(path, facts, run.Cancel);
                string stored = intake is null ? "not stored" : Told(intake.Store(document, run.Cancel));
                Show(run, document, stored);
                run.Out.Flush();
                read++;
            }
            catch (FaultException e) when (e.Fault.Kind.Exit is not Exit.Store)
            {
                Fault fault = e.Fault.Place is null ? e.Fault with { Place = path } : e.Fault;
                CommandLine.Print(fault);
                faults.Add(fault);
            }
        }

        int asked = read + faults.Count;
        if (asked > 1)
        {
            run.Say($"linchpin: {read} of {asked} documents read{(faults.Count > 0 ? $", {faults.Count} refused" : "")}");
        }

        return faults.Count == 0 ? Exit.Done : faults[0].Kind.Exit;
    });

    /// <summary>Paths into documents and their indexes; an index that cannot be read is a fault, printed, and the others go on.</summary>
    private static (List<string> Documents, List<DocumentIndex> Indexes, List<Fault> Faults) Sort(Invocation run)
    {
        List<string> documents = [];
        List<DocumentIndex> indexes = [];
        List<Fault> faults = [];
        var indexed = new HashSet<string>(StringComparer.Ordinal);
        foreach (string path in run.Get(Paths)!.SelectMany(p => Expand(p, run.Get(Recursive))))
        {
            try
            {
                if (!TakeIndex(path))
                {
                    documents.Add(path);
                    string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "index.csv");
                    if (File.Exists(beside))
                    {
                        TakeIndex(beside);
                    }
                }
            }
            catch (FaultException e)
            {
                CommandLine.Print(e.Fault);
                faults.Add(e.Fault);
            }
        }

        return (documents, indexes, faults);

        bool TakeIndex(string path)
        {
            if (!path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            if (indexed.Add(Path.GetFullPath(path)))
            {
                using FileStream content = Reading.Reading.Open(path);
                indexes.Add(DocumentIndex.Read(content, path));
                run.Say($"linchpin: publishers, titles and dates from {path}");
            }

            return true;
        }
    }

    /// <summary>A path, or, where that was asked for, the documents below a folder by their endings, hidden files and links left out.</summary>
    /// <exception cref="FaultException"><c>program.usage</c> for an empty path, or a folder without a document.</exception>
    private static IReadOnlyList<string> Expand(string path, bool recursive)
    {
        if (path.Length == 0)
        {
            throw ProgramFaults.Usage.Because("A PATH is empty.", remedy: "Give the path of a document.");
        }

        if (!recursive || !Directory.Exists(path))
        {
            return [path];
        }

        string[] found = [.. Directory.EnumerateFiles(path, "*", Below).Where(f => Endings.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        return found.Length > 0 ? found
            : throw ProgramFaults.Usage.Because("There is no document below this folder.", path, remedy: $"Name a folder with files that end in {string.Join(", ", Endings)}.");
    }

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
        : $"{receipt.ClaimsAdded} claims stored{(receipt.JudgementsAdded > 0 ? $", {receipt.JudgementsAdded} same-as" : "")}";
}
