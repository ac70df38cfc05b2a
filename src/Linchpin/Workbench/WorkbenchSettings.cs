using Linchpin.Ledger;

namespace Linchpin.Workbench;

/// <summary>What the workbench serves and where.</summary>
public sealed record WorkbenchSettings
{
    /// <summary>The open ledger. The workbench asks it and does not close it.</summary>
    public required Ledger.Ledger Ledger { get; init; }

    /// <summary>The readers that this node knows by name; a view may be asked for as one of them sees it.</summary>
    public required Readers Readers { get; init; }

    /// <summary>The node's home: jobs, the files handed in for them and originals are kept there. Without one, no work can be started.</summary>
    internal Home? Home { get; init; }

    /// <summary>The public edition that is made; <see langword="null"/> for a workbench. Its one view is all that is then shown, whatever is asked.</summary>
    internal Editions.Edition? Edition { get; init; }

    /// <summary>The name that judgements made in the workbench bear.</summary>
    public string Person { get; init; } = Environment.UserName;

    /// <summary>Tells today.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The addresses to serve, such as <c>http://127.0.0.1:5150</c>; port 0 takes a free one.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://127.0.0.1:5150"];

    /// <summary>Host names that requests may be addressed to besides those in <see cref="Urls"/>, for a name that a proxy serves.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>The partners shown where the address names none, ISO 3166 alpha-3; empty takes the countries that most mechanisms of the record have as members.</summary>
    public IReadOnlyList<string> Partners { get; init; } = [];

    /// <summary>Folders of input-output tables that exposures through tiers and scenarios are calculated from; those that hold no table are passed over.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>Largest request body, in bytes, of every address but the one that takes documents.</summary>
    public long MostBody { get; init; } = 1 << 20;

    /// <summary>Largest request body of documents handed in at once, in bytes.</summary>
    public long MostUpload { get; init; } = 256L << 20;

    /// <summary>Largest file of those handed in, in bytes; one that is larger is refused by itself.</summary>
    public long MostFile { get; init; } = 64L << 20;

    /// <summary>Slowest that a request's body may come in, in bytes a second, once <see cref="BodyGrace"/> has passed; one that is slower is cut off.</summary>
    public double SlowestBody { get; init; } = 240;

    /// <summary>How long a body may be slower; more than a second.</summary>
    public TimeSpan BodyGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the head of a request may take.</summary>
    public TimeSpan LongestHead { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From so many entries in the log the first reading of the record takes longer than a person waits for a page: a page that says so stands in for the first one.</summary>
    public long LargeRecord { get; init; } = 50_000;

    /// <summary>Connections open at once.</summary>
    public long MostConnections { get; init; } = 256;
}
