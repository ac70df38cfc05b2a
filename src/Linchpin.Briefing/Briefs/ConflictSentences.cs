using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Shows each disagreement between sources with both sides and takes none.</summary>
internal sealed class ConflictSentences(BriefContext brief)
{
    private readonly ILookup<EntityId, Conflict> _bySubject = brief.Index.View.Conflicts().Where(c => c.Disagrees || c.Kind == ConflictClass.Name || OnePassage(c)).ToLookup(c => c.Subject);
    private readonly HashSet<(EntityId, string)> _told = [];

    /// <summary>Disagreements on these entities other than on what they are called, by entity and property.</summary>
    internal IReadOnlyList<Conflict> Of(IEnumerable<EntityId> entities) =>
        [.. entities.Distinct().Order().SelectMany(e => _bySubject[e]).Where(c => c.Property.Id != "name")];

    /// <summary>Disagreements on these entities that no section has told yet, on names too. Countries are named from the vocabulary, so their names are left out.</summary>
    internal IReadOnlyList<Conflict> Untold(IEnumerable<EntityId> entities) =>
        [.. entities.Distinct().Order().SelectMany(e => _bySubject[e])
            .Where(c => !_told.Contains((c.Subject, c.Property.Id)) && (c.Property.Id != "name" || c.Subject.Kind != "country"))];

    /// <summary>The disagreements that no section has told yet, told where they first matter; no later section tells them again.</summary>
    internal IEnumerable<Sentence> TellOnce(IEnumerable<Conflict> conflicts) => conflicts.Where(c => _told.Add((c.Subject, c.Property.Id))).Select(Tell);

    /// <summary>The disagreement in one sentence, each side with its own citation.</summary>
    internal Sentence Tell(Conflict conflict)
    {
        bool one = conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source.Of).Distinct().Count() == 1;
        string who = OnePassage(conflict) ? "One passage has been read in different ways" : one ? "One source disagrees with itself" : "Sources differ";
        var phrases = new List<Phrase> { new($"{who} on {Question(conflict)}: ", []) };
        for (int i = 0; i < conflict.Sides.Count; i++)
        {
            ConflictSide side = conflict.Sides[i];
            phrases.Add(new Phrase(Value(side.Value), brief.References.Of(side.Claims)));
            phrases.Add(new Phrase(i == conflict.Sides.Count - 1 ? "." : i == conflict.Sides.Count - 2 ? " against " : ", ", []));
        }

        return new Sentence(SentenceKind.Fact, phrases);
    }

    /// <summary>What is called by more than one name, kind by kind in one sentence, each name with its own citation.</summary>
    internal IEnumerable<Sentence> Names(IReadOnlyList<Conflict> conflicts) => conflicts.GroupBy(c => c.Subject.Kind).Select(kind =>
    {
        Conflict[] all = [.. kind];
        var phrases = new List<Phrase> { new(all.Length == 1 ? $"One {Vocabulary.Kinds[kind.Key].Label.ToLowerInvariant()} goes by more than one name: " : $"{Words.Capital(Words.Count(all.Length))} {Vocabulary.Kinds[kind.Key].Plural.ToLowerInvariant()} go by more than one name: ", []) };
        foreach ((int n, Conflict conflict) in all.Index())
        {
            foreach ((int i, ConflictSide side) in conflict.Sides.Index())
            {
                phrases.Add(new Phrase((i > 0 ? " or " : n > 0 ? "; " : "") + Value(side.Value), brief.References.Of(side.Claims)));
            }
        }

        return new Sentence(SentenceKind.Fact, [.. phrases, new Phrase(".", [])]);
    });

    /// <summary>Whether all sides read the same words: then readers differ, not sources.</summary>
    internal static bool OnePassage(Conflict conflict)
    {
        Source[] sources = [.. conflict.Sides.SelectMany(s => s.Claims).Select(c => c.Claim.Source).Distinct()];
        return sources.All(s => s is DocumentSource d && sources[0] is DocumentSource first && d.Document == first.Document && d.At.Start < first.At.End && first.At.Start < d.At.End);
    }

    private string Question(Conflict conflict) => conflict.Property.Id switch
    {
        "name" => $"what one {Vocabulary.Kinds[conflict.Subject.Kind].Label.ToLowerInvariant()} is called",
        "date" => $"the date of {Subject(conflict)}",
        "established" => $"when {Subject(conflict)} was established",
        "expires" => $"when {Subject(conflict)} ends",
        "due" => $"when {Subject(conflict)} is due",
        "place" => $"where {Subject(conflict)} took place",
        "type" => $"what kind of {Vocabulary.Kinds[conflict.Subject.Kind].Label.ToLowerInvariant()} {Subject(conflict)} is",
        "act" => $"how {Subject(conflict)} was bound",
        "ordinal" => $"the number in its series of {Subject(conflict)}",
        "country" => $"which country {Subject(conflict)} belongs to",
        _ => $"{Words.Sector(conflict.Property.Label)} of {Subject(conflict)}",
    };

    /// <summary>The entity named, or told by its own words where it has no name.</summary>
    private string Subject(Conflict conflict)
    {
        EntityId id = conflict.Subject;
        Entity? entity = brief.Index[id];
        if (id.Kind is "commitment" or "recommendation" && entity?.First("what") is { } what)
        {
            return $"the {Vocabulary.Kinds[id.Kind].Label.ToLowerInvariant()} {Words.Quoted(what.Value.Display, 90)}";
        }

        if (id.Kind == "event" && entity?.First("name") is null && entity?.Linked("mechanism") is [var mechanism, ..])
        {
            string sort = (entity.First("type")?.Value as TextValue)?.Words ?? "event";
            return $"a {Words.Clean(sort)} of {brief.Names.Of(mechanism)}";
        }

        if (id.Kind == "exposure" && entity is not null && entity.Linked("user") is [var user, ..] && entity.Linked("supplier") is [var supplier, ..])
        {
            return $"{brief.Names.Whose(user)} inputs from {brief.Names.Of(supplier)}";
        }

        return brief.Names.Of(id);
    }

    private string Value(Value value) => value switch
    {
        TextValue t => Words.Quoted(t.Words, 160),
        DateValue d => Words.Date(d.On),
        EntityValue e => brief.Names.Of(e.Id),
        _ => Words.Clean(value.Display),
    };
}
