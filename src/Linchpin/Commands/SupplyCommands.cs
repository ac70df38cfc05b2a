using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply …</c>: input-output tables, checked and turned into exposures.</summary>
internal static class SupplyCommands
{
    internal static readonly Option<string> Table = new("--table") { Description = "The table's folder (docs/tables.md).", HelpName = "DIR", Required = true };

    internal static readonly Option<int> Year = new("--year") { Description = "The year of the table.", HelpName = "Y", Required = true, CustomParser = Shared.Number<int> };

    internal static readonly Option<string> User = new("--user") { Description = "The country whose sectors use the supplies, by ISO alpha-3 code; several with commas; or all.", HelpName = "ISO3", Required = true };

    internal static readonly Option<string> Supplier = new("--supplier") { Description = "The country they come from, by ISO alpha-3 code; several with commas; foreign for all abroad together; or all.", HelpName = "ISO3", Required = true };

    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only these using sectors, by code or range.", HelpName = "c3-c16" };

    internal static readonly Option<string> BasisOption = new("--basis")
    {
        Description = "Which gross output to divide by: rowsum (rows added up) or reported (as published).",
        HelpName = "rowsum|reported",
        DefaultValueFactory = _ => "rowsum",
    };

    public static Command Create() => new("supply", "Input-output tables: their balance, and who depends on whom.") 
    {
        Check(), Exposure(), SupplyMeasures.ValueAdded(), SupplyMeasures.Position(), SupplyMeasures.Extract(), SupplyMeasures.Chokepoints(), SupplySimulateCommand.Create(), SupplyScenariosCommand.Create(),
        SupplyTradeCommand.Trade(), SupplyTradeCommand.Warnings(),
        SupplyMineralsCommand.Create(), SupplyProductsCommand.Create(), SupplyIndicatorCommand.Create(),
        SupplyEnsembleCommand.Create(), SupplyWorkerCommand.Create(),
        SupplySplitCommand.Create(), SupplyPropagationCommand.Create(), SupplyLinkagesCommand.Linkages(), SupplyLinkagesCommand.Allocation(), SupplyChangeCommand.Create(),
        SupplyPlanCommand.Create(),
        SupplyDatasetCommands.Import(), SupplyDatasetCommands.Aggregate(),
    };

    private static Command Check() => new Command("check", "Read a table and report its balance: rows, columns, negative value added, zero output. Ends with 6 where gaps go beyond the bound.") { Table, Year, SupplyDatasetCommands.Bound, Shared.Json }.Does(run =>
    {
        BalanceReport report = Supply.Supply.Check(Open(run), run.Get(SupplyDatasetCommands.Bound));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(report.WriteTo, indented: true);
        }
        else
        {
            run.Out.WriteLine(report.Words);
        }

        return report.Verdict == BalanceVerdict.Unbalanced ? Exit.CheckFailed : Exit.Done;
    });

    private static Command Exposure() => new Command("exposure", "How far each sector of a country depends on another, at face value and through every tier; stored as claims.")
    {
        Table, Year, User, Supplier, Sectors, BasisOption, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        ExposureSet exposures = Supply.Supply.Exposures(
            Open(run), BasisOf(run), run.Required(User), run.Required(Supplier), run.Get(Sectors), run.Cancel);
        Storing.ByDefault(run, () => Supply.Supply.Publish(exposures, label));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(exposures.WriteTo, indented: true);
        }
        else
        {
            Show(run, exposures);
        }

        return Exit.Done;
    });

    /// <summary>The basis asked for.</summary>
    internal static Basis BasisOf(Invocation run) => BasisText.Parse(run.Get(BasisOption));

    /// <summary>The table that the options name, from the home's cache where it is there.</summary>
    internal static InputOutputTable Open(Invocation run) => Open(run, run.Required(Year));

    /// <summary>The table that the options name, of another year than <c>--year</c> may say.</summary>
    internal static InputOutputTable Open(Invocation run, int year) =>
        new Supply.Supply(run.Home.CacheFolder).Open(run.Required(Table), year, new Said(run), run.Cancel);

    private static void Show(Invocation run, ExposureSet exposures)
    {
        InputOutputTable table = exposures.Table;
        run.Out.WriteLine($"{table.Descriptor.Title}, {table.Year}; {table.Descriptor.Prices}; {exposures.Basis.Words()}; shares in %; - is unknown (no output or no inputs)");
        run.Out.WriteLine($"{"user",-5} {"from",-8} {"sector",-8} {"face",7} {"look",7} {"face man.",10} {"look man.",10} {"value added",12}  name");
        foreach (Supply.Exposure row in exposures.Rows)
        {
            run.Out.WriteLine($"{row.User,-5} {row.Source,-8} {row.Sector,-8} {Percent(row.FaceAll),7} {Percent(row.LookAll),7} {Percent(row.FaceMan),10} {Percent(row.LookMan),10} {Percent(row.VaShare),12}  {Invocation.Line(row.SectorName, 60)}");
        }
    }

    private static string Percent(double? share) => share is { } s ? (s * 100).ToString("0.00", CultureInfo.InvariantCulture) : "-";

    /// <summary>Progress told on standard error, a line a step.</summary>
    internal sealed class Said(Invocation run) : IProgress<string>
    {
        public void Report(string value) => run.Say("linchpin: " + value);
    }
}
