using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply …</c>: measures on a table and what-ifs.</summary>
internal static class SupplyMeasures
{
    private static readonly Option<string> Exporter = new("--exporter") { Description = "The exporting country, by ISO alpha-3 code.", HelpName = "ISO3", Required = true };

    private static readonly Option<string[]> From = new("--from")
    {
        Description = "Suppliers and their sectors, as CHN:c14, CHN:c3-c16 or CHN:c14,TWN:c14. May stand several times, each with its --to.",
        HelpName = "ISO3:SECTORS",
        Required = true,
    };

    private static readonly Option<string[]> To = new("--to")
    {
        Description = "The countries that they no longer deliver to; KOR:c14 for the production of a sector; all for every country but the supplier's own; home for its own.",
        HelpName = "ISO3,ISO3",
        Required = true,
    };

    private static readonly Option<double> Share = new("--share") { Description = "The part of each delivery that is taken out, from 0 to 1.", HelpName = "S", DefaultValueFactory = _ => 1, CustomParser = Shared.Number<double> };

    private static readonly Option<string> FlowsOption = new("--flows")
    {
        Description = "Which deliveries: intermediate, final or both.",
        HelpName = "FLOWS",
        DefaultValueFactory = _ => "both",
    };

    private static readonly Option<int> Top = new("--top") { Description = "At most so many rows.", HelpName = "N", DefaultValueFactory = _ => 20, CustomParser = Shared.Number<int> };

