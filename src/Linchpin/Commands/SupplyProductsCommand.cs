using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply products</c>: an importer's products, the most concentrated first.</summary>
internal static class SupplyProductsCommand
{
    private static readonly Option<string> Importer = new("--importer") { Description = "The importer, by ISO alpha-3 code.", HelpName = "ISO3", Required = true };

    private static readonly Option<string?> From = new("--from") { Description = "The first month or year. Default: the last twelve months or the last year that each product has.", HelpName = "YYYY-MM" };

    private static readonly Option<string?> To = new("--to") { Description = "The last month or year. Default: the last that each product has.", HelpName = "YYYY-MM" };

    private static readonly Option<bool> ByWeight = new("--by-weight") { Description = "Shares of weight in place of value." };

    private static readonly Option<int> Top = new("--top") { Description = "At most so many products.", HelpName = "N", DefaultValueFactory = _ => 50, CustomParser = Shared.Number<int> };

    public static Command Create() => new Command("products", "A country's imports by product, ranked by how far each hangs on few origins, with substitutability.")
    {
        SupplyMineralsCommand.Data, Importer, From, To, ByWeight, Top, Shared.Json,
    }.Does(run =>
    {
        ProductDependenceList list = Supply.Supply.Products(
            run.Required(SupplyMineralsCommand.Data), run.Required(Importer), Period(run.Get(From), "--from"), Period(run.Get(To), "--to"), run.Get(ByWeight), new SupplyCommands.Said(run), run.Cancel);
        int top = run.Get(Top) is var asked and >= 1 ? asked : throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--top {run.Get(Top)} is not a number of products."));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json => list.WriteTo(json, top), indented: true);
            return Exit.Done;
        }

        run.Out.WriteLine($"Imports of {Vocabulary.CountryName(list.Importer)} by {list.Measure}; HHI from 0 to 1, bounds where some is not assigned; substitution above 1, the larger the easier; - is unknown");
        run.Out.WriteLine($"{"product",-18} {"from",-6} {"share %",8} {"HHI",6} {"upper",6} {"eff.",6} {"subst.",8} {"total",16} {"unit",-5} {"span",-17}  dataset");
        foreach (ProductDependence row in list.Rows.Take(top))
        {
            Concentration c = row.Shares.Concentration;
            double? substitution = row.Elasticities.Select(e => e.Substitution).FirstOrDefault(s => s is not null);
            run.Out.WriteLine(
                $"{Invocation.Line(row.Shares.Product, 18),-18} {Invocation.Line(row.LargestOrigin.Origin, 6),-6} {Number(row.LargestOrigin.Share * 100, "0.0"),8} {Number(c.Hhi, "0.000"),6} {Number(c.HhiUpper, "0.000"),6} {Number(c.EffectiveSuppliers, "0.0"),6} {Number(substitution, "0.0"),8} {Number(c.Total, "#,0"),16} {row.Shares.Unit,-5} {row.Shares.First + " " + row.Shares.Last,-17}  {row.Shares.Dataset.Descriptor.Id}");
        }

        if (list.WithoutShares.Count > 0)
        {
            run.Out.WriteLine($"Shares are not known, for only single exporters report: {string.Join(", ", list.WithoutShares.Select(p => Invocation.Line(p, 40)))}");
        }

        return Exit.Done;
    });

    /// <summary>A month or year given as an option.</summary>
    /// <exception cref="FaultException"><c>program.usage</c></exception>
    internal static PartialDate? Period(string? given, string option) => given is null ? null
        : PartialDate.TryParse(given.Trim(), out PartialDate period) && period.Day == 0 ? period
        : throw ProgramFaults.Usage.Because($"{option} '{Shown.Short(given)}' is not a month or a year.", remedy: "Write 2019-07 or 2019.");

    private static string Number(double? number, string form) => number is { } n ? n.ToString(form, CultureInfo.InvariantCulture) : "-";
}
