using System.Text.Json;

namespace Linchpin.Claims;

/// <summary>The words everything is said in: kinds of entity, their properties, the sectors of co-operation, the countries.</summary>
/// <remarks>Read from <c>vocabulary.json</c>, <c>data/sectors/sectors.csv</c> and <c>data/countries/countries.csv</c>, which are inside the assembly. Documentation and pages are made from the same.</remarks>
public static class Vocabulary
{
    /// <summary>The kinds of entity by id.</summary>
    public static IReadOnlyDictionary<string, KindTerm> Kinds { get; }

    /// <summary>The properties by id.</summary>
    public static IReadOnlyDictionary<string, PropertyTerm> Properties { get; }

    /// <summary>The controlled list of sectors of co-operation, in its own order: id and label.</summary>
    public static IReadOnlyList<SectorTerm> Sectors { get; } =
        [.. CsvLines("sectors.csv").Select(c => new SectorTerm(c[0], c[1]))];

    /// <summary>Countries by ISO 3166 alpha-3 code.</summary>
    public static IReadOnlyDictionary<string, CountryTerm> Countries { get; } =
        CsvLines("countries.csv").ToDictionary(c => c[0], c => new CountryTerm(c[0], c[1], c[2], c[3], c[4]), StringComparer.Ordinal);

    private static readonly Dictionary<string, KindTerm>.AlternateLookup<ReadOnlySpan<char>> KindsBySpan;

    static Vocabulary()
    {
        using JsonDocument json = JsonDocument.Parse(Resource("vocabulary.json"));
        var kinds = new Dictionary<string, KindTerm>(StringComparer.Ordinal);
        foreach (JsonProperty k in json.RootElement.GetProperty("kinds").EnumerateObject())
        {
            kinds.Add(k.Name, new KindTerm(k.Name, Get(k.Value, "label"), Get(k.Value, "plural"), Get(k.Value, "description")));
        }

        var properties = new Dictionary<string, PropertyTerm>(StringComparer.Ordinal);
        foreach (JsonProperty p in json.RootElement.GetProperty("properties").EnumerateObject())
        {
            properties.Add(p.Name, new PropertyTerm(
                p.Name,
                Get(p.Value, "label"),
                Get(p.Value, "description"),
                Enum.Parse<ValueType>(Get(p.Value, "type"), ignoreCase: true),
                p.Value.TryGetProperty("single", out JsonElement single) && single.GetBoolean(),
                Strings(p.Value, "of"),
                Strings(p.Value, "values")));
        }

        Kinds = kinds;
        KindsBySpan = kinds.GetAlternateLookup<ReadOnlySpan<char>>();
        Properties = properties;
    }

    /// <summary>The country's English display name, or the code itself where it is not in the list (as <c>ROW</c> in a table).</summary>
    public static string CountryName(string iso3) => Countries.TryGetValue(iso3, out CountryTerm? c) ? c.Name : iso3;

    /// <summary>The code, checked.</summary>
    /// <exception cref="FaultException"><c>claims.country-unknown</c>, naming the nearest codes.</exception>
    public static string Country(string iso3)
    {
        string code = iso3.Trim().ToUpperInvariant();
        if (Countries.ContainsKey(code))
        {
            return code;
        }

        string near = string.Join(", ", Countries.Values
            .Where(c => c.Iso2.Equals(code, StringComparison.Ordinal) || c.Name.Contains(iso3.Trim(), StringComparison.OrdinalIgnoreCase)
                || c.Iso3.Where((ch, i) => i < code.Length && ch == code[i]).Count() >= 2)
            .Take(4).Select(c => $"{c.Iso3} ({c.Name})"));
        throw ClaimsFaults.CountryUnknown.Because($"'{Shown.Short(iso3)}' is not an ISO 3166 alpha-3 code.{(near.Length > 0 ? $" Near it: {near}." : "")}");
    }

    /// <summary>The sector's label.</summary>
    /// <exception cref="FaultException"><c>claims.sector-unknown</c></exception>
    public static string SectorLabel(string id) => Sectors.FirstOrDefault(s => s.Id == id)?.Label
        ?? throw ClaimsFaults.SectorUnknown.Because($"'{Shown.Short(id)}' is not on the list.");

