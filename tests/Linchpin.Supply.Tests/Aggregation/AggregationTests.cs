using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;
using Linchpin.Supply.Tests.Import;

namespace Linchpin.Supply.Tests.Aggregation;

public sealed class AggregationTests : IDisposable
{
    private readonly Published _published = new();

    [Fact]
    public void Two_countries_and_two_sectors_are_added_up_by_hand()
    {
        // Z = 1..36 row after row, Y = 1 everywhere; KOR and JPN become EAS, g and s become all.
        double[,] z = new double[6, 6];
        double[,] y = new double[6, 3];
        for (int i = 0; i < 36; i++)
        {
            z[i / 6, i % 6] = i + 1;
            y[i / 6, i % 3] = 1;
        }

        using SmallTable small = SmallTable.Of(["KOR", "JPN", "ROW"], ["g", "s"], z, y, "ROW");
        InputOutputTable made = new Supply().Aggregate(
            small.Folder, 2020, _published.Text("map.csv", "kind,from,to,name\ncountry,KOR,EAS,East Asia\ncountry,JPN,EAS,East Asia\ncountry,ROW,ROW,\n"), _published.Out).Table;
        made.Countries.ShouldBe([new TableCountry("EAS", "East Asia", false), new TableCountry("ROW", "ROW", true)]);
        made.Sectors.Select(s => s.Code).ShouldBe(["g", "s"]);

        // EAS g to EAS g: rows 0 and 2, columns 0 and 2: 1 + 3 + 13 + 15.
        Published.Z(made, "EAS", "g", "EAS", "g").ShouldBe(32);

        // EAS s to ROW g: rows 1 and 3, column 4: 11 + 23.
        Published.Z(made, "EAS", "s", "ROW", "g").ShouldBe(34);
        Published.Y(made, "EAS", "g", "EAS", "use").ShouldBe(4);
        made.Output![0].ShouldBe((1 + 2 + 3 + 4 + 5 + 6 + 3) + (13 + 14 + 15 + 16 + 17 + 18 + 3));
        Supply.Check(made).Verdict.ShouldBe(BalanceVerdict.Balanced);
        Supply.Exposures(made, Basis.RowSum, "EAS", "all").Rows.ShouldNotBeEmpty();
    }

