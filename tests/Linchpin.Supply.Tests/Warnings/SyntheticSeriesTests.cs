using Linchpin.Claims;
using Linchpin.Supply.Warnings;

namespace Linchpin.Supply.Tests.Warnings;

public sealed class SyntheticSeriesTests
{
    [Fact]
    public void A_lasting_fall_of_eighty_percent_is_one_warning_a_measure_with_its_month_level_and_course()
    {
        MadeFlow flow = MadeFlow.Steady(48, 1);
        for (int m = 40; m < 48; m++)
        {
            flow.Times(m, 0.2, 0.2);
        }

        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(48, flow);
        raised.Select(w => (w.Kind, w.Measure, w.Month)).ShouldBe(
            [(WarningKind.Fall, TradeMeasure.Value, MadeFlow.Month(40)), (WarningKind.Fall, TradeMeasure.Weight, MadeFlow.Month(40))], ignoreOrder: true);
        raised.ShouldAllBe(w => w.Since.State == WarningState.LevelShift && w.Since.Through == MadeFlow.Month(47) && w.OtherMeasure!.Agrees == true);
        raised.ShouldAllBe(w => w.ChangePercent > -90 && w.ChangePercent < -65);
        raised.Single(w => w.Measure == TradeMeasure.Value).Expected!.Value.ShouldBeInRange(700_000, 1_300_000);
        raised.ShouldAllBe(w => w.Certainty == WarningCertainty.High && w.HowSure > 0.95);
    }

    [Fact]
    public void Three_months_together_raise_a_fall_that_no_single_month_does()
    {
        MadeFlow flow = MadeFlow.Steady(60, 23, 0.25);
        for (int m = 54; m < 60; m++)
        {
            flow.Times(m, 0.45, 0.45);
        }

        MadeFlow.Raised(56, flow).ShouldBeEmpty();
        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(60, flow);
        raised.ShouldNotBeEmpty();
        raised.ShouldAllBe(w => w.Kind == WarningKind.Fall && w.Over == 3 && MonthNumber.Of(w.Month) == MonthNumber.Of(w.Raised) - 2 && w.Words.Contains("a month from"));
    }

    [Fact]
    public void One_deep_month_is_not_taken_for_three()
    {
        MadeFlow.Raised(60, MadeFlow.Steady(60, 24).Times(55, 0.02, 0.02)).ShouldAllBe(w => w.Over == 1 && w.Month == MadeFlow.Month(55));
    }

    [Fact]
    public void A_dip_of_one_month_is_told_from_a_shift_of_the_level()
    {
        TradeWarning dip = MadeFlow.Raised(48, MadeFlow.Steady(48, 2).Times(40, 0.1, 0.1)).First(w => w.Kind == WarningKind.Fall);
        dip.Since.State.ShouldBe(WarningState.OneMonth);
        dip.Since.Through.ShouldBe(MadeFlow.Month(40));
        MadeFlow.Raised(41, MadeFlow.Steady(48, 2).Times(40, 0.1, 0.1)).First(w => w.Kind == WarningKind.Fall).Since.State.ShouldBe(WarningState.New);
    }

    [Fact]
    public void A_ban_shows_in_the_weight_first_and_in_the_unit_value()
    {
        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(41, MadeFlow.Steady(48, 3).Times(40, 0.8, 0.2));
        raised.Select(w => (w.Kind, w.Measure)).ShouldBe([(WarningKind.Fall, TradeMeasure.Weight), (WarningKind.UnitValue, TradeMeasure.UnitValue)], ignoreOrder: true);
        raised.ShouldAllBe(w => w.Month == MadeFlow.Month(40));
        raised.Single(w => w.Kind == WarningKind.Fall).OtherMeasure!.Agrees.ShouldBe(false);
    }

