using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Import;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Datasets;

/// <summary>Reads a dataset's manifest: every field is known, every required one is there, codes are fit and stand once.</summary>
internal static class ManifestReader
{
    private const int MostBytes = 64 << 20;
    private const int MostYears = 500;

    private static readonly string[] Known =
    [
        "format", "id", "title", "publisher", "citation", "licence", "published", "unit", "currency", "prices", "classification", "manufacturing", "rest_of_world",
        "aliases", "countries", "sectors", "final_demand", "years",
    ];

    internal static DatasetManifest Read(string folder)
    {
        byte[] bytes = TableFile.ReadSmall(Path.Combine(folder, DatasetManifest.FileName), MostBytes);
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            return Read(new Fields(json.RootElement, DatasetManifest.FileName, SupplyFaults.DatasetInvalid));
        }
        catch (JsonException e)
        {
            throw SupplyFaults.DatasetInvalid.Because($"Not JSON: {Shown.Short(e.Message, 160)}", $"{DatasetManifest.FileName}, line {e.LineNumber + 1}", inner: e);
        }
    }

    private static DatasetManifest Read(Fields read)
    {
        read.Only("the manifest", Known);
        if (read.Text("format") is var format && format != DatasetManifest.Format)
        {
            throw read.Bad($"\"format\" is '{Shown.Short(format)}', not '{DatasetManifest.Format}'.");
        }

        (string unit, string currency) = DescriptorReader.Unit(read);
        Fields classification = read.Object("classification");
        IReadOnlyList<string> rest = read.Strings("rest_of_world");
        IReadOnlyList<string> manufacturing = read.Strings("manufacturing");
        Named[] countries = Codes(read, "countries");
        Named[] sectors = Codes(read, "sectors");
        Named[] categories = Codes(read, "final_demand");
        NeedKnown(read, "rest_of_world", rest, countries);
        NeedKnown(read, "manufacturing", manufacturing, sectors);
        if ((long)countries.Length * sectors.Length > TableLimits.Import.Industries || (long)countries.Length * categories.Length > TableLimits.Import.Industries)
        {
            throw SupplyFaults.TableTooLarge.Because($"{countries.Length} countries, {sectors.Length} sectors and {categories.Length} categories.", DatasetManifest.FileName);
        }

        var about = new TableDescriptor(
            Slug(read, "id", 60), read.Text("title"), read.Text("publisher"), read.Text("citation"), read.Text("licence"), DescriptorReader.Published(read), unit, currency,
            read.Text("prices"), Slug(classification, "id", 60), classification.Text("title"), manufacturing, rest is [var one] ? one : null, read.Map("aliases"),
            DatasetManifest.FilesOf(), DatasetManifest.FileName);
        DatasetYear[] years = [.. read.Objects("years").Select(Year).OrderBy(y => y.Year)];
        if (years.Length is 0 or > MostYears || years.Select(y => y.Year).Distinct().Count() != years.Length)
        {
            throw read.Bad($"\"years\" lists {years.Length} years; from 1 to {MostYears}, each once, are wanted.");
        }

        return new DatasetManifest(
            about, [.. countries.Select(c => new TableCountry(c.Code, c.Name, rest.Contains(c.Code, StringComparer.Ordinal)))],
            [.. sectors.Select(s => new TableSector(s.Code, s.Name, manufacturing.Contains(s.Code, StringComparer.Ordinal)))], categories, years);
    }

    private static DatasetYear Year(Fields read)
    {
        read.Only("a year", "year", "file", "bytes", "hash", "version", "published_output", "primary_inputs", "source_format", "sources", "absent", "notes", "bound", "parent", "balance");
        Fields? parent = read.Has("parent") ? read.Object("parent") : null;
        parent?.Only("\"parent\"", "dataset", "version", "map", "map_sha256");
        return new DatasetYear(
            read.Whole("year", 1900, 2100, null), read.FileName("file", yearly: false), (long)read.Number("bytes", 0, 1e13, null), Hash(read, "hash"), Hash(read, "version"),
            read.Truth("published_output"), read.Truth("primary_inputs"), read.Text("source_format"),
            [.. read.Objects("sources").Select(s => new SourceFile(s.Text("name"), (long)s.Number("bytes", 0, 1e13, null), Hash(s, "sha256")))],
            [.. read.Objects("absent").Select(a => new Industry(a.Text("country"), a.Text("sector")))], read.Strings("notes"), read.Number("bound", 0, 1, null),
            parent is null ? null : new DatasetParent(parent.Text("dataset"), Hash(parent, "version"), parent.Text("map"), Hash(parent, "map_sha256")), read.Raw("balance"));
    }

    private static Named[] Codes(Fields read, string field)
    {
        Named[] codes = [.. read.Objects(field).Select(o => new Named(o.Text("code"), o.Text("name")))];
        string? bad = codes.Select(c => c.Code).FirstOrDefault(c => c.Length is 0 or > 16 || !c.All(k => char.IsAsciiLetterOrDigit(k) || k is '-' or '_' or '.'));
        return bad is not null ? throw read.Bad($"\"{field}\" has the code '{Shown.Short(bad)}'.")
            : codes.Length == 0 || codes.Length > TableLimits.Import.ListRows || codes.Select(c => c.Code).Distinct(StringComparer.OrdinalIgnoreCase).Count() != codes.Length
                ? throw read.Bad($"\"{field}\" lists {codes.Length} codes; from 1 to {TableLimits.Import.ListRows:N0}, each once, are wanted.") : codes;
    }

    private static void NeedKnown(Fields read, string field, IEnumerable<string> named, IReadOnlyList<Named> known)
    {
        if (named.FirstOrDefault(n => !known.Any(k => k.Code == n)) is { } odd)
        {
            throw read.Bad($"\"{field}\" names '{Shown.Short(odd)}', which the dataset does not have.");
        }
    }

    private static string Slug(Fields read, string field, int most) => read.Text(field) is var text && text.Length <= most && EntityId.Slug(text) == text ? text
        : throw read.Bad($"\"{field}\" is '{Shown.Short(read.Text(field))}'; lower-case letters, digits and hyphens are wanted.");

    private static string Hash(Fields read, string field) => read.Text(field) is { Length: 64 } text && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f')) ? text
        : throw read.Bad($"\"{field}\" is not 64 hexadecimal digits.");
}
