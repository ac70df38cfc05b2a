using System.Net;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench;
using Linchpin.Workbench.Jobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Linchpin.Tests.Workbench;

public sealed class JobTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("linchpin-jobs-").FullName;
    private readonly Ledger.Ledger _ledger;

    public JobTests() => _ledger = Ledger.Ledger.Open(Path.Combine(_home, "ledger.db"), "desk", TimeProvider.System);

    [Fact]
    public async Task A_job_tells_its_steps_and_ends_with_the_address_of_its_result()
    {
        using JobQueue jobs = Queue(new Steps(run =>
        {
            run.Settings<Asked>().Word.ShouldBe("chips");
            run.Report(0, 2);
            run.Add(new JobItem("1", "first", "done"));
            run.Report(1);
            return "/search?q=chips";
        }));
        await jobs.StartAsync(default);
        Job ended = await End(jobs, jobs.Start("steps", "Two steps", new Asked("chips")).Id);

        ended.State.ShouldBe(JobState.Done);
        ended.Result.ShouldBe("/search?q=chips");
        ended.Items.ShouldHaveSingleItem().Name.ShouldBe("first");
        (ended.Done, ended.Total).ShouldBe((1, 2));
        await jobs.StopAsync(default);
    }

    [Fact]
    public async Task A_fault_ends_its_job_alone_and_stands_on_it_with_its_remedy()
    {
        int runs = 0;
        using JobQueue jobs = Queue(new Steps(_ => ++runs == 1 ? throw WorkbenchFaults.Field.Because("The field is odd.") : null));
        await jobs.StartAsync(default);
        string first = jobs.Start("steps", "First", new Asked("a")).Id;
        string second = jobs.Start("steps", "Second", new Asked("b")).Id;

        Job failed = await End(jobs, first);
        failed.State.ShouldBe(JobState.Failed);
        failed.Fault!.Code.ShouldBe("workbench.field");
        failed.Fault.Cause.ShouldBe("The field is odd.");
        (await End(jobs, second)).State.ShouldBe(JobState.Done);
        await jobs.StopAsync(default);
    }

    [Fact]
    public async Task A_running_job_is_cancelled_and_keeps_what_was_done()
    {
        using var begun = new ManualResetEventSlim();
        using JobQueue jobs = Queue(new Steps(run =>
        {
            run.Add(new JobItem("1", "first", "done"));
            begun.Set();
            run.Cancel.WaitHandle.WaitOne();
            run.Cancel.ThrowIfCancellationRequested();
            return null;
        }));
        await jobs.StartAsync(default);
        string id = jobs.Start("steps", "Long", new Asked("a")).Id;
        begun.Wait();
        jobs.Cancel(id);

        Job ended = await End(jobs, id);
        ended.State.ShouldBe(JobState.Cancelled);
        ended.Items.Count.ShouldBe(1);
        Should.Throw<FaultException>(() => jobs.Resume(id)).Fault.Kind.Code.ShouldBe("workbench.job");
        await jobs.StopAsync(default);
    }

    [Fact]
    public async Task What_the_end_of_the_workbench_interrupts_goes_on_in_the_next_after_the_steps_that_were_done()
    {
        using var begun = new ManualResetEventSlim();
        string id;
        using (JobQueue first = Queue(new Steps(run =>
        {
            File.WriteAllText(Path.Combine(run.Folder, "kept"), "x");
            run.Add(new JobItem("1", "first", "done"));
            begun.Set();
            run.Cancel.WaitHandle.WaitOne();
            run.Cancel.ThrowIfCancellationRequested();
            return null;
        })))
        {
            await first.StartAsync(default);
            id = first.Start("steps", "Long", new Asked("a")).Id;
            begun.Wait();
            await first.StopAsync(default);
            first.Find(id)!.State.ShouldBe(JobState.Interrupted);
        }

        using JobQueue second = Queue(new Steps(run =>
        {
            run.Job.Items.ShouldHaveSingleItem();
            File.Exists(Path.Combine(run.Folder, "kept")).ShouldBeTrue();
            run.Add(new JobItem("2", "second", "done"));
            return null;
        }));
        await second.StartAsync(default);
        second.Find(id)!.State.ShouldBe(JobState.Interrupted);
        second.Resume(id);
        (await End(second, id)).Items.Select(i => i.Key).ShouldBe(["1", "2"]);
        await second.StopAsync(default);
    }

    [Fact]
    public void A_second_workbench_on_one_home_shows_the_jobs_and_starts_none()
    {
        SampleJobs.Write(_home);
        using JobQueue first = Queue();
        using JobQueue second = Queue();

        first.Works.ShouldBeTrue();
        second.Works.ShouldBeFalse();
        first.Find(SampleJobs.Interrupted)!.State.ShouldBe(JobState.Interrupted);
        second.Find(SampleJobs.Done)!.Items.Count.ShouldBe(3);
        Should.Throw<FaultException>(() => second.Prepare()).Fault.Kind.Code.ShouldBe("workbench.jobs-elsewhere");
    }

    [Fact]
    public void Damaged_jobs_are_left_out_and_uploads_that_were_cut_off_are_removed()
    {
        string jobs = Directory.CreateDirectory(Path.Combine(_home, "jobs")).FullName;
        Directory.CreateDirectory(Path.Combine(jobs, new string('a', 32)));
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(jobs, new string('b', 32))).FullName, "job.json"), "{\"id\":");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(jobs, new string('c', 32))).FullName, "job.json"), $$"""{"id":"{{new string('d', 32)}}","kind":"steps","title":"x","asked":"2025-02-03T03:00:00+00:00"}""");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(jobs, new string('e', 32))).FullName, "job.json"), $$"""{"id":"{{new string('e', 32)}}","kind":"steps","title":"x","asked":"2025-02-03T03:00:00+00:00","state":7}""");
        Directory.CreateDirectory(Path.Combine(jobs, "mine"));

        using JobQueue queue = Queue();
        queue.All.ShouldBeEmpty();
        Directory.GetDirectories(jobs).Select(Path.GetFileName).Order().ShouldBe([new string('b', 32), new string('c', 32), new string('e', 32), "mine"]);
    }

    [Fact]
    public async Task Only_so_many_wait_at_once_and_only_so_many_ended_ones_are_kept()
    {
        using JobQueue jobs = Queue(new Steps(_ => null));
        for (int i = 0; i < JobQueue.MostOpen; i++)
        {
            jobs.Start("steps", "One", new Asked("a"));
        }

        Should.Throw<FaultException>(() => jobs.Start("steps", "One more", new Asked("a"))).Fault.Kind.Code.ShouldBe("workbench.jobs-full");
        await jobs.StartAsync(default);
        await End(jobs, jobs.All[0].Id);
        for (int i = 0; i < JobQueue.MostOpen; i++)
        {
            jobs.Start("steps", "More", new Asked("a"));
        }

        string last = jobs.All[0].Id;
        await End(jobs, last);

        jobs.All.Count.ShouldBe(JobQueue.MostKept);
        jobs.Find(last).ShouldNotBeNull();
        Directory.GetDirectories(Path.Combine(_home, "jobs")).Length.ShouldBe(JobQueue.MostKept);
        await jobs.StopAsync(default);
    }

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_home, recursive: true);
    }

    private JobQueue Queue(params IJobKind[] kinds) => new(
        new WorkbenchSettings { Ledger = _ledger, Readers = Readers.Load(Path.Combine(_home, "readers.json"), "desk"), Home = Home.At(_home) }, kinds, new Life(), NullLogger<JobQueue>.Instance);

    private static async Task<Job> End(JobQueue jobs, string id)
    {
        Job? last = null;
        await foreach (Job job in jobs.Watch(id, default))
        {
            last = job;
        }

        return last!;
    }

    private sealed record Asked(string Word);

    private sealed class Steps(Func<JobRun, string?> run) : IJobKind
    {
        public string Name => "steps";

        public Task<string?> Run(JobRun job) => Task.FromResult(run(job));
    }

    private sealed class Life : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}

