using System.CommandLine;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply propagation</c>: how many steps lie between suppliers and users.</summary>
internal static class SupplyPropagationCommand
{
    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only these using sectors, by code or range.", HelpName = "c3-c16" };

    private static readonly Option<string?> SupplierSectors = new("--supplier-sectors") { Description = "A row for each of these supplying sectors, by code or range, or all. Default: a supplying country's sectors together.", HelpName = "c3-c16" };

    public static Command Create() => new Command("propagation", "Average propagation length: how many steps of production lie between suppliers and users.")
    {
        SupplyCommands.Table, SupplyCommands.Year, SupplyCommands.User, SupplyCommands.Supplier, Sectors, SupplierSectors, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        PropagationLengths lengths = Supply.Supply.Propagation(
            SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Required(SupplyCommands.User), run.Required(SupplyCommands.Supplier), run.Get(Sectors), run.Get(SupplierSectors), run.Cancel);
        return SupplyMeasures.Answer(run, lengths.WriteTo, () =>
        {
            SupplyMeasures.Head(run, lengths.Table, lengths.Basis);
            run.Out.WriteLine($"{"user",-5} {"sector",-8} {"from",-5} {"sector",-8} {"steps",8} {"strength",10}   (strength: direct and indirect inputs for one unit of final use)");
            foreach (PropagationLength r in lengths.Rows)
            {
                run.Out.WriteLine($"{r.User,-5} {r.UserSector,-8} {r.Supplier,-5} {r.SupplierSector,-8} {SupplyMeasures.Plain(r.Length),8} {SupplyMeasures.Fine(r.Strength),10}");
            }
        });
    });
}
