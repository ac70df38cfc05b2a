using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Tests.Conflicts;

namespace Linchpin.Tests.Docs;

/// <summary>The sentence that docs/follow-one-document.md follows goes the way that the page tells: to a claim, past a conflict and a review, into the brief.</summary>
public sealed class FollowOneDocumentTests
{
    private const string Sentence = "On 14 May 2021 the two countries agreed to map their lithium supply chains by the end of 2022.";

    [Fact]
    public void The_sentence_of_the_page_goes_from_file_to_brief_by_review_and_conflict()
    {
        string page = File.ReadAllText(Repository.At("docs", "follow-one-document.md"));
        page.ShouldContain(Sentence);
        string opening = "The Chile-Australia Lithium Dialogue was launched in March 2019. Chile and Australia met in Santiago. ";
        using Told told = new Told().Say("2021-06", opening + Sentence).Say("2022-02", "The Chile-Australia Lithium Dialogue was launched in May 2020.");

        HeldClaim what = told.View.Claims(new ClaimFilter(Kind: "commitment", Property: "what")).Single(c => c.Value.Display.Contains("lithium", StringComparison.Ordinal));
        Sentence.ShouldContain(what.Quote!);

        Conflict conflict = told.View.Conflicts().Single(c => c.Property.Id == "established");
        told.Review.Decide(conflict.Id, JudgementAct.Holds, 0, "The first text is of the time.");
        told.View.Conflicts().Single(c => c.Property.Id == "established").Decided!.Judgement.By.Name.ShouldBe("Desk officer");
        told.Review.Accept(what.Claim.Id, "It says so.");

        string brief = new Briefing.Briefing(told.View, LatticeSettings.Default).Brief(["CHL", "AUS"], new DateOnly(2022, 6, 1)).Markdown();
        brief.ShouldContain("to map their lithium supply chains by the end of 2022");
        foreach (string step in (string[])["Resolution.Propose", "View.Conflicts", "Review.Settle", "Review.Undo", "Briefing.Brief"])
        {
            page.ShouldContain(step);
        }
    }
}
