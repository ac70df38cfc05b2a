using System.Text;
using Linchpin.Briefing.Agendas;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Printing;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Commitments;
using Linchpin.Workbench.Entities;
using Linchpin.Workbench.Jobs;
using Linchpin.Workbench.TwoDays;

namespace Linchpin.Workbench.Agendas;

/// <summary>An agenda as the API and <c>linchpin agenda --json</c> write it.</summary>
public sealed record AgendaJson(
    NamedJson Mechanism, IReadOnlyList<NamedJson> Members, string On, string Until, RoundJson? LastRound, IReadOnlyList<AgendaItemJson> Items, IReadOnlyList<AgendaGapJson> Gaps, string? WithoutGaps,
    IReadOnlyList<ChangeJson> Since, RoundJson? ThisRound, IReadOnlyList<CommitmentJson> NewCommitments, int? WaitingForReview)
{
    /// <summary>The agenda in English, with names as the view has them.</summary>
    internal static AgendaJson Of(View view, Agenda agenda) => new(
        ToJson.Named(view, agenda.Mechanism), ToJson.Named(view, agenda.Members), Day(agenda.On), Day(agenda.Until), RoundJson.Of(view, agenda.Last),
        [.. agenda.Items.Select(i => new AgendaItemJson(i.Number, i.Kind.Code(), ToJson.Named(view, i.Subject), ToJson.Named(view, i.Parties), i.What, Say(view, i.Why), ToJson.Claims(view, i.Claims), OutcomeJson.Of(view, i.Outcome)))],
        [.. agenda.Gaps.Select(g => new AgendaGapJson(g.Sector.Id, g.Cell.Sentence, OutcomeJson.Of(view, g.Outcome)))], agenda.WithoutGaps is { } why ? Say(view, why) : null,
        [.. agenda.Since.Select(l => ChangeJson.Of(view, l))], RoundJson.Of(view, agenda.After?.Held), [.. agenda.After?.New.Select(p => CommitmentRoutes.Shape(view, p)) ?? []], agenda.After?.Waiting);

    internal static string Say(View view, Said said) => Phrases.English.Say(said, view.NameOf);

    private static string Day(DateOnly day) => $"{day:yyyy-MM-dd}";
}

/// <summary>An item of an agenda.</summary>
public sealed record AgendaItemJson(int Number, string Kind, NamedJson Subject, IReadOnlyList<NamedJson> By, string What, string Why, IReadOnlyList<HeldClaimJson> Claims, OutcomeJson? Outcome);

/// <summary>An exposure without a promise.</summary>
public sealed record AgendaGapJson(string Sector, string Sentence, OutcomeJson? Outcome);

/// <summary>What came of an item; <see langword="null"/> in its place while no source tells of the round.</summary>
public sealed record OutcomeJson(string Kind, string Why, IReadOnlyList<HeldClaimJson> Claims)
{
    internal static OutcomeJson? Of(View view, AgendaOutcome? outcome) => outcome is null ? null : new(outcome.Kind.Code(), AgendaJson.Say(view, outcome.Why), ToJson.Claims(view, outcome.Claims));
}

/// <summary>A round with who came.</summary>
public sealed record RoundJson(NamedJson Event, string? On, string? Place, IReadOnlyList<AttendantJson> Came, IReadOnlyList<HeldClaimJson> Claims)
{
    internal static RoundJson? Of(View view, Round? round) => round is null ? null : new(
        ToJson.Named(view, round.Event), round.On?.ToString(), round.Place,
        [.. round.Came.Select(c => new AttendantJson(ToJson.Named(view, c.Who), c.Office, c.PassedOn is { } passed ? AgendaJson.Say(view, passed) : null, ToJson.Claims(view, c.Claims)))], ToJson.Claims(view, round.Claims));
}

