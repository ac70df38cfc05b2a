using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>Reads the record's commitments as promises: parties to countries, the latest state, later meetings, and one promise where sources tell of the same.</summary>
internal sealed partial class PromiseReader(RecordIndex index, IReadOnlyList<EntityId> partners)
{
    /// <summary>Commitments of which a party is a chosen partner, or of which no party is stated; latest first, undated last.</summary>
    internal IReadOnlyList<Promise> Read()
    {
        var read = new List<Promise>();
        foreach (Entity commitment in index.Commitments)
        {
            if (Promise(commitment) is { } promise && (promise.Countries.Count == 0 || promise.Countries.Any(partners.Contains)))
            {
                read.Add(promise);
            }
        }

        return [.. AcrossDocuments(OneForEach(read)).OrderByDescending(p => p.Date?.Earliest ?? DateOnly.MinValue).ThenBy(p => p.Ids[0])];
    }

    private Promise Promise(Entity commitment)
    {
        IReadOnlyList<EntityId> parties = commitment.Linked("who");
        EntityId[] countries = [.. parties.SelectMany(index.CountriesOf).Distinct().Order()];
        HeldClaim? dated = commitment.First("date")
            ?? commitment.Linked("event").Select(e => index[e]?.First("date")).FirstOrDefault(d => d is not null);
        HeldClaim? state = Latest(commitment.Of("state").Where(c => c.Value is TextValue && c.Relied));
        IReadOnlyList<EntityId> mechanisms = commitment.Linked("mechanism");
        HeldClaim[] what = [.. commitment.Of("what").Where(c => c.Value is TextValue)
            .OrderByDescending(c => c.Standing == Standing.Accepted)
            .ThenByDescending(c => c.Claim.Author.Kind == AuthorKind.Person)];
        IEnumerable<HeldClaim> claims = commitment.Claims;
        if (dated is not null && dated.Subject != commitment.Id)
        {
            claims = claims.Append(dated);
        }

        return new Promise
        {
            Ids = [commitment.Id],
            What = what,
            Parties = parties,
            Countries = countries,
            Outside = [.. countries.Except(partners)],
            Act = commitment.First("act"),
            Sectors = [.. RecordIndex.SectorClaims(commitment).Select(RecordIndex.Target).Distinct()],
            Mechanisms = mechanisms,
            Events = commitment.Linked("event"),
            Dated = dated,
            Due = commitment.First("due"),
            State = PromiseStateText.Of((state?.Value as TextValue)?.Words),
            StateClaim = state,
            MetAgain = MetAgain(mechanisms, (dated?.Value as DateValue)?.On),
            Claims = [.. claims],
        };
    }

    /// <summary>The state that holds: one that shows more than that it was stated, and of those the latest; of one day, the last.</summary>
    private static HeldClaim? Latest(IEnumerable<HeldClaim> states) => states
        .OrderBy(c => PromiseStateText.Of(c.Value.Display) > PromiseState.Stated).ThenBy(c => (c.Claim.Valid.From ?? c.Published)?.Latest ?? DateOnly.MinValue).LastOrDefault();

    private LaterMeeting? MetAgain(IReadOnlyList<EntityId> mechanisms, PartialDate? made)
    {
        if (made is not { } date)
        {
            return null;
        }

        LaterMeeting? latest = null;
        foreach (EntityId mechanism in mechanisms)
        {
            foreach (Entity met in index.EventsOf[mechanism])
            {
                if (IsMeeting(met) && met.First("date") is { Value: DateValue { On: var on } } claim && on.Earliest > date.Latest && (latest is null || latest.On.CompareTo(on) < 0))
                {
                    latest = new LaterMeeting(met.Id, mechanism, on, [claim, .. met.Of("mechanism").Where(c => c.Value is EntityValue v && v.Id == mechanism)]);
                }
            }
        }

        return latest;
    }

    /// <summary>Whether an event is one at which a mechanism meets; an event of no stated type may be.</summary>
    internal static bool IsMeeting(Entity met) =>
        met.First("type")?.Value is not TextValue type || type.Words is "meeting" or "summit" or "conference" or "dialogue" or "consultation" or "talks" or "session" or "forum";

