using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class AppendTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

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
        (receipt.ClaimsAdded, receipt.ClaimsKnown, receipt.DocumentsAdded, receipt.JudgementsAdded).ShouldBe((2, 0, 1, 0));
        _node.Close();

        View view = _node.View;
        Entity entity = view.Entity(EntityId.Parse("mechanism/chip-dialogue")).ShouldNotBeNull();
        entity.Name.ShouldBe("Chip Dialogue");
        entity.Linked("member").ShouldBe([EntityId.Country("KOR")]);
        entity.Claims[1].Quote.ShouldBe("Séoul");
        entity.Claims[1].Published.ShouldBe(PartialDate.Parse("2024-05-01"));
        view.Documents().Single().ShouldBe(document);
        view.Document(document.Id).ShouldBe(document);
        view.Citation(document.Id).ShouldBe(document with { Text = null });
        _node.Ledger.Verify().ShouldBe(new Verification(4, receipt.Head, null, null));
    }

    [Fact]
    public void The_same_deposit_twice_adds_nothing()
    {
        Document document = Make.Document("Words.");
        Deposit deposit = Deposit.Of(document, [Make.Claim(document, "body/a", "name", Make.Words("A"))]);
        string head = _node.Ledger.Append(deposit).Head;
        _node.Ledger.Append(deposit).ShouldBe(new Receipt(0, 1, 0, 0, head));
    }

    [Fact]
    public void A_claim_comes_back_as_it_was_made_whatever_its_value()
    {
        Document document = Make.Document("Words with \0 and \ud83d\ude00 and 한국어.");
        Value[] values = [new TextValue("a\0b \"quoted\" 한국어 \ud83d\ude00"), new QuantityValue(-1.5e-300, "t"), new ShareValue(1.0 / 3, "all"), new DateValue(PartialDate.Parse("2024-02")),
            new EntityValue(EntityId.Parse("body/b")), new UnknownValue("not said"), new NotApplicableValue("none")];
        string[] properties = ["description", "ordinal", "face-value-share", "date", "participant", "date", "place"];
        string[] subjects = ["body/a", "event/e", "exposure/x", "event/e", "event/e", "event/f", "event/g"];
        Claim[] claims = [.. values.Select((v, i) => Make.Claim(document, subjects[i], properties[i], v))];
        _node.Ledger.Append(Deposit.Of(document, claims));
        _node.Close();
        _node.View.Claims(new ClaimFilter()).Select(c => c.Claim).ShouldBe(claims);
        _node.View.Documents().Single().Text.ShouldBe(document.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32767)]
    [InlineData(32768)]
    [InlineData(100_000)]
    public void A_text_of_any_length_comes_back_whole_with_its_passages(int before)
    {
        string text = new string('é', before) + "\ud83d\ude00 the passage \ud83d\ude00" + new string('x', 40_000);
        Document document = Make.Document(text);
        _node.Ledger.Append(Deposit.Of(document,
            [Make.Claim(document, "body/a", "name", Make.Words("A"), "\ud83d\ude00 the passage"), Make.Claim(document, "body/b", "name", Make.Words("B"))]));
        _node.View.Document(document.Id)!.Text.ShouldBe(text);
        _node.View.Claims(new ClaimFilter()).Select(c => c.Quote).ShouldBe(["\ud83d\ude00 the passage", text]);
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void Half_a_surrogate_pair_is_stored_as_the_replacement_character_and_moves_nothing()
    {
        Document document = Make.Document("a\ud800b\udc00c \ud83d\ude00 end\ud83d");
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/a", "name", Make.Words("A"), "end")]));
        _node.View.Document(document.Id)!.Text.ShouldBe("a\ufffdb\ufffdc \ud83d\ude00 end\ufffd");
        _node.View.Claims(new ClaimFilter()).Single().Quote.ShouldBe("end");
        _node.Ledger.Append(Deposit.Of(document, [])).DocumentsAdded.ShouldBe(0);
    }

    [Fact]
    public void A_document_known_by_citation_may_get_its_text_later()
    {
        Document held = Make.Document("The text with a passage in it.");
        Claim claim = Make.Claim(held, "body/a", "name", Make.Words("A"), "a passage");
        _node.Ledger.Append(Deposit.Of(held with { Text = null }, [claim]));
        View before = _node.View;
        before.Claims(new ClaimFilter()).Single().Quote.ShouldBeNull();
        before.Document(held.Id)!.Text.ShouldBeNull();

        Receipt receipt = _node.Ledger.Append(Deposit.Of(held, [claim]));
        (receipt.ClaimsAdded, receipt.DocumentsAdded).ShouldBe((0, 0));
        _node.View.Claims(new ClaimFilter()).Single().Quote.ShouldBe("a passage");
        _node.View.Search("passage").Count.ShouldBe(1);
        before.Claims(new ClaimFilter()).Single().Quote.ShouldBeNull();
        before.Search("passage").ShouldBeEmpty();
        _node.Ledger.Verify().Entries.ShouldBe(3);
    }

    [Fact]
    public void A_passage_that_a_later_text_does_not_have_is_not_quoted()
    {
        Document held = Make.Document("Decoded another way than when it was cited.");
        var claim = new Claim(EntityId.Parse("body/a"), "name", Make.Words("A"), default, new DocumentSource(held.Id, Passage.In("Some other words of the same file.", 0, 10)), Make.Analyst, Make.Clear);
        _node.Ledger.Append(Deposit.Of(held with { Text = null }, [claim]));
        _node.Ledger.Append(Deposit.Of(held, []));
        _node.View.Claims(new ClaimFilter()).Single().Quote.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_stored_of_a_deposit_of_which_one_thing_is_refused()
    {
        Document document = Make.Document("Words."), elsewhere = Make.Document("Elsewhere.");
        Claim good = Make.Claim(document, "body/a", "name", Make.Words("A"));
        var unfit = new Claim(EntityId.Parse("body/a"), "name", Make.Words("B"), default, new DocumentSource(document.Id, Passage.In("Other.", 0, 5)), Make.Analyst, Make.Clear);
        var beyond = new Claim(EntityId.Parse("body/a"), "name", Make.Words("C"), default, new DocumentSource(document.Id, new Passage(3, 300, new string('0', 64))), Make.Analyst, Make.Clear);
        var large = Make.Claim(document, "body/a", "description", Make.Words(new string('x', 1 << 20)));
        (Deposit, string)[] refused =
        [
            (new Deposit([document], [], [good, Make.Claim(elsewhere, "body/b", "name", Make.Words("B"))], []), "ledger.source-unknown"),
            (Deposit.Of(document, [good, unfit]), "ledger.passage-differs"),
            (Deposit.Of(document, [good, beyond]), "ledger.passage-differs"),
            (Deposit.Of(document, [good, large]), "ledger.too-large"),
            (Deposit.Of(document with { Title = new string('x', 1 << 20) }, [good]), "ledger.too-large"),
            (Deposit.Of(document, [good], [Judgement.Accept(good.Id, Make.Analyst, new string('x', 1 << 20), Make.Clear)]), "ledger.too-large"),
            (Deposit.Of(document, [good], [Judgement.Accept(new string('a', 32), Make.Analyst, "why", Make.Clear)]), "ledger.judgement-target"),
            (new Deposit([document, document with { ContentHash = new string('b', 64) }], [], [good], []), "ledger.document-differs"),
            (new Deposit([document, document with { Text = "Words!" }], [], [good], []), "ledger.text-differs"),
            (new Deposit([document with { Id = EntityId.Parse("dataset/d") }], [], [good], []), "ledger.document-differs"),
        ];
        foreach ((Deposit deposit, string code) in refused)
        {
            Should.Throw<FaultException>(() => _node.Ledger.Append(deposit)).Fault.Kind.Code.ShouldBe(code);
            _node.View.Documents().ShouldBeEmpty();
            _node.View.Claims(new ClaimFilter()).ShouldBeEmpty();
            _node.Ledger.Verify().Entries.ShouldBe(0);
        }

        _node.Ledger.Append(Deposit.Of(document, [good])).ClaimsAdded.ShouldBe(1);
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    [Fact]
    public void An_append_that_is_cancelled_stores_nothing()
    {
        Document document = Make.Document("Words.");
        Should.Throw<OperationCanceledException>(() => _node.Ledger.Append(Deposit.Of(document, []), new CancellationToken(canceled: true)));
        _node.View.Documents().ShouldBeEmpty();
    }

    [Fact]
    public void Two_versions_of_a_dataset_are_two_sources_and_the_later_is_shown()
    {
        Dataset first = Table("a", "2012"), second = Table("b", "2014");
        Claim Share(Dataset from, double part) => new(EntityId.Parse("exposure/x"), "face-value-share", new ShareValue(part, "all"), default,
            new DatasetSource(from.Id, from.Version, "sum over all"), Make.Analyst, Make.Clear);
        _node.Ledger.Append(Deposit.Of(first, [Share(first, 0.1)]));
        _node.Ledger.Append(Deposit.Of(second, [Share(second, 0.2)]));
        View view = _node.View;
        view.Datasets().ShouldBe([second]);
        view.Dataset(first.Id).ShouldBe(second);
        view.NameOf(first.Id).ShouldBe("Table");
        view.Claims(new ClaimFilter(Source: first.Id)).Select(c => c.Published?.ToString()).ShouldBe(["2012", "2014"]);
        view.Conflicts().Count.ShouldBe(1);
        _node.Ledger.View(Node.OwnerReader, new AsOf(PublishedBy: new DateOnly(2013, 1, 1))).Dataset(first.Id).ShouldBe(first);
    }

    [Fact]
    public void A_claim_is_held_under_the_strictest_of_its_own_label_and_its_sources()
    {
        Document document = Make.Document("Words.", handling: new Handling("KOR", Tlp.Amber, ["KOR", "JPN"]));
        Claim claim = Make.Claim(document, "body/a", "name", Make.Words("A"), handling: new Handling(Node.Owner, Tlp.Green, ["JPN", "USA"]));
        _node.Ledger.Append(Deposit.Of(document, [claim]));
        HeldClaim held = _node.View.Claims(new ClaimFilter()).Single();
        held.Claim.Id.ShouldBe(claim.Id);
        held.Claim.Handling.ShouldBe(new Handling("KOR+node", Tlp.Amber, ["JPN"]));
        _node.Ledger.View(new Reader("JPN", "JPN", false, true)).Claims(new ClaimFilter()).Count.ShouldBe(1);
        _node.Ledger.View(new Reader("USA", "USA", false, true)).Claims(new ClaimFilter()).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_handed_in_again_under_a_stricter_label_is_kept_under_it_with_all_that_stands_on_it()
    {
        Document document = Make.Document("Words.");
        Claim claim = Make.Claim(document, "body/a", "name", Make.Words("A"));
        _node.Ledger.Append(Deposit.Of(document, [claim], [Judgement.Accept(claim.Id, Make.Analyst, "right", Make.Clear)]));
        View before = _node.Ledger.View(Reader.Public);
        before.Claims(new ClaimFilter()).Count.ShouldBe(1);

        _node.Ledger.Append(Deposit.Of(document with { Handling = new Handling(Node.Owner, Tlp.Amber, ["KOR"]) }, []));
        foreach (View view in (View[])[before, _node.Ledger.View(Reader.Public), _node.Ledger.View(Reader.Public, new AsOf(KnownBy: new DateOnly(2025, 3, 1)))])
        {
            view.Claims(new ClaimFilter()).ShouldBeEmpty();
            view.Documents().ShouldBeEmpty();
            view.Judgements().ShouldBeEmpty();
        }

        View korea = _node.Ledger.View(new Reader("KOR", "KOR", false, true));
        korea.Claims(new ClaimFilter()).Single().ShouldSatisfyAllConditions(c => c.Claim.Id.ShouldBe(claim.Id), c => c.Claim.Handling.Tlp.ShouldBe(Tlp.Amber), c => c.Standing.ShouldBe(Standing.Accepted));
        korea.Judgements().Count.ShouldBe(1);

        string head = _node.Ledger.Verify().Head;
        _node.Ledger.Append(Deposit.Of(document, [claim])).Head.ShouldBe(head, "a looser label changes nothing");
        _node.Ledger.Verify().Why.ShouldBeNull();
    }

    private static Dataset Table(string version, string published) => new(
        EntityId.Parse("dataset/table"), string.Concat(Enumerable.Repeat(version, 64)), "Table", "Maker", "Cited so", PartialDate.Parse(published), "USD million", "current", 2011, "ISIC", "as stated", "balanced", Make.Clear);
}

public sealed class AppendInFileTests() : AppendTests(Kept.InFile);

public sealed class AppendOnServerTests() : AppendTests(Kept.OnServer);