public sealed class JobPageTests(Served served) : IClassFixture<Served>
{
    [Fact]
    public async Task A_job_that_an_earlier_run_was_killed_in_says_where_it_stands_and_offers_to_go_on()
    {
        string page = await served.Text("/jobs/" + SampleJobs.Interrupted);

        page.ShouldContain("interrupted");
        page.ShouldContain("1 of 2 done");
        page.ShouldContain("12 claims stored");
        page.ShouldContain($"action=\"/jobs/{SampleJobs.Interrupted}/resume\"");
        JsonElement job = await served.Json("/api/jobs/" + SampleJobs.Interrupted);
        job.GetProperty("state").GetString().ShouldBe("interrupted");
    }

    [Fact]
    public async Task Jobs_are_shown_to_the_owner_alone()
    {
        foreach (string path in new[] { "/jobs", "/jobs/" + SampleJobs.Done, $"/jobs/{SampleJobs.Done}/events", "/api/jobs", "/api/jobs/" + SampleJobs.Done })
        {
            using HttpResponseMessage answer = await served.Client.GetAsync(new Uri(path + "?reader=KOR", UriKind.Relative));
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("3 files");
        }
    }

    [Fact]
    public async Task An_interrupted_job_goes_on_or_is_cancelled_by_a_form()
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", await served.Token()), new("back", "/jobs")]);
        using HttpResponseMessage resumed = await served.Client.PostAsync(new Uri($"/jobs/{SampleJobs.Stopped}/resume", UriKind.Relative), form);
        resumed.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        resumed.Headers.Location!.ToString().ShouldBe("/jobs");
        (await served.Ended(new Uri("/jobs/" + SampleJobs.Stopped, UriKind.Relative))).GetProperty("state").GetString().ShouldBe("done");

        using var again = new FormUrlEncodedContent([new("__RequestVerificationToken", await served.Token())]);
        using HttpResponseMessage refused = await served.Client.PostAsync(new Uri($"/jobs/{SampleJobs.Stopped}/resume", UriKind.Relative), again);
        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_events_of_a_job_that_is_over_tell_so_and_end()
    {
        string events = await served.Text($"/jobs/{SampleJobs.Done}/events");

        events.ShouldStartWith("event: over\ndata: {");
        events.ShouldContain("\"state\":\"done\"");
    }
}
