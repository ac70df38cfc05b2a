using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public sealed class AppendTests : IDisposable
{
    private readonly Node _node = new();

    public void Dispose() => _node.Dispose();

    [Fact]
    public void What_was_appended_is_there_after_reopening()
    {
        Document document = Make.Document("The ministers agreed to hold a dialogue on chips in Séoul.");
        Receipt receipt = _node.Ledger.Append(Deposit.Of(document,
        [
            Make.Claim(document, "mechanism/chip-dialogue", "name", Make.Words("Chip Dialogue"), "dialogue on chips"),
            Make.Claim(document, "mechanism/chip-dialogue", "member", Make.Entity("country/KOR"), "Séoul"),
        ]));
        receipt.ClaimsAdded.ShouldBe(2);
        receipt.DocumentsAdded.ShouldBe(1);
        _node.Close();

        View view = _node.View;
        Entity entity = view.Entity(EntityId.Parse("mechanism/chip-dialogue")).ShouldNotBeNull();
        entity.Name.ShouldBe("Chip Dialogue");
        entity.Linked("member").ShouldBe([EntityId.Country("KOR")]);
        entity.Claims[1].Quote.ShouldBe("Séoul");
        entity.Claims[1].Published.ShouldBe(PartialDate.Parse("2024-05-01"));
        view.Entities("mechanism").Count.ShouldBe(1);
        view.Documents().Single().Text.ShouldBe(document.Text);
        view.NameOf(EntityId.Country("KOR")).ShouldBe("South Korea");
        view.Search("dialog").Count.ShouldBe(1);
        view.Search("seoul").Count.ShouldBe(1);
        view.Conflicts().ShouldBeEmpty();
        Verification verified = _node.Ledger.Verify();
        verified.Why.ShouldBeNull();
        verified.Entries.ShouldBe(4);
        verified.Head.ShouldBe(receipt.Head);
    }

    [Fact]
    public void The_same_deposit_twice_adds_nothing()
    {
        Document document = Make.Document("Words.");
        Deposit deposit = Deposit.Of(document, [Make.Claim(document, "body/a", "name", Make.Words("A"))]);
        string head = _node.Ledger.Append(deposit).Head;
        _node.Ledger.Append(deposit).ShouldBe(new Receipt(0, 1, 0, 0, head));
    }
}
