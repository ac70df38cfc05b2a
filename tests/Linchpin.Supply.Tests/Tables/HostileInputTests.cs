using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Tables;

/// <summary>Whatever bytes a folder holds, reading it ends with a table or with a fault, never with another exception.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Files =
        ["z_2020.csv", "y_2020.csv", "x_2020.csv", "countries.csv", "sectors.csv", "categories.csv", "table.json", "z_2020.csv.gz"];

    [Fact]
    public void A_file_with_damaged_bytes_gives_a_table_or_a_fault() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        string file = Files[random.Next(Files.Length)];
        using SmallTable table = file.EndsWith(".gz", StringComparison.Ordinal) ? SmallTable.With("z_2020.good.csv.gz") : SmallTable.Good();
        string path = Path.Combine(table.Folder, file);
        File.WriteAllBytes(path, Damage(File.ReadAllBytes(path), random));
        TableOrFault(() => Supply.Exposures(table.Open(), Basis.RowSum, "all", "all"));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void A_scenario_with_damaged_bytes_runs_or_is_refused() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new System.Random(seed);
        using SmallTable table = SmallTable.Good();
        string path = Path.Combine(table.Folder, "scenario.json");
        File.WriteAllBytes(path, Damage(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "BadInput", "scenarios", "good.json")), random));
        TableOrFault(() => Supply.Simulate(table.Open(), Scenario.Read(path)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void TableOrFault(Action read)
    {
        try
        {
            read();
        }
        catch (FaultException e)
        {
            e.Fault.Kind.Code.ShouldStartWith("supply.");
            e.Fault.Cause.Length.ShouldBeLessThan(600);
            e.Fault.ToString().Any(char.IsControl).ShouldBeFalse(e.Fault.ToString());
        }
    }

    /// <summary>The bytes with a few changed, taken out, doubled or cut off.</summary>
    internal static byte[] Damage(byte[] bytes, System.Random random)
    {
        List<byte> damaged = [.. bytes];
        byte[] likely = [.. ",\"\n\r-+.eE0129{}[]: \0\xFF"u8];
        for (int k = random.Next(1, 4); k > 0 && damaged.Count > 0; k--)
        {
            int at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = likely[random.Next(likely.Length)];
                    break;
                case 1:
                    damaged.RemoveAt(at);
                    break;
                case 2:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(damaged.Count - at, random.Next(1, 40))));
                    break;
                default:
                    damaged.RemoveRange(at, random.Next(8) == 0 ? damaged.Count - at : 0);
                    break;
            }
        }

        return [.. damaged];
    }
}
