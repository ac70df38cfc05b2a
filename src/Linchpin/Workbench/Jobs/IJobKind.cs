using System.Text.Json;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Jobs;

/// <summary>A kind of long work. Register it as a service in <see cref="Workbench"/>; start a job of it with <see cref="JobQueue.Start"/>.</summary>
/// <remarks>Jobs of one kind run one after another; two kinds run beside each other. Work must be such that a job that was killed and begun again comes to the same end.</remarks>
internal interface IJobKind
{
    /// <summary>One lower-case word, kept with each job: <c>reading</c>. Its words on pages are <c>job-kind.NAME</c>.</summary>
    string Name { get; }

    /// <summary>Does the work, on a thread of its own; begins where <see cref="Job.Items"/> of the run ends.</summary>
    /// <returns>The workbench's own address of what came of it, such as <c>/scenarios/…</c>; <see langword="null"/> where the job's own page is all.</returns>
    /// <exception cref="Claims.FaultException">Ends the job as failed, with the fault on its page.</exception>
    Task<string?> Run(JobRun run);
}

/// <summary>One run of a job, in the hands of its kind.</summary>
internal sealed class JobRun(JobQueue queue, Job job, string folder, CancellationToken cancel)
{
    /// <summary>The job as it was when this run began.</summary>
    public Job Job { get; } = job;

    /// <summary>The job's own folder: files that were handed in, and whatever the work keeps between two runs. It goes when the job goes.</summary>
    public string Folder { get; } = folder;

    /// <summary>Set when somebody cancels the job or the workbench stops. Let the exception pass.</summary>
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>What was asked for.</summary>
    public T Settings<T>() => Job.Settings.Deserialize<T>(JobFolder.Form)!;

    /// <summary>Tells how far the work is. Cheap; may be called often.</summary>
    public void Report(int done, int? total = null, string? now = null) => queue.Change(Job.Id, j => j with { Done = done, Total = total ?? j.Total, Now = now ?? j.Now, NowSaid = now is null ? j.NowSaid : null }, save: false);

    /// <summary>The same, with what it is at to be said in any language.</summary>
    public void Report(int done, JobSaid now) => queue.Change(Job.Id, j => j with { Done = done, Now = now.In(Messages.English), NowSaid = now }, save: false);

    /// <summary>Keeps a step that is done.</summary>
    public void Add(JobItem item) => queue.Change(Job.Id, j => j with { Items = [.. j.Items, item] }, save: true);
}
