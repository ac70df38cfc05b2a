using System.Security.Cryptography;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Indicators;

/// <summary>Reads an indicator descriptor from JSON: every field is known, every required one is there, units and currencies agree, and unit,
/// year and method are stated.</summary>
internal static class IndicatorDescriptorReader
{
    internal const string Ending = ".descriptor.json";
    internal const string Format = "linchpin-indicator/1";
    internal const int MostBytes = 256 * 1024;
    internal const int MostColumns = 512;

    private static readonly string[] Known =
    [
        "format", "id", "title", "publisher", "citation", "licence", "published", "method", "subject", "classification", "file", "columns",
        "otherColumns", "constants", "only", "marks", "absent", "repeats",
    ];

    private static readonly string[] KnownOfColumn =
    [
        "name", "dimension", "measure", "attribute", "ignored", "unit", "unitColumn", "currency", "prices", "missing", "zero", "negative", "factor",
        "form", "aliases", "aggregates", "unspecified", "former", "estimated",
    ];

    private static readonly string[] CountryDimensions = ["reporter", "partner", "exporter", "importer", "country", "other-country"];

    internal static bool IsCountry(string dimension) => CountryDimensions.Contains(dimension, StringComparer.Ordinal);

    /// <summary>The descriptor in these bytes.</summary>
    internal static IndicatorDescriptor Read(byte[] bytes, string place, string origin)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            return Read(new Fields(json.RootElement, place, SupplyFaults.IndicatorDescriptor), origin) with { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        }
        catch (JsonException e)
        {
            throw SupplyFaults.IndicatorDescriptor.Because($"Not JSON: {Shown.Short(e.Message, 160)}", $"{place}, line {e.LineNumber + 1}", inner: e);
        }
        catch (InvalidOperationException e)
        {
            // A text with half a character in it, as "\ud800" is, parses and cannot be read.
            throw SupplyFaults.IndicatorDescriptor.Because("A text in it is no text.", place, inner: e);
        }
    }

    private static IndicatorDescriptor Read(Fields read, string origin)
    {
        read.Only("the descriptor", Known);
        if (read.Text("format") is var format && format != Format)
        {
            throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{Format}'.");
        }

        string id = read.Text("id");
        if (id.Length > 60 || EntityId.Slug(id) != id)
        {
            throw read.Bad($"\"id\" is '{Shown.Short(id)}'; write lower-case letters, digits and hyphens.");
        }

        IReadOnlyList<Fields> columns = read.Objects("columns");
        if (columns.Count is 0 or > MostColumns)
        {
            throw read.Bad($"\"columns\" has {columns.Count} columns; 1 to {MostColumns} can be described.");
        }

        var descriptor = new IndicatorDescriptor(
            id,
            read.Text("title"),
            read.Text("publisher"),
            read.Text("citation"),
            read.Text("licence"),
            Published(read),
            Method(read),
            Subject(read),
            read.Optional("classification"),
            Pattern(read),
            [.. columns.Select(Column)],
            Choice(read, "absent", null, ("unknown", AbsentRow.Unknown), ("zero", AbsentRow.Zero)),
            origin)
        {
            Constants = read.Map("constants"),
            Only = read.Has("only") ? read.Object("only").Lists() : new Dictionary<string, IReadOnlyList<string>>(),
            Marks = Marks(read),
            RepeatsAllowed = Choice(read, "repeats", false, ("allowed", true), ("refused", false)),
            OtherColumnsIgnored = Choice(read, "otherColumns", false, ("ignored", true), ("refused", false)),
        };
        IndicatorDescriptorChecks.Check(descriptor, read);
        return descriptor;
    }

    private static string Method(Fields read) => read.Optional("method") is { } method && method.Trim().Length > 0 ? method
        : throw SupplyFaults.IndicatorMethodMissing.Because("The descriptor states no \"method\".", read.Place);

    private static PartialDate? Published(Fields read) => read.Optional("published") is not { } text ? null
        : PartialDate.TryParse(text, out PartialDate date) ? date : throw read.Bad($"\"published\" is '{Shown.Short(text)}', not a date.");

    private static IndicatorSubject Subject(Fields read) => Choice(
        read, "subject", IndicatorSubject.Other,
        ("other", IndicatorSubject.Other), ("product-trade", IndicatorSubject.ProductTrade), ("minerals", IndicatorSubject.Minerals),
        ("elasticities", IndicatorSubject.Elasticities), ("critical-list", IndicatorSubject.CriticalList), ("agreement", IndicatorSubject.Agreement),
        ("concordance", IndicatorSubject.Concordance));

    /// <summary>A plain file name with at most four stars: a descriptor must not reach outside its folder.</summary>
    private static string Pattern(Fields read)
    {
        string file = read.Text("file");
        bool plain = file.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '*') && file[0] != '.' && file.Length <= 100 && file.Count(c => c == '*') <= 4
            && (file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith(".csv.gz", StringComparison.Ordinal) || file.EndsWith('*'));
        return plain ? file : throw read.Bad($"\"file\" is '{Shown.Short(file)}'; write a plain file name ending in .csv or .csv.gz, with * for what may differ.");
    }

    private static IndicatorColumn Column(Fields read)
    {
        read.Only("a column", KnownOfColumn);
        string name = read.Text("name");
        (ColumnRole Role, string? Meaning)[] roles =
        [
            (ColumnRole.Dimension, read.Optional("dimension")), (ColumnRole.Measure, read.Optional("measure")), (ColumnRole.Attribute, read.Optional("attribute")),
        ];
        bool ignored = Choice(read, "ignored", false, ("yes", true));
        (ColumnRole Role, string? Meaning)[] stated = [.. roles.Where(r => r.Meaning is not null)];
        if (stated.Length + (ignored ? 1 : 0) != 1)
        {
            throw read.Bad($"The column \"{Shown.Short(name)}\" needs exactly one of \"dimension\", \"measure\", \"attribute\" and \"ignored\".");
        }

        if (ignored)
        {
            return new IndicatorColumn(name, ColumnRole.Ignored, "");
        }

        string meaning = stated[0].Meaning!;
        if (meaning.Length > 40 || EntityId.Slug(meaning) != meaning)
        {
            throw read.Bad($"The column \"{Shown.Short(name)}\" means '{Shown.Short(meaning)}'; write lower-case letters, digits and hyphens.");
        }

        return new IndicatorColumn(name, stated[0].Role, meaning)
        {
            Unit = read.Optional("unit")?.Trim() is { Length: > 0 } unit ? unit : null,
            UnitInColumn = read.Optional("unitColumn"),
            Currency = read.Optional("currency"),
            Prices = read.Optional("prices"),
            Missing = read.Has("missing") ? read.Strings("missing") : [],
            ZeroIsUnknown = Choice(read, "zero", false, ("unknown", true), ("zero", false)),
            MayBeNegative = Choice(read, "negative", false, ("allowed", true), ("refused", false)),
            Factor = read.Number("factor", 1e-12, 1e12, 1),
            Form = read.Optional("form"),
            Aliases = read.Map("aliases"),
            Aggregates = read.Has("aggregates") ? read.Strings("aggregates") : [],
            Unspecified = read.Has("unspecified") ? read.Strings("unspecified") : [],
            Former = read.Map("former"),
            Estimated = read.Has("estimated") ? read.Strings("estimated") : [],
        };
    }

    private static Dictionary<string, ObservationStatus> Marks(Fields read)
    {
        var marks = new Dictionary<string, ObservationStatus>(StringComparer.Ordinal);
        foreach ((string mark, string word) in read.Map("marks"))
        {
            marks[mark] = word switch
            {
                "estimated" => ObservationStatus.Estimated,
                "missing" => ObservationStatus.Missing,
                "withheld" => ObservationStatus.Withheld,
                "more-than" => ObservationStatus.MoreThan,
                "less-than" => ObservationStatus.LessThan,
                "small" => ObservationStatus.Small,
                "zero" => ObservationStatus.Zero,
                "not-applicable" => ObservationStatus.NotApplicable,
                "in-words" => ObservationStatus.InWords,
                "normal" => ObservationStatus.Normal,
                _ => throw read.Bad($"The mark '{Shown.Short(mark)}' means '{Shown.Short(word)}'; write normal, estimated, missing, withheld, more-than, less-than, small, zero, not-applicable or in-words."),
            };
        }

        return marks;
    }

    private static T Choice<T>(Fields read, string field, T standard, params (string Word, T Value)[] choices) where T : struct =>
        Choice(read, field, (T?)standard, choices);

    private static T Choice<T>(Fields read, string field, T? standard, params (string Word, T Value)[] choices) where T : struct
    {
        if (read.Optional(field) is not { } word)
        {
            return standard ?? throw read.Bad($"\"{field}\" is missing; write {string.Join(" or ", choices.Select(c => c.Word))}.");
        }

        foreach ((string known, T value) in choices)
        {
            if (known == word)
            {
                return value;
            }
        }

        throw read.Bad($"\"{field}\" is '{Shown.Short(word)}'; write {string.Join(", ", choices.Select(c => c.Word))}.");
    }
}
