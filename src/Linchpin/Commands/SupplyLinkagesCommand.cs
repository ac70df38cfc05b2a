using System.CommandLine;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply linkages</c> and <c>allocation</c>: what an industry pulls on, what it feeds, and where its output goes.</summary>
internal static class SupplyLinkagesCommand
{
    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only these supplying sectors, by code or range.", HelpName = "c3-c16" };

    public static Command Linkages() => new Command("linkages", "Backward and forward linkages of each industry (Leontief and Ghosh), direct, total and normalised.")
    {
        SupplyCommands.Table, SupplyCommands.Year, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        IndustryLinkages linkages = Supply.Supply.Linkages(SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Cancel);
        return SupplyMeasures.Answer(run, linkages.WriteTo, () =>
        {
            SupplyMeasures.Head(run, linkages.Table, linkages.Basis);
            run.Out.WriteLine($"{"country",-8} {"sector",-8} {"backward",9} {"at home",9} {"forward",9} {"at home",9} {"b. norm.",9} {"f. norm.",9}  type");
            foreach (IndustryLinkage r in linkages.Rows)
            {
                run.Out.WriteLine($"{r.Country,-8} {r.Sector,-8} {P(r.Backward),9} {P(r.BackwardHome),9} {P(r.Forward),9} {P(r.ForwardHome),9} {P(r.BackwardNormalised),9} {P(r.ForwardNormalised),9}  {r.Type ?? "-"}");
            }
        });
    });

    public static Command Allocation() => new Command("allocation", "Where the output of suppliers goes: how far they depend on each country's market, at face value and through every tier.")
    {
        SupplyCommands.Table, SupplyCommands.Year, SupplyCommands.Supplier, SupplyCommands.User, Sectors, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        IndustryAllocations allocations = Supply.Supply.Allocations(
            SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Required(SupplyCommands.Supplier), run.Required(SupplyCommands.User), run.Get(Sectors), run.Cancel);
        return SupplyMeasures.Answer(run, allocations.WriteTo, () =>
        {
            SupplyMeasures.Head(run, allocations.Table, allocations.Basis);
            run.Out.WriteLine($"{"from",-5} {"sector",-8} {"to",-5} {"to production %",16} {"to final %",12} {"absorbed %",12} {"reach",8}   (shares of the supplier's output)");
            foreach (IndustryAllocation r in allocations.Rows)
            {
                run.Out.WriteLine($"{r.Supplier,-5} {r.Sector,-8} {r.User,-5} {SupplyMeasures.Percent(r.ToProduction),16} {SupplyMeasures.Percent(r.ToFinalDemand),12} {SupplyMeasures.Percent(r.Absorbed),12} {P(r.Reach),8}");
            }
        });
    });

    private static string P(double? number) => SupplyMeasures.Plain(number);
}
