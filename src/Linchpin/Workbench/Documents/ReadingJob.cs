using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Documents;

/// <summary>Documents that were handed in to be read.</summary>
/// <param name="Files">The files, by their key in the job's folder.</param>
/// <param name="Label">The label of what is stored.</param>
/// <param name="Then">The workbench's own address to go to with what came of it; <see langword="null"/> for the review.</param>
internal sealed record ReadingAsked(IReadOnlyList<HandedIn> Files, LabelFields Label, string? Then = null);

/// <summary>A file that was handed in.</summary>
/// <param name="Key">Its name in the job's folder.</param>
/// <param name="Name">The name that it came under, without a path.</param>
/// <param name="Folder">The path of its folder as the browser gave it, to tell folders apart only; empty where it gave none.</param>
/// <param name="Fault">Why it was not taken; <see langword="null"/> where it was.</param>
/// <param name="Title">Its title as typed; <see langword="null"/> where none was.</param>
/// <param name="Publisher">Its publisher as typed; <see langword="null"/> where none was.</param>
/// <param name="Published">Its date as typed; <see langword="null"/> where none was.</param>
internal sealed record HandedIn(string Key, string Name, string Folder = "", JobFault? Fault = null, string? Title = null, string? Publisher = null, string? Published = null);

/// <summary>Reads documents that were handed in, one after another, into the ledger. Each is stored whole, then its file goes.</summary>
/// <remarks>Begun again after a kill it passes over what is stored; the one that it was killed in is read again, which adds nothing twice.</remarks>
internal sealed class ReadingJob(WorkbenchSettings settings) : IJobKind
{
    /// <summary>The kind's name.</summary>
    public const string Kind = "reading";

    /// <inheritdoc/>
    public string Name => Kind;

    /// <inheritdoc/>
    public Task<string?> Run(JobRun run)
    {
        ReadingAsked asked = run.Settings<ReadingAsked>();
        var done = run.Job.Items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        run.Report(done.Count, asked.Files.Count);
        HandedInTable table = HandedInTable.Among(settings, asked.Files, f => IsCsv(f) && IsIndex(run, f));
        List<DocumentIndex> indexes = Indexes(run, [.. asked.Files.Where(f => IsCsv(f) && !table.Has(f))], done);
        var reading = new Reading.Reading();
        Handling label = asked.Label.ToHandling(settings.Ledger.Owner);
        var intake = new Intake(settings.Ledger, label, settings.Home!.Originals);
        foreach (HandedIn file in asked.Files.Where(f => !done.Contains(f.Key) && !IsCsv(f) && !table.Has(f)))
        {
            run.Cancel.ThrowIfCancellationRequested();
            run.Report(done.Count, now: file.Name);
            run.Add(Read(run, file, indexes, reading, intake));
            File.Delete(Path.Combine(run.Folder, file.Key));
            done.Add(file.Key);
            run.Report(done.Count);
        }

        if (table.Any)
        {
            run.Cancel.ThrowIfCancellationRequested();
            table.Store(run, label);
            run.Report(asked.Files.Count);
        }

        return Task.FromResult<string?>(asked.Then ?? "/review");
    }

    private static JobItem Read(JobRun run, HandedIn file, List<DocumentIndex> indexes, Reading.Reading reading, Intake intake)
    {
        if (file.Fault is { } refused)
        {
            return new JobItem(file.Key, file.Name, null, Fault: refused);
        }

        try
        {
            using FileStream content = Reading.Reading.Open(Path.Combine(run.Folder, file.Key));
            ReadDocument read = reading.Read(content, file.Name, Facts(file) ?? indexes.Select(i => i.For(file.Name)).FirstOrDefault(f => f is not null), run.Cancel);
            Receipt receipt = intake.Store(read, run.Cancel);
            var said = receipt.ClaimsAdded > 0 ? new JobSaid("job-said.claims", Numbers.Count(receipt.ClaimsAdded)) : new JobSaid(receipt.DocumentsAdded > 0 ? "job-said.nothing" : "job-said.known");
            return JobItem.Of(file.Key, file.Name, said, Address.Of(read.Document.Id));
        }
        catch (FaultException e) when (e.Fault.Kind.Exit is not Exit.Store)
        {
            return new JobItem(file.Key, file.Name, null, Fault: JobFault.Of(e.Fault with { Place = null }));
        }
    }

    /// <summary>The indexes among the files. They are read at every run: a resumed one needs them again, so their files stay to the end.</summary>
    private static List<DocumentIndex> Indexes(JobRun run, IReadOnlyList<HandedIn> files, HashSet<string> done)
    {
        List<DocumentIndex> indexes = [];
        foreach (HandedIn file in files)
        {
            JobItem item;
            try
            {
                using FileStream csv = Reading.Reading.Open(Path.Combine(run.Folder, file.Key));
                indexes.Add(DocumentIndex.Read(csv, file.Name));
                item = JobItem.Of(file.Key, file.Name, new JobSaid("job-said.index", Numbers.Count(indexes[^1].Count)));
            }
            catch (FaultException e)
            {
                item = new JobItem(file.Key, file.Name, null, Fault: JobFault.Of(e.Fault with { Place = null }));
            }

            if (done.Add(file.Key))
            {
                run.Add(item);
            }
        }

        return indexes;
    }

    private static bool IsCsv(HandedIn file) => file.Fault is null && file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    // A file that is gone was moved to its table in an earlier run.
    private static bool IsIndex(JobRun run, HandedIn file)
    {
        string path = Path.Combine(run.Folder, file.Key);
        return File.Exists(path) && DocumentIndex.IsIndex(file.Name, File.ReadLines(path).FirstOrDefault() ?? "");
    }

    private static DocumentFacts? Facts(HandedIn file) => file is { Title: null, Publisher: null, Published: null } ? null : new DocumentFacts(
        file.Title, file.Publisher, file.Published is { } date ? PartialDate.Parse(date) : null, file.Published is null ? null : "stated when it was handed in", null);
}
