using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary><c>linchpin supply indicator</c>: what described tables a folder has, and the rows of one of them.</summary>
internal static class SupplyIndicatorCommand
{
    private static readonly Option<string?> Id = new("--indicator") { Description = "The table to show, by its id. Default: list the tables.", HelpName = "ID" };

    private static readonly Option<string[]> Where = new("--where") { Description = "Only rows with this code of a dimension; several may be given. country fits any country of the row.", HelpName = "DIMENSION=CODE" };

    private static readonly Option<int> Top = new("--top") { Description = "At most so many rows.", HelpName = "N", DefaultValueFactory = _ => 100, CustomParser = Shared.Number<int> };

    public static Command Create() => new Command("indicator", "List the described tables of a folder, or show rows of one with unit, year, method and source.")
    {
        SupplyMineralsCommand.Data, Id, Where, Top, Shared.Json,
    }.Does(run =>
    {
        int top = run.Get(Top) is var asked and >= 1 ? asked : throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--top {run.Get(Top)} is not a number of rows."));
        if (run.Get(Id) is { } id)
        {
            IndicatorTable table = Supply.Supply.Indicator(run.Required(SupplyMineralsCommand.Data), id, new SupplyCommands.Said(run), run.Cancel);
            Show(run, table, table.Find(Conditions(run)), top);
        }
        else
        {
            List(run, Supply.Supply.Indicators(run.Required(SupplyMineralsCommand.Data)));
        }

        return Exit.Done;
    });

    private static List<KeyValuePair<string, string>> Conditions(Invocation run)
    {
        var conditions = new List<KeyValuePair<string, string>>();
        foreach (string given in run.Get(Where) ?? [])
        {
            int at = given.IndexOf('=', StringComparison.Ordinal);
            conditions.Add(at > 0 ? KeyValuePair.Create(given[..at].Trim(), given[(at + 1)..].Trim())
                : throw ProgramFaults.Usage.Because($"--where '{Shown.Short(given)}' has no '='.", remedy: "Write a dimension and its code, such as country=KOR."));
        }

        return conditions;
    }

    private static void List(Invocation run, IReadOnlyList<(string File, IndicatorDescriptor Descriptor)> tables)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json =>
            {
                json.WriteStartArray();
                foreach ((string file, IndicatorDescriptor about) in tables)
                {
                    json.WriteStartObject();
                    json.WriteString("indicator", about.Id);
                    json.WriteString("title", about.Title);
                    json.WriteString("file", file);
                    json.WriteString("descriptor", about.Origin);
                    json.WriteString("source", about.Citation);
                    json.WriteString("licence", about.Licence);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }, indented: true);
            return;
        }

        foreach ((string file, IndicatorDescriptor about) in tables)
        {
            run.Out.WriteLine($"{about.Id,-42} {Invocation.Line(about.Title, 110)} ({Invocation.Line(file, 80)}; {about.Origin})");
        }

        if (tables.Count == 0)
        {
            run.Say("linchpin: nothing in the folder is described (docs/indicators.md shows how)");
        }
    }

    private static void Show(Invocation run, IndicatorTable table, IReadOnlyList<IndicatorRow> rows, int top)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(json => table.WriteTo(json, rows, top), indented: true);
            return;
        }

        IndicatorDescriptor about = table.Descriptor;
        run.Out.WriteLine($"{Invocation.Line(about.Title, 200)}; {Invocation.Line(about.Citation, 200)}");
        run.Out.WriteLine($"{Invocation.Line(about.Method, 400)}");
        run.Out.WriteLine($"{string.Join("; ", about.Measures.Select(m => $"{m.Meaning}: {m.Unit ?? "unit in " + m.UnitInColumn}{(m.Prices is null ? "" : ", " + m.Prices + " prices")}"))}; a row that is not there is {(about.Absent == AbsentRow.Zero ? "zero" : "unknown")}; - is unknown");
        foreach (IndicatorRow row in rows.Take(top))
        {
            IEnumerable<string> cells = about.Dimensions.Select(d => Invocation.Line(row[d.Meaning], 60))
                .Concat(about.Measures.Select(m => row.Number(m.Meaning) is { } n ? n.ToString("#,0.######", CultureInfo.InvariantCulture) + (m.UnitInColumn is null ? "" : " " + Invocation.Line(row.Unit(m.Meaning), 40)) : "-"));
            run.Out.WriteLine(string.Join("  ", cells));
        }

        run.Say($"linchpin: {Math.Min(rows.Count, top)} of {rows.Count} rows that fit, of {table.Count} in {table.File}");
    }
}
