using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Products;

namespace Linchpin.Supply.Minerals;

/// <summary>The goods of the Harmonized System in which a mineral is traded at a stage, from <c>mineral-products.csv</c>.</summary>
internal static class MineralProducts
{
    private static readonly Lazy<ILookup<(string Mineral, string Stage), (string Product, string Goods)>> All = new(Read);

    /// <summary>How easily one origin's goods take another's place, for the goods that this mineral is traded in; empty where none is known.</summary>
    internal static IReadOnlyList<MineralSubstitutability> Of(string mineral, string stage, Elasticities elasticities) =>
    [
        .. from goods in All.Value[(MineralNames.Base(mineral), stage)]
           from elasticity in elasticities.Of(goods.Product, "")
           select new MineralSubstitutability(mineral, stage, goods.Product, goods.Goods, elasticity),
    ];

    private static ILookup<(string Mineral, string Stage), (string Product, string Goods)> Read()
    {
        using Stream stream = typeof(MineralProducts).Assembly.GetManifestResourceStream("mineral-products.csv")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return CsvText.Rows(text.ReadToEnd()).Skip(1).ToLookup(r => (r[0], r[1]), r => (r[2], r[3]));
    }
}
