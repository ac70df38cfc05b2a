using System.Collections;
using System.Text;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Tests.Shared;
using Npgsql;

namespace Linchpin.Ledger.Tests;

/// <summary>What only a ledger on a server can meet.</summary>
public sealed class ServerTests : IDisposable
{
    private const int Large = 20_000;
    private readonly Clock _clock = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private PostgresServer? _own;

    public void Dispose() => _own?.Dispose();

    [PostgresFact]
    public void The_same_deposits_make_the_same_log_and_the_same_proofs_in_a_file_and_on_a_server()
    {
        using var file = new Node(Kept.InFile);
        using var server = new Node(Kept.OnServer);
        Document document = Make.Document("Words with \0 and \ud83d\ude00, 한국어 and é. " + new string('é', 40_000));
        Claim claim = Make.Claim(document, "body/a", "name", Make.Words("A\0 \"quoted\" 한국어 \ud83d\ude00"), "한국어", handling: new Handling(Node.Owner, Tlp.Amber, ["KOR"]));
        foreach (Node node in (Node[])[file, server])
        {
            node.Ledger.Append(Deposit.Of(document, [claim], [Judgement.Accept(claim.Id, Make.Analyst, "right", Make.Clear)]));
            node.Ledger.Append(WriterProcess.DepositOf("one", 1));
            node.Ledger.Append(Deposit.Of(document with { Handling = new Handling(Node.Owner, Tlp.Red, ["KOR"]) }, []));
        }

        server.Ledger.Verify().ShouldBe(file.Ledger.Verify());
        server.Ledger.Head().ShouldBe(file.Ledger.Head());
        Text(server.Ledger.ProveInclusion(claim.Id)!.WriteTo).ShouldBe(Text(file.Ledger.ProveInclusion(claim.Id)!.WriteTo));
        Text(server.Ledger.ProveConsistency(3).WriteTo).ShouldBe(Text(file.Ledger.ProveConsistency(3).WriteTo));
    }

    [PostgresFact]
    public void A_server_that_goes_away_in_the_middle_of_an_append_leaves_nothing_half_stored_and_the_ledger_goes_on_when_it_is_back()
    {
        _own = new PostgresServer();
        using var ledger = Ledger.Open(Address(_own), Node.Owner, _clock);
        for (int n = 0; n < 3; n++)
        {
            ledger.Append(WriterProcess.DepositOf("before", n));
        }

        string head = ledger.Verify().Head;
        Document document = Make.Document("A text that many claims are made from.");
        Claim[] claims = [.. Enumerable.Range(0, Large).Select(i => Make.Claim(document, $"body/b{i}", "name", Make.Words($"Body {i}")))];

        // By then more than a buffer has gone over.
        Fault fault = Should.Throw<FaultException>(() => ledger.Append(new Deposit([document], [], new Tripwire(claims, Large - 10, _own.Crash), []))).Fault;
        (fault.Kind.Code, fault.Kind.Exit).ShouldBe(("ledger.server", Exit.Store));
        fault.ToString().ShouldNotContain(PostgresServer.Password);
        Should.Throw<FaultException>(() => ledger.View(Node.OwnerReader)).Fault.Kind.Code.ShouldBe("ledger.server");
        Should.Throw<FaultException>(() => ledger.Append(WriterProcess.DepositOf("gone", 0))).Fault.Kind.Code.ShouldBe("ledger.server");

        _own.Serve();
        ledger.Verify().ShouldBe(new Verification(3 * (2 + WriterProcess.ClaimsEach + 1), head, null, null));
        ledger.View(Node.OwnerReader).Documents().Count.ShouldBe(3);
        ledger.Append(new Deposit([document], [], claims, [])).ClaimsAdded.ShouldBe(Large);
        ledger.Append(WriterProcess.DepositOf("before", 0)).ClaimsKnown.ShouldBe(WriterProcess.ClaimsEach);
        ledger.Verify().Why.ShouldBeNull();
    }

