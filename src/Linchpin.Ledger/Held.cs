using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>A claim as a view holds it.</summary>
/// <param name="Claim">The claim as it was made.</param>
/// <param name="Subject">Its subject, resolved by same-as judgements.</param>
/// <param name="Value">Its value, an entity resolved by same-as judgements.</param>
/// <param name="Recorded">When this node recorded it.</param>
/// <param name="Published">The source's own date; <see langword="null"/> where it has none.</param>
/// <param name="Standing">Whether a person has accepted it.</param>
/// <param name="Dated">Whether the dates decide that it falls within the view's clocks, or leave it uncertain.</param>
/// <param name="Quote">The passage's words, where this node holds the document's text; else <see langword="null"/>.</param>
public sealed record HeldClaim(
    Claim Claim, EntityId Subject, Value Value, DateTimeOffset Recorded, PartialDate? Published, Standing Standing, Certainty Dated, string? Quote)
{
    /// <summary>The confidence below which what a machine says waits for a person.</summary>
    public const double Sure = 0.5;

    /// <summary>Whether something may rest on it: a person made or accepted it, or the machine that made it is sure enough.</summary>
    public bool Relied => Standing == Standing.Accepted || Claim.Confidence is not < Sure;
}

/// <summary>How a claim stands in review.</summary>
public enum Standing
{
    /// <summary>Nobody has judged it.</summary>
    Unreviewed,

    /// <summary>A person has accepted it.</summary>
    Accepted,

    /// <summary>A model proposes it and nobody has decided. Only who asks for proposals sees it.</summary>
    Proposed,
}

/// <summary>An entity with what the view says of it.</summary>
/// <param name="Id">The id kept.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Claims">All visible claims about it, in the order they were recorded.</param>
public sealed record Entity(EntityId Id, string Name, IReadOnlyList<HeldClaim> Claims)
{
    /// <summary>Claims of that property.</summary>
    public IEnumerable<HeldClaim> Of(string property) => Claims.Where(c => c.Claim.Property == property);

    /// <summary>The first claim of that property that has a value; <see langword="null"/> where there is none.</summary>
    public HeldClaim? First(string property) => Of(property).FirstOrDefault(c => c.Value is not (UnknownValue or NotApplicableValue));

    /// <summary>The entities that claims of that property name, each once, by id.</summary>
    public IReadOnlyList<EntityId> Linked(string property) =>
        [.. Of(property).Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id).Distinct().Order()];
}

/// <summary>Which claims to list; an unset field does not limit.</summary>
/// <param name="Subject">About this entity (resolved).</param>
/// <param name="Kind">About entities of this kind.</param>
/// <param name="Property">Of this property.</param>
/// <param name="Source">From this document or dataset.</param>
/// <param name="Names">Whose value is this entity (resolved).</param>
/// <param name="Skip">How many to pass over.</param>
/// <param name="Most">At most so many.</param>
/// <param name="Proposed">What models propose and nobody has decided on, in place of what the view holds.</param>
public sealed record ClaimFilter(
    EntityId? Subject = null, string? Kind = null, string? Property = null, EntityId? Source = null, EntityId? Names = null, int Skip = 0, int Most = int.MaxValue,
    bool Proposed = false);

/// <summary>A search hit.</summary>
/// <param name="Claim">The claim whose value, subject's name or passage has the words.</param>
/// <param name="SubjectName">Its subject's name to show.</param>
/// <param name="Excerpt">The words around the first match, plain text.</param>
public sealed record Hit(HeldClaim Claim, string SubjectName, string Excerpt);

/// <summary>A judgement as a view holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Judgement">What was decided, with the label that it is held under: the strictest of its own and of what it is on.</param>
/// <param name="Recorded">When.</param>
/// <param name="Undone">Whether a later judgement undid it.</param>
public sealed record HeldJudgement(string Id, Judgement Judgement, DateTimeOffset Recorded, bool Undone);
