using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>A sentence of the program's own, or a part of one: which it is, and what stands in its places. <see cref="Phrases"/> puts it into the words of a language.</summary>
/// <param name="Key">Which sentence: a key of the message files.</param>
/// <param name="Values">What stands in its places, in their order: words of the record, numbers, dates, entities (one or a list), or further parts.</param>
public sealed record Said(string Key, params IReadOnlyList<object> Values)
{
    /// <summary>The sentence for one or for several, <c>key.one</c> and <c>key.many</c>, with the count in place 0.</summary>
    public static Said Count(string key, int count, params IReadOnlyList<object> more) => new(key + (count == 1 ? ".one" : ".many"), [count, .. more]);

    /// <summary>A number of days in the largest unit of which there are two or more.</summary>
    public static Said Age(int days) => days >= 730 ? Count("age.years", days / 365) : days >= 60 ? Count("age.months", days / 30) : Count("age.days", days);
}

/// <summary>In a place of a sentence: whose something is.</summary>
internal sealed record Whose(EntityId Id);

/// <summary>In a place of a sentence: an entity that English calls otherwise than its name, such as a sector by its plain name in small letters.</summary>
internal sealed record Named(EntityId Id, string English);

/// <summary>In a place of a sentence: a number that English spells out below ten.</summary>
internal sealed record Spelled(int N);

/// <summary>In a place of a sentence: parts with commas between them.</summary>
internal sealed record Commas(IReadOnlyList<object> Parts);

/// <summary>In a place of a sentence: groups of entities of which each did something by itself.</summary>
internal sealed record Groups(IReadOnlyList<IReadOnlyList<EntityId>> All);

/// <summary>In a place of a sentence: a date as the language writes it in prose.</summary>
internal sealed record InProse(PartialDate On);

/// <summary>In a place of a sentence: the same with the word that says when: "in March 2024", "on 28 August 2024".</summary>
internal sealed record When(PartialDate On);

/// <summary>In a place of a sentence: any of several things, of which a silence says that none is there.</summary>
internal sealed record Either(IReadOnlyList<object> Items);

/// <summary>In a place of a sentence: all of several things.</summary>
internal sealed record All(IReadOnlyList<object> Items);
