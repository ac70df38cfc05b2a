using Linchpin.Claims;

namespace Linchpin.Reading.Tests;

public class ResolutionTests
{
    private static readonly Handling Ours = Handling.Unlabelled("test");

    [Fact]
    public void Every_claim_has_the_passage_of_its_item_and_the_reader_as_author()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("MarkedUp", "aukus-announcement.txt"));
        Deposit deposit = read.ToDeposit(Ours);
        deposit.Claims.Count.ShouldBeGreaterThan(40);
        foreach (Claim claim in deposit.Claims)
        {
            claim.Source.ShouldBeOfType<DocumentSource>().At.FitsIn(read.Document.Text!).ShouldBeTrue();
            claim.Author.ShouldBe(new Author(AuthorKind.Extractor, "reading", Reading.Version));
            claim.Handling.ShouldBe(Ours);
        }
    }

    [Fact]
    public void What_a_commitment_claims_is_never_more_than_its_passage()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("MarkedUp", "minerals-partnership-brief.txt"));
        foreach (Item item in read.Items.Where(i => i.What is not null && i.Segments.Count == 0))
        {
            Squeezed(item.Quote).ShouldContain(Squeezed(item.What!));
        }

        static string Squeezed(string words) => string.Concat(words.Where(char.IsLetterOrDigit));
    }

    [Fact]
    public void A_mechanism_under_another_name_with_the_same_acronym_and_members_is_proposed_as_the_same()
    {
        ReadDocument read = Files.Read("Japan and India set up the India-Japan Port Security Initiative (PSIX) in 2021.");
        var known = new KnownEntity(EntityId.Of("mechanism", "psix"), "Initiative for Safe Ports", ["PSIX"], ["IND", "JPN"]);
        Judgement same = Resolution.Propose(read, [known], Ours).ShouldHaveSingleItem();
        (same.Act, same.Into, same.Reason).ShouldBe((JudgementAct.SameAs, "mechanism/psix", "Both are called 'PSIX' and have the same members."));
    }

    [Fact]
    public void A_mechanism_of_the_same_acronym_with_other_members_waits_for_a_person()
    {
        ReadDocument read = Files.Read("Japan and India set up the India-Japan Port Security Initiative (PSIX) in 2021.");
        var known = new KnownEntity(EntityId.Of("mechanism", "psix"), "Initiative for Safe Ports", ["PSIX"], ["AUS", "IND", "JPN"]);
        Judgement alike = Resolution.Propose(read, [known], Ours).ShouldHaveSingleItem();
        (alike.Act, alike.Reason).ShouldBe((JudgementAct.Alike, "Both are called 'PSIX'; one has the members IND, JPN, the other AUS, IND, JPN."));
    }

    [Fact]
    public void A_mechanism_of_a_like_name_with_other_members_is_never_proposed()
    {
        ReadDocument read = Files.Read("Japan and India set up the India-Japan Port Security Initiative in 2021.");
        var known = new KnownEntity(EntityId.Of("mechanism", "port"), "Australia-India-Japan Port Security Initiative", [], ["AUS", "IND", "JPN"]);
        Resolution.Propose(read, [known], Ours).ShouldBeEmpty();
    }

    [Fact]
    public void Memoranda_of_two_documents_without_parties_are_never_one()
    {
        EntityId[] ids = [.. new[] { "a memorandum of understanding was signed at sea.", "a memorandum of understanding was signed on land." }
            .Select(words => Files.Read("In Tokyo, " + words).ToDeposit(Ours).Claims.First(c => c.Subject.Kind == "mechanism").Subject)];
        ids[0].ShouldNotBe(ids[1]);
    }

    [Fact]
    public void The_parties_to_a_memorandum_are_the_bodies_that_stand_with_it()
    {
        ReadDocument read = Files.Read("In Tokyo, JICA and KOICA signed a memorandum of understanding (MOU) on schools.");
        read.Of("mechanism").ShouldHaveSingleItem().Members.ShouldBe(["jica", "koica"]);
        read.ToDeposit(Ours).Claims.Count(c => c.Property == "party").ShouldBe(2);
    }

    [Theory]
    [InlineData("In March 2019, Norway and Chile launched the Norway-Chile Ocean Dialogue.", true)]
    [InlineData("In March 2019, Norway and Chile announced the Norway-Chile Ocean Dialogue.", false)]
    public void A_dated_launch_says_when_a_mechanism_was_established_and_an_announcement_does_not(string text, bool established) =>
        Files.Read(text).ToDeposit(Ours).Claims.Any(c => c.Property == "established" && c.Value == new DateValue(PartialDate.Of(2019, 3))).ShouldBe(established);

    [Fact]
    public void Two_candidates_are_a_doubt_and_each_waits_for_a_person()
    {
        ReadDocument read = Files.Read("Japan and India set up the India-Japan Port Security Initiative (PSIX) in 2021.");
        KnownEntity[] known = [new(EntityId.Of("mechanism", "a"), "A", ["PSIX"], []), new(EntityId.Of("mechanism", "b"), "B", ["PSIX"], [])];
        Resolution.Propose(read, known, Ours).Select(j => (j.Act, j.Into)).ShouldBe([(JudgementAct.Alike, "mechanism/a"), (JudgementAct.Alike, "mechanism/b")]);
    }

    [Theory]
    [InlineData("2023-06", 1)]
    [InlineData("2023-06-12", 1)]
    [InlineData("2023-07", 0)]
    [InlineData("2023", 0)]
    public void Events_of_one_mechanism_are_the_same_where_their_dates_agree_to_the_month(string date, int proposals)
    {
        ReadDocument read = Files.Read("In June 2023, Japan and India held the India-Japan Ports Dialogue in Tokyo.");
        EntityId mechanism = MechanismName.IdFor("India-Japan Ports Dialogue", ["IND", "JPN"]);
        var known = new KnownEntity(EntityId.Of("event", "dialogue-2023"), "", [], [], mechanism, PartialDate.Parse(date), "meeting");
        Resolution.Propose(read, [known], Ours).Count.ShouldBe(proposals);
    }

    [Fact]
    public void A_commitment_at_the_same_passage_of_the_same_document_is_the_same()
    {
        ReadDocument read = Files.Read("Japan and India agreed to share data on ports.");
        Item item = read.Of("commitment").ShouldHaveSingleItem();
        var known = new KnownEntity(EntityId.Of("commitment", "by-hand"), "", [], [], Document: read.Document.Id, Start: item.Start + 4, End: item.End);
        Resolution.Propose(read, [known], Ours).ShouldHaveSingleItem().Into.ShouldBe("commitment/by-hand");
    }
}
