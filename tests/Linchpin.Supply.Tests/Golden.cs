using System.Globalization;

namespace Linchpin.Supply.Tests;

/// <summary>The tables and numbers under Golden/, each table opened once for all tests.</summary>
internal static class Golden
{
    private static readonly Lazy<InputOutputTable> Opened2008 = new(() => new Supply().Open(Folder, 2008));
    private static readonly Lazy<InputOutputTable> Opened2011 = new(() => new Supply().Open(StarterFolder, 2011));

    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "Golden", "wiod2013");

    internal static string StarterFolder => Path.Combine(AppContext.BaseDirectory, "Starter", "wiod2013");

    internal static InputOutputTable Table2008() => Opened2008.Value;

    internal static InputOutputTable Table2011() => Opened2011.Value;

    /// <summary>The rows of a golden file, header left out, with the reference's own codes for Romania and the rest of the world in ours.</summary>
    internal static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Golden", file)).Skip(1).Select(l => l.Split(',').Select(Code).ToArray());

    internal static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>Agreement to 1e-9, relative; the golden numbers have ten digits.</summary>
    internal static void ShouldAgree(this double? found, double wanted, string what) =>
        (Math.Abs(found!.Value - wanted) / Math.Max(Math.Abs(wanted), 1e-300)).ShouldBeLessThan(1e-9, $"{what}: {found:R} against {wanted:R}");

    private static string Code(string cell) => cell switch
    {
        "RoW" => "ROW",
        "ROM" => "ROU",
        _ => cell,
    };
}