    [PostgresFact]
    public void A_ledger_of_version_2_on_a_server_is_brought_forward_and_found_by_words()
    {
        using var node = new Node(Kept.OnServer);
        node.Ledger.Append(WriterProcess.DepositOf("one", 1));
        string head = node.Ledger.Verify().Head;

        // As version 2 left it.
        node.Tamper("""
            DROP TABLE word; UPDATE ledger SET version = 2; UPDATE value_words SET words = ts_delete(words, ARRAY[E'\u00801']); UPDATE passage_words SET words = ts_delete(words, ARRAY[E'\u00801']);
            DROP INDEX claim_subject; CREATE INDEX claim_subject ON claim (subject, property);
            ALTER INDEX value_words_words RESET (fastupdate); ALTER INDEX passage_words_words RESET (fastupdate);
            """);
        node.View.Search("three things").Single().Excerpt.ShouldBe("three things");
        node.View.Search("thin 2").Count.ShouldBe(1);
        node.Ledger.View(Reader.Public).Search("thing").ShouldNotBeEmpty();
        node.Ledger.Verify().Head.ShouldBe(head);
        node.Ledger.Append(WriterProcess.DepositOf("one", 2)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
    }

    [PostgresFact]
    public void A_server_that_was_started_anew_is_found_without_a_fault()
    {
        _own = new PostgresServer();
        using var ledger = Ledger.Open(Address(_own), Node.Owner, _clock);
        ledger.Append(WriterProcess.DepositOf("before", 0));
        _own.Crash();
        _own.Serve();
        ledger.View(Node.OwnerReader).Documents().Count.ShouldBe(1);
        _own.Crash();
        _own.Serve();
        ledger.Append(WriterProcess.DepositOf("after", 0)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
    }

    [PostgresFact]
    public void A_writer_waits_for_another_and_then_says_so()
    {
        string address = Node.NewAddress();
        using var ledger = Ledger.Open(address, Node.Owner, _clock, 100);
        Document document = Make.Document("A text.");
        Claim[] claims = [Make.Claim(document, "body/a", "name", Make.Words("A"))];
        using var other = Ledger.Open(address, Node.Owner, _clock);
        FaultException? refused = null;
        other.Append(new Deposit([document], [], new Tripwire(claims, 0, () => refused = Should.Throw<FaultException>(() => ledger.Append(WriterProcess.DepositOf("one", 0)))), []));
        refused!.Fault.Kind.Code.ShouldBe("ledger.locked");
        ledger.Append(WriterProcess.DepositOf("one", 0)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
    }

    [PostgresFact]
    public void What_is_no_ledger_of_this_version_is_refused_and_left_as_it_was()
    {
        string address = Node.NewAddress();
        using (var ledger = Ledger.Open(address, Node.Owner, _clock))
        {
        }

        Sql(address, "UPDATE ledger SET version = version + 1");
        FaultOf(address).ShouldBe("ledger.newer-version");
        Sql(address, "UPDATE ledger SET version = 0");
        FaultOf(address).ShouldBe("ledger.corrupt");
        string other = Node.NewAddress();
        string schema = other[(other.LastIndexOf('=') + 1)..];
        Sql(address, $"CREATE SCHEMA {schema}; CREATE TABLE {schema}.log (x integer)");
        FaultOf(other).ShouldBe("ledger.not-a-ledger");
    }

    [PostgresFact]
    public void Who_may_not_come_in_is_told_so_without_the_password()
    {
        string address = Node.NewAddress();
        FaultOf(address.Replace(PostgresServer.Password, "another")).ShouldBe("ledger.server-refused");
        FaultOf(address.Replace("/postgres?", "/nothing?")).ShouldBe("ledger.server-refused");
        using (var ledger = Ledger.Open(address, Node.Owner, _clock))
        {
        }

        Sql(address, "DO $$ BEGIN CREATE ROLE guest LOGIN PASSWORD 'guest'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        FaultOf(address.Replace($"postgres:{PostgresServer.Password}@", "guest:guest@")).ShouldBe("ledger.server-refused");
    }

    [Theory]
    [InlineData("postgresql://")]
    [InlineData("postgresql://host")]
    [InlineData("postgresql://host/db?schema=")]
    [InlineData("postgresql://host/db?schema=pg_catalog")]
    [InlineData("postgresql://host/db?schema=a;drop")]
    [InlineData("postgresql://host/db?schema=A")]
    [InlineData("postgresql://host/db?sslmode=maybe")]
    [InlineData("postgresql://host/db?options=-csearch_path=x")]
    [InlineData("postgresql://host:port/db")]
    public void An_address_that_is_not_understood_is_refused_and_not_quoted(string address)
    {
        FaultException e = Should.Throw<FaultException>(() => Ledger.Open(address.Replace("host", "user:a-secret@host"), Node.Owner, _clock));
        e.Fault.Kind.Code.ShouldBe("ledger.address");
        e.ToString().ShouldNotContain("a-secret");
    }

    [Fact]
    public void A_server_that_is_not_there_is_a_fault_with_its_remedy()
    {
        FaultException e = Should.Throw<FaultException>(() => Ledger.Open("postgresql://user:a-secret@127.0.0.1:1/db", Node.Owner, _clock));
        (e.Fault.Kind.Code, e.Fault.Place).ShouldBe(("ledger.server", "127.0.0.1:1/db (linchpin)"));
        e.ToString().ShouldNotContain("a-secret");
    }

    private static string Address(PostgresServer server) => $"postgresql://postgres:{PostgresServer.Password}@127.0.0.1:{server.Port}/postgres";

    private static void Sql(string address, string sql)
    {
        using var db = new NpgsqlConnection(Storage.Postgres.PostgresPlace.Parse(address).Settings.ConnectionString);
        db.Open();
        using var command = new NpgsqlCommand(sql, db);
        command.ExecuteNonQuery();
    }

    private string FaultOf(string address)
    {
        FaultException e = Should.Throw<FaultException>(() => Ledger.Open(address, Node.Owner, _clock));
        e.Fault.Kind.Exit.ShouldBe(Exit.Store);
        e.ToString().ShouldNotContain(PostgresServer.Password);
        return e.Fault.Kind.Code;
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var to = new MemoryStream();
        using (var json = new Utf8JsonWriter(to))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(to.ToArray());
    }

    /// <summary>Claims that do something on the second time they are gone through, when the one with that number is come to: the first time asks which are known.</summary>
    private sealed class Tripwire(Claim[] claims, int at, Action act) : IReadOnlyList<Claim>
    {
        private int _times;

        public int Count => claims.Length;

        public Claim this[int index] => claims[index];

        public IEnumerator<Claim> GetEnumerator()
        {
            int time = _times++;
            for (int i = 0; i < claims.Length; i++)
            {
                if (time == LastTime && i == at)
                {
                    act();
                }

                yield return claims[i];
            }
        }

        private const int LastTime = 2;

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
