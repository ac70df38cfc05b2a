using System.Globalization;
using System.Text;

namespace Linchpin.Supply.Tests;

/// <summary>A table folder of a test's own, in a temporary place that goes with it.</summary>
internal sealed class SmallTable : IDisposable
{
    private static readonly string Inputs = Path.Combine(AppContext.BaseDirectory, "BadInput");

    private SmallTable() => Folder = Directory.CreateTempSubdirectory("linchpin-table-").FullName;

    internal string Folder { get; }

    /// <summary>The good table of BadInput: KOR, JPN, ROW by goods and services, 2020.</summary>
    internal static SmallTable Good()
    {
        var table = new SmallTable();
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Inputs, "good")))
        {
            File.Copy(file, Path.Combine(table.Folder, Path.GetFileName(file)));
        }

        return table;
    }

    /// <summary>The good table with one file replaced by a bad one, named <c>file.fault.extension</c>.</summary>
    internal static SmallTable With(string badFile)
    {
        SmallTable table = Good();
        string[] parts = badFile.Split('.', 3);
        string name = $"{parts[0]}.{parts[2]}";
        if (name.EndsWith(".gz", StringComparison.Ordinal))
        {
            table.Replace("table.json", "z_{year}.csv", "z_{year}.csv.gz");
        }

        File.Copy(Path.Combine(Inputs, badFile), Path.Combine(table.Folder, name), overwrite: true);
        return table;
    }

    /// <summary>A table of one year, 2020, from its matrices; countries and sectors in order, one final demand category.</summary>
    internal static SmallTable Of(string[] countries, string[] sectors, double[,] z, double[,] y, string? restOfWorld = null)
    {
        SmallTable table = Good();
        table.Replace("table.json", "\"restOfWorld\": \"ROW\"", restOfWorld is null ? "\"restOfWorld\": null" : $"\"restOfWorld\": \"{restOfWorld}\"");
        table.Replace("table.json", "\"manufacturing\": [\"g\"]", $"\"manufacturing\": [\"{sectors[0]}\"]");
        table.Write("countries.csv", "code,name", countries.Select(c => $"{c},{c}"));
        table.Write("sectors.csv", "code,name", sectors.Select(s => $"{s},{s}"));
        table.Write("categories.csv", "code,name", ["use,use"]);
        string[] names = [.. countries.SelectMany(c => sectors.Select(s => $"{c},{s}"))];
        var cells = from i in Enumerable.Range(0, names.Length) from j in Enumerable.Range(0, names.Length) where z[i, j] != 0 select $"{names[i]},{names[j]},{Text(z[i, j])}";
        table.Write("z_2020.csv", "from_country,from_sector,to_country,to_sector,value", cells);
        var final = from i in Enumerable.Range(0, names.Length) from c in Enumerable.Range(0, countries.Length) where y[i, c] != 0 select $"{names[i]},{countries[c]},use,{Text(y[i, c])}";
        table.Write("y_2020.csv", "from_country,from_sector,to_country,category,value", final);
        table.Write("x_2020.csv", "country,sector,output", names.Select((n, i) =>
            $"{n},{Text(Enumerable.Range(0, names.Length).Sum(j => z[i, j]) + Enumerable.Range(0, countries.Length).Sum(c => y[i, c]))}"));
        return table;
    }

    internal void Replace(string file, string old, string by)
    {
        string path = Path.Combine(Folder, file);
        string text = File.ReadAllText(path);
        text.ShouldContain(old);
        File.WriteAllText(path, text.Replace(old, by, StringComparison.Ordinal));
    }

    internal InputOutputTable Open(string? cache = null) => new Supply(cache).Open(Folder, 2020);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string file, string header, IEnumerable<string> rows) =>
        File.WriteAllText(Path.Combine(Folder, file), new StringBuilder(header).Append('\n').AppendJoin('\n', rows).Append('\n').ToString());

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