    public static Command ValueAdded() => new Command("value-added", "Whose value added is in a country's exports; stored as claims.")
    {
        SupplyCommands.Table, SupplyCommands.Year, Exporter, SupplyCommands.BasisOption, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        ValueAddedInExports exports = Supply.Supply.ValueAdded(SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Required(Exporter), run.Cancel) is [var one]
            ? one : throw ProgramFaults.Usage.Because("--exporter takes one country.");
        Storing.ByDefault(run, () => Supply.Supply.Publish(exports, label));
        return Answer(run, exports.WriteTo, () =>
        {
            Head(run, exports.Table, exports.Basis);
            run.Out.WriteLine($"exports of {exports.Exporter}: {Amount(exports.Gross)} {exports.Table.Descriptor.Unit}; own value added {Percent(exports.DomesticShare)} %, foreign {Percent(exports.ForeignShare)} %");
            foreach (OriginOfExports origin in exports.ByOrigin.Where(o => o.Origin != exports.Exporter).OrderBy(o => o.RestOfWorld).ThenByDescending(o => o.Amount))
            {
                run.Out.WriteLine($"{origin.Origin,-6} {Percent(origin.Share),8} %  {Amount(origin.Amount),14}");
            }
        });
    });

    public static Command Position() => new Command("position", "How far each industry stands from final use and from primary inputs.")
    {
        SupplyCommands.Table, SupplyCommands.Year, SupplyCommands.BasisOption, Shared.Json,
    }.Does(run =>
    {
        IndustryPositions positions = Supply.Supply.Positions(SupplyCommands.Open(run), SupplyCommands.BasisOf(run), run.Cancel);
        return Answer(run, positions.WriteTo, () =>
        {
            Head(run, positions.Table, positions.Basis);
            run.Out.WriteLine($"{"country",-8} {"sector",-8} {"upstreamness",13} {"downstreamness",15}");
            foreach (IndustryPosition p in positions.Rows)
            {
                run.Out.WriteLine($"{p.Country,-8} {p.Sector,-8} {Plain(p.Upstreamness),13} {Plain(p.Downstreamness),15}");
            }
        });
    });

    public static Command Extract() => new Command("extract", "What the loss of a supplier's deliveries would take from output and value added, with nothing replaced (hypothetical extraction).")
    {
        SupplyCommands.Table, SupplyCommands.Year, From, To, FlowsOption, Share, SupplyCommands.BasisOption, Storing.Yes, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        (string[] from, string[] to) = (run.Required(From), run.Required(To));
        if (to.Length != from.Length)
        {
            throw ProgramFaults.Usage.Because($"There are {from.Length} --from and {to.Length} --to; each --from goes with its own --to.");
        }

        HypotheticalExtraction loss = Supply.Supply.Extract(
            SupplyCommands.Open(run), SupplyCommands.BasisOf(run), [.. from.Zip(to)], FlowsText.Parse(run.Get(FlowsOption)), run.Get(Share), run.Cancel);
        Storing.OnRequest(run, () => Supply.Supply.Publish(loss, label));
        return Answer(run, loss.WriteTo, () =>
        {
            Head(run, loss.Table, loss.Basis);
            run.Out.WriteLine($"{"region",-8} {"output lost",16} {"value added lost",18} {"%",8}   ({loss.Table.Descriptor.Unit}; a loss is positive)");
            foreach (RegionLoss region in loss.ByRegion.OrderBy(r => IsRest(loss.Table, r.Region)).ThenByDescending(r => r.Gdp).Append(loss.World))
            {
                run.Out.WriteLine($"{region.Region,-8} {Amount(region.Output),16} {Amount(region.Gdp),18} {Plain(region.GdpPercent),8}");
            }
        });
    });

    public static Command Chokepoints() => new Command("chokepoints", "Supplier industries ranked by what a stop of their deliveries abroad would cost the partners; stored as claims down to 0.02 % of a partner's value added.")
    {
        SupplyCommands.Table, SupplyCommands.Year, Shared.Partners, Top, SupplyCommands.BasisOption, Storing.No, Shared.Tlp, Shared.ReleasableTo, Shared.HoldUntil, Shared.Json,
    }.Does(run =>
    {
        Handling label = Shared.Label(run);
        InputOutputTable table = SupplyCommands.Open(run);
        ChokepointList list = Supply.Supply.Chokepoints(table, SupplyCommands.BasisOf(run), run.Required(Shared.Partners), run.Get(Top), run.Cancel);

        // What is stored is every industry down to the floor, however few rows are shown: a gap in the record would read as "costs nothing".
        Storing.ByDefault(run, () => Supply.Supply.Publish(
            Supply.Supply.Chokepoints(table, list.Basis, run.Required(Shared.Partners), table.Industries, run.Cancel), label));
        return Answer(run, list.WriteTo, () =>
        {
            Head(run, list.Table, list.Basis);
            run.Out.WriteLine($"value added lost, {list.Table.Descriptor.Unit}; ranked by the partners' loss, the supplier's own left out; {list.Considered} industries compared");
            run.Out.WriteLine($"{"from",-6} {"sector",-8} {"partners",12} {"world",12} {"itself",12}  {string.Concat(list.Partners.Select(p => $"{p + " %",8}"))}  name");
            foreach (Chokepoint row in list.Rows)
            {
                run.Out.WriteLine($"{row.Country,-6} {row.Sector,-8} {Amount(row.GroupGdpLoss),12} {Amount(row.WorldGdpLoss),12} {Amount(row.OwnGdpLoss),12}  {string.Concat(row.ByPartner.Select(p => $"{Plain(p.GdpPercent),8}"))}  {Invocation.Line(row.SectorName, 60)}");
            }
        });
    });

    internal static Exit Answer(Invocation run, Action<Utf8JsonWriter> json, Action text)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json, indented: true);
        }
        else
        {
            text();
        }

        return Exit.Done;
    }

    internal static void Head(Invocation run, InputOutputTable table, Basis basis) =>
        run.Out.WriteLine($"{table.Descriptor.Title}, {table.Year}; {table.Descriptor.Prices}; {basis.Words()}; - is unknown");

    /// <summary>The rest of the world stands below the countries, never among them.</summary>
    internal static bool IsRest(InputOutputTable table, string region) => table.Countries.Any(c => c.RestOfWorld && c.Code == region);

    internal static string Percent(double? share) => Plain(share * 100);

    internal static string Plain(double? number) => number is { } n ? n.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    internal static string Fine(double? number) => number is { } n ? n.ToString("0.000000", CultureInfo.InvariantCulture) : "-";

    internal static string Amount(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