    [Fact]
    public void A_low_season_that_comes_every_year_raises_nothing_and_a_fall_in_it_is_judged_by_it()
    {
        static double Season(int m) => m % 12 == 1 ? -1.2 : 0;
        MadeFlow.Raised(60, MadeFlow.Steady(60, 4, shape: Season)).ShouldBeEmpty();
        MadeFlow.Raised(60, MadeFlow.Steady(60, 4, shape: Season).Times(49, 0.15, 0.15)).ShouldContain(w => w.Kind == WarningKind.Fall && w.Month == MadeFlow.Month(49) && w.Expected < 450_000);
    }

    [Fact]
    public void Growth_raises_nothing() => MadeFlow.Raised(72, MadeFlow.Steady(72, 5, shape: m => 0.02 * m)).ShouldBeEmpty();

    [Fact]
    public void A_slow_decline_raises_nothing() => MadeFlow.Raised(72, MadeFlow.Steady(72, 6, shape: m => -0.02 * m)).ShouldBeEmpty();

    [Fact]
    public void A_month_far_out_in_the_past_does_not_hide_a_fall()
    {
        MadeFlow flow = MadeFlow.Steady(48, 7).Times(20, 8, 8).Times(30, 0.1, 0.1).Times(44, 0.1, 0.1);
        MadeFlow.Raised(48, flow).ShouldContain(w => w.Kind == WarningKind.Fall && w.Month == MadeFlow.Month(44));
    }

    [Fact]
    public void Buying_ahead_is_a_rush_in_weight_and_the_fall_behind_it_names_it()
    {
        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(48, MadeFlow.Steady(48, 8).Times(42, 4, 4).Times(43, 0.05, 0.05).Times(44, 0.05, 0.05));
        raised.Single(w => w.Kind == WarningKind.Rush).Month.ShouldBe(MadeFlow.Month(42));
        raised.Where(w => w.Kind == WarningKind.Fall).ShouldAllBe(w => w.RushBefore == MadeFlow.Month(42));
        raised.Count(w => w.Kind == WarningKind.Fall).ShouldBe(2);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(30)]
    [InlineData(36)]
    public void A_recovery_after_a_long_fall_is_no_rush(int months)
    {
        MadeFlow flow = MadeFlow.Steady(96, 9);
        for (int m = 40; m < 40 + months; m++)
        {
            flow.Times(m, 0.1, 0.1);
        }

        MadeFlow.Raised(96, flow).ShouldNotContain(w => w.Kind == WarningKind.Rush);
    }

    [Fact]
    public void Missing_months_after_steady_trade_are_no_report_or_no_trade_and_never_a_fall_of_a_hundred_percent()
    {
        MadeFlow flow = MadeFlow.Steady(48, 10).Without(44).Without(45).Without(46).Without(47);
        IReadOnlyList<TradeWarning> raised = MadeFlow.Raised(48, flow);
        TradeWarning lost = raised.ShouldHaveSingleItem();
        lost.Kind.ShouldBe(WarningKind.OriginLost);
        lost.Month.ShouldBe(MadeFlow.Month(44));
        lost.Seen.ShouldBeNull();
        lost.ChangePercent.ShouldBeNull();
        lost.Words.ShouldContain("no report or no trade");
        lost.Certainty.ShouldNotBe(WarningCertainty.High);

        // 44 months before, none missing: 1/46 for one month, not rare enough; 1/46^2 for two.
        lost.Raised.ShouldBe(MadeFlow.Month(45));
        lost.Probability!.Value.ShouldBe(1 / (46.0 * 46.0), 1e-9);
    }

    [Fact]
    public void A_recorded_zero_is_a_fall_of_a_hundred_percent()
    {
        TradeWarning fall = MadeFlow.Raised(48, MadeFlow.Steady(48, 11).Set(47, 0, null)).ShouldHaveSingleItem();
        fall.Kind.ShouldBe(WarningKind.Fall);
        fall.Seen.ShouldBe(0);
        fall.ChangePercent.ShouldBe(-100);
    }

    [Fact]
    public void An_unknown_weight_beside_a_value_says_nothing() =>
        MadeFlow.Raised(48, MadeFlow.Steady(48, 12).Set(47, 1_000_000, null)).ShouldBeEmpty();

