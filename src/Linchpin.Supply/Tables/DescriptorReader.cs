using System.Security.Cryptography;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>Reads a descriptor from JSON: every field is known, every required one is there, and unit and currency agree.</summary>
internal static class DescriptorReader
{
    internal const string FileName = "table.json";
    internal const string Format = "linchpin-table/1";

    private const int MostBytes = 256 * 1024;

    private static readonly string[] Known =
    [
        "format", "layout", "id", "title", "publisher", "citation", "licence", "published", "unit", "currency", "prices", "classification",
        "manufacturing", "restOfWorld", "aliases", "files", "recognise",
    ];

    /// <summary>The descriptor in a folder's <c>table.json</c>.</summary>
    internal static TableDescriptor Read(string path)
    {
        byte[] bytes = TableFile.ReadSmall(path, MostBytes);
        return Read(bytes, FileName, FileName).Descriptor;
    }

    /// <summary>A descriptor and the rule by which a folder is recognised as its table, where it has one.</summary>
    internal static (TableDescriptor Descriptor, Recognition? Recognise) Read(byte[] bytes, string place, string origin)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8 });
            return Read(json.RootElement, place, origin, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (JsonException e)
        {
            throw SupplyFaults.DescriptorInvalid.Because($"Not JSON: {Shown.Short(e.Message, 160)}", $"{place}, line {e.LineNumber + 1}", inner: e);
        }
    }

    private static (TableDescriptor Descriptor, Recognition? Recognise) Read(JsonElement root, string place, string origin, string hash)
    {
        var read = new Fields(root, place, SupplyFaults.DescriptorInvalid);
        read.Only("the descriptor", Known);
        if (read.Text("format") is var format && format != Format)
        {
            throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{Format}'.");
        }

        if (read.Text("layout") is var layout && layout != "long")
        {
            throw read.Bad($"\"layout\" is '{Shown.Short(layout)}'; the one that is read is 'long'.");
        }

        string id = read.Text("id");
        if (id.Length > 60 || EntityId.Slug(id) != id)
        {
            throw read.Bad($"\"id\" is '{Shown.Short(id)}'; write lower-case letters, digits and hyphens.");
        }

        (string unit, string currency) = Unit(read);
        Fields classification = read.Object("classification");
        classification.Only("\"classification\"", "id", "title");
        string classificationId = classification.Text("id");
        if (classificationId.Length > 40 || EntityId.Slug(classificationId) != classificationId)
        {
            throw read.Bad($"\"classification\".\"id\" is '{Shown.Short(classificationId)}'; write lower-case letters, digits and hyphens.");
        }

        Fields files = read.Object("files");
        files.Only("\"files\"", "intermediate", "finalDemand", "output", "countries", "sectors", "categories");
        var descriptor = new TableDescriptor(
            id,
            read.Text("title"),
            read.Text("publisher"),
            read.Text("citation"),
            read.Text("licence"),
            Published(read),
            unit,
            currency,
            read.Text("prices"),
            classificationId,
            classification.Text("title"),
            read.Strings("manufacturing"),
            read.Optional("restOfWorld"),
            read.Map("aliases"),
            new TableFiles(
                files.FileName("intermediate", yearly: true),
                files.FileName("finalDemand", yearly: true),
                files.Optional("output") is null ? null : files.FileName("output", yearly: true),
                files.FileName("countries", yearly: false),
                files.FileName("sectors", yearly: false),
                files.FileName("categories", yearly: false)),
            origin)
        { Hash = hash };
        return (descriptor, read.Has("recognise") ? Recognise(read.Object("recognise")) : null);
    }

    internal static (string Unit, string Currency) Unit(Fields read)
    {
        string unit = read.Optional("unit")?.Trim() ?? "";
        if (unit.Length == 0)
        {
            throw SupplyFaults.UnitMissing.Because("The descriptor states no \"unit\".", read.Place);
        }

        string currency = read.Text("currency");
        if (currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper))
        {
            throw read.Bad($"\"currency\" is '{Shown.Short(currency)}'; write the three capitals of ISO 4217.");
        }

        string[] words = unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool fits = words[0] == currency && (words.Length == 1 || (words.Length == 2 && words[1] is "thousand" or "million" or "billion"));
        return fits ? (string.Join(' ', words), currency) : throw SupplyFaults.UnitContradictory.Because(
            $"\"unit\" is '{Shown.Short(unit)}' and \"currency\" is '{currency}'.", read.Place,
            $"Write \"unit\" as the currency and thousand, million or billion, such as \"{currency} million\".");
    }

    internal static PartialDate? Published(Fields read) => read.Optional("published") is not { } text ? null
        : PartialDate.TryParse(text, out PartialDate date) ? date : throw read.Bad($"\"published\" is '{Shown.Short(text)}', not a date.");

    private static Recognition Recognise(Fields read)
    {
        read.Only("\"recognise\"", "countriesHeader", "sectors", "categories");
        return new Recognition(read.Strings("countriesHeader"), read.Strings("sectors"), read.Strings("categories"));
    }
}

/// <summary>By what a folder without a descriptor is recognised: the header of its list of countries and the exact codes of its sectors and
/// categories.</summary>
internal sealed record Recognition(IReadOnlyList<string> CountriesHeader, IReadOnlyList<string> Sectors, IReadOnlyList<string> Categories);
