using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply trade</c> and <c>supply warnings</c>: monthly trade by origin, and early warning on it.</summary>
internal static class SupplyTradeCommand
{
    private static readonly Option<string> Data = new("--data") { Description = "The folder with the trade files (docs/warnings.md).", HelpName = "DIR", Required = true };

    private static readonly Option<string> Product = new("--product") { Description = "The product, by the code that the files use.", HelpName = "HS6", Required = true };

    private static readonly Option<string> Importer = new("--importer") { Description = "The importer, by ISO alpha-3 code; world for all importers together.", HelpName = "ISO3", Required = true };

    private static readonly Option<string?> Products = new("--product") { Description = "Only these products; several with commas.", HelpName = "HS6" };

    private static readonly Option<string?> Importers = new("--importer") { Description = "Only these importers, by ISO alpha-3 code; several with commas; world for all together.", HelpName = "ISO3" };

    private static readonly Option<string?> Partners = new("--partners") { Description = "The same as --importer, for a group of partners.", HelpName = "ISO3,ISO3" };

    private static readonly Option<string?> Exporters = new("--exporter") { Description = "Only these suppliers, by ISO alpha-3 code: what has this one cut off, and to whom.", HelpName = "ISO3" };

    private static readonly Option<string?> From = new("--from") { Description = "The first month.", HelpName = "YYYY-MM" };

    private static readonly Option<string?> To = new("--to") { Description = "The last month; the view is as of its end, and nothing later is used.", HelpName = "YYYY-MM" };

    private static readonly Option<string?> Concordance = new("--concordance") { Description = "A folder with a list of product descriptions; default: the data's folder.", HelpName = "DIR" };

    private static readonly Option<string?> Series = new("--series") { Description = "Also write the months of every origin to this CSV file.", HelpName = "FILE" };

    private static readonly Option<double> LeastShare = new("--least-share")
    {
        Description = "The share of the importer's trade in the product that an origin must have had to be watched, from 0 to 1.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => WarningSettings.Standard.LeastShare,
        CustomParser = Shared.Number<double>,
    };

    private static readonly Option<double> Rate = new("--false-discovery")
    {
        Description = "The share of false ones to expect among the warnings raised, over 0 and at most 1.",
        HelpName = "RATE",
        DefaultValueFactory = _ => WarningSettings.Standard.FalseDiscoveryRate,
        CustomParser = Shared.Number<double>,
    };

