using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply import</c> and <c>aggregate</c>: tables into datasets in Linchpin's own form.</summary>
internal static class SupplyDatasetCommands
{
    private static readonly Argument<string[]> Files = new("FILES") { Description = "The table's files, or the folder that holds them.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string> Format = new("--format")
    {
        Description = $"The form the files are in: {string.Join(", ", TableFormat.All.Select(f => f.Code))}, or auto.",
        HelpName = "FORMAT",
        Required = true,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The dataset's folder: a new or empty one, or one with other years of the same release.", HelpName = "DIR", Required = true };

    private static readonly Option<int?> Year = new("--year") { Description = "The year of the table, where its files do not state it.", HelpName = "Y", CustomParser = a => Shared.Number<int>(a) };

    private static readonly Option<string?> Unit = new("--unit") { Description = "The unit you know the cells to be in, such as \"USD thousand\"; it must agree with the format.", HelpName = "UNIT" };

    internal static readonly Option<double> Bound = new("--bound")
    {
        Description = "The share of world output that all gaps together may reach.",
        HelpName = "SHARE",
        DefaultValueFactory = _ => BalanceReport.StandardBound,
        CustomParser = Shared.Number<double>,
    };

    private static readonly Option<string> Map = new("--map") { Description = "The mapping file: CSV with the columns kind,from,to.", HelpName = "FILE", Required = true };

    public static Command Import() => new Command("import", "Read a table as its provider publishes it, check it, and keep it as a dataset.") { Files, Format, Out, Year, Unit, Bound, Shared.Json }.Does(run =>
        Show(run, Supply.Supply.Import(
            run.Required(Format), run.Get(Files)!, Shared.FullPath(run.Required(Out), "--out"), new ImportSettings(run.Get(Year), run.Get(Unit), run.Get(Bound)), new SupplyCommands.Said(run), run.Cancel)));

    public static Command Aggregate() => new Command("aggregate", "Add the countries and sectors of a table up by a mapping file, and keep the result as a dataset.")
    {
        SupplyCommands.Table, SupplyCommands.Year, Map, Out, Shared.Json,
    }.Does(run => Show(run, new Supply.Supply(run.Home.CacheFolder).Aggregate(
        run.Required(SupplyCommands.Table), run.Required(SupplyCommands.Year), run.Required(Map), Shared.FullPath(run.Required(Out), "--out"), new SupplyCommands.Said(run), run.Cancel)));

    private static Exit Show(Invocation run, StoredDataset dataset)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(dataset.WriteTo, indented: true);
            return Exit.Done;
        }

        InputOutputTable table = dataset.Table;
        run.Out.WriteLine($"{Invocation.Line(table.Descriptor.Title)}, {table.Year}; {table.Descriptor.Unit}, {table.Descriptor.Prices}");
        run.Out.WriteLine($"{dataset.Folder}: {dataset.File}, {dataset.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes, hash {dataset.Hash}");
        foreach (string note in dataset.Notes)
        {
            run.Out.WriteLine(Invocation.Line(note));
        }

        run.Out.WriteLine(Supply.Supply.Check(table).Words);
        return Exit.Done;
    }
}
