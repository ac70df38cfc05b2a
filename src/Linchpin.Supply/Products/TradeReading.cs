using Linchpin.Claims;
using Linchpin.Supply.Indicators;

namespace Linchpin.Supply.Products;

/// <summary>Reads every trade file of a folder.</summary>
internal static class TradeReading
{
    internal static ProductTrade Read(string folder, IndicatorFilter? filter, IProgress<string>? progress, CancellationToken cancel)
    {
        DescribedFile[] files = [.. IndicatorFolder.Find(folder, IndicatorLimits.Standard).Where(f => f.Descriptor.Subject == IndicatorSubject.ProductTrade)];
        if (files.Length == 0)
        {
            throw SupplyFaults.IndicatorUndescribed.Because(
                "No file in it is described as product trade: there is no descriptor beside one, and none has the layout of a built-in one.", Path.GetFileName(folder.TrimEnd('/')));
        }

        var rows = new List<TradeRows>();
        foreach (DescribedFile file in files)
        {
            progress?.Report($"reading {Path.GetFileName(file.Path)}");
            rows.AddRange(TradeRows.Of(IndicatorReader.Read(file.Path, file.Descriptor, filter, IndicatorLimits.Standard, cancel)));
        }

        return new ProductTrade(rows);
    }
}
