using System.Runtime.CompilerServices;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Workbench.Jobs;

/// <summary>The jobs of this node: started, run one of each kind at a time, cancelled, resumed, watched.</summary>
/// <remarks>
/// <para><b>Kept:</b> each change of state and each finished step is on the disk before it shows. What was open when the process ended is interrupted in the next.</para>
/// <para><b>Bounds:</b> <see cref="MostOpen"/> waiting or running, <see cref="MostKept"/> ended ones kept, <see cref="MostBytes"/> on the disk, <see cref="MostWatched"/> pages following.</para>
/// </remarks>
internal sealed class JobQueue : IHostedService, IDisposable
{
    /// <summary>Jobs waiting or running at once.</summary>
    public const int MostOpen = 64;

    /// <summary>Ended jobs that are kept; the oldest go first.</summary>
    public const int MostKept = 100;

    /// <summary>Bytes that jobs and their files may take before further ones are refused: 4 GiB.</summary>
    public const long MostBytes = 4L << 30;

    /// <summary>Streams of events open at once.</summary>
    public const int MostWatched = 64;

    private static readonly TimeSpan Millisecond = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Still = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IJobKind> _kinds;
    private readonly JobFolder? _folder;
    private readonly TimeProvider _clock;
    private readonly ILogger<JobQueue> _log;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenRegistration _stopping;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private DateTimeOffset _last;
    private int _watched;

    public JobQueue(WorkbenchSettings settings, IEnumerable<IJobKind> kinds, IHostApplicationLifetime life, ILogger<JobQueue> log)
    {
        _kinds = kinds.ToDictionary(k => k.Name, StringComparer.Ordinal);
        _clock = settings.Clock;
        _log = log;
        _folder = settings.Home is { } home ? new JobFolder(home.Folder) : null;
        _stopping = life.ApplicationStopping.Register(_stop.Cancel);
        foreach (Job job in _folder?.Load() ?? [])
        {
            _jobs[job.Id] = _folder!.Ours && job.IsOpen ? Saved(job with { State = JobState.Interrupted, Now = null, NowSaid = null }) : job;
        }
    }

    /// <summary>Whether jobs can be started here: the workbench has a home, and no other process does its jobs.</summary>
    public bool Works => _folder?.Ours == true;

