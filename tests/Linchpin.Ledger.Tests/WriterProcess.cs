using System.Diagnostics;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>A real process that appends small deposits one after the other and prints each receipt, to be killed; or one that judges what is there, beside another.</summary>
public static class WriterProcess
{
    /// <summary>Claims in each of its deposits.</summary>
    public const int ClaimsEach = 3;

    /// <summary>The assembly as a program: <c>write PLACE RUN</c> appends until it is killed or a deposit fails; <c>accept</c> or <c>reject PLACE NAME</c> judges each claim
    /// as that person once a line is written to it.</summary>
    public static int Main(string[] args)
    {
        if (args is not [("write" or "accept" or "reject") and string act, string path, string run])
        {
            Console.Error.WriteLine("usage: write PLACE RUN | accept PLACE NAME | reject PLACE NAME");
            return 2;
        }

        try
        {
            Console.WriteLine("opening");
            using var ledger = Ledger.Open(path, Node.Owner, TimeProvider.System);
            if (act != "write")
            {
                Judge(ledger, act, Author.Person(run));
                return 0;
            }

            for (int n = 0; ; n++)
            {
                Receipt receipt = ledger.Append(DepositOf(run, n));
                Console.WriteLine($"stored {n} {receipt.Head}");
            }
        }
        catch (FaultException e)
        {
            Console.WriteLine($"fault {e.Fault.Kind.Code}");
            return (int)e.Fault.Kind.Exit;
        }
    }

    private static void Judge(Ledger ledger, string act, Author person)
    {
        IReadOnlyList<HeldClaim> claims = ledger.View(Node.OwnerReader).Claims(new ClaimFilter());
        Console.WriteLine("ready");
        Console.ReadLine();
        foreach (string claim in claims.Select(c => c.Claim.Id))
        {
            Receipt receipt = ledger.Append(Deposit.Of(act == "accept" ? Judgement.Accept(claim, person, "as it says", Make.Clear) : Judgement.Reject(claim, person, "as it says", Make.Clear)));
            Console.WriteLine($"judged {receipt.JudgementsAdded} {receipt.Head}");
        }
    }

    /// <summary>Starts one that judges, and waits until it has read the claims.</summary>
    public static Process StartJudge(string act, string place, string name)
    {
        Process judge = Start(place, name, act: act);
        while (judge.StandardOutput.ReadLine() is { } line && line != "ready")
        {
        }

        return judge;
    }

    /// <summary>The deposit of that run and number: a document, its claims, and a judgement on the first.</summary>
    public static Deposit DepositOf(string run, int n)
    {
        Document document = Make.Document($"Run {run}, deposit {n}: three things were said.");
        Claim[] claims = [.. Enumerable.Range(0, ClaimsEach).Select(i => Make.Claim(document, $"event/run-{run}-{n}", "what", Make.Words($"thing {i} of {n}"), "three things"))];
        return Deposit.Of(document, claims, [Judgement.Accept(claims[0].Id, Make.Analyst, "as the text says", Make.Clear)]);
    }

    /// <summary>Starts it.</summary>
    /// <param name="path">The ledger.</param>
    /// <param name="run">A name that its deposits carry.</param>
    /// <param name="mostBytes">The largest file it may write; <see langword="null"/> for no limit.</param>
    /// <param name="act">What it does.</param>
    public static Process Start(string path, string run, long? mostBytes = null, string act = "write")
    {
        string dotnet = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
        string[] command = [dotnet, typeof(WriterProcess).Assembly.Location, act, path, run];
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardInput = act != "write", UseShellExecute = false };
        if (mostBytes is { } most)
        {
            // Past the limit a write fails as on a full disk; the signal that would end the process is ignored.
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add($"trap '' XFSZ; ulimit -f {most / 512}; exec \"$@\"");
            start.ArgumentList.Add("sh");
        }
        else
        {
            start.FileName = dotnet;
            command = command[1..];
        }

        foreach (string word in command)
        {
            start.ArgumentList.Add(word);
        }

        // Quick to start, and no double mapping of memory, which the limit on file sizes would refuse.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["DOTNET_gcServer"] = "0";
        return Process.Start(start)!;
    }
}
