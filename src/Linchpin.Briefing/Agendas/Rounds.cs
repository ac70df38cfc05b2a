using Linchpin.Briefing.Continuity;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>The rounds of a mechanism as a view tells of them, with who came.</summary>
internal sealed class Rounds(RecordIndex index, EntityId mechanism)
{
    private static readonly string[] Order = ["country", "body", "person"];

    /// <summary>When an event was held; <see langword="null"/> where no source says.</summary>
    internal static PartialDate? On(Entity met) => (met.First("date")?.Value as DateValue)?.On;

    /// <summary>The latest dated round that was over before the day.</summary>
    internal Round? Before(DateOnly day, IReadOnlyList<EntityId> members) =>
        index.EventsOf[mechanism].Where(e => PromiseReader.IsMeeting(e) && On(e) is { } on && on.Earliest < day).OrderBy(On).LastOrDefault() is { } last ? Of(last, members) : null;

    /// <summary>The first dated round on the day or after it.</summary>
    internal Round? From(DateOnly day, IReadOnlyList<EntityId> members) =>
        index.EventsOf[mechanism].Where(e => PromiseReader.IsMeeting(e) && On(e) is { } on && on.Earliest >= day).OrderBy(On).FirstOrDefault() is { } held ? Of(held, members) : null;

    private Round Of(Entity met, IReadOnlyList<EntityId> members)
    {
        IReadOnlyList<Holder> holders = Holder.All(index, members);
        Attendant[] came =
        [
            .. met.Linked("participant").OrderBy(p => Array.IndexOf(Order, p.Kind)).ThenBy(p => index.NameOf(p), StringComparer.Ordinal).Select(who =>
            {
                Holder? office = holders.Where(h => h.PersonId == who).OrderBy(h => h.Told).LastOrDefault();
                HeldClaim[] claims = [.. met.Of("participant").Where(c => c.Value is EntityValue v && v.Id == who).Take(1)];
                return new Attendant(
                    who, office is null ? null : office.Title + (office.Body is { } body ? ", " + body : ""),
                    office?.Next is { } next ? new Said("agenda.passed-on", next.Person, next.When) : null, [.. claims, .. office?.Claims ?? [], .. office?.Next?.Claims ?? []]);
            }),
        ];
        return new Round(met.Id, On(met), met.First("place")?.Value.Display, came, [.. new[] { met.First("date"), met.First("place") }.OfType<HeldClaim>()]);
    }
}
