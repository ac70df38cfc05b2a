using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Plans;

/// <summary>Reads a plan's settings from JSON, every field known and in its range.</summary>
internal static class PlanSettingsReader
{
    private const int MostBytes = 1 << 20;
    private const string Format = "linchpin-plan/1";

    internal static PlanSettings Read(string path) => File.Exists(path) ? Parse(TableFile.ReadSmall(path, MostBytes), Path.GetFileName(path))
        : throw SupplyFaults.FileMissing.Because(
            Directory.Exists(path) ? $"'{Shown.Short(path, 300)}' is a folder." : $"'{Shown.Short(path, 300)}' does not exist.",
            remedy: "Give the path of a file with a plan's settings; docs/plans.md shows one.");

    internal static PlanSettings Parse(ReadOnlyMemory<byte> json, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 4 });
            var read = new Fields(document.RootElement, place, SupplyFaults.PlanSettings);
            read.Only(
                "the plan's settings", "format", "spare_capacity", "spare_capacity_of", "substitutability", "substitutability_of", "redirect_share", "redirect_share_of",
                "stock_days", "stock_days_of", "premium_new", "premium_redirected", "premium_abroad", "premium_stock", "harm_weight", "final_weight",
                "minimum_coverage", "most_of_exports");
            if (read.Optional("format") is { } format && format != Format)
            {
                throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{Format}'.");
            }

            var standard = new PlanSettings();
            return new PlanSettings
            {
                SpareCapacity = read.Has("spare_capacity") ? read.Number("spare_capacity", 0, 9, null) : null,
                SpareCapacityOf = Map(read, "spare_capacity_of", 9),
                Substitutability = read.Number("substitutability", 0, 1, standard.Substitutability),
                SubstitutabilityOf = Map(read, "substitutability_of", 1),
                RedirectShare = read.Number("redirect_share", 0, 1, standard.RedirectShare),
                RedirectShareOf = Map(read, "redirect_share_of", 1),
                StockDays = read.Number("stock_days", 0, 3650, standard.StockDays),
                StockDaysOf = Map(read, "stock_days_of", 3650),
                PremiumNew = read.Number("premium_new", 0, 100, standard.PremiumNew),
                PremiumRedirected = read.Number("premium_redirected", 0, 100, standard.PremiumRedirected),
                PremiumAbroad = read.Number("premium_abroad", 0, 100, standard.PremiumAbroad),
                PremiumStock = read.Number("premium_stock", 0, 100, standard.PremiumStock),
                HarmWeight = read.Number("harm_weight", 0.001, 1000, standard.HarmWeight),
                FinalWeight = read.Number("final_weight", 0, 1000, standard.FinalWeight),
                MinimumCoverage = Map(read, "minimum_coverage", 1),
                MostOfExports = Map(read, "most_of_exports", 100),
            };
        }
        catch (JsonException e)
        {
            throw SupplyFaults.PlanSettings.Because($"Not JSON: {Shown.Short(e.Message, 160)}", $"{place}, line {e.LineNumber + 1}", inner: e);
        }
    }

    private static IReadOnlyDictionary<string, double> Map(Fields read, string name, double most)
    {
        const int MostPlaces = 200;
        IReadOnlyDictionary<string, double> map = read.Has(name) ? read.Numbers(name, 0, most) : new Dictionary<string, double>();
        return map.Count <= MostPlaces ? map : throw read.Bad($"\"{name}\" has {map.Count} entries; at most {MostPlaces} are wanted.");
    }
}
