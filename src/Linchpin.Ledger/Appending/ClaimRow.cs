using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Ledger.Appending;

/// <summary>The columns that a claim's row has beside its JSON, all made from the claim: to search by, never the record itself.</summary>
/// <param name="Id">The claim's id as 16 bytes.</param>
/// <param name="Subject">The subject as written.</param>
/// <param name="Kind">The subject's kind.</param>
/// <param name="Property">The property.</param>
/// <param name="Single">For a property that has one value at a time, a number that differs where values differ; <see langword="null"/> for other properties, unknown and
/// not applicable.</param>
/// <param name="Entity">The value, where it is an entity.</param>
/// <param name="HeldFrom">First day on which it may hold (days since 0001-01-01); <see langword="null"/> where open.</param>
/// <param name="HeldTo">Last day on which it may hold; <see langword="null"/> where open.</param>
internal sealed record ClaimRow(byte[] Id, string Subject, string Kind, string Property, long? Single, string? Entity, int? HeldFrom, int? HeldTo)
{
    /// <summary>The claim's id as a number.</summary>
    internal static UInt128 Key(Claim claim) => UInt128.Parse(claim.Id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    internal static ClaimRow Of(Claim claim) => new(
        Convert.FromHexString(claim.Id),
        claim.Subject.ToString(),
        claim.Subject.Kind,
        claim.Property,
        Vocabulary.Properties[claim.Property].Single && claim.Value is not (UnknownValue or NotApplicableValue) ? Number(claim.Value) : null,
        (claim.Value as EntityValue)?.Id.ToString(),
        claim.Valid.From?.Earliest.DayNumber,
        claim.Valid.To?.Latest.DayNumber);

    /// <summary>The words that full-text search finds the claim's value by; <see langword="null"/> where it is not searched: numbers and links calculated from a dataset.</summary>
    internal static string? Searched(Claim claim) => claim.Value switch
    {
        TextValue text => text.Words,
        _ when claim.Source is DatasetSource => null,
        EntityValue { Id: { Kind: "country" } id } when Vocabulary.Countries.TryGetValue(id.Name, out CountryTerm? country) =>
            $"{country.Name} {country.NameKo} {country.Iso3}",
        EntityValue entity => entity.Id.Name,
        UnknownValue or NotApplicableValue => null,
        Value other => other.Display,
    };

    private static long Number(Value value) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(value.GetType().Name + "\n" + value.Display)));
}
