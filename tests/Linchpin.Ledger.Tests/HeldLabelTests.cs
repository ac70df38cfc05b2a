using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>What a view gives bears the label that it is held under, not the one that it came with.</summary>
public abstract class HeldLabelTests(Kept kept) : IDisposable
{
    private static readonly Handling Strict = new(Node.Owner, Tlp.Red, ["KOR"]);

    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_document_that_was_put_under_a_stricter_label_bears_that_label_wherever_a_view_gives_it()
    {
        Document document = Make.Document("Tellurium is scarce.");
        _node.Ledger.Append(Deposit.Of(document, []));
        _node.View.Document(document.Id)!.Handling.Tlp.ShouldBe(Tlp.Clear);
        _node.Ledger.Append(Deposit.Of(document with { Handling = Strict }, []));

        View view = _node.View;
        foreach (Document given in (Document[])[view.Document(document.Id)!, view.Citation(document.Id)!, .. view.Documents(), .. view.Citations()])
        {
            given.Handling.Display.ShouldBe("TLP:RED · releasable to KOR");
        }
    }

    [Fact]
    public void So_does_a_dataset()
    {
        var dataset = new Dataset(
            EntityId.Parse("dataset/table"), new string('a', 64), "Table", "Maker", "Cited so", null, "USD million", "current", 2011, "ISIC", "as stated", "balanced", Make.Clear);
        _node.Ledger.Append(Deposit.Of(dataset, []));
        _node.Ledger.Append(Deposit.Of(dataset with { Handling = Strict }, []));
        _node.View.Dataset(dataset.Id)!.Handling.Tlp.ShouldBe(Tlp.Red);
        _node.View.Datasets().Single().Handling.Tlp.ShouldBe(Tlp.Red);
    }

    [Fact]
    public void A_judgement_bears_the_label_of_what_it_is_on_where_that_is_stricter_than_its_own()
    {
        Document document = Make.Document("Tellurium is scarce.", handling: Strict);
        Claim claim = Make.Claim(document, "risk/r", "what", Make.Words("scarcity"));
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        string judgement = new Review(_node.Ledger, Node.OwnerReader, Make.Analyst, Make.Clear).Accept(claim.Id, "It says so.");
        HeldJudgement held = _node.View.Judgements().Single();
        (held.Id, held.Judgement.Handling.Tlp).ShouldBe((judgement, Tlp.Red));
    }
}

public sealed class HeldLabelInFileTests() : HeldLabelTests(Kept.InFile);

public sealed class HeldLabelOnServerTests() : HeldLabelTests(Kept.OnServer);
