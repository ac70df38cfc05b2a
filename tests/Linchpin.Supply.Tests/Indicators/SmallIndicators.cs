namespace Linchpin.Supply.Tests.Indicators;

/// <summary>A folder with one described file, in a temporary place that goes with it.</summary>
internal sealed class SmallIndicators : IDisposable
{
    private static readonly string Inputs = Path.Combine(AppContext.BaseDirectory, "BadInput", "indicators");

    private SmallIndicators() => Folder = Directory.CreateTempSubdirectory("linchpin-indicators-").FullName;

    internal string Folder { get; }

    /// <summary>A data file and a descriptor of BadInput/indicators, named <c>data.fault.csv</c> and <c>descriptor.fault.json</c>.</summary>
    internal static SmallIndicators With(string data = "data.good.csv", string descriptor = "descriptor.good.json")
    {
        var small = new SmallIndicators();
        File.Copy(Path.Combine(Inputs, data), Path.Combine(small.Folder, data.EndsWith(".gz", StringComparison.Ordinal) ? "data.csv.gz" : "data.csv"));
        File.Copy(Path.Combine(Inputs, descriptor), Path.Combine(small.Folder, "small.descriptor.json"));
        return small;
    }

    /// <summary>A folder with these files and no more.</summary>
    internal static SmallIndicators Of(params (string Name, string Text)[] files)
    {
        var small = new SmallIndicators();
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(Path.Combine(small.Folder, name), text);
        }

        return small;
    }

    internal IndicatorTable Read() => Supply.Indicator(Folder, "small-trade");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
