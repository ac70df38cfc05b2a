using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>The open items of a mechanism as a view tells of them.</summary>
/// <param name="index">The record on the day before the round.</param>
/// <param name="promises">Its commitments.</param>
/// <param name="mechanism">The mechanism.</param>
/// <param name="members">The countries that belong to it.</param>
/// <param name="on">The day of the round.</param>
/// <param name="horizon">How many days after it what is due or lapses is told.</param>
internal sealed class AgendaItems(RecordIndex index, IReadOnlyList<Promise> promises, EntityId mechanism, IReadOnlyList<EntityId> members, DateOnly on, int horizon)
{
    /// <summary>Whether a commitment belongs to a mechanism: a source ties it to it, or it was made at one of its events.</summary>
    internal static bool Under(RecordIndex index, Promise promise, EntityId mechanism) =>
        promise.Mechanisms.Contains(mechanism) || promise.Events.Any(e => index[e]?.Linked("mechanism").Contains(mechanism) == true);

    /// <summary>Whether a commitment that no source ties to a mechanism stands beside a round of this one: made by just its members, told of in a source that tells of the round.</summary>
    internal static bool Beside(RecordIndex index, Promise promise, EntityId mechanism, IReadOnlyList<EntityId> members) =>
        promise.Mechanisms.Count == 0 && !Under(index, promise, mechanism) && promise.Countries.Count == members.Count && promise.Countries.All(members.Contains)
        && promise.What.Any(w => index.EventsOf[mechanism].Any(e => e.Claims.Any(c => c.Claim.Source.Of == w.Claim.Source.Of)));

    /// <summary>The sectors that a mechanism is about: its own, those of its commitments, and those talked about in it.</summary>
    internal static IEnumerable<EntityId> Sectors(RecordIndex index, IReadOnlyList<Promise> promises, EntityId mechanism) =>
        (index[mechanism] is { } entity ? RecordIndex.SectorClaims(entity).Concat(RecordIndex.SectorClaims(entity, "topic")).Select(RecordIndex.Target) : [])
            .Concat(promises.Where(p => Under(index, p, mechanism)).SelectMany(p => p.Sectors)).Distinct();

    /// <summary>All of them, by kind, then by date, numbered.</summary>
    internal IReadOnlyList<AgendaItem> All()
    {
        Promise[] own = [.. promises.Where(p => p.What.Count > 0 && (Under(index, p, mechanism) || Beside(index, p, mechanism, members)))];
        IEnumerable<(AgendaItem Item, PartialDate? Date)> found = [.. own.Select(Open).OfType<(AgendaItem, PartialDate?)>(), .. Lapses(), .. TalkedAbout(own)];
        return [.. found.OrderBy(f => f.Item.Kind).ThenBy(f => f.Date is null).ThenBy(f => f.Date).ThenBy(f => f.Item.Subject).Select((f, i) => f.Item with { Number = i + 1 })];
    }

    private (AgendaItem, PartialDate?)? Open(Promise promise)
    {
        if (promise.State is PromiseState.Delivered or PromiseState.Lapsed or PromiseState.Superseded || promise.ActWord == "done")
        {
            return null;
        }

        PartialDate? made = promise.Date ?? promise.What[0].Published;
        PartialDate? due = (promise.Due?.Value as DateValue)?.On;
        Said dated = made is { } since ? new Said(promise.Date is null ? "agenda.told" : "agenda.made", since) : new Said("agenda.undated");
        Said shown = new(promise.State == PromiseState.InProgress ? "continuity.work-shown" : "continuity.not-shown-done");
        (AgendaKind kind, Said why) = !promise.Binds ? (AgendaKind.Undecided, new Said(promise.ActWord == "negotiating" ? "agenda.negotiated" : "agenda.intended", dated))
            : due is { } day && day.Latest <= on ? (AgendaKind.DueBefore, DueWords(day, shown))
            : due is { } later && later.Latest <= on.AddDays(horizon) ? (AgendaKind.DueAfter, DueWords(later, shown))
            : promise.State == PromiseState.InProgress ? (AgendaKind.UnderWay, new Said("agenda.under-way", dated, due is { } far ? new Said("agenda.due-far", far) : ""))
            : (AgendaKind.Silent, new Said("agenda.silent", dated, due is { } end ? new Said("agenda.due-far", end) : ""));
        if (!Under(index, promise, mechanism))
        {
            why = new Said("agenda.not-tied", why);
        }

        HeldClaim?[] claims = [promise.What[0], kind is AgendaKind.DueBefore or AgendaKind.DueAfter ? promise.Due : null, promise.State == PromiseState.InProgress ? promise.StateClaim : null];
        return (
            new AgendaItem(0, kind, promise.Ids[0], promise.Parties, Words.Cut(Words.Clean(promise.What[0].Value.Display), 200), why, [.. claims.OfType<HeldClaim>().DistinctBy(c => c.Claim.Id)]),
            kind is AgendaKind.DueBefore or AgendaKind.DueAfter ? due : made);
    }

    private Said DueWords(PartialDate due, Said shown)
    {
        int days = due.Latest.DayNumber - on.DayNumber;
        return days == 0 ? new("agenda.due-on", due, shown) : new(days < 0 ? "agenda.due-before" : "agenda.due-after", due, Said.Age(Math.Abs(days)), shown);
    }

    private IEnumerable<(AgendaItem, PartialDate?)> Lapses()
    {
        if (index[mechanism] is { } entity && entity.Of("expires").Where(c => c.Value is DateValue).OrderBy(c => ((DateValue)c.Value).On).LastOrDefault() is { Value: DateValue { On: var ends } } claim
            && ends.Earliest <= on.AddDays(horizon))
        {
            yield return (new AgendaItem(0, AgendaKind.Lapses, mechanism, [], Words.Clean(entity.Name), new Said(ends.Latest < on ? "continuity.ended" : "continuity.ends", ends), [claim]), ends);
        }
    }

    /// <summary>Sectors that a source lists among what was talked about, and in which nothing was promised under the mechanism.</summary>
    private IEnumerable<(AgendaItem, PartialDate?)> TalkedAbout(Promise[] own)
    {
        HashSet<EntityId> promised = [.. own.SelectMany(p => p.Sectors)];
        foreach (IGrouping<EntityId, HeldClaim> topic in (index[mechanism] is { } entity ? RecordIndex.SectorClaims(entity, "topic") : []).GroupBy(RecordIndex.Target).Where(t => !promised.Contains(t.Key)))
        {
            yield return (new AgendaItem(0, AgendaKind.Undecided, topic.Key, [], index.View.NameOf(topic.Key), new Said("agenda.talked-about"), [.. topic]), topic.First().Published);
        }
    }
}
