using System.Globalization;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Workbench;

/// <summary>The fixed colours of countries, as tokens.css has them for paper and light, and for the dark.</summary>
public sealed partial class CountryColourTests
{
    // Red, green and blue blindness, severity 1, in linear RGB: Machado, Oliveira and Fernandes (2009), IEEE TVCG 15(6), table of severity 1.0.
    private static readonly double[][,] Sights =
    [
        new double[,] { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
        new double[,] { { 0.152286, 1.052583, -0.204868 }, { 0.114503, 0.786281, 0.099216 }, { -0.003882, -0.048116, 1.051998 } },
        new double[,] { { 0.367322, 0.860646, -0.227968 }, { 0.280085, 0.672501, 0.047413 }, { -0.011820, 0.042940, 0.968881 } },
        new double[,] { { 1.255528, -0.076749, -0.178779 }, { -0.078411, 0.930809, 0.147602 }, { 0.004733, 0.691367, 0.303900 } },
    ];

    [Theory]
    [InlineData(0, "#ffffff")]
    [InlineData(1, "#172229")]
    public void Countries_stay_apart_for_every_sight_and_from_the_paper(int scheme, string paper)
    {
        Dictionary<string, double[]> colours = Schemes()[scheme];
        colours.Count.ShouldBe(10);
        foreach ((string one, double[] a) in colours)
        {
            Contrast(a, Linear(paper)).ShouldBeGreaterThanOrEqualTo(3, one);
            foreach ((string other, double[] b) in colours.Where(c => string.CompareOrdinal(c.Key, one) > 0))
            {
                // A difference of 2.3 is just noticeable; 15 is plainly another colour.
                foreach (double[,] sight in Sights)
                {
                    Difference(Seen(a, sight), Seen(b, sight)).ShouldBeGreaterThan(15, $"{one}, {other}");
                }
            }
        }
    }

    private static Dictionary<string, double[]>[] Schemes()
    {
        string css = File.ReadAllText(Path.Combine(Repository.Root, "src", "Linchpin", "Workbench", "Assets", "tokens.css"));
        return [.. css.Split("@media").Take(2).Select(part => Token().Matches(part).Where(m => m.Groups[1].Value is not ("other-2" or "other-3"))
            .ToDictionary(m => m.Groups[1].Value, m => Linear(m.Groups[2].Value)))];
    }

    private static double[] Linear(string hex) => [.. new[] { 1, 3, 5 }.Select(i => int.Parse(hex.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
        .Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    private static double[] Seen(double[] rgb, double[,] sight) => [.. Enumerable.Range(0, 3).Select(i => Math.Clamp(Enumerable.Range(0, 3).Sum(j => sight[i, j] * rgb[j]), 0, 1))];

    private static double Contrast(double[] a, double[] b)
    {
        double[] light = [.. new[] { a, b }.Select(c => (0.2126 * c[0]) + (0.7152 * c[1]) + (0.0722 * c[2])).Order()];
        return (light[1] + 0.05) / (light[0] + 0.05);
    }

    /// <summary>CIE 1976 difference in L*a*b*, white D65.</summary>
    private static double Difference(double[] a, double[] b) => Math.Sqrt(Lab(a).Zip(Lab(b), (x, y) => (x - y) * (x - y)).Sum());

    private static double[] Lab(double[] rgb)
    {
        double x = ((0.4124564 * rgb[0]) + (0.3575761 * rgb[1]) + (0.1804375 * rgb[2])) / 0.95047;
        double y = (0.2126729 * rgb[0]) + (0.7151522 * rgb[1]) + (0.0721750 * rgb[2]);
        double z = ((0.0193339 * rgb[0]) + (0.1191920 * rgb[1]) + (0.9503041 * rgb[2])) / 1.08883;
        return [(116 * F(y)) - 16, 500 * (F(x) - F(y)), 200 * (F(y) - F(z))];
        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : (7.787 * t) + (16.0 / 116);
    }

    [GeneratedRegex("--country-([a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