    [Fact]
    public void The_manifest_names_the_parent_and_the_mapping_with_their_hashes()
    {
        using SmallTable small = SmallTable.Good();
        string map = _published.Text("map.csv", "kind,from,to\nsector,g,all\nsector,s,all\n");
        new Supply().Aggregate(small.Folder, 2020, map, _published.Out);
        JsonElement manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_published.Out, "manifest.json"))).RootElement;
        JsonElement parent = manifest.GetProperty("years")[0].GetProperty("parent");
        parent.GetProperty("version").GetString().ShouldBe(small.Open().Hash);
        parent.GetProperty("map").GetString().ShouldBe("map.csv");
        parent.GetProperty("map_sha256").GetString().ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(map))));
        manifest.GetProperty("title").GetString()!.ShouldContain("aggregated to 3 countries and regions by 1 sectors");
        manifest.GetProperty("manufacturing").GetArrayLength().ShouldBe(0, "a part of it is manufacturing and a part is not");
        manifest.GetProperty("years")[0].GetProperty("notes")[0].GetString()!.ShouldContain("not counted as manufacturing");
        manifest.GetProperty("classification").GetProperty("id").GetString().ShouldNotBe(small.Open().Descriptor.ClassificationId);
    }

    [Fact]
    public void A_table_aggregated_to_itself_is_itself() => Random((table, random) =>
    {
        InputOutputTable same = Aggregated(table, [.. table.Countries.Select(c => $"country,{c.Code},{c.Code}"), .. table.Sectors.Select(s => $"sector,{s.Code},{s.Code}")]);
        same.Countries.ShouldBe(table.Countries);
        same.Sectors.ShouldBe(table.Sectors);
        same.Output.ShouldBe(table.Output);
        Same(same, table);
        same.Descriptor.Id.ShouldBe(table.Descriptor.Id);
    });

    [Fact]
    public void Totals_are_kept_whatever_the_mapping() => Random((table, random) =>
    {
        InputOutputTable made = Aggregated(table, Rows(table, random));
        Total(made).ShouldBe(Total(table), "the cells are whole numbers, so that their sums are exact");
        made.Output!.Sum().ShouldBe(table.Output!.Sum());
        BalanceReport report = Supply.Check(made);
        report.Verdict.ShouldBe(BalanceVerdict.Balanced);
    });

    [Fact]
    public void Two_mappings_one_after_the_other_are_the_mapping_of_both() => Random((table, random) =>
    {
        string[] first = Rows(table, random);
        InputOutputTable once = Aggregated(table, first);
        string[] second = Rows(once, random);
        InputOutputTable twice = Aggregated(once, second);
        var then = second.Select(r => r.Split(',')).ToDictionary(c => (c[0], c[1]), c => c[2]);
        InputOutputTable composed = Aggregated(table, [.. first.Select(r => r.Split(',')).Select(c => $"{c[0]},{c[1]},{then[(c[0], c[2])]}")]);
        composed.Countries.Select(c => (c.Code, c.RestOfWorld)).ShouldBe(twice.Countries.Select(c => (c.Code, c.RestOfWorld)));
        composed.Sectors.Select(s => (s.Code, s.Manufacturing)).ShouldBe(twice.Sectors.Select(s => (s.Code, s.Manufacturing)));
        Same(composed, twice);
    });

    [Fact]
    public void A_sum_of_unlike_sizes_keeps_what_plain_addition_loses()
    {
        double[,] z = { { 1e16, 1, 0 }, { 1, 1, 0 }, { 0, 0, 1 } };
        double[,] y = { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 } };
        using SmallTable small = SmallTable.Of(["KOR", "JPN", "ROW"], ["g"], z, y, "ROW");
        InputOutputTable made = new Supply().Aggregate(small.Folder, 2020, _published.Text("map.csv", "kind,from,to\ncountry,KOR,A\ncountry,JPN,A\ncountry,ROW,ROW\n"), _published.Out).Table;

        // 1e16 + 1 + 1 + 1: each 1 alone is lost to rounding, all three are not (the doubles beside 1e16 are 2 apart).
        Published.Z(made, "A", "g", "A", "g").ShouldBe(1e16 + 4, "the nearest double to 1e16 + 3, ties to even");
    }

    [Theory]
    [InlineData("kind,from,to\ncountry,KOR,A\n", "supply.map-incomplete", "JPN, ROW")]
    [InlineData("kind,from,to\ncountry,KOR,A\ncountry,KOR,B\n", "supply.map-invalid", "twice")]
    [InlineData("kind,from,to\ncountry,XXX,A\n", "supply.map-invalid", "not in the table")]
    [InlineData("kind,from,to\nplanet,KOR,A\n", "supply.map-invalid", "not a kind")]
    [InlineData("kind,from,to\ncountry,KOR,a b\n", "supply.map-invalid", "not a code")]
    [InlineData("from,to\nKOR,A\n", "supply.map-invalid", "header")]
    [InlineData("kind,from,to\n", "supply.map-invalid", "no row")]
    [InlineData("kind,from,to\ncountry,KOR\n", "supply.ragged-row", "2 cells")]
    public void A_bad_mapping_is_refused_with_what_is_wrong_with_it(string text, string code, string says)
    {
        using SmallTable small = SmallTable.Good();
        Fault fault = Should.Throw<FaultException>(() => new Supply().Aggregate(small.Folder, 2020, _published.Text("map.csv", text), _published.Out)).Fault;
        fault.Kind.Code.ShouldBe(code);
        fault.Cause.ShouldContain(says);
        Directory.Exists(_published.Out).ShouldBeFalse();
    }

    [SharedDataFact("wiod2013")]
    public void The_world_of_41_countries_added_up_to_7_regions_is_the_published_table_of_7_regions()
    {
        string folder = SharedData.Folder("wiod2013")!;
        var regionOf = File.ReadLines(Path.Combine(folder, "countries.csv")).Skip(1).Select(l => l.Replace("\"", "", StringComparison.Ordinal).Split(',')).ToDictionary(c => c[0], c => c[^1]);
        string map = _published.Text("regions.csv", "kind,from,to\n" + string.Join('\n', regionOf.Select(r => $"country,{r.Key},{r.Value}")) + "\n");
        InputOutputTable made = new Supply().Aggregate(folder, 2011, map, _published.Out).Table;
        Dictionary<string, int> members = regionOf.GroupBy(r => r.Value).ToDictionary(g => g.Key, g => g.Count());

        // Every flow between two countries was cut to whole millions: a cell of the regions may miss up to one for each pair.
        foreach (string[] cell in Rows(Path.Combine(folder, "region7_z_2011.csv.gz")))
        {
            double ours = Published.Z(made, cell[0], cell[1], cell[2], cell[3]);
            double theirs = double.Parse(cell[4], CultureInfo.InvariantCulture);
            Math.Abs(theirs - ours).ShouldBeLessThan(members[cell[0]] * members[cell[2]] + (1e-6 * theirs), string.Join(' ', cell));
        }

        foreach (string[] row in File.ReadLines(Path.Combine(folder, "region7_x_2011.csv")).Skip(1).Select(l => l.Split(',')))
        {
            double theirs = double.Parse(row[2], CultureInfo.InvariantCulture);
            made.Output![Published.Industry(made, row[0], row[1])].ShouldBe(theirs, Math.Max(20, 1e-5 * theirs), string.Join(' ', row));
        }
    }

    public void Dispose() => _published.Dispose();

    private static IEnumerable<string[]> Rows(string path)
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        text.ReadLine();
        while (text.ReadLine() is { } line)
        {
            yield return line.Split(',');
        }
    }

    private static InputOutputTable Aggregated(InputOutputTable table, string[] rows)
    {
        using var at = new Published();
        string map = at.Text("map.csv", "kind,from,to\n" + string.Join('\n', rows) + "\n");
        return Linchpin.Supply.Aggregation.TableAggregation.Of(
            table, new Dictionary<string, string>(), Linchpin.Supply.Aggregation.AggregationMap.Read(map), null, CancellationToken.None).Table;
    }

    private static string[] Rows(InputOutputTable table, System.Random random) =>
    [
        .. table.Countries.Select(c => $"country,{c.Code},R{random.Next(3)}"),
        .. table.Sectors.Select(s => $"sector,{s.Code},S{random.Next(2)}"),
    ];

    private static double Total(InputOutputTable t) => Enumerable.Range(0, t.Industries).Sum(i => t.Z.Row(i).ToArray().Sum() + t.Y.Row(i).ToArray().Sum());

    private static void Same(InputOutputTable a, InputOutputTable b)
    {
        for (int i = 0; i < a.Industries; i++)
        {
            a.Z.Row(i).ToArray().ShouldBe(b.Z.Row(i).ToArray());
            a.Y.Row(i).ToArray().ShouldBe(b.Y.Row(i).ToArray());
        }
    }

    private static void Random(Action<InputOutputTable, System.Random> holds) => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        double[,] z = new double[12, 12];
        double[,] y = new double[12, 4];
        for (int i = 0; i < 12; i++)
        {
            for (int j = 0; j < 12; j++)
            {
                z[i, j] = random.Next(1000);
                y[i, j % 4] = random.Next(-50, 5000);
            }
        }

        using SmallTable small = SmallTable.Of(["KOR", "JPN", "USA", "ROW"], ["g", "s", "t"], z, y, "ROW");
        holds(small.Open(), random);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));
}
