using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <content>Meetings of one number in a series told with other dates or places; commitments told as kept and as lapsed, or kept at another time than planned; an office under two holders.</content>
internal static partial class Disagreement
{
    private static readonly HashSet<string> Gatherings = new(StringComparer.Ordinal) { "meeting", "summit", "launch", "conference", "dialogue", "forum", "visit" };

    /// <summary>The tenth meeting of one mechanism is one meeting, whatever each document says of it.</summary>
    private static IEnumerable<Difference> OfEvents(IReadOnlyList<HeldClaim> claims)
    {
        var events = claims.GroupBy(c => c.Subject).Select(g => (Id: g.Key, By: g.ToLookup(c => c.Claim.Property, StringComparer.Ordinal)))
            .Select(e => (e.Id, e.By, Mechanism: (e.By["mechanism"].FirstOrDefault()?.Value as EntityValue)?.Id, Ordinal: (e.By["ordinal"].FirstOrDefault()?.Value as QuantityValue)?.Amount,
                Gathering: e.By["type"].FirstOrDefault() is not { } type || Gatherings.Contains(type.Value.Display)))
            .Where(e => e is { Mechanism: not null, Ordinal: > 0, Gathering: true });
        foreach (var one in events.GroupBy(e => (e.Mechanism, e.Ordinal)).Where(g => g.Count() > 1))
        {
            foreach (string property in new[] { "date", "place" })
            {
                List<List<HeldClaim>> values = Values([.. one.SelectMany(e => e.By[property])]);
                if (values.Count >= 2 && values.Exists(a => values.Exists(b => a != b && Differ(a, b))))
                {
                    (ConflictClass kind, string why) = OneDocument(values) ? (ConflictClass.SelfTension, "One document says both of one meeting in the series.") : (ConflictClass.Contradiction, "Both tell of the same meeting by its number in the series.");
                    yield return new Difference(one.Min(e => e.Id), property, Ordered(values), kind, why, "series");
                }
            }
        }
    }

    private static IEnumerable<Difference> OfCommitment(EntityId id, IReadOnlyList<HeldClaim> claims)
    {
        ILookup<string, HeldClaim> states = claims.Where(c => c.Claim.Property == "state" && c.Relied).ToLookup(c => c.Value.Display, StringComparer.Ordinal);
        List<HeldClaim> kept = [.. states["delivered"]], over = [.. states["lapsed"].Concat(states["superseded"])];
        if (kept.Count > 0 && over.Count > 0)
        {
            DateOnly? done = kept.Max(Told), ended = over.Max(Told);
            IReadOnlyList<HeldClaim>[] sides = [kept, over];
            (ConflictClass kind, string why) = done is { } a && ended is { } b && a != b ? (ConflictClass.ChangedOverTime, "Each was so when it was told.")
                : OneDocument(sides) ? (ConflictClass.SelfTension, "One document has it kept and ended.")
                : (ConflictClass.Contradiction, "One side has it kept, the other ended.");
            yield return new Difference(id, "state", sides, kind, why);
        }

        List<HeldClaim> due = [.. claims.Where(c => c is { Claim.Property: "due", Value: DateValue })];
        List<HeldClaim> late = [.. kept.Where(k => k.Claim.Valid.From is { } on && due.Count > 0 && due.TrueForAll(d => !((DateValue)d.Value).On.AgreesWith(on)))];
        if (late.Count > 0)
        {
            yield return new Difference(id, "due", [due, late], ConflictClass.Apparent, "A date to aim at against the date on which it was done.", "done");
        }
    }

    private static DateOnly? Told(HeldClaim claim) => (claim.Claim.Valid.From ?? claim.Published)?.Latest;

    /// <summary>A decision announced by parties, and what the same parties launched in the same field later.</summary>
    private static IEnumerable<Difference> Announced(IReadOnlyList<HeldClaim> commitments, IReadOnlyList<HeldClaim> mechanisms)
    {
        var begun = mechanisms.GroupBy(c => c.Subject).Select(g => (Id: g.Key, Members: g.Where(c => c.Claim.Property == "member").Select(c => c.Value.Display).ToHashSet(StringComparer.Ordinal),
            Begun: g.Where(c => c is { Claim.Property: "established", Value: DateValue }).ToList(), Words: g.Where(c => c.Claim.Property is "name" or "alias").SelectMany(c => Stems(c.Value.Display)).ToHashSet(StringComparer.Ordinal)))
            .Where(m => m.Members.Count > 1 && m.Begun.Count > 0).ToList();
        foreach (IGrouping<EntityId, HeldClaim> told in commitments.GroupBy(c => c.Subject))
        {
            ILookup<string, HeldClaim> by = told.ToLookup(c => c.Claim.Property, StringComparer.Ordinal);
            HeldClaim? what = by["what"].FirstOrDefault(), date = by["date"].FirstOrDefault(c => c.Value is DateValue);
            if (what is null || date is null || !by["act"].Any(a => a.Value.Display == "announced") || !what.Value.Display.Contains("decision", StringComparison.OrdinalIgnoreCase) && !what.Value.Display.Contains("plan", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            HashSet<string> who = [.. by["who"].Select(c => c.Value.Display)], words = Stems(what.Value.Display);
            PartialDate on = ((DateValue)date.Value).On;
            var launched = begun.Where(m => m.Members.SetEquals(who) && m.Words.Except(["dialog", "partne", "strate"]).Any(words.Contains) && ((DateValue)m.Begun[0].Value).On is var start && start.Earliest > on.Latest && start.Year - on.Year <= 3)
                .OrderBy(m => ((DateValue)m.Begun[0].Value).On).FirstOrDefault();
            if (launched.Begun is not null)
            {
                yield return new Difference(
                    launched.Id, "established", [launched.Begun, [what]], ConflictClass.Apparent, $"Announced {on}, begun {((DateValue)launched.Begun[0].Value).On}: two stages.", "announced " + told.Key);
            }
        }
    }

    /// <summary>An office of one body that two people are named in, each in their own time.</summary>
    private static IEnumerable<Difference> OfOffices(IReadOnlyList<HeldClaim> roles)
    {
        var offices = roles.GroupBy(c => c.Subject).Select(g => (Id: g.Key, By: g.ToLookup(c => c.Claim.Property, StringComparer.Ordinal)))
            .Where(r => r.By["title"].Any() && r.By["body"].Any() && r.By["person"].Any())
            .GroupBy(r => (Key(new TextValue(r.By["title"].First().Value.Display)), r.By["body"].First().Value.Display));
        foreach (var office in offices.Where(o => Offices.IsHeldByOne(o.First().By["title"].First().Value.Display)))
        {
            List<List<HeldClaim>> holders = [.. office.SelectMany(r => r.By["person"]).GroupBy(c => c.Value.Display).Select(g => g.ToList())];
            if (holders.Count >= 2)
            {
                yield return new Difference(
                    office.Min(r => r.Id), "person", [.. holders.OrderBy(h => h.Min(c => c.Published?.Earliest ?? DateOnly.MaxValue))], ConflictClass.ChangedOverTime, "One office, held by one after another.", "office");
            }
        }
    }
}
