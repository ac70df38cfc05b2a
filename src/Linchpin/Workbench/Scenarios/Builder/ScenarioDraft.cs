using System.Globalization;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Workbench.Tables;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>A scenario as the address has it: the table, the events, every setting of the model, how many runs. The same address gives the same scenario on every node.</summary>
/// <param name="Table">The table.</param>
/// <param name="Scenario">Events and settings.</param>
/// <param name="Events">The events as the page shows them.</param>
/// <param name="Runs">Runs of the bands.</param>
/// <param name="Seed">Their seed.</param>
internal sealed record ScenarioDraft(InputOutputTable Table, Scenario Scenario, IReadOnlyList<EventDraft> Events, int Runs, int Seed)
{
    /// <summary>Numbers of runs that the page offers.</summary>
    public static readonly int[] RunsOffered = [24, 48, 96, 240];

    private const int MostTitle = 200;

    /// <summary>The model's settings: the setting of the address, its bounds, and where it stands.</summary>
    public static readonly ModelSetting[] Model =
    [
        new("inventory", 2, 3650, s => s.InventoryDays, (s, v) => s with { InventoryDays = v }),
        new("restoration", 1, 3650, s => s.RestorationDays, (s, v) => s with { RestorationDays = v }),
        new("psi", 0.01, 1, s => s.Psi, (s, v) => s with { Psi = v }),
        new("alpha-max", 1, 10, s => s.AlphaMax, (s, v) => s with { AlphaMax = v }),
        new("alpha-tau", 1, 36500, s => s.AlphaTau, (s, v) => s with { AlphaTau = v }),
        new("steps", 30, 1095, s => s.Steps, (s, v) => s with { Steps = (int)v }),
    ];

    /// <summary>The settings of the address.</summary>
    public static QueryTerm[] Terms { get; } =
    [
        new("table", "The table, by the id in its datasets' names; default the first that the workbench has."), new("year", "Its year; default the latest."), new("title", "What the scenario is called."),
        .. EventDraft.Terms,
        new("orders", "alt: users turn to suppliers by present capacity; noalt: by the shares before."),
        .. Model.Select(m => new QueryTerm(m.Name, FormattableString.Invariant($"Setting of the model, from {m.Least} to {m.Most}; default {m.Of(new ScenarioSettings())}."))),
        new("runs", $"Runs of the bands: {string.Join(", ", RunsOffered)}."), new("seed", "Seed of the runs."),
    ];

    /// <summary>The scenario that the address asks for; <see langword="null"/> where there is no table that this reader may use.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c>, <c>workbench.table</c></exception>
    public static ScenarioDraft? Of(Scope scope, TableShelf tables)
    {
        int? year = scope["year"] is null ? null : scope.Number("year", 0, 2999);
        InputOutputTable? table = tables.Open(scope, scope["table"], year);
        if (table is null)
        {
            return scope["table"] is null && year is null ? null
                : throw WorkbenchFaults.Table.Because($"{scope.Reader.Name} may use no table '{Shown.Short(scope["table"] ?? "")}' of {(year is null ? "any year" : year)}.");
        }

        List<EventDraft> events = [.. Enumerable.Range(1, EventDraft.Most).Select(n => EventDraft.Of(scope, n)).OfType<EventDraft>()];
        var settings = new ScenarioSettings { OrderType = scope.OneOf("orders", "alt", "noalt") == "alt" ? OrderType.ByCapacity : OrderType.ByInitialShare };
        foreach (ModelSetting m in Model)
        {
            settings = m.With(settings, EventDraft.Decimal(scope, m.Name, m.Of(settings), m.Least, m.Most));
        }

        int runs = int.Parse(scope.OneOf("runs", [.. RunsOffered.Select(r => r.ToString(CultureInfo.InvariantCulture))]), CultureInfo.InvariantCulture);
        string? title = scope["title"];
        return new ScenarioDraft(
            table, new Scenario(title is null ? "" : title[..Math.Min(title.Length, MostTitle)], settings, [.. events.Select(e => e.ToEvent())]), events, runs, scope.Number("seed", 1, int.MaxValue));
    }

    /// <summary>The address of the builder with a scenario in it; <see langword="null"/> where the page cannot say all of it.</summary>
    public static string? Address(Scope scope, Scenario scenario)
    {
        var standard = new ScenarioSettings();
        if (scenario.Events.Count > EventDraft.Most || scenario.Settings.Mode != ModelMode.Corrected || scenario.Uncertainty is not null
            || scenario.Settings.RebuildTau != standard.RebuildTau || scenario.Settings.CapitalRatio != standard.CapitalRatio)
        {
            return null;
        }

        var query = new List<(string, string?)> { ("title", scenario.Title), ("orders", scenario.Settings.OrderType == standard.OrderType ? null : "noalt") };
        foreach ((int at, ScenarioEvent e) in scenario.Events.Index())
        {
            if (EventDraft.Settings(e, at + 1) is not { } settings)
            {
                return null;
            }

            query.AddRange(settings);
        }

        query.AddRange(Model.Select(m => (m.Name, m.Of(scenario.Settings) == m.Of(standard) ? null : (string?)m.Of(scenario.Settings).ToString("R", CultureInfo.InvariantCulture))));
        return scope.Link(BuilderRoutes.Path, [.. query]);
    }

    /// <summary>The scenario as a file that the command line takes; docs/scenarios.md.</summary>
    public string File() => ScenarioFile.Write(Scenario);

    /// <summary>A name for the scenario: its own, or the events in short.</summary>
    public static string Titled(Scenario scenario) => scenario.Title.Length > 0 ? scenario.Title
        : scenario.EventWords is { Length: > MostTitle } words ? words[..MostTitle] + "…" : scenario.EventWords;

    /// <summary>The form of a number in a field: as short as it can be.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}

/// <summary>A setting of the model that is a number.</summary>
internal sealed record ModelSetting(string Name, double Least, double Most, Func<ScenarioSettings, double> Of, Func<ScenarioSettings, double, ScenarioSettings> With);
