using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <summary>The name to show for an entity.</summary>
/// <remarks>
/// Countries and sectors of co-operation have the vocabulary's name, so that one country has one name on every page. Others have the name that most of
/// their visible name claims give; of names with as many, the one published first (undated last), then the one recorded first. Documents and datasets
/// have their title; a role has its office; what nobody named (a commitment, a recommendation) has the first words of what it says. What is left has its id in words.
/// </remarks>
internal static class Names
{
    /// <summary>The name by the vocabulary; <see langword="null"/> where it has none.</summary>
    internal static string? OfVocabulary(EntityId id) => id.Kind switch
    {
        "country" => Vocabulary.Countries.TryGetValue(id.Name, out CountryTerm? country) ? country.Name : null,
        "sector" => Vocabulary.Sectors.FirstOrDefault(s => s.Id == id.Name)?.Label,
        _ => null,
    };

    /// <summary>The name by claims, all of which are about one entity; <see langword="null"/> where none gives one.</summary>
    internal static string? OfClaims(IEnumerable<HeldClaim> claims) => claims
        .Select((held, order) => (held, order))
        .Where(c => c.held.Claim.Property == "name" && c.held.Value is TextValue)
        .GroupBy(c => ((TextValue)c.held.Value).Words, StringComparer.Ordinal)
        .OrderByDescending(g => g.Count())
        .ThenBy(g => g.Min(c => c.held.Published?.Earliest ?? DateOnly.MaxValue))
        .ThenBy(g => g.Min(c => c.order))
        .FirstOrDefault()?.Key;

    /// <summary>Where no claim names it: a role by its office, anything else by what it says, cut at 120 characters; <see langword="null"/> where no claim says anything.</summary>
    internal static string? OfWords(EntityId id, IEnumerable<HeldClaim> claims) => claims
        .FirstOrDefault(c => c.Claim.Property == WordsOf(id) && c.Value is TextValue)?.Value is TextValue text ? Shown.Short(text.Words, 120) : null;

    /// <summary>The property that stands in for a name.</summary>
    internal static string WordsOf(EntityId id) => id.Kind switch
    {
        "role" => "title",
        "outcome" => "shows",
        _ => "what",
    };

    /// <summary>The id in words: <c>body/ministry-of-trade</c> is "Ministry of trade", a hash is "Body" and its first eight digits.</summary>
    internal static string OfId(EntityId id)
    {
        string words = id.Name.Replace('-', ' ').Replace('_', ' ');
        bool hash = id.Name.Length >= 16 && id.Name.All(char.IsAsciiHexDigitLower);
        return hash ? $"{Vocabulary.Kinds[id.Kind].Label} {id.Name[..8]}" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
