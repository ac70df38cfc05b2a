using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Warnings;

/// <summary>What a product code stands for, from the described concordances of a folder.</summary>
internal static class ProductDescription
{
    /// <summary>The description of a code in the first concordance, by file name, that has one; <see langword="null"/> where none has.</summary>
    internal static string? Of(string folder, string product, CancellationToken cancel)
    {
        var only = new IndicatorFilter(new HashSet<string>(StringComparer.Ordinal) { product }, null);
        foreach (DescribedFile file in IndicatorFolder.Find(folder, IndicatorLimits.Standard)
            .Where(f => f.Descriptor.Subject == IndicatorSubject.Concordance && f.Descriptor.Columns.Any(c => c is { Role: ColumnRole.Attribute, Meaning: "description" })))
        {
            IndicatorTable table = IndicatorReader.Read(file.Path, file.Descriptor, only, IndicatorLimits.Standard, cancel);
            if (table.Rows.Select(r => r.Text("description")).FirstOrDefault(d => !string.IsNullOrWhiteSpace(d)) is { } description)
            {
                return $"{description} ({file.Descriptor.Classification})";
            }
        }

        return null;
    }
}
