namespace Linchpin.Supply.Tests.Measures;

public sealed class CancelledMeasureTests
{
    public static TheoryData<string, Action<InputOutputTable, CancellationToken>> Measures => new()
    {
        { "split", (t, c) => Supply.Split(t, Basis.RowSum, "all", cancel: c) },
        { "propagation", (t, c) => Supply.Propagation(t, Basis.RowSum, "all", "all", cancel: c) },
        { "allocation", (t, c) => Supply.Allocations(t, Basis.RowSum, "all", "all", cancel: c) },
        { "change", (t, c) => Supply.Change(t, t, Basis.RowSum, "KOR", "JPN", cancel: c) },
        { "extraction", (t, c) => Supply.Extract(t, Basis.RowSum, "CHN:all", "all", cancel: c) },
    };

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_that_was_stopped_gives_nothing(string what, Action<InputOutputTable, CancellationToken> measure)
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        InputOutputTable table = Golden.Table2011();

        // The inverse is there already, so that it is the measure itself that stops.
        table.Model(Basis.RowSum);
        Should.Throw<OperationCanceledException>(() => measure(table, stop.Token), what);
    }
}
