using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>Passages that disagree, or look as if they did: every side with its claims, the class, and what a person made of it.</summary>
/// <param name="Subject">The entity they are about.</param>
/// <param name="SubjectName">Its name to show.</param>
/// <param name="Property">The property that the sides differ on.</param>
/// <param name="Sides">The different values, each with the claims that state it; two or more.</param>
/// <param name="Kind">Which class of disagreement it is. Where a person judged it apparent, it is apparent.</param>
/// <param name="Why">Why it is of that class, in a sentence.</param>
public sealed record Conflict(EntityId Subject, string SubjectName, PropertyTerm Property, IReadOnlyList<ConflictSide> Sides, ConflictClass Kind, string Why)
{
    /// <summary>The class as written in JSON and addresses.</summary>
    public string Class => Kind.Code();

    /// <summary>The judgements on it that count, in the order they were recorded; the last one decides.</summary>
    public IReadOnlyList<HeldJudgement> Judgements { get; init; } = [];

    /// <summary>The last judgement on it that counts; <see langword="null"/> where nobody judged it.</summary>
    public HeldJudgement? Decided => Judgements.Count > 0 ? Judgements[^1] : null;

    /// <summary>The side that a person judged to hold; <see langword="null"/> where none was.</summary>
    public ConflictSide? Held => Decided is { Judgement: { Act: JudgementAct.Holds } held } ? Sides.FirstOrDefault(s => s.Claims.Any(c => c.Claim.Id == held.On)) : null;

    /// <summary>Whether the sources truly disagree: a contradiction, one document against itself, or advice that disagrees.</summary>
    public bool Disagrees => Kind is ConflictClass.Contradiction or ConflictClass.SelfTension or ConflictClass.Recommendation;

    /// <summary>What it is asked for by: 16 hex digits made from subject, property and <see cref="Topic"/>, the same as long as those are.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Subject}\n{Property.Id}\n{Topic}")).AsSpan(0, 8));

    /// <summary>What tells it apart from other conflicts on the same property of the same entity; empty for most.</summary>
    internal string Topic { get; init; } = "";
}

/// <summary>One side of a conflict.</summary>
/// <param name="Value">The value.</param>
/// <param name="Claims">The claims that state it.</param>
/// <param name="Support">How many independent publishers stand behind it.</param>
public sealed record ConflictSide(Value Value, IReadOnlyList<HeldClaim> Claims, Corroboration Support = default);

/// <summary>What is said of an entity, by however many.</summary>
/// <param name="Subject">The entity.</param>
/// <param name="Property">The property.</param>
/// <param name="Value">Its value.</param>
/// <param name="Claims">The claims that state it, in the order they were recorded; at least one.</param>
/// <param name="Support">How many independent publishers stand behind it.</param>
public sealed record Statement(EntityId Subject, PropertyTerm Property, Value Value, IReadOnlyList<HeldClaim> Claims, Corroboration Support);

/// <summary>How many sources that do not copy one another say something.</summary>
/// <param name="Publishers">Publishers named: several documents of one publisher count once, and so does a text printed by several.</param>
/// <param name="Unstated">Documents whose publisher is not stated: they may or may not be independent of the others.</param>
public readonly record struct Corroboration(int Publishers, int Unstated)
{
    /// <summary>As words: <c>2 publishers, 1 document of unstated publisher</c>.</summary>
    public string Display => string.Join(", ", new[]
    {
        Publishers == 0 ? null : Publishers == 1 ? "1 publisher" : $"{Publishers} publishers",
        Unstated == 0 ? null : Unstated == 1 ? "1 document of unstated publisher" : $"{Unstated} documents of unstated publisher",
    }.Where(part => part is not null));
}

/// <summary>The classes of disagreement.</summary>
public enum ConflictClass
{
    /// <summary>Not both can be true.</summary>
    Contradiction,

    /// <summary>The same thing is differently named.</summary>
    Name,

    /// <summary>They look opposed and are not: different acts of one thing, a part against the whole, a plan against what came of it.</summary>
    Apparent,

    /// <summary>Each is true at its own time.</summary>
    ChangedOverTime,

    /// <summary>Advice that pulls opposite ways, or gives one task to different actors.</summary>
    Recommendation,

    /// <summary>One document against itself.</summary>
    SelfTension,
}

/// <summary>How classes are written.</summary>
public static class ConflictClassText
{
    /// <summary>Every class as written.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<ConflictClass>().Select(c => c.Code())];

    /// <summary>The class as written in JSON, addresses and on the command line.</summary>
    public static string Code(this ConflictClass kind) => kind switch
    {
        ConflictClass.Contradiction => "contradiction",
        ConflictClass.Name => "name",
        ConflictClass.Apparent => "apparent",
        ConflictClass.ChangedOverTime => "changed-over-time",
        ConflictClass.Recommendation => "recommendation",
        _ => "self-tension",
    };
}
