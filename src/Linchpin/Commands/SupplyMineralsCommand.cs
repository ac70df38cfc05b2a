using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply minerals</c>: who mines, refines and holds a mineral, and how concentrated that is.</summary>
internal static class SupplyMineralsCommand
{
    internal static readonly Option<string> Data = new("--data") { Description = "The folder of described tables (docs/indicators.md); folders directly inside it are looked at too.", HelpName = "DIR", Required = true };

    private static readonly Option<string?> Mineral = new("--mineral") { Description = "Only minerals whose name has these words.", HelpName = "NAME" };

    private static readonly Option<string?> Stage = new("--stage") { Description = "Only mine, refinery, plant or other (production at that stage), capacity, or reserves.", HelpName = "STAGE" };

    private static readonly Option<int?> Year = new("--year") { Description = "The year. Default: the newest of each table.", HelpName = "Y", CustomParser = a => Shared.Number<int>(a) };

    private static readonly Option<string?> Partners = new("--partners") { Description = "Also what these countries hold together, by ISO alpha-3 code.", HelpName = "ISO3,ISO3" };

    private static readonly Option<bool> Listed = new("--listed") { Description = "Only minerals that a list of critical materials in the folder names." };

    public static Command Create() => new Command("minerals", "Who mines, refines and holds a mineral: shares, concentration, where sources disagree, what partners hold together; stored as claims.")
    {
        Data, Mineral, Stage, Year, Partners, Listed, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        MineralSupply minerals = Supply.Supply.Minerals(run.Required(Data), new SupplyCommands.Said(run), run.Cancel);
        CriticalMaterials lists = Supply.Supply.CriticalMaterials(run.Required(Data), run.Cancel);
        string[] partners = [.. (run.Get(Partners) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Vocabulary.Country)];
        IReadOnlyList<MineralTable> tables = minerals.Tables(run.Get(Mineral), run.Get(Stage), run.Get(Year));
        tables = run.Get(Listed) ? [.. tables.Where(t => lists.Naming(t.Mineral).Count > 0)] : tables;
        IReadOnlyList<MineralDisagreement> disagreements = minerals.Disagreements(run.Get(Mineral), run.Get(Stage), run.Get(Year));
        IReadOnlyList<MineralSubstitutability> substitutability = Supply.Supply.Substitutability(run.Required(Data), tables, run.Cancel);
        Storing.ByDefault(run, () => Supply.Supply.Publish(tables, label));
        if (minerals.RowsWithoutUnit > 0)
        {
            run.Say($"linchpin: {minerals.RowsWithoutUnit} rows state no unit and are left out");
        }

        if (run.Get(Shared.Json))
        {
            run.WriteJson(json => Write(json, minerals, tables, disagreements, substitutability, lists, partners), indented: true);
        }
        else
        {
            foreach (MineralTable table in tables)
            {
                Show(run, table, substitutability, lists, partners);
            }

            Show(run, disagreements);
        }

        return Exit.Done;
    });

    private static void Write(
        Utf8JsonWriter json, MineralSupply minerals, IReadOnlyList<MineralTable> tables, IReadOnlyList<MineralDisagreement> disagreements,
        IReadOnlyList<MineralSubstitutability> substitutability, CriticalMaterials lists, string[] partners)
    {
        json.WriteStartObject();
        json.WriteNumber("rows_without_unit", minerals.RowsWithoutUnit);
        json.WriteStartArray("tables");
        foreach (MineralTable table in tables)
        {
            table.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("critical_lists");
        foreach (string mineral in tables.Select(t => t.Mineral).Distinct(StringComparer.Ordinal))
        {
            foreach (CriticalMaterial entry in lists.Naming(mineral))
            {
                json.WriteStartObject();
                json.WriteString("mineral", mineral);
                json.WriteString("list", entry.List);
                json.WriteString("material", entry.Material);
                json.WriteString("reference", entry.Reference);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("substitutability");
        foreach (MineralSubstitutability one in substitutability)
        {
            json.WriteStartObject();
            json.WriteString("mineral", one.Mineral);
            json.WriteString("stage", one.Stage);
            json.WriteString("product", one.Product);
            json.WriteString("goods", one.Goods);
            json.WriteString("dataset", one.Elasticity.Dataset.Id);
            Number(json, "elasticity", one.Elasticity.Value);
            Number(json, "substitution", one.Elasticity.Substitution);
            json.WriteString("caution", one.Elasticity.Caution);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (partners.Length > 0)
        {
            WritePartners(json, tables, partners);
        }

        json.WriteStartArray("disagreements");
        foreach (MineralDisagreement disagreement in disagreements)
        {
            disagreement.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePartners(Utf8JsonWriter json, IReadOnlyList<MineralTable> tables, string[] partners)
    {
        json.WriteStartArray("partners");
        foreach (PartnersHolding holding in tables.Select(t => PartnersHolding.Of(t, partners)))
        {
            json.WriteStartObject();
            json.WriteString("dataset", holding.Table.Dataset.Id);
            json.WriteString("mineral", holding.Table.Mineral);
            json.WriteString("stage", holding.Table.Stage);
            json.WriteString("statistic", holding.Table.Statistic);
            json.WriteString("form", holding.Table.Form);
            json.WriteNumber("year", holding.Table.Year);
            Number(json, "group_share", holding.GroupShare);
            json.WriteStartObject("by_partner");
            foreach ((string partner, double? share) in holding.Partners)
            {
                Number(json, partner, share);
            }

            json.WriteEndObject();
            json.WriteString("largest_outside", holding.LargestOutside?.Country);
            Number(json, "largest_outside_share", holding.LargestOutside?.Share);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Show(Invocation run, MineralTable table, IReadOnlyList<MineralSubstitutability> substitutability, CriticalMaterials lists, string[] partners)
    {
        run.Out.WriteLine($"{Invocation.Line(table.Mineral)}, {table.Statistic}{(table.Statistic == "reserves" ? "" : " (" + table.Stage + ")")}, {table.Year}: {Invocation.Line(table.Form, 100)}; {table.Unit}; {Invocation.Line(table.Dataset.Title, 100)}");
        if (table.Concentration is { Hhi: not null } c)
        {
            run.Out.WriteLine($"  HHI {Plain(c.Hhi, "0.000")} to {Plain(c.HhiUpper, "0.000")}; effective suppliers {Plain(c.EffectiveSuppliersLower, "0.0")} to {Plain(c.EffectiveSuppliers, "0.0")}; three largest {Percent(c.TopThreeShare)} %; not assigned {Percent(c.UnassignedShare)} %");
        }
        else if (!table.Complete)
        {
            run.Out.WriteLine("  shares of the world are not known: " + (table.WithoutFigure.Count > 0
                ? $"no figure for {string.Join(", ", table.WithoutFigure.Take(6).Select(m => $"{Vocabulary.CountryName(m.Country)} ({m.NearestYear}: {Amount(m.Amount)})"))}" : "figures are withheld or not available, and no world total is stated"));
        }

        foreach (MineralShare row in table.Rows)
        {
            run.Out.WriteLine($"  {Invocation.Line(row.Name, 30),-30} {(row.Amount is { } a ? Amount(a) : "-"),16} {Percent(row.Share),8} %  {(row.Status.HasFlag(ObservationStatus.Estimated) ? "estimated " : "")}{Invocation.Line(row.Mark, 40)}");
        }

        if (partners.Length > 0)
        {
            PartnersHolding holding = PartnersHolding.Of(table, partners);
            run.Out.WriteLine($"  {string.Join(", ", partners)} together: {Percent(holding.GroupShare)} %");
        }

        foreach (MineralSubstitutability one in substitutability.Where(s => s.Mineral == table.Mineral && s.Stage == table.Stage))
        {
            run.Out.WriteLine($"  substitution between origins of {one.Product} ({one.Goods}): {Plain(one.Elasticity.Substitution, "0.0")}{(one.Elasticity.Caution.Length > 0 ? "; " + one.Elasticity.Caution : "")}");
        }

        IReadOnlyList<CriticalMaterial> named = lists.Naming(table.Mineral);
        if (named.Count > 0)
        {
            run.Out.WriteLine($"  on lists: {string.Join("; ", named.Select(n => $"{n.List}: {Invocation.Line(n.Material, 60)}"))}");
        }
    }

    private static void Show(Invocation run, IReadOnlyList<MineralDisagreement> disagreements)
    {
        if (disagreements.Count > 0)
        {
            run.Out.WriteLine("Where sources disagree (same country, year, stage):");
        }

        foreach (MineralDisagreement d in disagreements)
        {
            run.Out.WriteLine($"  {Vocabulary.CountryName(d.Country)}, {Invocation.Line(d.Mineral, 40)}, {d.Statistic} ({d.Stage}), {d.Year}: {string.Join("; ", d.Figures.Select(f => $"{Amount(f.Amount)} {f.Table.Unit} ({f.Table.Dataset.Id})"))}{(d.UnitSuspected ? " (a factor of about a thousand: one source may print another unit than it means)" : "")}");
        }
    }

    private static string Plain(double? number, string form) => number is { } n ? n.ToString(form, CultureInfo.InvariantCulture) : "-";

    private static string Percent(double? share) => share is { } s ? (s * 100).ToString("0.0", CultureInfo.InvariantCulture) : "-";

    private static string Amount(double amount) => amount.ToString("#,0.###", CultureInfo.InvariantCulture);
}
