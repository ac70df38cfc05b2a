using System.Diagnostics;
using System.Globalization;
using System.Text;
using Linchpin.Supply;

namespace Linchpin.Bench;

/// <summary>Tables measured: reading what providers publish, writing and opening datasets, aggregating. The files are made by a formula.</summary>
/// <remarks>
/// <para>Z_ij = ((37 i + 101 j + 13) mod 997 + 1) / 8 with three decimals, final demand the same with its columns counted on, output the sum of the
/// row and value added what is left of it. Each import is one run on a file that is in the page cache; reading the same bytes and counting line ends stands beside it.</para>
/// </remarks>
internal static class TableBench
{
    internal static int Run(string[] args)
    {
        bool large = args.Contains("large");
        string scratch = Directory.CreateTempSubdirectory("linchpin-tables-").FullName;
        try
        {
            Console.WriteLine($"Processors: {Environment.ProcessorCount}; files and datasets in {(large ? "all" : "the smaller")} sizes, made by a formula");
            Console.WriteLine();
            Console.WriteLine("| import | industries | MB of text | s | MB/s | lines alone, s | ratio | peak MB of the process |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            Import(scratch, "icio2023", 77, 45, large ? 1 : 1);
            Import(scratch, "figaro", 46, 64, 1);
            Import(scratch, "figaro-flat", 46, 64, 1);
            Import(scratch, "wiod2016", 44, 56, 1);
            Import(scratch, "eora26", 190, 26, 1);
            Import(scratch, "exiobase3", large ? 49 : 20, 163, 1);
            if (large)
            {
                Import(scratch, "exiobase3", 49, 200, 1);
            }

            Console.WriteLine();
            Console.WriteLine("| dataset | industries | MB | write, ms | open, median ms | least ms | open, first in a new process, ms |");
            Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach ((int countries, int sectors) in new[] { (41, 35), (44, 56), (77, 45) }.Concat(large ? [(49, 163), (49, 200)] : Array.Empty<(int, int)>()))
            {
                Open(scratch, countries, sectors);
            }

            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    /// <summary>Opens a dataset once and prints the milliseconds: what the first opening of a process takes.</summary>
    internal static int Once(string folder)
    {
        Console.WriteLine(Time(() => new Supply.Supply().Open(folder, 2020)).ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Import(string scratch, string layout, int countries, int sectors, int runs)
    {
        string source = Path.Combine(scratch, "source");
        string target = Path.Combine(scratch, "target");
        Directory.CreateDirectory(source);
        var made = new MadeTable(countries, sectors);
        string path = made.Write(source, layout);
        string format = layout.StartsWith("figaro", StringComparison.Ordinal) ? "figaro" : layout;
        long bytes = Directory.Exists(path) ? Directory.EnumerateFiles(path).Sum(f => new FileInfo(f).Length) : new FileInfo(path).Length;
        double lines = Time(() => Lines(path));
        double import = double.MaxValue;
        for (int k = 0; k < runs; k++)
        {
            import = Math.Min(import, Time(() => Supply.Supply.Import(format, [path], target, new ImportSettings(2020))));
            Directory.Delete(target, recursive: true);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {layout} | {countries * sectors:N0} | {bytes / 1e6:0} | {import / 1000:0.00} | {bytes / 1e3 / import:0} | {lines / 1000:0.00} | {import / lines:0.0} | {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} |"));
        Directory.Delete(source, recursive: true);
    }

    private static void Open(string scratch, int countries, int sectors)
    {
        string source = Path.Combine(scratch, "source");
        string target = Path.Combine(scratch, "target");
        Directory.CreateDirectory(source);
        string path = new MadeTable(countries, sectors).Write(source, "icio2023");
        StoredDataset dataset = Supply.Supply.Import("icio2023", [path], target, new ImportSettings(2020));
        Directory.Delete(source, recursive: true);
        string map = Path.Combine(scratch, "map.csv");
        File.WriteAllText(map, "kind,from,to\n" + string.Concat(Enumerable.Range(0, countries).Select(c => $"country,{MadeTable.Country(c)},{MadeTable.Country(c)}\n")));
        string copy = Path.Combine(scratch, "copy");
        double write = Time(() => new Supply.Supply().Aggregate(target, 2020, map, copy));
        Directory.Delete(copy, recursive: true);
        int runs = countries * sectors > 5000 ? 3 : 11;
        double[] times = [.. Enumerable.Range(0, runs).Select(_ =>
        {
            GC.Collect();
            return Time(() => new Supply.Supply().Open(target, 2020));
        }).Order()];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {countries} x {sectors} | {countries * sectors:N0} | {dataset.Bytes / 1e6:0} | {write:0} (aggregated to itself) | {times[runs / 2]:0} | {times[0]:0} | {First(target):0} |"));
        Directory.Delete(target, recursive: true);
    }

    private static double First(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        string[] before = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(TableBench).Assembly.Location] : [];
        foreach (string argument in before.Concat(["tables", "once", folder]))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(text, CultureInfo.InvariantCulture);
    }

    private static void Lines(string path)
    {
        foreach (string file in Directory.Exists(path) ? Directory.EnumerateFiles(path) : [path])
        {
            using FileStream stream = File.OpenRead(file);
            byte[] buffer = new byte[1 << 17];
            long ends = 0;
            for (int count; (count = stream.Read(buffer)) > 0;)
            {
                ends += buffer.AsSpan(0, count).Count((byte)'\n');
            }

            GC.KeepAlive(ends);
        }
    }

    private static double Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}

/// <summary>A table by formula, written in the layouts of providers.</summary>
internal sealed class MadeTable(int countries, int sectors)
{
    private readonly int _n = countries * sectors;
    private double[] _output = [];
    private double[] _added = [];

    internal static string Country(int c) => string.Concat((char)('A' + (c / 26 / 26)), (char)('A' + (c / 26 % 26)), (char)('A' + (c % 26)));

    internal string Write(string folder, string layout)
    {
        Balance(countries * (layout == "icio2023" || layout == "eora26" ? 6 : layout == "exiobase3" ? 7 : 5));
        return Put(folder, layout);
    }

    private string Put(string folder, string layout) => layout switch
    {
        "icio2023" => Matrix(Path.Combine(folder, "2020_SML.csv"), "V1", Label, ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"], ("TLS", "VA", "OUT")),
        "figaro" => Matrix(Path.Combine(folder, "matrix_eu-ic-io_ind-by-ind_24ed_2020.csv"), "rowLabels", Label, ["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"], ("W2_D21X31", "W2_D1", null)),
        "figaro-flat" => Flat(Path.Combine(folder, "flatfile_eu-ic-io_ind-by-ind_24ed_2020.csv")),
        "wiod2016" => Wiod(Path.Combine(folder, "WIOT2020_ROW.csv")),
        "eora26" => Eora(Path.Combine(folder, "Eora26_2020_bp")),
        _ => Exiobase(Path.Combine(folder, "IOT_2020_ixi")),
    };

    private string Label(int i) => $"{Country(i / sectors)}_{10 + (i % sectors)}X";

    private static double Cell(long i, long j) => ((((37 * i) + (101 * j) + 13) % 997) + 1) / 8.0;

    private static void Row(StringBuilder text, string delimiter, long row, int columns, long from = 0)
    {
        for (int j = 0; j < columns; j++)
        {
            text.Append(delimiter).Append(CultureInfo.InvariantCulture, $"{Cell(row, from + j):0.000}");
        }
    }

    private void Balance(int final)
    {
        _output = new double[_n];
        _added = new double[_n];
        for (int i = 0; i < _n; i++)
        {
            for (int j = 0; j < _n + final; j++)
            {
                double cell = Cell(i, j);
                _output[i] += cell;
                if (j < _n)
                {
                    _added[j] -= cell;
                }
            }
        }

        for (int j = 0; j < _n; j++)
        {
            _added[j] += _output[j];
        }
    }

    private static StringBuilder Numbers(StringBuilder text, string delimiter, IEnumerable<double> numbers, int zeros)
    {
        foreach (double number in numbers)
        {
            text.Append(delimiter).Append(CultureInfo.InvariantCulture, $"{number:0.000}");
        }

        return text.Insert(text.Length, delimiter + "0", zeros);
    }

    private string Matrix(string path, string corner, Func<int, string> label, string[] categories, (string Taxes, string Added, string? Output) below)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        string[] final = [.. Enumerable.Range(0, countries).SelectMany(c => categories.Select(k => $"{Country(c)}_{k}"))];
        int zeros = final.Length + (below.Output is null ? 0 : 1);
        file.WriteLine(string.Join(',', [corner, .. Enumerable.Range(0, _n).Select(label), .. final, .. below.Output is null ? Array.Empty<string>() : ["OUT"]]));
        var text = new StringBuilder();
        for (int i = 0; i < _n; i++)
        {
            text.Clear().Append(label(i));
            Row(text, ",", i, _n + final.Length);
            file.WriteLine(below.Output is null ? text : Numbers(text, ",", [_output[i]], 0));
        }

        file.WriteLine(Numbers(text.Clear().Append(below.Taxes), ",", [], _n + zeros));
        file.WriteLine(Numbers(text.Clear().Append(below.Added), ",", _added, zeros));
        if (below.Output is not null)
        {
            file.WriteLine(Numbers(text.Clear().Append(below.Output), ",", _output, zeros));
        }

        return path;
    }

    private string Flat(string path)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine("icioiRow,icioiCol,refArea,rowIi,counterpartArea,colIi,obsValue");
        string[] categories = ["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"];
        (string Area, string Code)[] rows = [.. Enumerable.Range(0, _n).Select(i => (Country(i / sectors), $"{10 + (i % sectors)}X")), ("W2", "D1")];
        (string Area, string Code)[] columns = [.. rows[..^1], .. Enumerable.Range(0, countries).SelectMany(c => categories.Select(k => (Country(c), k)))];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < columns.Length; j++)
            {
                file.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{rows[i].Area}_{rows[i].Code},{columns[j].Area}_{columns[j].Code},{rows[i].Area},{rows[i].Code},{columns[j].Area},{columns[j].Code},{(i < _n ? Cell(i, j) : j < _n ? _added[j] : 0):0.000}"));
            }
        }

        return path;
    }

    private string Wiod(string path)
    {
        using var file = new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        file.WriteLine(string.Join(',', ["IndustryCode", "IndustryDescription", "Country", "RNr", "Year",
            .. Enumerable.Range(0, _n).Select(i => $"{Country(i / sectors)}{(i % sectors) + 1}"), .. Enumerable.Range(0, countries * 5).Select(f => $"{Country(f / 5)}{57 + (f % 5)}"), "TOT"]));
        var text = new StringBuilder();
        for (int i = 0; i < _n; i++)
        {
            text.Clear().Append(CultureInfo.InvariantCulture, $"X{(i % sectors) + 1},\"Industry, one of many\",{Country(i / sectors)},{(i % sectors) + 1},2020");
            Row(text, ",", i, _n + (countries * 5));
            file.WriteLine(Numbers(text, ",", [_output[i]], 0));
        }

        file.WriteLine(Numbers(text.Clear().Append("VA,account,TOT,70,2020"), ",", _added, (countries * 5) + 1));
        file.WriteLine(Numbers(text.Clear().Append("GO,account,TOT,73,2020"), ",", _output, (countries * 5) + 1));

        return path;
    }

    private string Eora(string folder)
    {
        Directory.CreateDirectory(folder);
        void Cells(string name, int columns, long from)
        {
            using var file = new StreamWriter(Path.Combine(folder, $"Eora26_2020_bp_{name}.txt"), false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
            var text = new StringBuilder();
            for (int i = 0; i < _n; i++)
            {
                text.Clear();
                Row(text, "\t", i, columns, from);
                file.WriteLine(text.Remove(0, 1));
            }
        }

        Cells("T", _n, 0);
        Cells("FD", countries * 6, _n);
        File.WriteAllLines(Path.Combine(folder, "Eora26_2020_bp_VA.txt"), Enumerable.Range(0, 6).Select(v => Numbers(new StringBuilder(), "\t", v == 0 ? _added : [], v == 0 ? 0 : _n).Remove(0, 1).ToString()));
        File.WriteAllLines(Path.Combine(folder, "labels_T.txt"), Enumerable.Range(0, _n).Select(i => $"{Country(i / sectors)}\t{Country(i / sectors)}\tIndustries\tSector {i % sectors}\t"));
        File.WriteAllLines(Path.Combine(folder, "labels_FD.txt"), Enumerable.Range(0, countries * 6).Select(f => $"{Country(f / 6)}\t{Country(f / 6)}\tFinal Demand\tUse P.{f % 6}\t"));
        File.WriteAllLines(Path.Combine(folder, "labels_VA.txt"), Enumerable.Range(0, 6).Select(v => $"Primary Inputs\tInput {v}\t"));
        return folder;
    }

    private string Exiobase(string folder)
    {
        Directory.CreateDirectory(folder);
        string[] industries = [.. Enumerable.Range(0, _n).Select(i => $"{Country(i / sectors)}\tManufacture of something that takes {i % sectors} words to say")];
        void Cells(string name, string[] labels, string kind, long from)
        {
            using var file = new StreamWriter(Path.Combine(folder, name), false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
            file.WriteLine("region\t\t" + string.Join('\t', labels.Select(l => l.Split('\t')[0])));
            file.WriteLine(kind + "\t\t" + string.Join('\t', labels.Select(l => l.Split('\t')[1])));
            file.WriteLine("region\tsector" + new string('\t', labels.Length));
            var text = new StringBuilder();
            for (int i = 0; i < _n; i++)
            {
                text.Clear().Append(industries[i]);
                Row(text, "\t", i, labels.Length, from);
                file.WriteLine(text);
            }
        }

        Cells("Z.txt", industries, "sector", 0);
        Cells("Y.txt", [.. Enumerable.Range(0, countries * 7).Select(f => $"{Country(f / 7)}\tUse {f % 7}")], "category", _n);
        File.WriteAllLines(Path.Combine(folder, "x.txt"), industries.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{l}\t{_output[i]:0.000}")).Prepend("region\tsector\tindout"));
        File.WriteAllLines(Path.Combine(folder, "unit.txt"), industries.Select(l => l + "\tM.EUR").Prepend("region\tsector\tunit"));
        return folder;
    }
}
