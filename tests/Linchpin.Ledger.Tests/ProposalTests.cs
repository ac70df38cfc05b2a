using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>What a model says waits for a person: no view holds it, whoever stored it and however.</summary>
public abstract class ProposalTests(Kept kept) : IDisposable
{
    private static readonly Author Model = new(AuthorKind.Model, "some-model", "1");
    private static readonly ClaimFilter Waiting = new(Proposed: true);

    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void A_models_claim_is_in_no_part_of_a_view_until_a_person_accepts_it()
    {
        Claim claim = Proposed("quantum");
        Nowhere(claim);
        HeldClaim waiting = _node.View.Claims(Waiting).Single();
        waiting.Claim.ShouldBe(claim);
        waiting.Standing.ShouldBe(Standing.Proposed);
        waiting.Quote.ShouldBe("quantum");
        _node.View.Count(Waiting).ShouldBe(1);

        Append(Judgement.Accept(claim.Id, Make.Analyst, "it says so", Make.Clear));
        _node.View.Claims(Waiting).ShouldBeEmpty();
        _node.View.Claims(new ClaimFilter()).Single().Standing.ShouldBe(Standing.Accepted);
        _node.View.Search("quantum").ShouldNotBeEmpty();

        Append(Judgement.Undo(_node.View.Judgements()[^1].Id, Make.Analyst, "too soon", Make.Clear));
        Nowhere(claim);
        _node.View.Claims(Waiting).Count.ShouldBe(1);
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void What_was_rejected_does_not_wait_again_when_the_model_says_it_again()
    {
        Claim claim = Proposed("quantum");
        Append(Judgement.Reject(claim.Id, Make.Analyst, "misread", Make.Clear));
        _node.View.Claims(Waiting).ShouldBeEmpty();
        Receipt again = _node.Ledger.Append(new Deposit([], [], [claim], []));
        (again.ClaimsAdded, again.JudgementsAdded).ShouldBe((0, 0));
        Nowhere(claim);
        _node.View.Claims(Waiting).ShouldBeEmpty();
    }

    [Fact]
    public void A_model_judges_nothing_and_a_person_proposes_nothing()
    {
        Claim claim = Proposed("quantum");
        foreach (Judgement judgement in (Judgement[])
        [
            Judgement.Accept(claim.Id, Model, "sure", Make.Clear),
            Judgement.Reject(claim.Id, Model, "sure", Make.Clear),
            Judgement.SameAs(EntityId.Parse("body/a"), EntityId.Parse("body/b"), Model, "sure", Make.Clear),
            Judgement.Propose(claim) with { By = Make.Analyst },
        ])
        {
            Should.Throw<FaultException>(() => Append(judgement)).Fault.Kind.Code.ShouldBe("ledger.judgement");
        }

        Nowhere(claim);
    }

    [Fact]
    public void A_proposal_is_not_undone_but_decided()
    {
        Claim claim = Proposed("quantum");
        string proposal = _node.View.Judgements().Single().Id;
        Should.Throw<FaultException>(() => Append(Judgement.Undo(proposal, Make.Analyst, "let it through", Make.Clear))).Fault.Kind.Code.ShouldBe("ledger.judgement");
        Nowhere(claim);
    }

    [Fact]
    public void Whoever_may_read_the_claim_sees_it_as_proposed_and_nobody_as_told()
    {
        Document document = Make.Document("A dialogue on quantum computing.");
        Claim amber = new(
            EntityId.Parse("mechanism/dialogue"), "name", new TextValue("A dialogue"), default, new DocumentSource(document.Id, Passage.In(document.Text!, 0, 10)), Model,
            new Handling(Node.Owner, Tlp.Amber, ["JPN"]));
        _node.Ledger.Append(Deposit.Of(document, [amber]));
        foreach (Reader reader in (Reader[])[Node.OwnerReader, new Reader("JPN", "JPN", false, true), new Reader("KOR", "KOR", false, true)])
        {
            _node.Ledger.View(reader).Claims(new ClaimFilter()).ShouldBeEmpty();
            _node.Ledger.View(reader).Claims(Waiting).Count.ShouldBe(reader.Name == "KOR" ? 0 : 1);
        }
    }

    private Claim Proposed(string quote)
    {
        Document document = Make.Document("A dialogue on quantum computing.");
        Claim by = Make.Claim(document, "mechanism/dialogue", "name", Make.Words("Dialogue on quantum computing"), quote);
        var claim = new Claim(by.Subject, by.Property, by.Value, by.Valid, by.Source, Model, by.Handling);
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        return claim;
    }

    private void Nowhere(Claim claim)
    {
        View view = _node.View;
        view.Claims(new ClaimFilter()).ShouldBeEmpty();
        view.Count(new ClaimFilter()).ShouldBe(0);
        view.Entities(claim.Subject.Kind).ShouldBeEmpty();
        view.Entity(claim.Subject).ShouldBeNull();
        view.NameOf(claim.Subject).ShouldNotBe(((TextValue)claim.Value).Words);
        view.Conflicts().ShouldBeEmpty();
        view.Search("quantum").ShouldBeEmpty();
    }

    private void Append(Judgement judgement) => _node.Ledger.Append(Deposit.Of(judgement));
}

public sealed class ProposalInFileTests() : ProposalTests(Kept.InFile);

public sealed class ProposalOnServerTests() : ProposalTests(Kept.OnServer);
