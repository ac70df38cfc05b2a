using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Starter;

/// <summary>The record that a new user sees: facts of the public record of four partners, each with the place where it stands.</summary>
/// <remarks>
/// <para>Read from <c>data/starter</c> beside the program. No source's text is in it: a passage is a place and a hash that anyone who has the document can check.</para>
/// <para>One deposit a source document, in the order of <c>sources.json</c>; read twice it gives the same claims with the same ids.</para>
/// </remarks>
public static class StarterRecord
{
    /// <summary>The name that the claims are made under. Of the kind person because no extractor or engine of ours made them; compiled from one reading, not yet reviewed by a second.</summary>
    public static Author Author { get; } = Author.Person("starter record");

    /// <summary>The folder beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "data", "starter");

    /// <summary>The partners that the record is about, ISO 3166 alpha-3.</summary>
    public static IReadOnlyList<string> Partners { get; } = ["USA", "KOR", "IND", "JPN"];

    /// <summary>The folder of the starter's input-output table.</summary>
    public static string TableFolder { get; } = Path.Combine(Folder, "tables", "wiod2013");

    /// <summary>The folder of the starter's excerpts of monthly trade.</summary>
    public static string TradeFolder { get; } = Path.Combine(Folder, "trade");

    /// <summary>The folder of the starter's excerpts of mineral statistics.</summary>
    public static string MineralFolder { get; } = Path.Combine(Folder, "minerals");

    /// <summary>The folder of the scenario files that come with the program.</summary>
    public static string ScenarioFolder { get; } = Path.Combine(Folder, "scenarios");

    /// <summary>The deposits of the starter record: each a source document without its text, TLP:CLEAR, and the claims that stand in it.</summary>
    /// <param name="owner">The name of this node, which owns what it stores.</param>
    /// <param name="folder">Where the record is; <see cref="Folder"/> where not given.</param>
    /// <exception cref="FaultException"><c>starter.missing</c>, <c>starter.entry</c>, <c>starter.reference</c> and the faults of a claim's own checks.</exception>
    public static IReadOnlyList<Deposit> Read(string owner, string? folder = null)
    {
        string record = Path.Combine(folder ?? Folder, "record");
        Handling label = Handling.Clear(owner);
        IReadOnlyList<KeyValuePair<string, Document>> sources = Sources(Path.Combine(record, "sources.json"), label);
        var claims = new StarterClaims(sources.ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal), label);
        foreach ((string file, string kind) in new[]
            {
                ("bodies", "body"), ("mechanisms", "mechanism"), ("roles", "role"), ("events", "event"),
                ("commitments", "commitment"), ("recommendations", "recommendation"), ("risks", "risk"),
            })
        {
            claims.Add(StarterEntry.ReadAll(Path.Combine(record, file + ".jsonl"), kind));
        }

        ILookup<EntityId, Claim> bySource = claims.Make().ToLookup(c => c.Source.Of);
        return [.. sources.Select(s => Deposit.Of(s.Value, [.. bySource[s.Value.Id]]))];
    }

    private const string IndexName = "index.csv";

    /// <summary>The index of the short documents: publisher, title, date.</summary>
    public static string DocumentIndexFile { get; } = Path.Combine(Folder, "documents", IndexName);

    /// <summary>The short documents of our own, for Reading to read: full paths, by name.</summary>
    /// <exception cref="FaultException"><c>starter.missing</c></exception>
    public static IReadOnlyList<string> DocumentFiles(string? folder = null)
    {
        string documents = Path.Combine(folder ?? Folder, "documents");
        return Directory.Exists(documents)
            ? [.. Directory.EnumerateFiles(documents).Where(f => Path.GetFileName(f) != IndexName).Order(StringComparer.Ordinal)]
            : throw StarterFaults.Missing.Because("There is no folder 'documents'.", documents);
    }

    private static IReadOnlyList<KeyValuePair<string, Document>> Sources(string path, Handling label)
    {
        if (!File.Exists(path))
        {
            throw StarterFaults.Missing.Because("There is no sources.json.", path);
        }

        JsonElement list = StarterJson.Parse(File.ReadAllText(path), "sources.json");
        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select((s, i) => SourceOf(s, $"sources.json, source {i + 1}", label))]
            : throw StarterFaults.Entry.Because("The file is not a list of sources.", "sources.json");
    }

    private static KeyValuePair<string, Document> SourceOf(JsonElement source, string place, Handling label)
    {
        if (source.ValueKind != JsonValueKind.Object)
        {
            throw StarterFaults.Entry.Because("A source is not an object.", place);
        }

        string hash = StarterJson.Text(source, "hash", place);
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            throw StarterFaults.Entry.Because($"'{hash}' is not a SHA-256 in lower-case hex.", place);
        }

        return KeyValuePair.Create(StarterJson.Text(source, "key", place), new Document(
            Document.IdOf(hash),
            hash,
            StarterJson.Text(source, "file", place),
            StarterJson.Text(source, "media", place),
            StarterJson.OptionalText(source, "title", place),
            StarterJson.OptionalText(source, "publisher", place),
            StarterJson.OptionalText(source, "published", place) is { } date ? PartialDate.Parse(date) : null,
            StarterJson.OptionalText(source, "publishedBasis", place),
            StarterJson.OptionalText(source, "genre", place),
            Text: null,
            label));
    }
}
