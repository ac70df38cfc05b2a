using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Shows each disagreement between sources with both sides and takes none.</summary>
internal sealed class ConflictSentences(BriefContext brief)
{
    private readonly ILookup<EntityId, Conflict> _bySubject = brief.Index.Conflicts.Where(c => c.Disagrees || c.Kind == ConflictClass.Name || OnePassage(c)).ToLookup(c => c.Subject);
    private readonly HashSet<(EntityId, string)> _told = [];
    private readonly List<Conflict> _readings = [];

    /// <summary>Disagreements on these entities other than on what they are called, by entity and property.</summary>
    internal IReadOnlyList<Conflict> Of(IEnumerable<EntityId> entities) =>
        [.. entities.Distinct().Order().SelectMany(e => _bySubject[e]).Where(c => c.Property.Id != "name")];

    /// <summary>Disagreements on these entities that no section has told yet, on names too. Countries are named from the vocabulary, so their names are left out.</summary>
    internal IReadOnlyList<Conflict> Untold(IEnumerable<EntityId> entities) =>
        [.. entities.Distinct().Order().SelectMany(e => _bySubject[e])
            .Where(c => !_told.Contains((c.Subject, c.Property.Id)) && (c.Property.Id != "name" || c.Subject.Kind != "country"))];

    /// <summary>The disagreements between sources that no section has told yet, told where they first matter; no later section tells them again. Of one passage read in several ways <see cref="Readings"/> tells.</summary>
    internal IEnumerable<Sentence> TellOnce(IEnumerable<Conflict> conflicts) => conflicts.Where(c => _told.Add((c.Subject, c.Property.Id))).Where(Kept).Select(Tell);

    /// <summary>Passages that were read in more than one way, by document: that once, then on what.</summary>
    internal IReadOnlyList<BriefItem> Readings(IEnumerable<Conflict> more) =>
    [
        .. _readings.Concat(more.Where(OnePassage)).GroupBy(c => c.Sides[0].Claims[0].Claim.Source.Of).Select(of => new BriefItem(null,
        [
            brief.Note(new Said("conflict.readings", brief.Index.Document(of.Key)?.Title is { } title ? Words.Quoted(title, title.Length) : new Said("conflict.a-document"))),
            .. of.Select(c => Sides(brief.Say("conflict.reading", Question(c)), c)),
        ])),
    ];

    /// <summary>The disagreement in one sentence, each side with its own citation.</summary>
    internal Sentence Tell(Conflict conflict)
    {
        bool one = conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source.Of).Distinct().Count() == 1;
        return Sides(brief.Say("conflict.lead", new Said(one ? "conflict.one-source" : "conflict.sources"), Question(conflict)), conflict);
    }

    private Sentence Sides(string lead, Conflict conflict)
    {
        var phrases = new List<Phrase> { new(brief.Names.English ? Words.Capital(lead) : lead, []) };
        for (int i = 0; i < conflict.Sides.Count; i++)
        {
            ConflictSide side = conflict.Sides[i];
            phrases.Add(new Phrase(Value(side.Value), brief.References.Of(side.Claims)));
            phrases.Add(new Phrase(brief.Say(i == conflict.Sides.Count - 1 ? "told.end" : i == conflict.Sides.Count - 2 ? "conflict.against" : "conflict.comma"), []));
        }

        return new Sentence(SentenceKind.Fact, phrases);
    }

    private bool Kept(Conflict conflict)
    {
        if (!OnePassage(conflict))
        {
            return true;
        }

        _readings.Add(conflict);
        return false;
    }

    /// <summary>What is called by more than one name, kind by kind: how many, then each with its names, every name with its own citation.</summary>
    internal IEnumerable<Sentence> Names(IReadOnlyList<Conflict> conflicts) => conflicts.GroupBy(c => c.Subject.Kind).SelectMany(kind => (Sentence[])
    [
        brief.Note(new Said(kind.Count() == 1 ? "conflict.names.one" : "conflict.names.many", new Spelled(kind.Count()), kind.Count() == 1 ? brief.Names.Kind(kind.Key) : brief.Names.Kinds(kind.Key))),
        .. kind.Select(c => new Sentence(SentenceKind.Fact,
        [
            .. c.Sides.Index().Select(s => new Phrase((s.Index > 0 ? brief.Say("conflict.or") : "") + Value(s.Item.Value), brief.References.Of(s.Item.Claims))), new Phrase(brief.Say("told.end"), []),
        ])),
    ]);

    /// <summary>Whether all sides read the same words: then readers differ, not sources.</summary>
    internal static bool OnePassage(Conflict conflict)
    {
        Source[] sources = [.. conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source).Distinct()];
        return sources.All(s => s is DocumentSource d && sources[0] is DocumentSource first && d.Document == first.Document && d.At.Start < first.At.End && first.At.Start < d.At.End);
    }

    /// <summary>What the sides disagree on.</summary>
    internal Said Question(Conflict conflict) => conflict.Property.Id switch
    {
        "name" => new("conflict.name", brief.Names.Kind(conflict.Subject.Kind)),
        "date" or "established" or "expires" or "due" or "place" or "act" or "event" or "ordinal" or "country" => new("conflict.on-" + conflict.Property.Id, Subject(conflict)),
        "type" => new("conflict.type", brief.Names.Kind(conflict.Subject.Kind), Subject(conflict)),
        _ => new("conflict.property", brief.Names.Property(conflict.Property), Subject(conflict)),
    };

    /// <summary>The entity named, or told by its own words where it has no name.</summary>
    internal string Subject(Conflict conflict)
    {
        EntityId id = conflict.Subject;
        Entity? entity = brief.Index[id];
        if (id.Kind is "commitment" or "recommendation" && entity?.First("what") is { } what)
        {
            return brief.Say("conflict.said", brief.Names.Kind(id.Kind), Words.Quoted(what.Value.Display, 90));
        }

        if (id.Kind == "event" && entity?.First("name") is null && entity?.Linked("mechanism") is [var mechanism, ..])
        {
            return brief.Say("conflict.event-of", mechanism);
        }

        if (id.Kind == "exposure" && entity is not null && entity.Linked("user") is [var user, ..] && entity.Linked("supplier") is [var supplier, ..])
        {
            return brief.Say("conflict.inputs", new Whose(user), supplier);
        }

        return Named(id);
    }

    /// <summary>The entity's name; of an event that has none, the passage that tells of it.</summary>
    private string Named(EntityId id) => id.Kind == "event" && brief.Index[id] is { } met && met.First("name") is null && met.Claims.Select(c => c.Quote).FirstOrDefault(q => q is not null) is { } passage
        ? Words.Quoted(passage, 160) : brief.Names.Of(id);

    private string Value(Value value) => value switch
    {
        TextValue t => Words.Quoted(t.Words, 160),
        DateValue d => brief.Names.Date(d.On),
        EntityValue e => Named(e.Id),
        _ => Words.Clean(value.Display),
    };
}
