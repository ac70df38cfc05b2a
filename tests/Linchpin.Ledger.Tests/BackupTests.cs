using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public sealed class BackupTests : IDisposable
{
    private readonly Node _node = new();
    private readonly Node _other = new();

    public void Dispose()
    {
        _node.Dispose();
        _other.Dispose();
    }

    private string Copy => _node.File("backup.db");

    [Fact]
    public async Task A_backup_made_while_others_write_is_the_ledger_at_one_moment()
    {
        Fill(_node, 0, 40);
        using var stop = new CancellationTokenSource();
        Task writer = Task.Run(() =>
        {
            for (int n = 0; !stop.IsCancellationRequested; n++)
            {
                _node.Ledger.Append(WriterProcess.DepositOf("meanwhile", n));
            }
        });
        for (int i = 0; i < 5; i++)
        {
            string copy = _node.File($"backup-{i}.db");
            long before = _node.Ledger.LastEntry;
            _node.Ledger.Backup(copy);
            Verification found = Ledger.Restore(copy, _node.File($"restored-{i}.db"), false, _node.Clock);
            found.Why.ShouldBeNull();
            found.Entries.ShouldBeGreaterThanOrEqualTo(before);
            (found.Entries % (2 + WriterProcess.ClaimsEach + 1)).ShouldBe(0, "whole deposits");
        }

        await stop.CancelAsync();
        await writer;
    }

    [Fact]
    public void A_backup_is_one_file_and_restores_the_same_log()
    {
        Fill(_node, 0, 3);
        _node.Ledger.Backup(Copy);
        Directory.GetFiles(Path.GetDirectoryName(Copy)!, "backup*").ShouldBe([Copy]);
        byte[] bytes = File.ReadAllBytes(Copy);
        Ledger.Restore(Copy, _other.FilePath, false, _other.Clock).Head.ShouldBe(_node.Ledger.Verify().Head);
        File.ReadAllBytes(Copy).ShouldBe(bytes, "a backup is read and never written");
        _other.Ledger.Head().ShouldBe(_node.Ledger.Head());
        _other.Ledger.Append(WriterProcess.DepositOf("more", 0)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
    }

    [Fact]
    public void A_ledger_with_entries_is_replaced_only_when_that_is_said()
    {
        Fill(_node, 0, 3);
        Fill(_other, 10, 2);
        _node.Ledger.Backup(Copy);
        LogHead own = _other.Ledger.Head();
        _other.Close();
        FaultOf(() => Ledger.Restore(Copy, _other.FilePath, false, _other.Clock)).ShouldBe("ledger.not-empty");
        _other.Ledger.Head().ShouldBe(own);
        FaultOf(() => Ledger.Restore(Copy, _other.FilePath, true, _other.Clock)).ShouldBe("ledger.locked", "it is open");
        _other.Ledger.Head().ShouldBe(own);
        _other.Close();
        Ledger.Restore(Copy, _other.FilePath, true, _other.Clock);
        _other.Ledger.Head().ShouldBe(_node.Ledger.Head());
        _other.Ledger.View(Node.OwnerReader).Documents().Count.ShouldBe(3);
        Directory.GetFiles(Path.GetDirectoryName(_other.FilePath)!, "*.draft*").ShouldBeEmpty();
    }

    [Fact]
    public void An_archive_can_be_restored_too()
    {
        Fill(_node, 0, 3);
        Fill(_other, 10, 2);
        _other.Close();
        using (FileStream to = File.Create(Copy))
        {
            _node.Ledger.Export(to);
        }

        Ledger.Restore(Copy, _other.FilePath, true, _other.Clock).Head.ShouldBe(_node.Ledger.Verify().Head);
    }

    [Fact]
    public void A_backup_that_is_cut_damaged_or_changed_is_refused_and_the_ledger_in_place_stays()
    {
        Fill(_node, 0, 30);
        Fill(_other, 10, 2);
        _node.Ledger.Backup(Copy);
        LogHead own = _other.Ledger.Head();
        _other.Close();
        byte[] whole = File.ReadAllBytes(Copy);
        var random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 24; i++)
        {
            byte[] bad = i % 2 == 0 ? whole[..random.Next(1, whole.Length)] : [.. whole];
            if (i % 2 == 1)
            {
                bad.AsSpan(random.Next(whole.Length - 600), 600).Fill(0xAA);
            }

            string path = _node.File($"bad-{i}.db");
            File.WriteAllBytes(path, bad);
            try
            {
                Ledger.Restore(path, _other.File($"elsewhere-{i}.db"), true, _other.Clock);
            }
            catch (FaultException e)
            {
                refused++;
                e.Fault.Kind.Exit.ShouldBe(Exit.Store);
                FaultOf(() => Ledger.Restore(path, _other.FilePath, true, _other.Clock)).ShouldBe(e.Fault.Kind.Code);
            }
        }

        refused.ShouldBeGreaterThan(12);
        _other.Ledger.Head().ShouldBe(own);
        FaultOf(() => Ledger.Restore(_node.File("none.db"), _other.FilePath, true, _other.Clock)).ShouldBe("ledger.backup-missing");
    }

    [Fact]
    public void A_damaged_ledger_is_kept_beside_what_replaces_it()
    {
        Fill(_node, 0, 3);
        _node.Ledger.Backup(Copy);
        File.WriteAllText(_other.FilePath, "not a ledger any more");
        FaultOf(() => Ledger.Restore(Copy, _other.FilePath, false, _other.Clock)).ShouldBe("ledger.not-a-ledger");
        Ledger.Restore(Copy, _other.FilePath, true, _other.Clock);
        File.ReadAllText(_other.FilePath + ".damaged").ShouldBe("not a ledger any more");
        _other.Ledger.Head().ShouldBe(_node.Ledger.Head());
    }

    [Fact]
    public void An_archive_moves_a_ledger_from_a_file_to_a_server_and_back_and_the_backup_of_one_on_a_server_is_one()
    {
        Fill(_node, 0, 3);
        string archive = _node.File("record.jsonl"), backup = _node.File("backup.jsonl");
        using (FileStream to = File.Create(archive))
        {
            _node.Ledger.Export(to);
        }

        using var server = new Node(Kept.OnServer);
        using (FileStream from = File.OpenRead(archive))
        {
            server.Ledger.Import(from, "archive").ShouldBe(_node.Ledger.LastEntry);
        }

        server.Ledger.Head().ShouldBe(_node.Ledger.Head());
        server.Ledger.Backup(backup);
        File.ReadAllBytes(backup).ShouldBe(File.ReadAllBytes(archive));
        server.Ledger.Append(WriterProcess.DepositOf("later", 0));
        File.Delete(backup);
        server.Ledger.Backup(backup);
        using (FileStream from = File.OpenRead(backup))
        {
            _node.Ledger.Import(from, "archive").ShouldBe(2 + WriterProcess.ClaimsEach + 1);
        }

        _node.Ledger.Head().ShouldBe(server.Ledger.Head());
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    private static void Fill(Node node, int from, int count)
    {
        for (int n = from; n < from + count; n++)
        {
            node.Ledger.Append(WriterProcess.DepositOf("fill", n));
        }
    }

    private static string FaultOf(Func<object> act) => Should.Throw<FaultException>(() => { act(); }).Fault.Kind.Code;
}
