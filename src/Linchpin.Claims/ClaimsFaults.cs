namespace Linchpin.Claims;

/// <summary>The faults of the Claims room.</summary>
internal static class ClaimsFaults
{
    internal static readonly FaultKind EntityId = new(
        "claims.entity-id", "Not an entity id", "Write kind/name, with a kind of the vocabulary and a name of letters, digits and - . _ : +.");

    internal static readonly FaultKind Date = new("claims.date", "Not a date", "Write YYYY, YYYY-MM or YYYY-MM-DD, a day that the calendar has.");

    internal static readonly FaultKind Passage = new("claims.passage", "A passage outside its text", "Give start and end inside the document's decoded text.");

    internal static readonly FaultKind PropertyUnknown = new("claims.property-unknown", "Not a property of the vocabulary", "Use a property that docs/vocabulary.md lists.");

    internal static readonly FaultKind PropertyKind = new("claims.property-kind", "A property that this kind does not have", "Use a property that docs/vocabulary.md lists for the kind.");

    internal static readonly FaultKind ValueType = new("claims.value-type", "A value of another type than the property takes", "Give the type that docs/vocabulary.md states for the property.");

    internal static readonly FaultKind Number = new("claims.number", "Not a usable number", "Give a finite number; a share lies between 0 and 1; money has a currency of three capitals.");

    internal static readonly FaultKind Confidence = new("claims.confidence", "A confidence outside 0 to 1", "Give a confidence from 0 to 1, or none.");

    internal static readonly FaultKind Json = new("claims.json", "Not a claim in JSON", "Write one claim a line in the form that docs/vocabulary.md shows.");

    internal static readonly FaultKind CountryUnknown = new("claims.country-unknown", "Not a country code", "Use an ISO 3166 alpha-3 code, such as KOR.", Exit.Usage);

    internal static readonly FaultKind SectorUnknown = new("claims.sector-unknown", "Not a sector of co-operation", "Use an id of data/sectors/sectors.csv, such as semiconductors.", Exit.Usage);
}
