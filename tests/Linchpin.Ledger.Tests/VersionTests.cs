using Linchpin.Claims;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Tests;

/// <summary>Ledgers that earlier versions wrote: <c>Ledgers/version-N.db</c> was made by the program of that version.</summary>
public abstract class VersionTests : IDisposable
{
    // What the program that wrote the file said of it.
    private const string Head = "a2946951485209f9c1b9c2c23bc6d07dd7fb2f220bacce642b8f2a9a8ad7f59f", Root = "2b9fb14d4220943ae199f59ff859e109c264d6348d27451695dd2f9fc43aadb6";

    private readonly Node _node = new();
    private readonly int _version;

    protected VersionTests(int version)
    {
        _version = version;
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Ledgers", $"version-{version}.db"), _node.FilePath);
    }

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_ledger_of_an_earlier_version_is_brought_forward_with_every_entry_judgement_and_label_as_it_was()
    {
        _node.Ledger.Verify().ShouldBe(new Verification(17, Head, null, null));
        _node.Ledger.Head().ShouldBe(new LogHead(17, Root));
        View view = _node.View;
        view.Claims(new ClaimFilter()).Count.ShouldBe(7);
        view.Entity(EntityId.Parse("event/e"))!.Name.ShouldBe("Gallium Meeting");
        view.Entity(EntityId.Parse("body/one"))!.Id.ShouldBe(EntityId.Parse("body/two"));
        view.Judgements().Count.ShouldBe(3);
        _node.Ledger.View(Reader.Public).Claims(new ClaimFilter(Subject: EntityId.Parse("commitment/c"))).ShouldBeEmpty();
        view.Entity(EntityId.Parse("event/e"))!.First("what")!.Quote.ShouldBe("welcomed progress on gallium exports");
    }

    [Theory]
    [InlineData("gallium", "event/e")]
    [InlineData("brasilia", "event/e")]
    [InlineData("반도체", "commitment/c")]
    [InlineData("welcomed progress", "event/e")]
    public void What_was_found_by_words_is_found_after_it(string words, string subject) => _node.View.Search(words).ShouldContain(h => h.Claim.Subject == EntityId.Parse(subject));

    [Fact]
    public void It_takes_more_and_opens_again()
    {
        _node.Ledger.Append(WriterProcess.DepositOf("more", 1)).ClaimsAdded.ShouldBe(WriterProcess.ClaimsEach);
        _node.Close();
        _node.View.Search("thing").ShouldNotBeEmpty();
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void One_that_cannot_be_brought_forward_is_refused_and_left_as_it_was()
    {
        Sql("UPDATE claim SET json = '{' WHERE seq = 5");
        Should.Throw<FaultException>(() => _node.Ledger).Fault.Kind.Code.ShouldBe("ledger.corrupt");
        Sql("PRAGMA user_version").ShouldBe(_version);
        Sql("SELECT count(*) FROM value_words WHERE value_words MATCH 'gallium'").ShouldBe(3);
    }

    private long Sql(string sql)
    {
        using var db = new SqliteConnection($"Data Source={_node.FilePath};Pooling=False");
        db.Open();
        using SqliteCommand command = db.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}

public sealed class VersionOneTests() : VersionTests(1);

public sealed class VersionTwoTests() : VersionTests(2);
