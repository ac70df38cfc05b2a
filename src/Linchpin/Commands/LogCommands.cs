using System.CommandLine;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary><c>linchpin log …</c>: heads and proofs that a partner keeps and checks with <c>linchpin verify --against</c>.</summary>
internal static class LogCommands
{
    private static readonly Argument<string> ClaimId = new("CLAIM") { Description = "The claim's id, as 'linchpin claims --json' gives it." };

    private static readonly Argument<string> Earlier = new("HEAD") { Description = "The file of an earlier head." };

    public static Command Create() => new("log", "Heads and proofs of the tamper-evident log, for partners to keep and check.") { HeadOf(), Prove(), Extend() };

    private static Command HeadOf() => new Command("head", "What a partner keeps to hold this ledger to what it has recorded: number of entries and Merkle root.")
        .Does(run => Answer(run, run.Ledger.Head(cancel: run.Cancel).WriteTo));

    private static Command Prove() => new Command("prove", "Show that a claim is in the log. The proof holds the claim's words: it is for whoever may read the claim.") { ClaimId }.Does(run =>
    {
        string id = run.Get(ClaimId)!;
        return run.Ledger.ProveInclusion(id, run.Cancel) is { } proof ? Answer(run, proof.WriteTo) : throw ProgramFaults.ClaimUnknown.Because($"'{Shown.Short(id)}'.");
    });

    private static Command Extend() => new Command("extend", "Show that the log still begins with every entry it had at an earlier head.") { Earlier }.Does(run =>
    {
        string path = run.Get(Earlier)!;
        LogHead earlier = ProofFile.Read(path) as LogHead ?? throw ProgramFaults.Usage.Because($"'{Shown.Short(path)}' is a proof, and a head is wanted.");
        return Answer(run, run.Ledger.ProveConsistency(earlier.Entries, run.Cancel).WriteTo);
    });

    private static Exit Answer(Invocation run, Action<Utf8JsonWriter> write)
    {
        run.WriteJson(write, indented: true);
        return Exit.Done;
    }
}

/// <summary>The files that partners hand one another about a log.</summary>
internal static class ProofFile
{
    // The largest claim that the ledger takes, escaped, with its path.
    private const long MostBytes = 8 << 20;

    /// <summary>Reads a head or a proof.</summary>
    /// <exception cref="FaultException"><c>program.proof-missing</c>, <c>ledger.proof</c></exception>
    public static object Read(string path)
    {
        var file = new FileInfo(path);
        return file.Exists && file.Length <= MostBytes ? LogProof.Read(File.ReadAllBytes(path), Shown.Short(file.Name))
            : throw ProgramFaults.ProofMissing.Because($"'{Shown.Short(path, 300)}' {(file.Exists ? $"has {file.Length} bytes" : "is no file")}.");
    }
}
