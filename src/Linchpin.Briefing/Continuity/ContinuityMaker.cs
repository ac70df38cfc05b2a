using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Continuity;

/// <summary>Makes a continuity report from a view; the view's clocks decide what had been said by the day.</summary>
internal sealed class ContinuityMaker(RecordIndex index, IReadOnlyList<EntityId> partners, DateOnly on, int horizon)
{
    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal) { "agreement", "treaty", "mou", "law", "strategy-document", "multilateral-org" };

    private readonly IReadOnlyList<Entity> _roles = index.View.Entities("role");

    internal ContinuityReport Make()
    {
        Promise[] promises = [.. new PromiseReader(index, partners).Read().Where(p => p.Countries.Any(partners.Contains) && p.What.Count > 0)];
        // An instrument of no stated members may be the partners' own: where it ends is told, and that nothing says whose it is stands in the record.
        Entity[] mechanisms = [.. index.Mechanisms.Where(m => m.Linked("member") is var members && (members.Count == 0 || members.Count(partners.Contains) >= 2))];
        List<Holder> holders = Holders();
        IEnumerable<ContinuityLine> lines =
        [
            .. promises.Select(Due).OfType<ContinuityLine>(), .. mechanisms.Select(Lapses).OfType<ContinuityLine>(), .. promises.Select(Silent).OfType<ContinuityLine>(),
            .. holders.Select(Held), .. mechanisms.Select(Unsigned).OfType<ContinuityLine>(), .. promises.Select(p => Fragile(p, holders)).OfType<ContinuityLine>(),
        ];
        return new ContinuityReport(
            partners, on, on.AddDays(horizon),
            [.. lines.OrderBy(l => l.Kind).ThenBy(l => l.On is null).ThenBy(l => l.On?.Latest ?? default).ThenBy(l => l.Subject)]);
    }

    private ContinuityLine? Due(Promise promise)
    {
        if (promise.Due?.Value is not DateValue { On: var due } || !promise.Stands || promise.State == PromiseState.Delivered || due.Latest > on.AddDays(horizon))
        {
            return null;
        }

        int days = Days(due);
        string why = days < 0 ? $"Was due {due}, {Age(-days)} ago; {Nothing(promise)}" : $"Due {due}; {Nothing(promise)}";
        return Line(ContinuityKind.Due, promise, why, due, [promise.Due, .. promise.StateClaim is { } state ? new[] { state } : []]);
    }

    private ContinuityLine? Lapses(Entity mechanism)
    {
        HeldClaim? ends = mechanism.Of("expires").Where(c => c.Value is DateValue).OrderBy(c => ((DateValue)c.Value).On).LastOrDefault();
        if (ends?.Value is not DateValue { On: var date } || date.Earliest > on.AddDays(horizon))
        {
            return null;
        }

        int days = Days(date);
        string why = days < 0 ? $"Ended {date} by its own terms; no source says that it was extended." : $"Ends {date} by its own terms.";
        return new ContinuityLine(ContinuityKind.Lapses, mechanism.Id, Words.Clean(mechanism.Name), why, date, days, [ends]);
    }

    private ContinuityLine? Silent(Promise promise)
    {
        if (!promise.Stands || promise.HasEvidence)
        {
            return null;
        }

        PartialDate? made = promise.Date ?? promise.What[0].Published;
        string met = promise.MetAgain is { } again ? $" {Words.Capital(index.NameOf(again.Mechanism) ?? "It")} met again {again.On}, which is no delivery." : "";
        string why = made is not { } since ? "Undated; no source says what came of it."
            : $"{(promise.Date is null ? $"Undated, told of {since}" : $"Made {since}")}; no source says anything since{(since.Latest < on ? $", {Age(on.DayNumber - since.Latest.DayNumber)}" : "")}.{met}";
        return Line(ContinuityKind.Silent, promise, why, made, [promise.What[0]]);
    }

    private ContinuityLine Held(Holder holder) => new(
        ContinuityKind.Held, holder.Role.Id, $"{holder.Person}, {holder.Title}{(holder.Body is { } body ? $", {body}" : "")}",
        $"{(holder.Told is { } told ? $"Told of in {told}" : "Told of in an undated text")}{(holder.Next is { } next ? $"; {next.Person} is told of in the office {(next.Told is { } later ? $"in {later}" : "too")}" : "")}.",
        holder.Told, holder.Told is { } day ? Days(day) : null, [.. holder.Claims, .. holder.Next?.Claims ?? []]);

    private ContinuityLine? Unsigned(Entity mechanism)
    {
        string? type = mechanism.Of("type").Select(c => c.Value.Display).FirstOrDefault();
        HeldClaim? unsigned = mechanism.Of("formality").FirstOrDefault(c => c.Value.Display != "signed");
        bool signed = mechanism.Of("formality").Any(c => c.Value.Display == "signed") || mechanism.First("signed") is not null || mechanism.First("in-force") is not null;
        if (signed || mechanism.Linked("member").Count == 0 || (type is not null && Instruments.Contains(type)) || mechanism.First("name") is not { } name)
        {
            return null;
        }

        HeldClaim? exists = mechanism.Of("established").Concat(mechanism.Of("announced")).FirstOrDefault(c => c.Value is DateValue);
        return new ContinuityLine(
            ContinuityKind.Unsigned, mechanism.Id, Words.Clean(mechanism.Name),
            unsigned is null ? $"A {type ?? "mechanism"}; no source says that anything was signed." : "A source shows it without a signature.",
            (exists?.Value as DateValue)?.On, null, [unsigned ?? name, .. exists is null ? [] : new[] { exists }]);
    }

    private ContinuityLine? Fragile(Promise promise, List<Holder> holders)
    {
        if (!promise.Stands || promise.State == PromiseState.Delivered || promise.ActWord is "signed")
        {
            return null;
        }

        EntityId[] people = [.. promise.Parties.Concat(promise.Events.SelectMany(e => index[e]?.Linked("participant") ?? [])).Where(p => p.Kind == "person").Distinct()];
        string text = promise.What[0].Quote ?? "";
        Holder? gone = holders.FirstOrDefault(h => h.Next is not null && (people.Contains(h.PersonId) || text.Contains(h.Person, StringComparison.OrdinalIgnoreCase)));
        return gone is null ? null : Line(
            ContinuityKind.Fragile, promise,
            $"It rests on {gone.Person} as {gone.Title}, and {gone.Next!.Person} is told of in that office{(gone.Next.Told is { } since ? $" in {since}" : "")}; nothing on record was signed for it.", gone.Next.Told,
            [promise.What[0], .. gone.Claims, .. gone.Next.Claims]);
    }

    private List<Holder> Holders()
    {
        Holder[] all = [.. _roles.Select(Holder.Of).OfType<Holder>().Select(h => h with { Body = h.BodyId is { } b ? index.NameOf(b) : null, Person = index.NameOf(h.PersonId) ?? h.Person })
            .Where(h => h.BodyId is { } body && index.CountriesOf(body).Any(partners.Contains))];
        return
        [
            .. all.Select(h => h with
            {
                Next = !Offices.IsHeldByOne(h.Title) ? null : all.FirstOrDefault(o => o.PersonId != h.PersonId && o.BodyId == h.BodyId && o.Title.Equals(h.Title, StringComparison.OrdinalIgnoreCase)
                    && o.Told is { } later && h.Told is { } told && later.Earliest > told.Latest),
            }),
        ];
    }

    private static ContinuityLine Line(ContinuityKind kind, Promise promise, string why, PartialDate? date, IEnumerable<HeldClaim> claims, int? days = null) => new(
        kind, promise.Ids[0], Words.Cut(Words.Clean(promise.What[0].Value.Display), 160), why, date, days, [.. claims.DistinctBy(c => c.Claim.Id)]);

    private ContinuityLine Line(ContinuityKind kind, Promise promise, string why, PartialDate? date, IEnumerable<HeldClaim> claims) =>
        Line(kind, promise, why, date, claims, date is { } day ? Days(day) : null);

    private static string Nothing(Promise promise) => promise.State == PromiseState.InProgress ? "a source shows work on it." : "no source says that it was done.";

    private int Days(PartialDate date) => date.Latest.DayNumber - on.DayNumber;

    /// <summary>A number of days in the largest unit of which there are two or more.</summary>
    private static string Age(int days) => days >= 730 ? string.Create(CultureInfo.InvariantCulture, $"{days / 365} years") : days >= 60 ? string.Create(CultureInfo.InvariantCulture, $"{days / 30} months") : days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days");

    private sealed record Holder(Entity Role, EntityId PersonId, string Person, string Title, EntityId? BodyId, string? Body, PartialDate? Told, IReadOnlyList<HeldClaim> Claims, Holder? Next)
    {
        internal static Holder? Of(Entity role) => role.First("person") is { Value: EntityValue { Id: var person } } held && role.First("title") is { Value: TextValue title }
            ? new Holder(
                role, person, person.Name.Replace('-', ' '), Words.Clean(title.Words), role.First("body")?.Value is EntityValue body ? body.Id : null, null,
                role.Claims.Select(c => c.Published).Where(p => p is not null).OrderBy(p => p!.Value.Latest).LastOrDefault(),
                [role.Of("person").OrderBy(c => c.Published?.Latest ?? DateOnly.MinValue).LastOrDefault() ?? held], null)
            : null;
    }
}
