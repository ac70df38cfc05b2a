using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class NameTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void The_name_that_most_claims_give_is_shown()
    {
        Name("2020", "Old Name");
        Name("2024", "New Name");
        Name("2023", "New Name");
        _node.View.NameOf(EntityId.Parse("body/a")).ShouldBe("New Name");
        _node.View.Entity(EntityId.Parse("body/a"))!.Name.ShouldBe("New Name");
    }

    [Fact]
    public void Of_names_with_as_many_claims_the_one_published_first_is_shown_and_undated_ones_come_last()
    {
        Name(null, "Undated");
        Name("2022", "Later");
        Name("2021", "Earlier");
        _node.View.NameOf(EntityId.Parse("body/a")).ShouldBe("Earlier");
    }

    [Fact]
    public void Of_names_published_together_the_one_recorded_first_is_shown()
    {
        Name("2021", "Recorded first");
        Name("2021", "A recorded second");
        _node.View.NameOf(EntityId.Parse("body/a")).ShouldBe("Recorded first");
    }

    [Theory]
    [InlineData("country/KOR", "South Korea")]
    [InlineData("sector/semiconductors", "Semiconductors")]
    [InlineData("body/ministry-of-trade", "Ministry of trade")]
    [InlineData("commitment/0123456789abcdef0123", "Commitment 01234567")]
    public void Without_a_name_claim_the_vocabulary_or_the_id_gives_it(string id, string name) => _node.View.NameOf(EntityId.Parse(id)).ShouldBe(name, StringCompareShould.IgnoreCase);

    [Fact]
    public void What_nobody_named_is_called_by_what_is_said_of_it_also_where_another_source_does_not_know()
    {
        Document one = Make.Document("One."), two = Make.Document("Two.");
        EntityId id = EntityId.Parse("commitment/0123456789abcdef0123");
        _node.Ledger.Append(Deposit.Of(one, [Make.Claim(one, id.ToString(), "what", new UnknownValue("not said"))]));
        _node.Ledger.Append(Deposit.Of(two, [Make.Claim(two, id.ToString(), "what", Make.Words("A school"))]));
        _node.View.Entity(id)!.Name.ShouldBe("A school");
        _node.View.NameOf(id).ShouldBe("A school");
    }

    [Fact]
    public void A_document_is_called_by_its_title()
    {
        Document document = Make.Document("Text.") with { Title = "Joint statement" };
        _node.Ledger.Append(Deposit.Of(document, []));
        _node.View.NameOf(document.Id).ShouldBe("Joint statement");
    }

    [Fact]
    public void A_name_that_only_hidden_claims_give_is_not_shown()
    {
        Document open = Make.Document("Open."), closed = Make.Document("Closed.", handling: Handling.Unlabelled(Node.Owner)) with { Title = "Secret title" };
        _node.Ledger.Append(new Deposit([open, closed], [],
            [Make.Claim(open, "body/a", "description", Make.Words("A body")), Make.Claim(closed, "body/a", "name", Make.Words("Secret Name"))], []));
        View view = _node.Ledger.View(Reader.Public);
        view.NameOf(EntityId.Parse("body/a")).ShouldBe("A");
        view.Entity(EntityId.Parse("body/a"))!.Name.ShouldBe("A");
        view.NameOf(closed.Id).ShouldNotContain("Secret");
        _node.View.NameOf(EntityId.Parse("body/a")).ShouldBe("Secret Name");
    }

    private void Name(string? published, string name)
    {
        Document document = Make.Document($"Source {Guid.NewGuid()}", published);
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/a", "name", Make.Words(name))]));
    }
}

public sealed class NameInFileTests() : NameTests(Kept.InFile);

public sealed class NameOnServerTests() : NameTests(Kept.OnServer);