    /// <summary>All jobs, the latest first.</summary>
    public IReadOnlyList<Job> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _jobs.Values.Reverse()];
            }
        }
    }

    /// <summary>A job; <see langword="null"/> where there is none.</summary>
    public Job? Find(string? id)
    {
        lock (_lock)
        {
            return id is null ? null : _jobs.GetValueOrDefault(id);
        }
    }

    /// <summary>Makes room for a job that needs files: its id, and its folder to put them in. Hand the id to <see cref="Start"/>, or drop it.</summary>
    /// <exception cref="FaultException"><c>workbench.jobs-full</c>, <c>workbench.jobs-elsewhere</c></exception>
    public (string Id, string Folder) Prepare()
    {
        if (_folder is not { Ours: true } folder)
        {
            throw WorkbenchFaults.JobsElsewhere.Because(_folder is null ? "This workbench was started without a home." : "Another process does the jobs of this home.");
        }

        DateTimeOffset at;
        lock (_lock)
        {
            int open = _jobs.Values.Count(j => j.IsOpen);
            if (open >= MostOpen)
            {
                throw WorkbenchFaults.JobsFull.Because($"{open} jobs are waiting or running.");
            }

            // An id has milliseconds: two jobs asked for within one stand in the order of asking all the same.
            at = _clock.GetUtcNow();
            _last = at = at - _last < Millisecond ? _last + Millisecond : at;
        }

        if (folder.Bytes is var bytes && bytes > MostBytes)
        {
            throw WorkbenchFaults.JobsFull.Because($"The files of jobs take {bytes >> 20} MiB.", remedy: "Wait for running jobs, or remove interrupted ones.");
        }

        string id = Guid.CreateVersion7(at).ToString("N");
        Directory.CreateDirectory(folder.Of(id));
        return (id, folder.Of(id));
    }

    /// <summary>Gives up a prepared job with its files.</summary>
    public void Drop(string id) => _folder!.Remove(id);

    /// <summary>Starts a job.</summary>
    /// <param name="kind">The name of a kind.</param>
    /// <param name="title">What it is, in words.</param>
    /// <param name="settings">What is asked for; written as JSON.</param>
    /// <param name="prepared">The id from <see cref="Prepare"/>; <see langword="null"/> for a job without files.</param>
    /// <exception cref="FaultException"><c>workbench.jobs-full</c>, <c>workbench.jobs-elsewhere</c>, <c>program.output</c></exception>
    public Job Start(string kind, string title, object settings, string? prepared = null)
    {
        _ = _kinds[kind];
        var job = new Job
        {
            Id = prepared ?? Prepare().Id, Kind = kind, Title = title, Asked = _clock.GetUtcNow(), Settings = JsonSerializer.SerializeToElement(settings, JobFolder.Form),
        };
        lock (_lock)
        {
            _jobs[job.Id] = Saved(job);
            Tell();
        }

        return job;
    }

    /// <summary>Asks a job to end. What is done stays done.</summary>
    /// <exception cref="FaultException"><c>workbench.job</c></exception>
    public void Cancel(string id)
    {
        lock (_lock)
        {
            Job job = Known(id);
            if (_running.TryGetValue(id, out CancellationTokenSource? run))
            {
                run.Cancel();
            }
            else if (!job.IsOver)
            {
                End(job with { State = JobState.Cancelled });
            }
        }
    }

    /// <summary>Lets an interrupted job go on; a failed one is begun again after what it had done.</summary>
    /// <exception cref="FaultException"><c>workbench.job</c>, <c>workbench.jobs-elsewhere</c></exception>
    public void Resume(string id)
    {
        if (!Works)
        {
            throw WorkbenchFaults.JobsElsewhere.Because("Another process does the jobs of this home.");
        }

        lock (_lock)
        {
            Job job = Known(id);
            if (job.State is not (JobState.Interrupted or JobState.Failed) || !_kinds.ContainsKey(job.Kind))
            {
                throw WorkbenchFaults.Job.Because("Only an interrupted or failed job can go on.");
            }

            _jobs[id] = Saved(job with { State = JobState.Waiting, Fault = null, Ended = null });
            Tell();
        }
    }

    /// <summary>The job as it stands, and again whenever it has changed, until it is over; at least every 15 seconds.</summary>
    /// <exception cref="FaultException"><c>workbench.jobs-full</c> where too many pages follow jobs.</exception>
    public async IAsyncEnumerable<Job> Watch(string id, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel, _stop.Token);
        if (Interlocked.Increment(ref _watched) > MostWatched)
        {
            Interlocked.Decrement(ref _watched);
            throw WorkbenchFaults.JobsFull.Because($"{MostWatched} pages follow jobs already.");
        }

        try
        {
            while (true)
            {
                Job? job;
                Task changed;
                lock (_lock)
                {
                    (job, changed) = (_jobs.GetValueOrDefault(id), _changed.Task);
                }

                if (job is null)
                {
                    yield break;
                }

                yield return job;
                if (!job.IsOpen || until.IsCancellationRequested)
                {
                    yield break;
                }

                // Many changes at once are one to a page.
                await Task.Delay(Pause, _clock, until.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await changed.WaitAsync(Still, _clock, until.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _watched);
        }
    }

    /// <summary>Changes a running job.</summary>
    internal void Change(string id, Func<Job, Job> change, bool save)
    {
        lock (_lock)
        {
            Job job = change(_jobs[id]);
            _jobs[id] = save ? Saved(job) : job;
            Tell();
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _work = Works ? Task.WhenAll(_kinds.Values.Select(k => Task.Run(() => Work(k), CancellationToken.None))) : Task.CompletedTask;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Work(IJobKind kind)
    {
        while (!_stop.IsCancellationRequested)
        {
            Job? next;
            Task changed;
            CancellationTokenSource? run = null;
            lock (_lock)
            {
                changed = _changed.Task;
                next = _jobs.Values.FirstOrDefault(j => j.State == JobState.Waiting && j.Kind == kind.Name);
                if (next is not null)
                {
                    run = _running[next.Id] = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
                    _jobs[next.Id] = next = Saved(next with { State = JobState.Running, Began = _clock.GetUtcNow() });
                    Tell();
                }
            }

            if (next is null)
            {
                await changed.WaitAsync(_stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                continue;
            }

            Func<Job, Job> end = await Run(kind, next, run!.Token).ConfigureAwait(false);
            lock (_lock)
            {
                _running.Remove(next.Id);
                End(end(_jobs[next.Id]));
            }

            run.Dispose();
        }
    }

    private async Task<Func<Job, Job>> Run(IJobKind kind, Job job, CancellationToken cancel)
    {
        try
        {
            string? result = await kind.Run(new JobRun(this, job, _folder!.Of(job.Id), cancel)).ConfigureAwait(false);
            return j => j with { State = JobState.Done, Result = result };
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return _stop.IsCancellationRequested ? j => j with { State = JobState.Interrupted } : j => j with { State = JobState.Cancelled };
        }
        catch (FaultException e)
        {
            return j => j with { State = JobState.Failed, Fault = JobFault.Of(e.Fault) };
        }
        catch (Exception e)
        {
            _log.LogError(e, "Bug in job {Id}", job.Id);
            Fault bug = WorkbenchFaults.Bug.At($"The program failed on this job. Its number is {job.Id}.");
            return j => j with { State = JobState.Failed, Fault = JobFault.Of(bug) };
        }
    }

    private void End(Job job)
    {
        _jobs[job.Id] = Saved(job with { Now = null, NowSaid = null, Ended = _clock.GetUtcNow() });
        foreach (Job old in _jobs.Values.Where(j => j.IsOver).Reverse().Skip(MostKept).ToList())
        {
            _jobs.Remove(old.Id);
            _folder!.Remove(old.Id);
        }

        Tell();
    }

    private Job Known(string id) => _jobs.GetValueOrDefault(id) ?? throw WorkbenchFaults.NotFound.Because("There is no such job.");

    private Job Saved(Job job)
    {
        try
        {
            _folder!.Save(job);
        }
        catch (FaultException e) when (job.State != JobState.Waiting)
        {
            // A full disk must not end the worker: the job goes on, and what is not kept is done again after a restart.
            _log.LogError(e, "Job {Id} cannot be kept", job.Id);
        }

        return job;
    }

    private void Tell()
    {
        TaskCompletionSource told = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        told.SetResult();
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _stop.Dispose();
        _folder?.Dispose();
    }
}
