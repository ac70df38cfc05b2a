using Linchpin.Claims;

namespace Linchpin.Reading;

/// <summary>What a record already holds of an entity, as far as resolving needs it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name; empty where it has none.</param>
/// <param name="Aliases">Other forms of the name.</param>
/// <param name="Members">Of a mechanism: ISO codes and ids of bodies, without their kind; empty where none is stated.</param>
/// <param name="Mechanism">Of an event or commitment: its mechanism.</param>
/// <param name="Date">Of an event: its date.</param>
/// <param name="Type">Its type, as <c>meeting</c>; <see langword="null"/> where not stated.</param>
/// <param name="Document">The document it was found in; <see langword="null"/> where it was not.</param>
/// <param name="Start">First code unit of its passage there.</param>
/// <param name="End">One past the last.</param>
public sealed record KnownEntity(
    EntityId Id,
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> Members,
    EntityId? Mechanism = null,
    PartialDate? Date = null,
    string? Type = null,
    EntityId? Document = null,
    int Start = 0,
    int End = 0)
{
    /// <summary>Of a commitment or an outcome: what tells it from others; <see langword="null"/> for other kinds.</summary>
    public KnownTelling? Told { get; init; }
}

/// <summary>Proposes which finds of a document mean what a record already holds, each with its reason: same-as where it is sure, alike where a person has to look. A judgement can be undone.</summary>
public static class Resolution
{
    private static readonly Author Reader = new(AuthorKind.Extractor, "reading", Reading.Version);

    private const int MostDoubts = 3;

    private static readonly HashSet<string> Gatherings = new(StringComparer.Ordinal) { "meeting", "summit", "launch" };

    /// <summary>Same-as judgements from the document's finds to known entities; the known id is kept. In the order of the document's items.</summary>
    /// <param name="read">The document.</param>
    /// <param name="known">What the record holds; order does not matter.</param>
    /// <param name="handling">The label of the judgements.</param>
    public static IReadOnlyList<Judgement> Propose(ReadDocument read, IReadOnlyList<KnownEntity> known, Handling handling)
    {
        var all = new KnownEntities();
        foreach (KnownEntity entity in known)
        {
            all.Put(entity);
        }

        return Propose(read, all, handling);
    }

    /// <inheritdoc cref="Propose(ReadDocument, IReadOnlyList{KnownEntity}, Handling)"/>
    public static IReadOnlyList<Judgement> Propose(ReadDocument read, KnownEntities known, Handling handling)
    {
        var proposals = new List<Judgement>();
        var kept = new Dictionary<EntityId, EntityId>();
        foreach (Item item in read.Items.OrderBy(i => i.Kind == "mechanism" ? 0 : 1))
        {
            if (item.Kind is not ("mechanism" or "event" or "commitment" or "recommendation"))
            {
                continue;
            }

            EntityId id = ClaimsOf.IdOf(read.Document, item);
            if (known.Has(id))
            {
                continue;
            }

            (KnownEntity Entity, string Reason)[] fits = [.. Candidates(item, known, kept, read)
                .Select(k => (Entity: k, Reason: item.Kind == "mechanism" ? SameMechanism(item, k) : SameTelling(item, k, read) ?? (item.Kind == "event" ? SameEvent(item, k, kept) : null)))
                .Where(p => p.Reason is not null).Select(p => (p.Entity, p.Reason!))];

            // Two candidates are a doubt, not a find: each waits for a person.
            if (fits.Length == 1)
            {
                kept[id] = fits[0].Entity.Id;
                proposals.Add(Judgement.SameAs(id, fits[0].Entity.Id, Reader, fits[0].Reason, handling));
            }
            else
            {
                proposals.AddRange(fits.Take(MostDoubts).Select(f => Judgement.Alike(id, f.Entity.Id, Reader, $"{f.Reason} {fits.Length - 1} more {(fits.Length == 2 ? "fits" : "fit")} as well.", handling)));
                if (fits.Length == 0 && item.Kind == "mechanism" && Likely(item, known.Named(item.Kind, item.Aliases.Append(item.Name ?? ""))) is { } likely)
                {
                    proposals.Add(Judgement.Alike(id, likely.Entity.Id, Reader, likely.Reason, handling));
                }
            }
        }

        proposals.AddRange(FollowingUp.Propose(read, known, Reader, handling));
        return proposals;
    }

