using System.CommandLine;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply split</c>: gross exports by what they hold.</summary>
internal static class SupplySplitCommand
{
    private static readonly Option<string> Exporter = new("--exporter") { Description = "The exporting country, by ISO alpha-3 code; several with commas; or all.", HelpName = "ISO3", Required = true };

    private static readonly Option<string> To = new("--to") { Description = "Only these importing countries; all of them together are always there as world.", HelpName = "ISO3,ISO3", DefaultValueFactory = _ => "all" };

    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only exports of these sectors, by code or range.", HelpName = "c3-c16" };

    private static readonly Option<bool> BySector = new("--by-sector") { Description = "A row for each exporting sector too." };

    private static readonly Option<bool> Detail = new("--detail") { Description = "In JSON: also foreign value added by origin, and domestic value added by the country that absorbs it." };

    public static Command Create() => new Command("split", "Gross exports split into domestic and foreign value added and double counting, by importer (Borin and Mancini 2019, source-based).")
    {
        SupplyCommands.Table, SupplyCommands.Year, Exporter, To, Sectors, BySector, Detail, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        ExportSplitSet split = Supply.Supply.Split(
            SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Required(Exporter), run.Get(To)!, run.Get(Sectors), run.Get(BySector), run.Get(Detail), run.Cancel);
        return SupplyMeasures.Answer(run, split.WriteTo, () =>
        {
            SupplyMeasures.Head(run, split.Table, split.Basis);
            run.Out.WriteLine($"gross exports, {split.Table.Descriptor.Unit}; DVA = VAX + REF domestic value added, VAX absorbed abroad, DAVAX directly by the importer, REF back home;");
            run.Out.WriteLine("DDC and FDC double counting; FVA foreign value added; gross = DVA + DDC + FVA + FDC");
            run.Out.WriteLine($"{"from",-5} {"to",-6} {"sector",-7} {"gross",12} {"DVA",12} {"VAX",12} {"DAVAX",12} {"REF",10} {"DDC",10} {"FVA",12} {"FDC",10}");
            foreach (ExportSplit r in split.Rows)
            {
                run.Out.WriteLine($"{r.Exporter,-5} {r.To,-6} {r.Sector,-7} {A(r.Gross),12} {A(r.Dva),12} {A(r.Vax),12} {A(r.Davax),12} {A(r.Ref),10} {A(r.Ddc),10} {A(r.Fva),12} {A(r.Fdc),10}");
            }
        });
    });

    private static string A(double amount) => SupplyMeasures.Amount(amount);
}
