using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Review;

/// <summary>What waits for review, what was judged, and the one address where judgements are made.</summary>
internal static class ReviewRoutes
{
    private const int MostWaiting = 20;
    private const int MostJudged = 100;
    private static readonly QueryTerm[] QueueTerms = [new("kind", "Only this kind of doubt: same-as, follow-up or claim.")];
    private static readonly QueryTerm[] JudgedTerms = [new("by", "person for what people judged, all for what programs proposed or merged too; default person.")];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        WorkbenchSettings settings = app.Services.GetRequiredService<WorkbenchSettings>();
        app.MapPage("/review", QueueTerms, (scope, _) => Routes.Page<ReviewPage>(
            scope, ("All", Queue(scope)), ("Found", OfKind(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostWaiting))));
        app.MapApi("/api/review", "What is doubtful and waits for a person, that which would change most first.", QueueTerms, (scope, _) =>
            ToJson.Page(OfKind(scope), scope.Number("skip", 0), Routes.Most(scope, MostWaiting), i => ReviewToJson.Item(scope.View, i)));
        app.MapPage("/judgements", JudgedTerms, (scope, _) => Routes.Page<JudgementsPage>(
            scope, ("Found", Judged(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostJudged))));
        app.MapTables("/judgements", JudgedTerms, (scope, _) => Judged(scope), _ =>
        [
            new("act", j => ReviewToJson.ActOf(j.Judgement.Act)), new("on", j => j.Judgement.On), new("into", j => j.Judgement.Into), new("reason", j => j.Judgement.Reason), new("by", j => j.Judgement.By.Name),
            new("recorded", j => ReviewToJson.Judgement(j).Recorded), new("undone", j => j.Undone ? "yes" : "no"), new("id", j => j.Id), new("label", j => j.Judgement.Handling.Display),
        ]);
        app.MapFiles("/review", QueueTerms, OfKind, scope =>
        [
            new("kind", i => i.Kind.Code()), new("about", i => scope.NameOf(i.Subject)), new("other", i => i.Other is { } other ? scope.NameOf(other) : null), new("reason", i => i.Reason),
            new("changes", i => i.Changes.ToString(CultureInfo.InvariantCulture)), new("id", i => i.Id),
        ], (_, i) => i.Passages);
        app.MapApi("/api/judgements", "What was judged, by whom and why, the latest first, what was undone included.", JudgedTerms, (scope, _) =>
            ToJson.Page(Judged(scope), scope.Number("skip", 0), Routes.Most(scope, MostJudged), ReviewToJson.Judgement));
        app.MapChange("/judgements", (_, form) =>
        {
            Judge(settings, form);
            return Changes.Back(form, "/judgements");
        });
    }

    /// <summary>Every judgement of the view, in the order recorded; read once for a page.</summary>
    internal static IReadOnlyList<HeldJudgement> All(Scope scope) => scope.Seen.Once("judgements", scope.View.Judgements);

    private static IReadOnlyList<ReviewItem> Queue(Scope scope) => scope.Seen.Once("review", () => scope.View.Doubtful());

    private static IReadOnlyList<ReviewItem> OfKind(Scope scope) => scope["kind"] is null ? Queue(scope)
        : [.. Queue(scope).Where(i => i.Kind.Code() == scope.OneOf("kind", [.. Enum.GetValues<ReviewKind>().Select(k => k.Code())]))];

    private static IReadOnlyList<HeldJudgement> Judged(Scope scope) =>
        [.. All(scope).Where(j => scope.OneOf("by", "person", "all") == "all" || j.Judgement.By.Kind == AuthorKind.Person).Reverse()];

    /// <summary>Makes the judgement that a form asks for. The button says what and on what: <c>accept CLAIM</c>, <c>holds-1 CONFLICT</c>, <c>undo JUDGEMENT</c>.</summary>
    private static void Judge(WorkbenchSettings settings, IFormCollection form)
    {
        string[] asked = form["act"].ToString().Split(' ');
        string reason = Field(form, "reason") ?? Field(form, "unsaid") ?? throw WorkbenchFaults.Field.Because("The judgement has no reason.");
        Tlp? tlp = Field(form, "tlp") is { } level ? TlpText.Parse(level) ?? throw WorkbenchFaults.Field.Because($"'{Shown.Short(level)}' is not a TLP 2.0 level.") : null;
        string owner = settings.Ledger.Owner;
        var review = new Ledger.Review(settings.Ledger, Reader.OwnerOf(owner), Author.Person(settings.Person), new Handling(owner, tlp));
        string on = asked.Length > 1 ? asked[1] : "";
        _ = asked[0] switch
        {
            "accept" => review.Accept(on, reason),
            "reject" => review.Reject(on, reason),
            "retract" => review.Retract(on, reason),
            "correct" => review.Correct(on, Right(settings, on, Field(form, "value-" + on) ?? Field(form, "value")), reason),
            "yes" => review.Settle(on, yes: true, reason),
            "no" => review.Settle(on, yes: false, reason),
            "same-as" => review.Merge(EntityId.Parse(on), EntityId.Parse(asked.Length > 2 ? asked[2] : Field(form, "kept") ?? ""), reason),
            "distinct" => review.KeepApart(EntityId.Parse(on), EntityId.Parse(asked.Length > 2 ? asked[2] : ""), reason),
            "apparent" => review.Decide(on, JudgementAct.Apparent, 0, reason),
            "open" => review.Decide(on, JudgementAct.Open, 0, reason),
            "undo" => review.Undo(on, reason),
            ['h', 'o', 'l', 'd', 's', '-', .. string side] when int.TryParse(side, NumberStyles.None, CultureInfo.InvariantCulture, out int n) => review.Decide(on, JudgementAct.Holds, n - 1, reason),
            _ => throw WorkbenchFaults.Field.Because($"'{Shown.Short(asked[0])}' is no judgement."),
        };
    }

    private static Value Right(WorkbenchSettings settings, string claim, string? value)
    {
        HeldClaim held = settings.Ledger.View(Reader.OwnerOf(settings.Ledger.Owner)).Claim(claim) ?? throw WorkbenchFaults.NotFound.Because("There is no such claim in the view of the owner.");
        return GivenValue.Read(Vocabulary.Properties[held.Claim.Property], value ?? "");
    }

    private static string? Field(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