    public static Command Trade() => new Command("trade", "An importer's monthly trade in a product: shares by origin, concentration, early warnings; stored as claims.")
    {
        Data, Product, Importer, From, To, LeastShare, Rate, Concordance, Series, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        string product = run.Required(Product).Trim();
        TradeReport report = Supply.Supply.Watch(Open(run, [product]), product, run.Required(Importer), Date(run, From), Date(run, To), Settings(run), run.Cancel);
        string names = run.Get(Concordance) is { } folder ? Shared.FullPath(folder, "--concordance") : Shared.FullPath(run.Required(Data), "--data");
        report = report with { Description = Supply.Supply.Description(names, product, run.Cancel) };
        Storing.ByDefault(run, () => Supply.Supply.Publish(report, label));
        if (run.Get(Series) is { } path)
        {
            WholeFile.Write(Shared.FullPath(path, "--series"), report.WriteSeries);
        }

        if (run.Get(Shared.Json))
        {
            run.WriteJson(report.WriteTo, indented: true);
        }
        else
        {
            Show(run, report);
        }

        return Exit.Done;
    });

    public static Command Warnings() => new Command("warnings", "Early warnings over all monthly trade of a folder, most certain and largest first; stored as claims.")
    {
        Data, Products, Importers, Partners, Exporters, From, To, LeastShare, Rate, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        IReadOnlyList<string> products = Names(run, Products);
        WarningList list = Supply.Supply.WatchAll(
            Open(run, products), products, [.. Names(run, Importers), .. Names(run, Partners)], Names(run, Exporters), Date(run, From), Date(run, To), Settings(run), new SupplyCommands.Said(run), run.Cancel);
        Storing.ByDefault(run, () => Supply.Supply.Publish(list, label));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(list.WriteTo, indented: true);
            return Exit.Done;
        }

        run.Out.WriteLine($"{list.From} to {list.To}; {list.Watched.FlowsWatched} of {list.Watched.Flows} flows watched, {list.Watched.FlowMonths} months of them; {list.Watched.Warnings} warnings of countries");
        Show(run, list.Warnings);
        return Exit.Done;
    });

    private static ProductTrade Open(Invocation run, IReadOnlyList<string> products) =>
        Supply.Supply.Trade(Shared.FullPath(run.Required(Data), "--data"), products.Count == 0 ? null : products, new SupplyCommands.Said(run), run.Cancel);

    private static IReadOnlyList<string> Names(Invocation run, Option<string?> option)
    {
        if (run.Get(option) is not { } text)
        {
            return [];
        }

        IReadOnlyList<string> names = Shared.Names(text);
        return names.Count > 0 ? names : throw ProgramFaults.Usage.Because($"{option.Name} names nothing.", remedy: $"Give codes, or leave {option.Name} out.");
    }

    private static PartialDate? Date(Invocation run, Option<string?> option) => run.Get(option) is not { } text ? null
        : PartialDate.TryParse(text.Trim(), out PartialDate date) && date.Day == 0 ? date
        : throw ProgramFaults.Date.Because($"{option.Name} '{Shown.Short(text)}' is not a month.", remedy: "Write a month as 2024-07, or a year.");

    private static WarningSettings Settings(Invocation run) => WarningSettings.Standard with { LeastShare = run.Get(LeastShare), FalseDiscoveryRate = run.Get(Rate) };

    private static void Show(Invocation run, TradeReport report)
    {
        run.Out.WriteLine($"{report.Product}{(report.Description is { } d ? $" ({Invocation.Line(d, 80)})" : "")} to {report.Importer}, {report.From} to {report.To}; {(report.OwnReport ? "the importer's own report" : "mirror: exports as the suppliers report them")}; {report.Currency}, {report.Prices} prices; - is unknown");
        run.Out.WriteLine($"{"origin",-8} {"value",16} {"share %",8} {"weight, kg",16} {"share %",8} {"months",7} {"mirror value",16} {"months",7}");
        foreach (OriginOfTrade o in report.Origins.Concat(report.World is { } world ? [world] : []))
        {
            run.Out.WriteLine($"{o.Origin,-8} {Amount(o.Reported.Value),16} {Percent(o.Share),8} {Amount(o.Reported.Weight),16} {Percent(o.WeightShare),8} {o.Months,7} {Amount(o.Mirror?.Value),16} {o.MirrorMonths,7}");
        }

        if (report.Concentration is { } c)
        {
            run.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"HHI by value {c.Hhi:0.000} to {c.HhiUpper:0.000}; effective suppliers {c.EffectiveSuppliersLower:0.0} to {c.EffectiveSuppliers:0.0}"));
        }

        Show(run, report.Warnings);
        NotRaised[] close = [.. report.NotRaised.Where(n => n.Probability <= 0.05).OrderBy(n => n.Probability).Take(5)];
        if (close.Length > 0)
        {
            run.Out.WriteLine("nearest to being raised, and not:");
            foreach (NotRaised n in close)
            {
                run.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"- {n.Month} {n.Origin}, {Words(n)}: {Amount(n.Seen)} where about {n.Expected:#,0} was to be expected; {n.Why}"));
            }
        }
    }

    private static string Words(NotRaised n) => n.Kind is WarningKind.UnitValue or WarningKind.OriginLost ? n.Kind == WarningKind.UnitValue ? "unit value" : "no row"
        : $"{(n.Kind == WarningKind.Rush ? "rush" : "fall")} in {(n.Measure == TradeMeasure.Weight ? "weight" : "value")}";

    private static void Show(Invocation run, IReadOnlyList<TradeWarning> warnings)
    {
        run.Out.WriteLine(warnings.Count == 0 ? "no warnings" : $"{warnings.Count} warnings, most certain and largest first:");
        foreach (TradeWarning w in warnings)
        {
            run.Out.WriteLine($"- {w.Month} {Invocation.Line(w.Words, 600)}");
        }
    }

    private static string Percent(double? share) => share is { } s ? (100 * s).ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static string Amount(double? amount) => amount is { } a ? a.ToString("#,0", CultureInfo.InvariantCulture) : "-";
}
