using System.Globalization;
using System.Text;

namespace Linchpin.Supply.Tests.Import;

/// <summary>Writes a table as the sheet of WIOD's release of 2013 saved as CSV: four header lines and four label cells, accounts below.</summary>
internal static class Sheet
{
    internal static string Of(InputOutputTable t, string path)
    {
        int n = t.Industries;
        var text = new StringBuilder();
        string[] finals = [.. t.Countries.SelectMany(c => t.Categories.Select(k => c.Code + ":" + k))];
        string Published(string code) => code switch { "ROW" => "RoW", "ROU" => "ROM", _ => code };
        IEnumerable<string> Columns(Func<int, string> industry, Func<string, string> final, string last) => [.. Enumerable.Range(0, n).Select(industry), .. finals.Select(final), last];
        void Line(IEnumerable<string> labels, IEnumerable<string> cells) => text.AppendJoin(',', labels.Concat(cells)).Append('\n');
        string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

        Line(["World Input-Output Table " + t.Year.ToString(CultureInfo.InvariantCulture), "", "", ""], Columns(_ => "", _ => "", ""));
        Line(["(industry-by-industry)", "", "", ""], Columns(i => "code", _ => "", ""));
        Line(["(millions of US$)", "", "", ""], Columns(i => Quoted(t.Sectors[t.SectorOf(i)].Name), _ => "use", "Total output"));
        Line(["", "", "", ""], Columns(i => Published(t.Countries[t.CountryOf(i)].Code), f => Published(f.Split(':')[0]), "TOT"));
        Line(["", "", "", ""], Columns(i => t.Sectors[t.SectorOf(i)].Code, f => f.Split(':')[1], "c60"));
        double[] used = new double[n];
        for (int i = 0; i < n; i++)
        {
            double[] z = t.Z.Row(i).ToArray();
            for (int j = 0; j < n; j++)
            {
                used[j] += z[j];
            }

            Line([t.Sectors[t.SectorOf(i)].Code, Quoted(t.Sectors[t.SectorOf(i)].Name), Published(t.Countries[t.CountryOf(i)].Code), t.Sectors[t.SectorOf(i)].Code],
                [.. z.Select(Number), .. t.Y.Row(i).ToArray().Select(Number), Number(t.Output![i])]);
        }

        string[] nothing = [.. finals.Select(_ => "0"), "0"];
        Line(["II_fob", "Total intermediate consumption", "TOT", "r60"], [.. used.Select(Number), .. nothing]);
        Line(["VA", "Value added at basic prices", "TOT", "r65"], [.. used.Select((u, j) => Number(t.Output![j] - u)), .. nothing]);
        Line(["GO", "Output at basic prices", "TOT", "r69"], [.. t.Output!.Select(Number), .. nothing]);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static string Quoted(string name) => "\"" + name + "\"";
}
