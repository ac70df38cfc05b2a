using System.CommandLine;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary><c>linchpin verify</c>: walks the log and names the first entry that does not fit; or holds a log to a head that was kept elsewhere.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string?> Against = new("--against")
    {
        Description = "A head kept from before, which this ledger is held to; or a proof from a partner, which is checked without any ledger.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Kept = new("--head") { Description = "With a proof: the head that you hold of the partner's log.", HelpName = "FILE" };

    public static Command Create() => new Command("verify", "Walk the tamper-evident log; name the first entry that does not fit what is stored.") { Against, Kept, Shared.Json }
        .Does(run => run.Get(Against) is not { } path
            ? run.Get(Kept) is null ? Walk(run) : throw ProgramFaults.Usage.Because("--head goes with --against.")
            : ProofFile.Read(path) switch
            {
                LogHead head => run.Get(Kept) is null ? Hold(run, head) : throw ProgramFaults.Usage.Because("--head goes with a proof, and --against names a head."),
                InclusionProof proof => Check(run, proof.Holds, proof.Head, $"the claim is entry {proof.Number} of {proof.Head.Entries}"),
                ConsistencyProof proof => Check(run, proof.Holds, proof.From, $"the log of {proof.To.Entries} entries begins with the {proof.From.Entries} of the earlier head"),
                var other => throw new InvalidOperationException(other.GetType().Name),
            });

    private static Exit Walk(Invocation run)
    {
        Verification found = run.Ledger.Verify(null, run.Cancel);
        return Answer(
            run, found.FirstBad is null,
            found.FirstBad is { } bad ? $"entry {bad} does not fit: {Invocation.Line(found.Why)}" : $"{found.Entries} entries fit; head {found.Head}",
            json =>
            {
                json.WriteNumber("entries", found.Entries);
                json.WriteString("head", found.Head);
                if (found.FirstBad is { } first)
                {
                    json.WriteNumber("firstBad", first);
                    json.WriteString("why", found.Why);
                }
            });
    }

    /// <summary>Holds this node's own ledger to a head: nothing that it covered was changed or cut off.</summary>
    private static Exit Hold(Invocation run, LogHead kept)
    {
        LogHead now = run.Ledger.Head(kept.Entries, run.Cancel);
        bool fits = now == kept;
        return Answer(
            run, fits,
            fits ? $"the first {kept.Entries} entries are those of the head" : $"the first {kept.Entries} entries have the root {now.Root}, and the head has {kept.Root}",
            json =>
            {
                json.WriteNumber("entries", kept.Entries);
                json.WriteString("root", now.Root);
            });
    }

    private static Exit Check(Invocation run, bool holds, LogHead of, string words)
    {
        LogHead? kept = run.Get(Kept) is not { } path ? null
            : ProofFile.Read(path) as LogHead ?? throw ProgramFaults.Usage.Because($"'{Shown.Short(path)}' is a proof, and a head is wanted.");
        bool same = kept is null || kept == of;
        string answer = !holds ? "the proof does not lead to its head"
            : !same ? $"the proof is for a head of {of.Entries} entries, root {of.Root}, which is not the one you hold"
            : kept is null ? $"{words}, if you hold the head of {of.Entries} entries with root {of.Root} (--head compares it)" : words;
        return Answer(run, holds && same, answer, json =>
        {
            json.WriteNumber("entries", of.Entries);
            json.WriteString("root", of.Root);
            json.WriteBoolean("headCompared", kept is not null);
        });
    }

    private static Exit Answer(Invocation run, bool fits, string words, Action<Utf8JsonWriter> fields)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("fits", fits);
                fields(json);
                json.WriteEndObject();
            });
        }
        else
        {
            run.Out.WriteLine(words);
        }

        return fits ? Exit.Done : Exit.CheckFailed;
    }
}
