using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Api;

/// <summary>A judgement: what was decided on what, by whom, when, why, and whether it was undone.</summary>
public sealed record JudgementJson(string Id, string Act, string On, string? Into, string By, string ByKind, string Reason, string Recorded, bool Undone, LabelJson Handling);

/// <summary>Something that waits for review.</summary>
public sealed record ReviewItemJson(string Id, string Kind, NamedJson Subject, NamedJson? Other, string Reason, int Changes, IReadOnlyList<HeldClaimJson> Passages);

/// <summary>Turns judgements and what waits for them into what the API writes.</summary>
internal static class ReviewToJson
{
    public static JudgementJson Judgement(HeldJudgement held) => new(
        held.Id, ActOf(held.Judgement.Act), held.Judgement.On, held.Judgement.Into, held.Judgement.By.Name, held.Judgement.By.Kind.ToString().ToLowerInvariant(), held.Judgement.Reason,
        held.Recorded.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), held.Undone, ToJson.Label(held.Judgement.Handling));

    public static ReviewItemJson Item(View view, ReviewItem item) => new(
        item.Id, item.Kind.Code(), ToJson.Named(view, item.Subject), item.Other is { } other ? ToJson.Named(view, other) : null, item.Reason, item.Changes,
        ToJson.Claims(view, item.Passages));

    /// <summary>The act as written: <c>same-as</c>, <c>accept</c>, <c>holds</c>.</summary>
    public static string ActOf(JudgementAct act) => act == JudgementAct.SameAs ? "same-as" : act.ToString().ToLowerInvariant();
}
