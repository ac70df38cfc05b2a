using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Changes;

/// <summary>What is different between two views of one record: of two days on one clock.</summary>
/// <param name="Lines">What moved, appeared, was added, ended or was judged, and what another source told again; by kind, then by kind of thing in the order of <see cref="Kinds"/>, then by subject.</param>
/// <param name="Undated">Things that the clock cannot place, because no source dates them, in the same order: they are in both views and in no line.</param>
public sealed record RecordChanges(IReadOnlyList<ChangeLine> Lines, IReadOnlyList<EntityId> Undated)
{
    /// <summary>The kinds of thing that are compared, as a reader follows them. Exposures and the like change with their tables and are left out.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["commitment", "outcome", "mechanism", "event", "role", "recommendation", "risk", "body", "person"];

    /// <summary>The place of a thing in that order; judgements on what is none of them come last.</summary>
    internal static int Rank(EntityId? id) => id is { } i && Kinds.ToList().IndexOf(i.Kind) is >= 0 and int rank ? rank : Kinds.Count;
}

/// <summary>One difference.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">The entity; for a judgement, what it is on where that is an entity or a claim of this view, else <see langword="null"/>.</param>
/// <param name="What">The entity's name, or what was judged.</param>
/// <param name="Claims">The claims that make the difference; empty for a judgement whose claims are in neither view.</param>
/// <param name="Judgement">The judgement, for what was judged.</param>
/// <param name="From">The state before, for a commitment that moved.</param>
/// <param name="To">The state after, for a commitment that moved.</param>
public sealed record ChangeLine(
    ChangeKind Kind, EntityId? Subject, string What, IReadOnlyList<HeldClaim> Claims, HeldJudgement? Judgement = null, PromiseState? From = null, PromiseState? To = null)
{
    // Who and when before where and under what; what a thing is called stands above it already.
    private static readonly string[] First = ["act", "who", "who-should", "person", "title", "body", "type", "state", "member", "participant", "date", "due", "established", "announced", "signed", "in-force", "expires", "place", "mechanism"];
    private static readonly HashSet<string> Left = new(["what", "event", "attribution", "concerns", "shows"], StringComparer.Ordinal);

    /// <summary>What the difference comes to, to be told in a line: properties with their values, each once. Empty for a judgement, and where all stands in the name.</summary>
    public IReadOnlyList<(string Property, IReadOnlyList<Value> Values)> Facts =>
    [
        .. Claims.Where(c => !Left.Contains(c.Claim.Property) && (c.Claim.Property != "name" || Kind is not ChangeKind.Appeared) && c is not { Claim.Property: "state", Value: TextValue { Words: "stated" } })
            .GroupBy(c => c.Claim.Property).OrderBy(g => Array.IndexOf(First, g.Key) is >= 0 and int at ? at : First.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, (IReadOnlyList<Value>)[.. g.Select(c => c.Value).Distinct()])),
    ];
}

/// <summary>What happened between the two days.</summary>
public enum ChangeKind
{
    /// <summary>A commitment's state is another.</summary>
    Moved,

    /// <summary>It is in the later view and was not in the earlier.</summary>
    Appeared,

    /// <summary>More is said of what was there.</summary>
    Added,

    /// <summary>It, or something said of it, was in the earlier view and is not in the later.</summary>
    Ended,

    /// <summary>Somebody judged.</summary>
    Judged,

    /// <summary>Another source says what was said already.</summary>
    Repeated,
}

/// <summary>Compares two views.</summary>
internal static class ChangeReader
{
    internal static RecordChanges Between(View before, View after, bool valid)
    {
        var lines = new List<ChangeLine>();
        var undated = new List<EntityId>();
        Dictionary<EntityId, Entity> was = Kept(before), now = Kept(after);
        HashSet<string> known = [.. was.Values.SelectMany(e => e.Claims).Select(c => c.Claim.Id)], kept = [.. now.Values.SelectMany(e => e.Claims).Select(c => c.Claim.Id)];
        foreach (EntityId id in was.Keys.Union(now.Keys))
        {
            IReadOnlyList<HeldClaim> then = was.GetValueOrDefault(id)?.Claims ?? [], since = now.GetValueOrDefault(id)?.Claims ?? [];

            // A claim that stands under another name after a merge neither came nor went.
            HeldClaim[] come = [.. since.Where(c => !known.Contains(c.Claim.Id))], gone = [.. then.Where(c => !kept.Contains(c.Claim.Id))];
            HashSet<(string, Value)> said = [.. then.Select(c => (c.Claim.Property, c.Value))];
            HeldClaim[] news = [.. come.Where(c => !said.Contains((c.Claim.Property, c.Value)))];
            if (come.Length > 0)
            {
                lines.Add(new ChangeLine(said.Count == 0 ? ChangeKind.Appeared : news.Length > 0 ? ChangeKind.Added : ChangeKind.Repeated, id, now[id].Name, news.Length > 0 ? news : come));
            }

            if (gone.Length > 0)
            {
                lines.Add(new ChangeLine(ChangeKind.Ended, id, was[id].Name, gone));
            }

            if (id.Kind != "role" && since.Count > 0 && come.Length + gone.Length == 0 && since.All(c => valid ? c.Claim.Valid.From is null : c.Published is null))
            {
                undated.Add(id);
            }
        }

        lines.AddRange(Moved(before, after));
        lines.AddRange(Judged(before, after));
        return new RecordChanges(
            [.. lines.OrderBy(l => l.Kind).ThenBy(l => RecordChanges.Rank(l.Subject)).ThenBy(l => l.Subject)], [.. undated.OrderBy(u => RecordChanges.Rank(u)).ThenBy(u => u)]);
    }

    private static Dictionary<EntityId, Entity> Kept(View view) => RecordChanges.Kinds.SelectMany(view.Entities).ToDictionary(e => e.Id);

    private static IEnumerable<ChangeLine> Moved(View before, View after)
    {
        Dictionary<EntityId, Promise> then = new Briefing(before, LatticeSettings.Default).Promises().SelectMany(p => p.Ids, (p, id) => (id, p)).ToDictionary(p => p.id, p => p.p);
        foreach (Promise now in new Briefing(after, LatticeSettings.Default).Promises())
        {
            // Told by more sources since, it may have got another first id.
            if (now.Ids.Select(then.GetValueOrDefault).FirstOrDefault(p => p is not null) is { } was && was.State != now.State && now.StateClaim is { } shown)
            {
                yield return new ChangeLine(ChangeKind.Moved, now.Ids[0], after.NameOf(now.Ids[0]), [shown], From: was.State, To: now.State);
            }
        }
    }

    private static IEnumerable<ChangeLine> Judged(View before, View after)
    {
        HashSet<string> known = [.. before.Judgements().Select(j => j.Id)];
        foreach (HeldJudgement made in after.Judgements().Where(j => !known.Contains(j.Id) && j.Judgement.By.Kind == AuthorKind.Person))
        {
            HeldClaim? on = made.Judgement.OnEntities || made.Judgement.Act == JudgementAct.Undo ? null : after.Claim(made.Judgement.On) ?? before.Claim(made.Judgement.On);
            EntityId? subject = made.Judgement.OnEntities ? EntityId.Parse(made.Judgement.On) : on?.Subject;
            yield return new ChangeLine(ChangeKind.Judged, subject, subject is { } id ? after.NameOf(id) : made.Judgement.On, on is null ? [] : [on], made);
        }
    }
}