/// <summary>Who came to a round.</summary>
public sealed record AttendantJson(NamedJson Who, string? Office, string? PassedOn, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>The agenda of a mechanism's next round: the page, its files, its calendar, its API.</summary>
internal static class AgendaRoutes
{
    /// <summary>How many days after the round what is due or lapses is told, where nobody says.</summary>
    public const int Horizon = 180;

    private const int MostHorizon = 36_500;

    private static readonly QueryTerm[] Terms =
    [
        new("on", "The day of the round, YYYY-MM-DD; without it, the next dated round on record, else today."), new("horizon", "How many days after it what is due or lapses is told; without it, 180."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        JobQueue jobs = app.Services.GetRequiredService<JobQueue>();
        app.MapPage("/mechanisms/{name}/agenda", Terms, (scope, http) => Routes.Page<AgendaPage>(scope, ("Agenda", Make(scope, http)), ("Works", jobs.Works)));
        app.MapPage("/mechanisms/{name}/agenda.md", Terms, (scope, http) => File(scope, http, "md", "text/markdown; charset=utf-8", d => Encoding.UTF8.GetBytes(d.Markdown())));
        app.MapPage("/mechanisms/{name}/agenda.html", Terms, (scope, http) => File(scope, http, "html", "text/html; charset=utf-8", d => Encoding.UTF8.GetBytes(d.Html())));
        app.MapPage("/mechanisms/{name}/agenda.docx", Terms, (scope, http) => File(scope, http, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", d => d.Docx()));
        app.MapGet("/mechanisms/{name}/agenda.pdf", Pdf).WithMetadata(new QueryTerms([.. Scope.SharedTerms, .. Terms])).ExcludeFromDescription();
        app.MapPage("/mechanisms/{name}/agenda.ics", Terms, (scope, http) =>
        {
            Agenda agenda = Make(scope, http);
            return Results.File(Encoding.UTF8.GetBytes(Calendar.Write(scope, Entries(scope, agenda))), "text/calendar; charset=utf-8", Name(agenda, "ics"));
        });
        app.MapApi("/api/mechanisms/{name}/agenda", "What stands open for the next round of a mechanism, and what came of it once sources tell of that round.", Terms, (scope, http) => AgendaJson.Of(scope.View, Make(scope, http)));
    }

    /// <summary>The address of a mechanism's agenda.</summary>
    public static string Address(EntityId mechanism) => Layout.Address.Of(mechanism) + "/agenda";

    private static Agenda Make(Scope scope, HttpContext http)
    {
        EntityId id = EntityRoutes.One(scope, http, "mechanism").Id;
        DateOnly on = scope.Day("on") ?? Next(scope, id) ?? scope.Today;
        int horizon = scope.Number("horizon", Horizon, MostHorizon);
        return scope.Seen.Once(("agenda", id, on, horizon), () =>
            Briefing.Briefing.Agenda(scope.AsOf, clocks => scope.SeenAt(clocks).Briefing(LatticeSettings.Default.Threshold, null), id, on, horizon));
    }

    private static DateOnly? Next(Scope scope, EntityId mechanism) => scope.View.Claims(new ClaimFilter(Names: mechanism, Property: "mechanism")).Where(c => c.Subject.Kind == "event")
        .Select(c => (scope.View.Entity(c.Subject)?.First("date")?.Value as DateValue)?.On).Where(on => on is { Precision: "day" } day && day.Latest >= scope.Today).OrderBy(on => on).FirstOrDefault()?.Latest;

    // Served as an attachment: the file carries its own style, which the workbench's policy would not let it show here.
    private static IResult File(Scope scope, HttpContext http, string extension, string mediaType, Func<Briefing.Briefs.Brief, byte[]> write)
    {
        Agenda agenda = Make(scope, http);
        return Results.File(write(Document(scope, agenda)), mediaType, Name(agenda, extension));
    }

    private static async Task<IResult> Pdf(Scope scope, HttpContext http)
    {
        Agenda agenda = Make(scope, http);
        return Results.File(await PrintedPdf.Of(Document(scope, agenda).Html(), http.RequestAborted), "application/pdf", Name(agenda, "pdf"));
    }

    private static Briefing.Briefs.Brief Document(Scope scope, Agenda agenda) =>
        scope.Seen.Briefing(LatticeSettings.Default.Threshold, null).Document(agenda, scope.AsOf.Valid ?? scope.Today, scope.Words.Language);

    private static string Name(Agenda agenda, string extension) => $"agenda-{agenda.Mechanism.Name}-{agenda.On:yyyy-MM-dd}.{extension}";

    /// <summary>The round with its items, and each due day.</summary>
    private static IEnumerable<CalendarEntry> Entries(Scope scope, Agenda agenda)
    {
        HeldClaim[] claims = [.. agenda.Items.SelectMany(i => i.Claims), .. agenda.Last?.Claims ?? []];
        yield return new CalendarEntry(
            $"{agenda.Mechanism}/agenda/{agenda.On:yyyy-MM-dd}", PartialDate.On(agenda.On), scope.Words["agenda.calendar", agenda.Name],
            string.Join('\n', agenda.Items.Select(i => $"{i.Number}. {string.Join(", ", i.Parties.Select(scope.NameOf))}{(i.Parties.Count > 0 ? ": " : "")}{i.What}. {scope.Say(i.Why)}")),
            claims.Length > 0 ? Calendar.Stamp(claims) : new DateTimeOffset(agenda.On, default, TimeSpan.Zero));
        foreach (AgendaItem item in agenda.Items.Where(i => i.Kind is AgendaKind.DueBefore or AgendaKind.DueAfter))
        {
            PartialDate due = ((DateValue)item.Claims.First(c => c.Claim.Property == "due").Value).On;
            yield return new CalendarEntry(item.Subject.ToString(), due, scope.Words["calendar.due", item.What], Calendar.Detail(scope, item.Claims, item.Parties), Calendar.Stamp(item.Claims));
        }
    }
}
