using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Warnings;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("units-mixed", "supply.units-mixed")]
    [InlineData("only-years", "supply.no-monthly-trade")]
    [InlineData("far-years", "supply.trade-period")]
    public void What_cannot_be_watched_is_refused_with_its_code(string folder, string code)
    {
        ProductTrade trade = Supply.Trade(Folder(folder));
        Should.Throw<FaultException>(() => Supply.Watch(trade, "281111", "KOR")).Fault.Kind.Code.ShouldBe(code);
        Should.Throw<FaultException>(() => Supply.WatchAll(trade, [], [], [])).Fault.Kind.Code.ShouldBe(code);
    }

    [Fact]
    public void A_single_month_has_shares_and_says_why_nothing_is_watched()
    {
        TradeReport report = Supply.Watch(Supply.Trade(Folder("one-month")), "281111", "KOR");
        report.Origins.ShouldHaveSingleItem().Share.ShouldBe(1);
        report.Warnings.ShouldBeEmpty();
        report.NotWatched.ShouldHaveSingleItem().Why.ShouldContain("fewer than 12 months");
    }

    [Fact]
    public void The_world_is_refused_as_an_importer_of_no_exporters()
    {
        Should.Throw<FaultException>(() => Supply.Watch(Supply.Trade(Folder("one-month")), "281111", "world")).Fault.Kind.Code.ShouldBe("supply.no-monthly-trade");
    }

    [Fact]
    public void A_cancelled_watch_stops()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();
        Should.Throw<OperationCanceledException>(() => Supply.Watch(Supply.Trade(Folder("one-month")), "281111", "KOR", cancel: cancel.Token));
    }

    private static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "BadInput", "trade", name);
}
