using Linchpin.Tests.Shared;

namespace Linchpin.Tests.Commands;

public sealed class LedgerPlaceTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [PostgresFact]
    public void The_program_keeps_its_ledger_on_a_server_when_told_so_and_moves_it_there_hash_by_hash()
    {
        using var server = new PostgresServer();
        string address = $"postgresql://postgres:{PostgresServer.Password}@127.0.0.1:{server.Port}/postgres";
        string text = _cli.File("readout.txt", "The ministers of Sweden and Norway agreed on 3 May 2024 to hold a dialogue on cobalt every year.");
        _cli.Do("--ledger", address, "read", text);
        string head = _cli.Do("--ledger", address, "verify");
        File.Exists(Path.Combine(_cli.Home, "ledger.db")).ShouldBeFalse();
        _cli.Do("--ledger", address, "search", "cobalt").ShouldContain("cobalt");

        string archive = Path.Combine(_cli.Folder, "archive.jsonl");
        _cli.Do("--ledger", address, "export", "--jsonl", archive);
        _cli.Do("--ledger", Path.Combine(_cli.Folder, "other.db"), "import", archive);
        _cli.Do("--ledger", Path.Combine(_cli.Folder, "other.db"), "verify").ShouldBe(head);
    }

    [Fact]
    public void A_server_that_is_not_there_ends_the_command_with_its_fault()
    {
        Ended ended = _cli.Run("--ledger", "postgresql://somebody:a-secret@127.0.0.1:1/db", "claims");
        ended.Code.ShouldBe((int)Claims.Exit.Store);
        ended.Error.ShouldContain("ledger.server");
        (ended.Error + ended.Output).ShouldNotContain("a-secret");
    }
}