    private static List<Promise> OneForEach(List<Promise> promises)
    {
        var kept = new List<Promise>();
        foreach (IGrouping<(string?, string, EntityId), Promise> alike in promises.GroupBy(p => (p.ActWord, string.Join('+', p.Countries), p.Mechanisms.FirstOrDefault())))
        {
            var same = new SameText(alike.Select(Text));
            kept.AddRange(Joined(alike, same.FindOrAdd, (_, _) => true));
        }

        return kept;
    }

    /// <summary>Promises that different documents tell in other words as one: of the same countries, bound alike, on days that agree. What one document tells apart stays apart.</summary>
    private static List<Promise> AcrossDocuments(List<Promise> promises)
    {
        var kept = new List<Promise>();
        foreach (IGrouping<(string, string), Promise> alike in promises.GroupBy(p => (Bound(p.ActWord), string.Join('+', p.Countries))))
        {
            var near = new NearText(alike.Select(Text));
            kept.AddRange(Joined(alike, near.FindOrAdd, (told, promise) => !Documents(told).Intersect(Documents(promise)).Any()));
        }

        return kept;
    }

    /// <summary>The promises with each that tells the same as one before joined to it: of stated countries, on days that agree, with no number that the other has otherwise.</summary>
    private static List<Promise> Joined(IEnumerable<Promise> promises, Func<string, Predicate<int>, int> findOrAdd, Func<Promise, Promise, bool> may)
    {
        var told = new List<Promise>();
        foreach (Promise promise in promises)
        {
            int first = findOrAdd(Text(promise), at => promise.Countries.Count > 0 && DatesAgree(told[at].Date, promise.Date) && NumbersAgree(Text(told[at]), Text(promise)) && may(told[at], promise));
            if (first < 0)
            {
                told.Add(promise);
            }
            else
            {
                told[first] = Join(told[first], promise);
            }
        }

        return told;
    }

    /// <summary>Whether one text has all the numbers of the other: "30 ships" and "40 ships" are two promises.</summary>
    private static bool NumbersAgree(string a, string b)
    {
        HashSet<string> of = [.. Numbers().Matches(a).Select(m => m.Value)], with = [.. Numbers().Matches(b).Select(m => m.Value)];
        return of.IsSubsetOf(with) || with.IsSubsetOf(of);
    }

    [GeneratedRegex("[0-9]+(?:[.,][0-9]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    /// <summary>Acts that sources use for one and the same: a word given.</summary>
    private static string Bound(string? act) => act is "agreed" or "pledged" or "announced" or "stated" or null ? "word" : act;

    private static IEnumerable<EntityId> Documents(Promise promise) => promise.What.Select(w => w.Claim.Source.Of).Distinct();

    private static Promise Join(Promise first, Promise second)
    {
        HeldClaim? state = Latest(new[] { second.StateClaim, first.StateClaim }.OfType<HeldClaim>());
        return first with
        {
            Ids = [.. first.Ids.Concat(second.Ids).Distinct()],
            What = [.. first.What, .. second.What],
            Parties = [.. first.Parties.Union(second.Parties).Order()],
            Sectors = [.. first.Sectors.Union(second.Sectors)],
            Mechanisms = [.. first.Mechanisms.Union(second.Mechanisms)],
            Events = [.. first.Events.Union(second.Events)],
            Act = first.Act ?? second.Act,
            Dated = first.Date is { } a && second.Date is { } b ? (a.Precision.Length <= b.Precision.Length ? first.Dated : second.Dated) : first.Dated ?? second.Dated,
            Due = first.Due ?? second.Due,
            State = PromiseStateText.Of((state?.Value as TextValue)?.Words),
            StateClaim = state,
            MetAgain = second.MetAgain is { } met && (first.MetAgain is not { } own || own.On.CompareTo(met.On) < 0) ? met : first.MetAgain,
            Claims = [.. first.Claims.Concat(second.Claims).DistinctBy(c => c.Claim.Id)],
        };
    }

    private static bool DatesAgree(PartialDate? a, PartialDate? b) => a is not { } x || b is not { } y || x.AgreesWith(y);

    private static string Text(Promise promise) => promise.What.Count == 0 ? "" : promise.What[0].Value.Display;
}
