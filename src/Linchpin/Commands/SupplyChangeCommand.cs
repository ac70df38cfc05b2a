using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply change</c>: what changed between two years, and by what.</summary>
internal static class SupplyChangeCommand
{
    private static readonly Option<int> FromYear = new("--from-year") { Description = "The first year.", HelpName = "Y", Required = true, CustomParser = Shared.Number<int> };

    private static readonly Option<int> ToYear = new("--to-year") { Description = "The second year.", HelpName = "Y", Required = true, CustomParser = Shared.Number<int> };

    private static readonly Option<string?> User = new("--user") { Description = "With --supplier: exposures of this country's sectors, by ISO alpha-3 code; several with commas; or all.", HelpName = "ISO3" };

    private static readonly Option<string?> Supplier = new("--supplier") { Description = "With --user: to this country; several with commas; foreign; or all.", HelpName = "ISO3" };

    private static readonly Option<string?> Exporter = new("--exporter") { Description = "In place of --user and --supplier: the value added in this country's exports.", HelpName = "ISO3" };

    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only these using sectors, by code or range.", HelpName = "c3-c16" };

    private static readonly Option<double?> Newly = new("--newly")
    {
        Description = "Only exposures whose look-through share was below this percentage in the first year and reached it in the second, largest first.",
        HelpName = "PERCENT",
        CustomParser = given => Shared.Number<double>(given),
    };

    public static Command Create() => new Command("change", "Exposures, or value added in exports, between two years: the change and what brought it (structural decomposition, current prices).")
    {
        SupplyCommands.Table, FromYear, ToYear, User, Supplier, Exporter, Sectors, Newly, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        (string? user, string? supplier, string? exporter) = (run.Get(User), run.Get(Supplier), run.Get(Exporter));
        if (exporter is null ? user is null || supplier is null : user is not null || supplier is not null || run.Get(Sectors) is not null || run.Get(Newly) is not null)
        {
            throw ProgramFaults.Usage.Because("supply change takes --user and --supplier, or --exporter alone.");
        }

        Basis basis = SupplyCommands.BasisOf(run);
        InputOutputTable from = SupplyCommands.Open(run, run.Required(FromYear));
        InputOutputTable to = SupplyCommands.Open(run, run.Required(ToYear));
        if (exporter is not null)
        {
            ExportChange change = Supply.Supply.ChangeInExports(from, to, basis, exporter, run.Cancel);
            return SupplyMeasures.Answer(run, change.WriteTo, () => Show(run, change));
        }

        ExposureChanges changes = Supply.Supply.Change(from, to, basis, user!, supplier!, run.Get(Sectors), run.Cancel);
        if (run.Get(Newly) is { } percent)
        {
            changes = percent is > 0 and <= 100 ? changes.Newly(percent / 100) : throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--newly {percent} is not a percentage above 0 and up to 100."));
        }

        return SupplyMeasures.Answer(run, changes.WriteTo, () => Show(run, changes));
    });

    private static void Show(Invocation run, ExposureChanges changes)
    {
        Head(run, changes.From, changes.To, changes.Basis);
        run.Out.WriteLine("look-through shares in %, then the change in percentage points and its parts");
        run.Out.WriteLine($"{"user",-5} {"from",-8} {"sector",-8} {changes.From.Year,8} {changes.To.Year,8} {"change",8} {"technology",11} {"sourcing",9} {"mix",8}  name");
        foreach (ExposureChange r in changes.Rows)
        {
            run.Out.WriteLine($"{r.User,-5} {r.Source,-8} {r.Sector,-8} {Line(r.LookAll, 8, 11, 9, 8)}  {Invocation.Line(changes.To.Sectors.FirstOrDefault(s => s.Code == r.Sector)?.Name ?? "All manufacturing", 60)}");
        }
    }

    private static void Show(Invocation run, ExportChange change)
    {
        Head(run, change.From, change.To, change.Basis);
        run.Out.WriteLine($"exports of {change.Exporter}: {SupplyMeasures.Amount(change.GrossFrom)} to {SupplyMeasures.Amount(change.GrossTo)} {change.To.Descriptor.Unit}; shares in %, then the change in percentage points and its parts");
        run.Out.WriteLine($"{"origin",-8} {change.From.Year,8} {change.To.Year,8} {"change",8} {"value added",12} {"structure",10} {"mix",8}");
        foreach (OriginChange o in change.Origins.OrderBy(o => o.RestOfWorld).ThenByDescending(o => o.Amount.To).Append(change.Foreign))
        {
            run.Out.WriteLine($"{o.Origin,-8} {Line(o.Share, 8, 12, 10, 8)}");
        }
    }

    private static void Head(Invocation run, InputOutputTable from, InputOutputTable to, Basis basis)
    {
        run.Out.WriteLine($"{to.Descriptor.Title}, {from.Year} to {to.Year}; {to.Descriptor.Prices}; {basis.Words()}; - is unknown or cannot be");
        run.Out.WriteLine("Both years are in current prices: a change of relative prices or exchange rates counts as a change of structure.");
    }

    private static string Line(Parted p, int year, params int[] parts)
    {
        string[] cells = [.. parts.Select((width, k) => SupplyMeasures.Percent(k < p.Parts.Count ? p.Parts[k] : null).PadLeft(width))];
        return $"{SupplyMeasures.Percent(p.From).PadLeft(year)} {SupplyMeasures.Percent(p.To).PadLeft(year)} {SupplyMeasures.Percent(p.Change).PadLeft(year)} {string.Join(' ', cells)}";
    }
}
