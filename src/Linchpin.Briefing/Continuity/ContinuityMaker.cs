using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Continuity;

/// <summary>Makes a continuity report from a view; the view's clocks decide what had been said by the day.</summary>
internal sealed class ContinuityMaker(RecordIndex index, IReadOnlyList<EntityId> partners, DateOnly on, int horizon)
{
    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal) { "agreement", "treaty", "mou", "law", "strategy-document", "multilateral-org" };

    internal ContinuityReport Make()
    {
        Promise[] promises = [.. new PromiseReader(index, partners).Read().Where(p => p.Countries.Any(partners.Contains) && p.What.Count > 0)];
        // An instrument of no stated members may be the partners' own: where it ends is told, and that nothing says whose it is stands in the record.
        Entity[] mechanisms = [.. index.Mechanisms.Where(m => m.Linked("member") is var members && (members.Count == 0 || members.Count(partners.Contains) >= 2))];
        IReadOnlyList<Holder> holders = Holder.All(index, partners);
        IEnumerable<ContinuityLine> lines =
        [
            .. promises.Select(Due).OfType<ContinuityLine>(), .. mechanisms.Select(Lapses).OfType<ContinuityLine>(), .. promises.Where(p => Due(p) is null).Select(Silent).OfType<ContinuityLine>(),
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
        Said why = days < 0 ? new("continuity.was-due", due, Said.Age(-days), Nothing(promise)) : new("continuity.due", due, Nothing(promise));
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
        return new ContinuityLine(ContinuityKind.Lapses, mechanism.Id, [], Words.Clean(mechanism.Name), new Said(days < 0 ? "continuity.ended" : "continuity.ends", date), date, days, [ends]);
    }

    private ContinuityLine? Silent(Promise promise)
    {
        if (!promise.Stands || promise.HasEvidence)
        {
            return null;
        }

        PartialDate? made = promise.Date ?? promise.What[0].Published;
        return Line(ContinuityKind.Silent, promise, Silence(promise, made), made, [promise.What[0]]);
    }

    private Said Silence(Promise promise, PartialDate? made)
    {
        Said silent = made is not { } since ? new("continuity.silent-undated")
            : new(promise.Date is null ? "continuity.silent-told" : "continuity.silent", since, since.Latest < on ? new Said("continuity.for", Said.Age(on.DayNumber - since.Latest.DayNumber)) : "");
        return promise.MetAgain is { } again ? new("continuity.met-again", silent, again.Mechanism, again.On) : silent;
    }

    private ContinuityLine Held(Holder holder)
    {
        Said told = holder.Told is { } when ? new("continuity.told", when) : new("continuity.told-undated");
        return new ContinuityLine(
            ContinuityKind.Held, holder.Role.Id, [], holder.Display, holder.Next is not { } next ? told : new("continuity.passed-on", told, next.Person, next.When),
            holder.Told, holder.Told is { } day ? Days(day) : null, [.. holder.Claims, .. holder.Next?.Claims ?? []]);
    }

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
            ContinuityKind.Unsigned, mechanism.Id, [], Words.Clean(mechanism.Name), new Said(unsigned is null ? "continuity.no-signature" : "continuity.unsigned"),
            (exists?.Value as DateValue)?.On, null, [unsigned ?? name, .. exists is null ? [] : new[] { exists }]);
    }

    private ContinuityLine? Fragile(Promise promise, IReadOnlyList<Holder> holders)
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
            new Said("continuity.fragile", gone.Person, gone.Title, gone.Next!.Person, gone.Next.When), gone.Next.Told,
            [promise.What[0], .. gone.Claims, .. gone.Next.Claims]);
    }

    private static ContinuityLine Line(ContinuityKind kind, Promise promise, Said why, PartialDate? date, IEnumerable<HeldClaim> claims, int? days = null) => new(
        kind, promise.Ids[0], promise.Parties, Words.Cut(Words.Clean(promise.What[0].Value.Display), 160), why, date, days, [.. claims.DistinctBy(c => c.Claim.Id)]);

    private ContinuityLine Line(ContinuityKind kind, Promise promise, Said why, PartialDate? date, IEnumerable<HeldClaim> claims) =>
        Line(kind, promise, why, date, claims, date is { } day ? Days(day) : null);

    private static Said Nothing(Promise promise) => new(promise.State == PromiseState.InProgress ? "continuity.work-shown" : "continuity.not-shown-done");

    private int Days(PartialDate date) => date.Latest.DayNumber - on.DayNumber;
}