    [Fact]
    public void With_less_than_a_year_before_it_nothing_is_watched_and_it_says_so()
    {
        MadeFlow flow = MadeFlow.Steady(11, 13).Set(11, 1, 1);
        MadeFlow.Raised(12, flow).ShouldBeEmpty();
        new FlowTests(flow.Watched(), WarningSettings.Standard).WhyNot(MadeFlow.First + 11)!.ShouldContain("fewer than 12 months");
    }

    [Fact]
    public void A_short_history_makes_a_warning_less_sure()
    {
        TradeWarning After(int months) => MadeFlow.Raised(months + 1, MadeFlow.Steady(months, 14).Set(months, 50, 5)).First(w => w.Measure == TradeMeasure.Value);
        TradeWarning young = After(24);
        TradeWarning old = After(60);
        young.Certainty.ShouldBe(WarningCertainty.Low);
        old.Certainty.ShouldBe(WarningCertainty.High);
        young.Months.ShouldBeLessThan(24);
        (young.Probability > old.Probability).ShouldBeTrue();
    }

    [Fact]
    public void Flows_that_are_small_for_the_importer_or_small_in_value_are_not_watched()
    {
        MadeFlow Fallen(double whole, double level) => Put(MadeFlow.Steady(48, 15, level: level), whole).Times(47, 0.01, 0.01);
        MadeFlow.Raised(48, Fallen(1_000_000, 1_000_000)).ShouldNotBeEmpty();
        MadeFlow.Raised(48, Fallen(100_000_000, 1_000_000)).ShouldBeEmpty();
        MadeFlow.Raised(48, Fallen(3_000, 3_000)).ShouldBeEmpty();
    }

    [Fact]
    public void Another_origin_that_makes_up_for_a_fall_is_named_with_the_part_it_covers()
    {
        MadeFlow fallen = MadeFlow.Steady(48, 16);
        MadeFlow other = MadeFlow.Steady(48, 17, origin: "TWN", level: 300_000);
        for (int m = 42; m < 48; m++)
        {
            fallen.Times(m, 0.05, 0.05);
            other.Times(m, 3, 3);
        }

        TradeWarning[] raised = [.. MadeFlow.Raised(48, fallen, Put(other, 1_000_000)).Where(w => w.Kind == WarningKind.Substitution)];
        raised.Length.ShouldBe(2);
        raised.ShouldAllBe(w => w.Origin == "TWN" && w.InPlaceOf == "JPN" && w.Month == MadeFlow.Month(42) && w.Certainty == WarningCertainty.Low);
        raised.ShouldAllBe(w => w.Covers > 0.4 && w.Covers < 1.1);
    }

    [Fact]
    public void An_origin_that_carries_on_as_before_is_hardly_ever_named_as_a_substitute()
    {
        int named = Enumerable.Range(0, 50).Count(seed => MadeFlow.Raised(48, MadeFlow.Steady(48, seed).Times(44, 0.05, 0.05), MadeFlow.Steady(48, 1000 + seed, origin: "TWN"))
            .Any(w => w.Kind == WarningKind.Substitution));
        named.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public void A_series_of_nothing_but_missing_or_zero_months_is_not_watched()
    {
        var empty = new MadeFlow();
        MadeFlow.Raised(48, empty).ShouldBeEmpty();
        for (int m = 0; m < 48; m++)
        {
            empty.Set(m, 0, 0);
        }

        MadeFlow.Raised(48, empty).ShouldBeEmpty();
    }

    private static MadeFlow Put(MadeFlow flow, double whole)
    {
        var copy = new MadeFlow { Origin = flow.Origin, Product = flow.Product, Whole = whole };
        WatchedFlow watched = flow.Watched();
        for (int m = 0; m < 240; m++)
        {
            if (watched.Value.HasRow(MadeFlow.First + m))
            {
                copy.Set(m, watched.Value.At(MadeFlow.First + m), watched.Weight.At(MadeFlow.First + m));
            }
        }

        return copy;
    }
}
