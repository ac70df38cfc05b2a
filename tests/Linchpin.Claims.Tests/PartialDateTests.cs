using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Claims.Tests;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31", "year")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "month")]
    [InlineData("2023-02", "2023-02-01", "2023-02-28", "month")]
    [InlineData("2024-12", "2024-12-01", "2024-12-31", "month")]
    [InlineData("2024-08-28", "2024-08-28", "2024-08-28", "day")]
    public void A_date_spans_all_days_that_it_may_mean(string text, string earliest, string latest, string precision)
    {
        PartialDate date = PartialDate.Parse(text);
        (date.Earliest, date.Latest, date.Precision).ShouldBe((DateOnly.Parse(earliest), DateOnly.Parse(latest), precision));
    }

    [Theory]
    [InlineData("")]
    [InlineData("23")]
    [InlineData("0999")]
    [InlineData("3000")]
    [InlineData("2023-00")]
    [InlineData("2023-13")]
    [InlineData("2023-1")]
    [InlineData("2023/12")]
    [InlineData("2023-02-29")]
    [InlineData("2023-12-00")]
    [InlineData("2023-12-32")]
    [InlineData("2023-12-1")]
    [InlineData("2023-12-01T00:00")]
    [InlineData(" 2023")]
    [InlineData("-023")]
    [InlineData("２０２３")]
    [InlineData("2023--01")]
    public void What_is_no_date_is_refused(string text)
    {
        PartialDate.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FaultException>(() => PartialDate.Parse(text)).Fault.Kind.Code.ShouldBe("claims.date");
    }

    [Fact]
    public void A_day_without_a_month_is_no_date() => Should.Throw<FaultException>(() => PartialDate.Of(2023, 0, 5)).Fault.Kind.Code.ShouldBe("claims.date");

    [Fact]
    public void Text_and_date_are_one() => Prop.ForAll(Arb.From(Any.Date), d => PartialDate.Parse(d.ToString()) == d).Check(Any.Often);

    [Fact]
    public void Every_date_agrees_with_itself_cut_shorter_and_agreement_goes_both_ways() => Prop.ForAll(Arb.From(Any.Date), Arb.From(Any.Date), (a, b) =>
        a.Earliest <= a.Latest && a.AgreesWith(PartialDate.Of(a.Year)) && a.AgreesWith(PartialDate.Of(a.Year, a.Month)) && a.AgreesWith(b) == b.AgreesWith(a)).Check(Any.Often);

    [Fact]
    public void What_is_certainly_past_is_possibly_past() => Prop.ForAll(Arb.From(Any.Date), Arb.From(Any.Date), (a, b) =>
        (!a.CertainlyBy(b.Earliest) || a.PossiblyBy(b.Earliest)) && a.CertainlyBy(a.Latest) && a.PossiblyBy(a.Earliest) && !a.PossiblyBy(a.Earliest.AddDays(-1))).Check(Any.Often);

    [Fact]
    public void Order_is_by_first_possible_day_and_then_the_vaguer_first()
    {
        string[] ordered = ["2022", "2022-01", "2022-01-01", "2022-05", "2022-05-03", "2023"];
        ordered.Reverse().Select(PartialDate.Parse).Order().Select(d => d.ToString()).ShouldBe(ordered);
    }

    [Theory]
    [InlineData(null, null, "2022-05-10", Certainty.Uncertain)]
    [InlineData("2022", null, "2021-12-31", Certainty.No)]
    [InlineData("2022", null, "2022-06-01", Certainty.Uncertain)]
    [InlineData("2022", null, "2022-12-31", Certainty.Yes)]
    [InlineData("2022", null, "2023-01-01", Certainty.Yes)]
    [InlineData("2020", "2022", "2022-06-01", Certainty.Uncertain)]
    [InlineData("2020", "2022", "2023-01-01", Certainty.No)]
    [InlineData("2020", "2022-05-10", "2022-05-10", Certainty.Yes)]
    [InlineData(null, "2022", "2021-01-01", Certainty.Uncertain)]
    public void Whether_a_claim_holds_on_a_day_is_yes_no_or_left_open(string? from, string? to, string day, Certainty held) =>
        new ValidTime(from is null ? null : PartialDate.Parse(from), to is null ? null : PartialDate.Parse(to)).On(DateOnly.Parse(day)).ShouldBe(held);
}
