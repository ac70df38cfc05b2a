using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary><c>linchpin verify</c>: walks the log and names the first entry that does not fit.</summary>
internal static class VerifyCommand
{
    public static Command Create() => new Command("verify", "Walk the tamper-evident log; name the first entry that does not fit what is stored.") { Shared.Json }.Does(run =>
    {
        Verification found = run.Ledger.Verify(null, run.Cancel);
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("fits", found.FirstBad is null);
                json.WriteNumber("entries", found.Entries);
                json.WriteString("head", found.Head);
                if (found.FirstBad is { } bad)
                {
                    json.WriteNumber("firstBad", bad);
                    json.WriteString("why", found.Why);
                }

                json.WriteEndObject();
            });
        }
        else
        {
            run.Out.WriteLine(found.FirstBad is { } bad
                ? $"entry {bad} does not fit: {Invocation.Line(found.Why)}"
                : $"{found.Entries} entries fit; head {found.Head}");
        }

        return found.FirstBad is null ? Exit.Done : Exit.CheckFailed;
    });
}
