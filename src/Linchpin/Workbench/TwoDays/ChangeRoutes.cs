using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.TwoDays;

/// <summary>A difference between two days as the API and <c>linchpin changes --json</c> write it.</summary>
public sealed record ChangeJson(string Kind, string? Subject, string What, string? From, string? To, IReadOnlyList<HeldClaimJson> Claims, JudgementJson? Judgement)
{
    /// <summary>The line, with names as that view has them.</summary>
    internal static ChangeJson Of(View view, ChangeLine line) => new(
        line.Kind.ToString().ToLowerInvariant(), line.Subject?.ToString(), line.What, line.From?.Code(), line.To?.Code(), ToJson.Claims(view, line.Claims), line.Judgement is { } judged ? ReviewToJson.Judgement(judged) : null);

    /// <summary>A thing that the clock cannot place.</summary>
    internal static ChangeJson Undated(View view, EntityId id) => new("undated", id.ToString(), view.NameOf(id), null, null, [], null);
}

/// <summary>Two days of one clock as asked for, with what is different.</summary>
/// <param name="Clock">Which clock.</param>
/// <param name="From">The earlier day.</param>
/// <param name="To">The later day.</param>
/// <param name="Before">The record on the earlier.</param>
/// <param name="All">Everything that is different.</param>
/// <param name="Lines">Of it, what the address asks for.</param>
public sealed record DaysCompared(string Clock, DateOnly From, DateOnly To, View Before, RecordChanges All, IReadOnlyList<ChangeLine> Lines);

/// <summary>The page of what changed between two days, its files and its API.</summary>
internal static class ChangeRoutes
{
    /// <summary>The three clocks, the first where none is named.</summary>
    public static readonly string[] Clocks = ["published", "valid", "recorded"];

    private const int MostOnPage = 100;

    private static readonly string[] Happened = [.. Enum.GetValues<ChangeKind>().Select(Code)];

    private static readonly QueryTerm[] Terms =
    [
        new("from", "The earlier day, YYYY-MM-DD; without it, a year before the later."), new("to", "The later day, YYYY-MM-DD; without it, today."),
        new("clock", "published (what the sources had said), valid (what held) or recorded (what this node knew); without it, published."),
        new("kind", "Only what moved, appeared, was added, ended, judged or repeated."), new("of", "Only things of this kind: commitment, mechanism, event …"),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/changes", Terms, (scope, _) => Routes.Page<ChangesPage>(scope, ("Days", Compare(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapFiles("/changes", Terms, scope => Compare(scope).Lines, scope =>
        [
            new("happened", l => Code(l.Kind)), new("kind", l => l.Subject?.Kind), new("what", l => l.What), new("from", l => l.From?.Code()), new("to", l => l.To?.Code()),
            new("said", l => string.Join("; ", l.Facts.Select(f => $"{scope.Words.Label(Vocabulary.Properties[f.Property])}: {string.Join(", ", f.Values.Select(v => v is EntityValue e ? scope.NameOf(e.Id) : v.Display))}"))),
            new("judged by", l => l.Judgement?.Judgement.By.Name), new("reason", l => l.Judgement?.Judgement.Reason), new("id", l => l.Subject?.ToString()),
        ], (_, l) => l.Claims);
        app.MapApi("/api/changes", "What moved, appeared, was added, ended or was judged between two days of one clock.", Terms, (scope, _) =>
        {
            DaysCompared days = Compare(scope);
            return ToJson.Page(days.Lines, scope.Number("skip", 0), Routes.Most(scope, MostOnPage), l => ChangeJson.Of(l.Kind == ChangeKind.Ended ? days.Before : scope.View, l));
        });
    }

    /// <summary>The clocks with one of them set to a day.</summary>
    public static AsOf At(AsOf clocks, string clock, DateOnly day) => clock switch
    {
        "valid" => clocks with { Valid = day },
        "recorded" => clocks with { KnownBy = day },
        _ => clocks with { PublishedBy = day },
    };

    /// <summary>A kind of change as written in an address.</summary>
    public static string Code(ChangeKind kind) => kind.ToString().ToLowerInvariant();

    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    private static DaysCompared Compare(Scope scope)
    {
        string clock = scope.OneOf("clock", Clocks);
        DateOnly to = scope.Day("to") ?? scope.Today;
        DateOnly from = scope.Day("from") ?? to.AddYears(-1);
        if (from > to)
        {
            throw WorkbenchFaults.Query.Because($"from={from:yyyy-MM-dd} is after to={to:yyyy-MM-dd}.", remedy: "Give the earlier day first.");
        }

        Seen before = scope.SeenAt(At(scope.AsOf, clock, from)), after = scope.SeenAt(At(scope.AsOf, clock, to));
        RecordChanges all = after.Once(("changes", clock, from), () => Briefing.Briefing.Between(before.View, after.View, clock == "valid"));
        string? kind = scope["kind"] is null ? null : scope.OneOf("kind", Happened);
        string? of = scope["of"] is null ? null : scope.OneOf("of", [.. RecordChanges.Kinds]);
        return new DaysCompared(clock, from, to, before.View, all, [.. all.Lines.Where(l => (kind is null || Code(l.Kind) == kind) && (of is null || l.Subject?.Kind == of))]);
    }
}
