using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Tests.Commands;

/// <summary>The program itself, killed while it reads a folder or imports an archive, many times over, and its ledger looked at after each.</summary>
public sealed class KillTests(Xunit.Abstractions.ITestOutputHelper output)
{
    private const int Lanes = 4, ReadingKills = 12, ImportKills = 6;

    [UnixFact]
    public void Killed_while_reading_a_folder_it_loses_nothing_that_it_reported_keeps_nothing_half_and_goes_on()
    {
        int[] reported = new int[Lanes];
        Parallel.For(0, Lanes, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, lane => reported[lane] = ReadAndKill(lane));
        output.WriteLine($"{Lanes * ReadingKills} kills, {reported.Sum()} documents reported before them");
        reported.Sum().ShouldBeGreaterThan(ReadingKills);
    }

    [UnixFact]
    public void Killed_while_importing_it_has_stored_all_of_the_archive_or_nothing()
    {
        using var from = new Cli();
        for (int i = 0; i < 30; i++)
        {
            from.File($"papers/d{i}.txt", Text(0, i));
        }

        string archive = Path.Combine(from.Folder, "record.jsonl");
        from.Do("read", "--recursive", Path.Combine(from.Folder, "papers"));
        from.Do("export", "--jsonl", archive);
        byte[] bytes = File.ReadAllBytes(archive);
        int[] whole = new int[Lanes];
        Parallel.For(0, Lanes, new ParallelOptions { MaxDegreeOfParallelism = Lanes }, lane => whole[lane] = ImportAndKill(lane, bytes));
        output.WriteLine($"{Lanes * ImportKills} kills, {whole.Sum()} of them after the commit");
    }

    private static int ReadAndKill(int lane)
    {
        const int Documents = 150;
        var random = new Random(104729 + lane);
        using var cli = new Cli();
        var claims = new Dictionary<EntityId, int>();
        var names = new Dictionary<string, EntityId>(StringComparer.Ordinal);
        var reading = new Reading.Reading();
        for (int i = 0; i < Documents; i++)
        {
            string path = cli.File($"papers/d{i:000}.txt", Text(lane, i));
            Reading.ReadDocument read = reading.ReadFile(path);
            claims.Add(read.Document.Id, read.ToDeposit(Handling.Unlabelled("this node")).Claims.DistinctBy(c => c.Id).Count());
            names.Add(Path.GetFileName(path), read.Document.Id);
        }

        var stored = new HashSet<EntityId>();
        int reported = 0;
        for (int kill = 0; kill < ReadingKills; kill++)
        {
            using Process process = cli.Start("read", "--recursive", Path.Combine(cli.Folder, "papers"));
            int wanted = stored.Count + random.Next(0, 10);
            var said = new List<string>();
            while (said.Count < wanted && process.StandardOutput.ReadLine() is { } line)
            {
                said.Add(line);
            }

            Thread.SpinWait(random.Next(0, 200_000));
            process.Kill();
            process.WaitForExit();
            said.AddRange(process.StandardOutput.ReadToEnd().Split('\n')[..^1]);
            int before = stored.Count;
            stored.UnionWith(said.Select(l => names[l.Split(':')[0]]));
            reported += stored.Count - before;
            Check(cli, stored, claims);
        }

        cli.Do("read", "--recursive", Path.Combine(cli.Folder, "papers"));
        stored.UnionWith(claims.Keys);
        Check(cli, stored, claims);
        return reported;
    }

    private static void Check(Cli cli, HashSet<EntityId> reported, Dictionary<EntityId, int> claims)
    {
        if (!File.Exists(Path.Combine(cli.Home, "ledger.db")))
        {
            reported.ShouldBeEmpty();
            return;
        }

        using var ledger = Ledger.Ledger.Open(Path.Combine(cli.Home, "ledger.db"), "this node", TimeProvider.System);
        ledger.Verify().Why.ShouldBeNull();
        View view = ledger.View(Reader.OwnerOf("this node"));
        EntityId[] held = [.. view.Citations().Select(d => d.Id)];
        reported.Except(held).ShouldBeEmpty("reported, and not there");
        view.Count(new ClaimFilter()).ShouldBe(held.Sum(id => claims[id]), "no document is there in part");
        held.ShouldAllBe(id => view.HoldsText(id));
        reported.UnionWith(held);
    }

