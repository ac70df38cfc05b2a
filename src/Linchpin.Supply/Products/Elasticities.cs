using Linchpin.Claims;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Products;

/// <summary>Elasticities of a folder, found by product and importer.</summary>
internal sealed class Elasticities
{
    private readonly List<(IndicatorTable Table, Dictionary<(string Product, string Importer), int> Rows)> _tables;
    private readonly ILookup<string, string> _to1992;

    private Elasticities(IReadOnlyList<IndicatorTable> tables, ILookup<string, string> to1992)
    {
        _to1992 = to1992;
        _tables = [.. tables.Select(t => (t, Enumerable.Range(0, t.Count).GroupBy(r => (t.Code(r, "product")!, t.Code(r, "importer") ?? "")).ToDictionary(g => g.Key, g => g.First())))];
    }

    /// <summary>Every described file of elasticities, and the concordance of HS 2017 with HS 1992 where there is one; a folder may have neither.</summary>
    internal static Elasticities Read(string folder, CancellationToken cancel)
    {
        IReadOnlyList<DescribedFile> files = IndicatorFolder.Find(folder, IndicatorLimits.Standard);
        IndicatorTable[] tables = [.. files.Where(f => f.Descriptor.Subject == IndicatorSubject.Elasticities).Select(f => IndicatorFolder.Read(f, null, null, cancel))];
        IEnumerable<IndicatorRow> pairs = tables.Length == 0 ? [] : files.Where(f => f.Descriptor.Classification == "HS 2017 and HS 1992").SelectMany(f => IndicatorFolder.Read(f, null, null, cancel).Rows);
        return new Elasticities(tables, pairs.ToLookup(r => r["product"]!, r => r["other-product"]!, StringComparer.Ordinal));
    }

    /// <summary>What each file says of this product for this importer; nothing where it says nothing.</summary>
    internal IReadOnlyList<Elasticity> Of(string product, string importer) => [.. _tables.Select(t => Of(t.Table, t.Rows, product, importer)).OfType<Elasticity>()];

    private Elasticity? Of(IndicatorTable table, Dictionary<(string Product, string Importer), int> rows, string product, string importer)
    {
        bool older = table.Descriptor.Classification?.StartsWith("HS 1992", StringComparison.Ordinal) ?? false;
        string side = table.Column("importer") is null ? "" : importer;
        (string Code, int Row)[] found = [.. (older ? To1992(product) : [product]).Select(code => Longest(rows, code, side)).OfType<(string, int)>().Distinct()];

        // A product that came from several older groups has no one elasticity among theirs.
        return found is [var one] ? Made(table, one.Row, product, one.Code, older) : null;
    }

    /// <summary>The codes of 1992 that a code, or what it holds, came from; none where the concordance is not there or does not have it.</summary>
    private IEnumerable<string> To1992(string product) => _to1992.Where(pair => pair.Key.StartsWith(product, StringComparison.Ordinal)).SelectMany(pair => pair).Distinct();

    /// <summary>The row of the code, or of the longest shorter one that holds it.</summary>
    private static (string, int)? Longest(Dictionary<(string Product, string Importer), int> rows, string code, string importer)
    {
        for (int length = code.Length; length >= 3; length--)
        {
            if (rows.TryGetValue((code[..length], importer), out int row))
            {
                return (code[..length], row);
            }
        }

        return null;
    }

    private static Elasticity Made(IndicatorTable table, int row, string product, string code, bool converted)
    {
        IndicatorRow found = table[row];
        double? value = found.Number("elasticity");
        bool tariff = table.Descriptor.Measures.First(m => m.Meaning == "elasticity").MayBeNegative;
        string caution = string.Join("; ", new[]
        {
            found.Text("not-significant") == "1" ? "its own estimate is not significant: what stands in for it is in the source's method" : null,
            found.Text("wrong-sign") == "1" ? "its own estimate has the wrong sign: what stands in for it is in the source's method" : null,
            converted ? "the code was taken back to HS 1992" : null,
            code.Length < 6 && code.Length < product.Length ? $"of the group {code} that holds the product" : null,
            !converted && table.Descriptor.Classification != "HS 2017" ? $"codes of {table.Descriptor.Classification}: the product may have had another code" : null,
        }.OfType<string>());
        double? substitution = !tariff ? value : value < 0 ? 1 - value : null;
        return new Elasticity(table.Descriptor, code, found["importer"], value, substitution, caution, table.File, found.Line);
    }
}