    /// <summary>Every known entity that a rule below could find the same as the item, and few others. A rule that compares something else needs its own way to be found by.</summary>
    private static IEnumerable<KnownEntity> Candidates(Item item, KnownEntities known, Dictionary<EntityId, EntityId> kept, ReadDocument read)
    {
        if (item.Kind == "mechanism")
        {
            return known.Named(item.Kind, item.Aliases.Append(item.Name ?? ""));
        }

        IEnumerable<KnownEntity> told = known.In(item.Kind, read.Document.Id);
        return item is { Kind: "event", Mechanism: { } mechanism, Date: { } date } && PartialDate.TryParse(date, out PartialDate on) && on.Month > 0
            ? told.Concat(known.In(item.Kind, Kept(mechanism, kept), on)).DistinctBy(k => k.Id) : told;
    }

    /// <summary>An acronym in common beside members that are not the same: one list may be cut short, or there are two.</summary>
    private static (KnownEntity Entity, string Reason)? Likely(Item item, IEnumerable<KnownEntity> named)
    {
        foreach (KnownEntity near in named.Where(k => k.Members.Count > 0 && item.Members.Count > 0))
        {
            string? shared = item.Aliases.Append(item.Name ?? "").FirstOrDefault(a => a.Length >= 4 && a.All(char.IsUpper) && (near.Name == a || near.Aliases.Contains(a, StringComparer.Ordinal)));
            if (shared is not null)
            {
                return (near, $"Both are called '{shared}'; one has the members {string.Join(", ", item.Members)}, the other {string.Join(", ", near.Members)}.");
            }
        }

        return null;
    }

    private static string? SameMechanism(Item item, KnownEntity known)
    {
        bool sameMembers = item.Members.Count > 0 && item.Members.Order(StringComparer.Ordinal).SequenceEqual(known.Members.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        bool unstated = item.Members.Count == 0 || known.Members.Count == 0;
        if (!sameMembers && !unstated)
        {
            return null;
        }

        string[] theirs = [known.Name, .. known.Aliases];
        string[] ours = [item.Name ?? "", .. item.Aliases];
        string? shared = ours.FirstOrDefault(a => Telling(a) && theirs.Contains(a, StringComparer.Ordinal));
        if (shared is not null)
        {
            return $"Both are called '{Shown.Short(shared)}'{(sameMembers ? " and have the same members" : "")}.";
        }

        var keys = theirs.Where(t => t.Length > 0).Select(t => (Name: t, Words: MechanismName.Significant(t))).ToArray();
        foreach (string our in ours.Where(o => o.Length > 0))
        {
            IReadOnlyList<string> words = MechanismName.Significant(our);
            (string Name, IReadOnlyList<string> Words) same = keys.FirstOrDefault(k => words.Count >= (sameMembers ? 2 : 3) && MechanismName.Key(k.Words) == MechanismName.Key(words));
            if (same.Name is not null)
            {
                return $"'{Shown.Short(our)}' and '{Shown.Short(same.Name)}' have the same significant words{(sameMembers ? " and the same members" : "")}.";
            }
        }

        return null;
    }

    /// <summary>An acronym or a name of several capitals; "the alliance" or "MOU" tells nothing.</summary>
    private static bool Telling(string alias) => alias.Count(char.IsUpper) >= 2 && alias.Length >= 3 && alias is not ("MOU" or "MoU" or "FTA" or "Memorandum of Understanding" or "Working Group")
        && !alias.StartsWith("The ", StringComparison.Ordinal);

    /// <summary>Two passages of one document that are at least half the same tell of one thing.</summary>
    private static string? SameTelling(Item item, KnownEntity known, ReadDocument read)
    {
        int common = Math.Min(item.End, known.End) - Math.Max(item.Start, known.Start);
        int longer = Math.Max(item.End - item.Start, known.End - known.Start);
        return known.Document == read.Document.Id && common * 2 >= longer
            ? $"The passages {item.Start}–{item.End} and {known.Start}–{known.End} of one document are at least half the same." : null;
    }

    private static string? SameEvent(Item item, KnownEntity known, Dictionary<EntityId, EntityId> kept)
    {
        if (item.Mechanism is null || known.Mechanism is not { } theirs || item.Date is null || known.Date is not { } date || !PartialDate.TryParse(item.Date, out PartialDate ours))
        {
            return null;
        }

        EntityId mechanism = Kept(item.Mechanism, kept);
        bool types = known.Type is null || known.Type == item.EventType || (Gatherings.Contains(known.Type) && Gatherings.Contains(item.EventType ?? ""));
        bool precise = ours.Month > 0 && date.Month > 0;
        return mechanism == theirs && types && precise && ours.AgreesWith(date)
            ? $"Both are a {item.EventType} of {theirs.Name} and their dates agree ({ours}, {date})." : null;
    }

    private static EntityId Kept(string mechanism, Dictionary<EntityId, EntityId> kept) => EntityId.Of("mechanism", mechanism) is var id && kept.TryGetValue(id, out EntityId same) ? same : id;
}
