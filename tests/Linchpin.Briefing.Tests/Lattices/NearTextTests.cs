using Linchpin.Briefing.Lattices;

namespace Linchpin.Briefing.Tests.Lattices;

public sealed class NearTextTests
{
    [Theory]
    [InlineData("to treble the output of the copper mills by 2040, along with twelve others", "pledged joint work on trebling copper mill output, alongside twelve others, by 2040", true)]
    [InlineData("to widen work on harbours, dredging above all", "to widen their harbour work, in dredging and piers", true)]
    [InlineData("to share charts of the strait", "to share pilots in the strait", false)]
    [InlineData("to build a mill for copper", "to staff a school for pilots", false)]
    public void Texts_that_tell_the_same_in_other_words_are_found_whichever_comes_first(string one, string other, bool same)
    {
        foreach ((string first, string second) in new[] { (one, other), (other, one) })
        {
            var near = new NearText([first, second]);
            near.FindOrAdd(first, _ => true).ShouldBe(-1);
            near.FindOrAdd(second, _ => true).ShouldBe(same ? 0 : -1);
        }
    }

    [Fact]
    public void A_promise_that_two_documents_tell_in_other_words_is_one_with_both_sources()
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to widen their work on copper mills and smelters.", file: "a.txt"), "a", "KOR,IND", date: "2023", quote: "agreed to widen their work on copper mills and smelters")
            .Promise(record.Text("Both pledged wider work on smelters and on mills for copper.", file: "b.txt"), "b", "KOR,IND", act: "pledged", date: "2023-05", quote: "pledged wider work on smelters and on mills for copper");
        Promise promise = record.Lattice("KOR,IND").Rows.Single(r => r.Sector.Id == "semiconductors").Cells[^1].Promises.ShouldHaveSingleItem();
        promise.Ids.Count.ShouldBe(2);
        record.Brief("KOR,IND").References.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("2019", "pledged", "b.txt")]
    [InlineData("2023-05", "signed", "b.txt")]
    public void On_days_or_by_acts_that_do_not_agree_they_stay_two(string date, string act, string file)
    {
        using var record = new Record();
        record.Promise(record.Text("They agreed to widen their work on copper mills and smelters.", file: "a.txt"), "a", "KOR,IND", date: "2023", quote: "agreed to widen their work on copper mills and smelters")
            .Promise(record.Text("Both gave wider work on smelters and on mills for copper.", file: file), "b", "KOR,IND", act: act, date: date);
        record.Lattice("KOR,IND").Rows.Single(r => r.Sector.Id == "semiconductors").Cells[^1].Promises.Count.ShouldBe(2);
    }

    [Fact]
    public void What_one_document_tells_apart_stays_apart()
    {
        using var record = new Record();
        Linchpin.Claims.Document text = record.Text("They agreed to widen their work on copper mills and smelters. They pledged wider work on smelters and on copper mills.");
        record.Promise(text, "a", "KOR,IND", quote: "agreed to widen their work on copper mills and smelters").Promise(text, "b", "KOR,IND", act: "pledged", quote: "pledged wider work on smelters and on copper mills");
        record.Lattice("KOR,IND").Rows.Single(r => r.Sector.Id == "semiconductors").Cells[^1].Promises.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("They agreed to build 30 patrol ships in the harbour of Lima.", "They agreed to build 40 patrol ships in the harbour of Lima.", 2)]
    [InlineData("They agreed to build 30 patrol ships in the harbour of Lima.", "They agreed to build 30 patrol ships in the harbour of Lima by 2031.", 1)]
    public void Promises_of_other_numbers_are_two(string first, string second, int count)
    {
        using var record = new Record();
        record.Promise(record.Text(first), "a", "USA,KOR", sector: "climate", date: "2023-05").Promise(record.Text(second, title: "Another"), "b", "USA,KOR", sector: "climate", date: "2023-05");
        record.Briefing().Promises().Count.ShouldBe(count);
    }
}
