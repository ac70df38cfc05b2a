using System.Globalization;
using System.Text;
using Linchpin.Supply;

namespace Linchpin.Bench;

/// <summary>Reads a file in BACI's layout whose rows are given by a formula, beside a plain reading of the same file.</summary>
internal static class IndicatorBench
{
    private static readonly string[] Countries = ["36", "76", "124", "156", "251", "276", "356", "360", "380", "392", "410", "484", "490", "528", "702", "704", "752", "764", "826", "842"];

    internal static int Run(Measure measure, string[] args)
    {
        int rows = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out int asked) && asked > 0 ? asked : 1_000_000;
        DirectoryInfo folder = Directory.CreateTempSubdirectory("linchpin-bench-");
        try
        {
            string file = Path.Combine(folder.FullName, "BACI_HS17_Y2021_V202301.csv");
            Write(file, rows);
            double megabytes = new FileInfo(file).Length / 1e6;
            Measure.Head();
            string words = string.Create(CultureInfo.InvariantCulture, $"{rows:#,0} rows, {megabytes:0} MB");
            double ours = measure.Of($"read and checked, {words}", 5, () => Supply.Supply.Trade(folder.FullName), (rows, "rows"));
            measure.Of($"the same asked for one product, {words}", 5, () => Supply.Supply.Trade(folder.FullName, ["850000"]), (rows, "rows"));
            double plain = measure.Of($"plain: lines split into texts, a record a row, a set of keys, {words}", 5, () => Plain(file), (rows, "rows"));
            Console.WriteLine();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Plain over ours: {plain / ours:0.0}. Allocated by one reading: {Allocated(() => Supply.Supply.Trade(folder.FullName)):#,0} MB ours, {Allocated(() => Plain(file)):#,0} MB plain. Held after it: {Held(() => Supply.Supply.Trade(folder.FullName)):#,0} MB ours, {Held(() => Plain(file)):#,0} MB plain."));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Row n: the product n / 380, the n-th pair of 20 countries; value and quantity by a linear congruence, one quantity in 50 not stated.</summary>
    private static void Write(string file, int rows)
    {
        using var text = new StreamWriter(file, false, new UTF8Encoding(false)) { NewLine = "\n" };
        text.WriteLine("t,i,j,k,v,q");
        for (int n = 0; n < rows; n++)
        {
            int pair = n % 380;
            int from = pair / 19;
            int to = pair % 19;
            to += to >= from ? 1 : 0;
            long value = ((n * 2654435761L) + 12345) % 1_000_000_007;
            string quantity = n % 50 == 7 ? "          NA" : (value % 99_991 / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"2021,{Countries[from]},{Countries[to]},{(n / 380 * 97 % 990_000) + 10_000:000000},{value % 10_000_019 / 1000.0:0.000},{quantity}"));
        }
    }

    /// <summary>How one would write it in a few lines.</summary>
    private static object Plain(string file)
    {
        var rows = new List<(string Year, string From, string To, string Product, double Value, double? Quantity)>();
        var keys = new HashSet<(string, string, string, string)>();
        foreach (string line in File.ReadLines(file).Skip(1))
        {
            string[] cells = line.Split(',');
            if (!keys.Add((cells[0], cells[1], cells[2], cells[3])))
            {
                throw new InvalidDataException(line);
            }

            rows.Add((cells[0], cells[1], cells[2], cells[3], double.Parse(cells[4], CultureInfo.InvariantCulture), cells[5].Trim() == "NA" ? null : double.Parse(cells[5], CultureInfo.InvariantCulture)));
        }

        return rows;
    }

    private static double Allocated(Func<object> read)
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        GC.KeepAlive(read());
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1e6;
    }

    private static double Held(Func<object> read)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        object held = read();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(held);
        return (after - before) / 1e6;
    }
}