    /// <summary>The kind's id as the vocabulary holds it, so that ids share one string; <see langword="null"/> where there is none of that name.</summary>
    internal static string? KindOf(ReadOnlySpan<char> kind) => KindsBySpan.TryGetValue(kind, out KindTerm? term) ? term.Id : null;

    internal static void Check(EntityId subject, string property, Value value)
    {
        if (!Properties.TryGetValue(property, out PropertyTerm? term))
        {
            throw ClaimsFaults.PropertyUnknown.Because($"'{Shown.Short(property)}' of {subject}.");
        }

        if (term.Of.Count > 0 && !term.Of.Contains(subject.Kind, StringComparer.Ordinal))
        {
            throw ClaimsFaults.PropertyKind.Because($"{subject} cannot have '{property}'; {string.Join(", ", term.Of)} can.");
        }

        bool fits = value switch
        {
            UnknownValue or NotApplicableValue => true,
            TextValue t => term.Type == ValueType.Text && t.Words.Length > 0 && (term.Values.Count == 0 || term.Values.Contains(t.Words, StringComparer.Ordinal)),
            QuantityValue => term.Type == ValueType.Quantity,
            ShareValue => term.Type == ValueType.Share,
            MoneyValue => term.Type == ValueType.Money,
            DateValue => term.Type == ValueType.Date,
            EntityValue => term.Type == ValueType.Entity,
            _ => false,
        };
        if (!fits)
        {
            throw ClaimsFaults.ValueType.Because($"{subject} {property} takes {term.Type}{(term.Values.Count > 0 ? " (" + string.Join(", ", term.Values) + ")" : "")}, not '{Shown.Short(value.Display)}'.");
        }

        bool usable = value switch
        {
            QuantityValue q => double.IsFinite(q.Amount) && q.Unit.Length > 0,
            ShareValue s => s.Part is >= 0 and <= 1 && s.Base.Length > 0,
            MoneyValue m => m.Currency.Length == 3 && m.Prices.Length > 0 && m.Currency.All(char.IsAsciiLetterUpper),
            _ => true,
        };
        if (!usable)
        {
            throw ClaimsFaults.Number.Because($"{subject} {property}: {Shown.Short(value.Display)}.");
        }
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Vocabulary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string Get(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];

    private static IEnumerable<string[]> CsvLines(string name) => CsvText.Rows(Resource(name)).Skip(1);
}

/// <summary>A kind of entity.</summary>
/// <param name="Id">As written in entity ids.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Plural">Its plural for people.</param>
/// <param name="Description">What it is, in a sentence.</param>
public sealed record KindTerm(string Id, string Label, string Plural, string Description);

/// <summary>A property that entities may have.</summary>
/// <param name="Id">As written in claims.</param>
/// <param name="Label">Its name for people.</param>
/// <param name="Description">What it says, with unit and missing policy.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Single">Whether an entity has one value at a time: two different ones are a conflict.</param>
/// <param name="Of">The kinds that may have it; empty for every kind.</param>
/// <param name="Values">The words allowed, where the list is closed; empty where it is open.</param>
public sealed record PropertyTerm(
    string Id, string Label, string Description, ValueType Type, bool Single, IReadOnlyList<string> Of, IReadOnlyList<string> Values);

/// <summary>A sector of co-operation.</summary>
/// <param name="Id">As in <c>sector/…</c>.</param>
/// <param name="Label">Its name for people.</param>
public sealed record SectorTerm(string Id, string Label);

/// <summary>A country.</summary>
/// <param name="Iso3">ISO 3166 alpha-3.</param>
/// <param name="Iso2">ISO 3166 alpha-2.</param>
/// <param name="M49">UN M49 number, three digits.</param>
/// <param name="Name">English display name (CLDR).</param>
/// <param name="NameKo">Korean display name (CLDR).</param>
public sealed record CountryTerm(string Iso3, string Iso2, string M49, string Name, string NameKo);

/// <summary>The types a property's value may have.</summary>
public enum ValueType
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number with a unit.</summary>
    Quantity,

    /// <summary>A share of a stated base.</summary>
    Share,

    /// <summary>Money.</summary>
    Money,

    /// <summary>A date with its precision.</summary>
    Date,

    /// <summary>Another entity.</summary>
    Entity,
}
