using Linchpin.Claims;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Tests;

public sealed class BadFileTests : IDisposable
{
    private readonly Node _node = new();

    public void Dispose() => _node.Dispose();

    public static TheoryData<string> BadLedgers => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput"), "*.db").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(BadLedgers))]
    public void A_file_that_is_no_whole_ledger_is_refused_and_left_as_it_was(string file)
    {
        string copy = _node.File(file);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "BadInput", file), copy);
        byte[] before = File.ReadAllBytes(copy);
        FaultOf(() => Ledger.Open(copy, Node.Owner, _node.Clock)).ShouldBe(string.Join('.', file.Split('.')[..2]));
        File.ReadAllBytes(copy).ShouldBe(before);
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(_node.FilePath);
        FaultOf(() => _node.Ledger).ShouldBe("ledger.folder");
        Directory.Delete(_node.FilePath);
    }

    [Fact]
    public void A_path_through_a_file_is_refused()
    {
        File.WriteAllText(_node.File("file"), "x");
        FaultOf(() => Ledger.Open(_node.File("file/ledger.db"), Node.Owner, _node.Clock)).ShouldBe("ledger.cannot-open");
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_as_it_was()
    {
        Sql(_node.FilePath, "CREATE TABLE log (seq INTEGER)");
        byte[] before = File.ReadAllBytes(_node.FilePath);
        FaultOf(() => _node.Ledger).ShouldBe("ledger.not-a-ledger");
        File.ReadAllBytes(_node.FilePath).ShouldBe(before);
    }

    [Fact]
    public void A_ledger_of_a_newer_version_is_refused()
    {
        Filled();
        Sql(_node.FilePath, "PRAGMA user_version = 99");
        FaultOf(() => _node.Ledger).ShouldBe("ledger.newer-version");
    }

    [Theory]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON claim BEGIN DELETE FROM judgement; END")]
    [InlineData("CREATE VIEW v AS SELECT * FROM claim")]
    [InlineData("DROP INDEX claim_subject")]
    [InlineData("CREATE TABLE more (x)")]
    [InlineData("PRAGMA user_version = 0")]
    public void A_ledger_whose_tables_were_tampered_with_is_refused(string sql)
    {
        Filled();
        Sql(_node.FilePath, sql);
        FaultOf(() => _node.Ledger).ShouldBe("ledger.corrupt");
    }

    [Fact]
    public void A_truncated_ledger_is_refused_at_every_length()
    {
        Filled();
        byte[] whole = File.ReadAllBytes(_node.FilePath);
        var random = new Random(11);
        foreach (int length in Enumerable.Range(0, 24).Select(_ => random.Next(1, whole.Length)).Append(1).Append(99).Append(100).Append(4096).Append(whole.Length - 1))
        {
            string cut = _node.File($"cut-{length}.db");
            File.WriteAllBytes(cut, whole[..length]);
            FaultOf(() => Ledger.Open(cut, Node.Owner, _node.Clock)).ShouldBe("ledger.truncated", $"at {length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public void A_flipped_byte_is_a_fault_or_is_found_by_the_walk_or_changes_nothing_that_is_shown()
    {
        Filled();
        string shown = Shown(_node.FilePath)!;
        byte[] whole = File.ReadAllBytes(_node.FilePath);
        var random = new Random(12);
        int found = 0;
        for (int i = 0; i < 80; i++)
        {
            byte[] flipped = [.. whole];
            int at = random.Next(flipped.Length);
            flipped[at] ^= (byte)(1 << random.Next(8));
            string copy = _node.File($"flipped-{i}.db");
            File.WriteAllBytes(copy, flipped);
            string? now = Shown(copy);
            found += now is null ? 1 : 0;
            (now ?? shown).ShouldBe(shown, $"byte {at}");
            File.Delete(copy);
        }

        found.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Another_process_that_writes_makes_this_one_wait_and_then_say_so()
    {
        Document document = Filled();
        using (var ledger = Ledger.Open(_node.FilePath, Node.Owner, _node.Clock, 50))
        using (SqliteConnection other = Open(_node.FilePath))
        {
            Run(other, "BEGIN IMMEDIATE");
            FaultOf(() => ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/z", "name", Make.Words("Z"))]))).ShouldBe("ledger.locked");
            ledger.View(Node.OwnerReader).Documents().Count.ShouldBe(1);
            Run(other, "ROLLBACK");
            ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/z", "name", Make.Words("Z"))])).ClaimsAdded.ShouldBe(1);
        }

        using SqliteConnection alone = Open(_node.FilePath);
        Run(alone, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; DELETE FROM log WHERE seq < 0; COMMIT");
        FaultOf(() => Ledger.Open(_node.FilePath, Node.Owner, _node.Clock, 50)).ShouldBe("ledger.locked");
    }

    [OrdinaryUserFact]
    public void A_ledger_that_may_not_be_written_is_refused()
    {
        Filled();
        File.SetAttributes(_node.FilePath, FileAttributes.ReadOnly);
        FaultOf(() => _node.Ledger).ShouldBe("ledger.read-only");
    }

    [Theory]
    [InlineData(5, 5, "ledger.locked")]
    [InlineData(6, 262, "ledger.locked")]
    [InlineData(8, 8, "ledger.read-only")]
    [InlineData(8, 1032, "ledger.read-only")]
    [InlineData(10, 522, "ledger.truncated")]
    [InlineData(10, 778, "ledger.device")]
    [InlineData(11, 11, "ledger.corrupt")]
    [InlineData(13, 13, "ledger.disk-full")]
    [InlineData(14, 14, "ledger.cannot-open")]
    [InlineData(26, 26, "ledger.corrupt")]
    public void Each_error_of_the_store_has_its_fault(int code, int extended, string fault)
    {
        FaultKind kind = Storage.Sqlite.SqliteStore.FaultOf(new SqliteException("text", code, extended), "file").Fault.Kind;
        kind.Code.ShouldBe(fault);
        kind.Exit.ShouldBe(Exit.Store);
    }

    [UnixFact]
    public void A_disk_that_fills_up_is_a_fault_and_what_was_reported_is_whole()
    {
        using (var made = Ledger.Open(_node.FilePath, Node.Owner, _node.Clock))
        {
        }

        string[] said;
        using (System.Diagnostics.Process writer = WriterProcess.Start(_node.FilePath, "full", mostBytes: 512 * 1024))
        {
            said = writer.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            writer.WaitForExit();
            writer.ExitCode.ShouldBe((int)Exit.Store);
        }

        // A disk without room says so; a limit on the file's size is another error of the system's.
        said[^1].ShouldBeOneOf("fault ledger.disk-full", "fault ledger.device");
        int reported = said.Count(l => l.StartsWith("stored", StringComparison.Ordinal));
        reported.ShouldBeGreaterThan(0);
        _node.View.Documents().Count.ShouldBe(reported);
        _node.View.Claims(new ClaimFilter()).Count.ShouldBe(reported * WriterProcess.ClaimsEach);
        _node.Ledger.Verify().Why.ShouldBeNull();
        _node.Ledger.Append(WriterProcess.DepositOf("after", 0)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
    }

    /// <summary>Fills the node's ledger, and closes it so that all is in its one file.</summary>
    private Document Filled()
    {
        Document document = Make.Document("A text of some length, so that there is something to damage. " + new string('x', 5000));
        _node.Ledger.Append(Deposit.Of(document,
        [
            .. Enumerable.Range(0, 20).Select(i => Make.Claim(document, $"body/b{i}", "name", Make.Words($"Body {i}"), "A text")),
        ]));
        _node.Ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse("body/b1"), EntityId.Parse("body/b2"), Make.Analyst, "one body", Make.Clear)));
        _node.Close();
        return document;
    }

    /// <summary>What the ledger shows; null where it is refused or the walk finds fault.</summary>
    private string? Shown(string path)
    {
        try
        {
            using var ledger = Ledger.Open(path, Node.Owner, _node.Clock, 50);
            if (ledger.Verify().Why is not null)
            {
                return null;
            }

            View view = ledger.View(Node.OwnerReader);
            return string.Join('\n', view.Claims(new ClaimFilter()).Select(c => $"{c.Claim.Id} {c.Subject} {c.Value} {c.Quote} {c.Claim.Handling.Display} {c.Published} {c.Recorded:O}"))
                + string.Join('\n', view.Entities("body").Select(e => e.Name)) + view.Documents().Single().Text;
        }
        catch (FaultException e)
        {
            e.Fault.Kind.Exit.ShouldBe(Exit.Store);
            return null;
        }
    }

    private static string FaultOf(Action act)
    {
        FaultException e = Should.Throw<FaultException>(act);
        e.Fault.Kind.Exit.ShouldBe(Exit.Store);
        e.Fault.Remedy.ShouldNotBeNullOrEmpty();
        return e.Fault.Kind.Code;
    }

    private static string FaultOf(Func<object> act) => FaultOf(() => { act(); });

    private static SqliteConnection Open(string path)
    {
        var db = new SqliteConnection($"Data Source={path};Pooling=False");
        db.Open();
        return db;
    }

    private static void Run(SqliteConnection db, string sql)
    {
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static void Sql(string path, string sql)
    {
        using SqliteConnection db = Open(path);
        Run(db, sql);
    }
}

/// <summary>A test that means nothing to the superuser, whom no file mode binds.</summary>
public sealed class OrdinaryUserFactAttribute : FactAttribute
{
    public OrdinaryUserFactAttribute() => Skip = OperatingSystem.IsWindows() || Environment.UserName == "root" ? "needs a user whom file modes bind" : null;
}

/// <summary>A test of what only Unix has.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs a Unix shell" : null;
}
