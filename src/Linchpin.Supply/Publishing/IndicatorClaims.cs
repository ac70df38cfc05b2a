using Linchpin.Claims;

namespace Linchpin.Supply.Publishing;

/// <summary>The claims of one calculation on files of indicators. They cite the first file that the numbers come from; the derivation names every other.</summary>
/// <param name="descriptor">What the cited file is.</param>
/// <param name="hash">SHA-256 of the cited file.</param>
/// <param name="year">The last year that it has.</param>
/// <param name="coverage">What was read of it, in words.</param>
/// <param name="others">The other files that the numbers come from, in words; empty where there are none.</param>
/// <param name="handling">The label of every claim and of the dataset.</param>
internal sealed class IndicatorClaims(IndicatorDescriptor descriptor, string hash, int year, string coverage, string others, Handling handling)
{
    private readonly EntityId _dataset = EntityId.Of("dataset", descriptor.Id);
    private readonly HashSet<EntityId> _products = [];
    private readonly List<Claim> _claims = [];

    /// <summary>The dataset with what was added.</summary>
    internal Deposit Make() => Deposit.Of(
        new Dataset(
            _dataset, hash, descriptor.Title, descriptor.Publisher, descriptor.Citation, descriptor.Published,
            string.Join(", ", descriptor.Measures.Select(m => m.Unit ?? "unit in each row").Distinct()),
            descriptor.Measures.Select(m => m.Prices).FirstOrDefault(p => p is not null) ?? "not in money", year, descriptor.Classification ?? "none", descriptor.Licence,
            $"{coverage} Method: {descriptor.Method}", handling),
        _claims);

    /// <summary>An id of that kind under the dataset's name.</summary>
    internal EntityId Id(string kind, params string[] parts) => EntityId.Of(kind, $"{descriptor.Id}-{string.Join('-', parts.Select(Named))}".ToLowerInvariant());

    /// <summary>A code as it stands; a product group's name, with blanks and slashes, as a name of an id.</summary>
    private static string Named(string part) => part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '+') ? part : EntityId.Slug(part);

    /// <summary>A product by its code, or a mineral by its name; named once.</summary>
    internal EntityId Product(string code, string? name)
    {
        EntityId id = EntityId.FromWords("product", code.All(char.IsAsciiDigit) ? "hs-" + code : code);
        if (_products.Add(id))
        {
            Add(id, "name", new TextValue(name is { Length: > 0 } ? name : code.All(char.IsAsciiDigit) ? "HS " + code : code), ValidTime.Undated, $"code {code}");
        }

        return id;
    }

    /// <summary>Adds a claim.</summary>
    internal void Add(EntityId id, string property, Value value, ValidTime valid, string derivation, double? confidence = null) =>
        _claims.Add(new Claim(id, property, value, valid, new DatasetSource(_dataset, hash, others.Length == 0 ? derivation : $"{derivation}; with {others}"), TableClaims.Engine, handling, confidence));
}