    private static int ImportAndKill(int lane, byte[] archive)
    {
        var random = new Random(7919 + lane);
        using var cli = new Cli();
        string pipe = Path.Combine(cli.Folder, "pipe");
        Process.Start("mkfifo", [pipe]).WaitForExit();
        int entries = archive.Count(b => b == '\n') - 1, whole = 0;
        for (int kill = 0; kill < ImportKills; kill++)
        {
            using Process process = cli.Start("import", pipe);
            using (var to = new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                // The last of the kills come when all has been handed over: while it is stored, or just after.
                bool all = kill >= ImportKills - 2;
                to.Write(archive, 0, all ? archive.Length : random.Next(1, archive.Length));
                to.Flush();
                if (!all)
                {
                    process.Kill();
                }
            }

            Thread.SpinWait(random.Next(0, 2_000_000));
            process.Kill();
            process.WaitForExit();
            string path = Path.Combine(cli.Home, "ledger.db");
            if (File.Exists(path))
            {
                using var ledger = Ledger.Ledger.Open(path, "this node", TimeProvider.System);
                ledger.LastEntry.ShouldBeOneOf(0, entries);
                ledger.Verify().Why.ShouldBeNull();
                whole += ledger.LastEntry > 0 ? 1 : 0;
            }
        }

        string file = cli.File("record.jsonl", archive);
        cli.Do("import", file);
        string again = Path.Combine(cli.Folder, "again.jsonl");
        cli.Do("export", "--jsonl", again);
        SHA256.HashData(File.ReadAllBytes(again)).ShouldBe(SHA256.HashData(archive));
        return whole;
    }

    [UnixFact]
    public void A_disk_that_fills_up_while_importing_or_exporting_is_a_fault_and_leaves_nothing_half()
    {
        using var cli = new Cli();
        for (int i = 0; i < 40; i++)
        {
            cli.File($"papers/d{i}.txt", Text(9, i));
        }

        cli.Do("read", "--recursive", Path.Combine(cli.Folder, "papers"));
        string archive = Path.Combine(cli.Folder, "record.jsonl");
        cli.Do("export", "--jsonl", archive);
        string elsewhere = Path.Combine(cli.Folder, "elsewhere");

        Limited(cli, 200, "import", archive, "--home", elsewhere).Code.ShouldBe((int)Exit.Store);
        using (var ledger = Ledger.Ledger.Open(Path.Combine(elsewhere, "ledger.db"), "this node", TimeProvider.System))
        {
            ledger.LastEntry.ShouldBe(0);
        }

        cli.Do("import", archive, "--home", elsewhere).ShouldContain("entries stored");

        Ended export = Limited(cli, 50, "export", "--jsonl", Path.Combine(cli.Folder, "full", "record.jsonl"));
        (export.Code, export.Error.Contains("[program.output]", StringComparison.Ordinal)).ShouldBe(((int)Exit.Machine, true), export.Error);
        Directory.GetFiles(Path.Combine(cli.Folder, "full")).ShouldBeEmpty();
        Limited(cli, 50, "backup", Path.Combine(cli.Folder, "full", "record.backup")).Code.ShouldBe((int)Exit.Store);
        Directory.GetFiles(Path.Combine(cli.Folder, "full")).ShouldBeEmpty();
    }

    /// <summary>Runs where no file may grow past so many KiB, as on a full disk.</summary>
    private static Ended Limited(Cli cli, int kibibytes, params string[] args)
    {
        using Process process = cli.StartBelow(["/bin/sh", "-c", $"trap '' XFSZ; export DOTNET_EnableWriteXorExecute=0; ulimit -f {kibibytes * 2}; exec \"$@\"", "sh"], args);
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output, error);
    }

    private static string Text(int lane, int number)
    {
        var text = new StringBuilder($"On {1 + (number % 28)} May {2000 + (number % 25)}, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra. ");
        return text.Append($"The two countries agreed to map supply chains of grade {number} nickel of lot {lane} by the end of {2001 + (number % 25)}. Australia pledged to publish list {number}.\n").ToString();
    }
}
