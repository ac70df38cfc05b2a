using System.Text.Json;
using System.Text.Json.Serialization;
using Linchpin.Claims;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Asked for and not begun.</summary>
    Waiting,

    /// <summary>Under way.</summary>
    Running,

    /// <summary>Stopped with the workbench before its end; it can be resumed.</summary>
    Interrupted,

    /// <summary>At its end.</summary>
    Done,

    /// <summary>Ended by a fault.</summary>
    Failed,

    /// <summary>Ended because somebody asked for it.</summary>
    Cancelled,
}

/// <summary>Long work that the workbench does on request: what it is, how far it is, what came of it.</summary>
public sealed record Job
{
    /// <summary>32 hex digits that sort by the time of asking.</summary>
    public required string Id { get; init; }

    /// <summary>Which kind of work: the name of a <see cref="IJobKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Title { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset Asked { get; init; }

    /// <summary>What was asked for, in the form of its kind.</summary>
    public JsonElement Settings { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>When it was last begun; <see langword="null"/> while it waits for the first time.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>When it ended; <see langword="null"/> before.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Steps done.</summary>
    public int Done { get; init; }

    /// <summary>Steps in all; <see langword="null"/> where that is not known.</summary>
    public int? Total { get; init; }

    /// <summary>What it is at, in words; <see langword="null"/> where it says nothing.</summary>
    public string? Now { get; init; }

    /// <summary>The same to be said in any language; <see langword="null"/> for a name, which has no language.</summary>
    public JobSaid? NowSaid { get; init; }

    /// <summary>The workbench's own address of what came of it; <see langword="null"/> where there is none, or not yet.</summary>
    public string? Result { get; init; }

    /// <summary>What ended it, for a failed one.</summary>
    public JobFault? Fault { get; init; }

    /// <summary>The steps that are done, in their order, with what came of each.</summary>
    public IReadOnlyList<JobItem> Items { get; init; } = [];

    /// <summary>Whether it is waiting or under way.</summary>
    [JsonIgnore]
    public bool IsOpen => State is JobState.Waiting or JobState.Running;

    /// <summary>Whether nothing more comes of it.</summary>
    [JsonIgnore]
    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

/// <summary>A step of a job that is done.</summary>
/// <param name="Key">What the step is known by within the job: a resumed job passes over the steps that are here.</param>
/// <param name="Name">What it was about: a file's name.</param>
/// <param name="Said">What came of it, in English; <see langword="null"/> with a fault.</param>
/// <param name="Address">The workbench's own address of what came of it; <see langword="null"/> where there is none.</param>
/// <param name="Fault">Why nothing came of it; <see langword="null"/> where something did.</param>
/// <param name="Says">What came of it, to be said in any language; <see langword="null"/> with a fault, and for steps of earlier versions.</param>
public sealed record JobItem(string Key, string Name, string? Said, string? Address = null, JobFault? Fault = null, JobSaid? Says = null)
{
    /// <summary>A step of which something came.</summary>
    internal static JobItem Of(string key, string name, JobSaid says, string? address = null) => new(key, name, says.In(Messages.English), address, Says: says);

    /// <summary>What came of it in a language, as far as it was kept to be said in it.</summary>
    internal string? In(Messages words) => Says?.In(words) ?? Said;
}

/// <summary>Words of a job, by their message and what fills its places.</summary>
/// <param name="Key">The message.</param>
/// <param name="Values">What stands in its places, as it is written.</param>
public sealed record JobSaid(string Key, params IReadOnlyList<string> Values)
{
    /// <summary>The words in a language.</summary>
    internal string In(Messages words) => words[Key, [.. Values]];
}

/// <summary>A fault as a job keeps it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Cause">What happened.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Place">Where; <see langword="null"/> where there is no place.</param>
public sealed record JobFault(string Code, string Cause, string Remedy, string? Place = null)
{
    /// <summary>The fault to keep.</summary>
    public static JobFault Of(Fault fault) => new(fault.Kind.Code, fault.Cause, fault.Remedy, fault.Place);
}
