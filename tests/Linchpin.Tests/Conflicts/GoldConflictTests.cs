using System.Text.Json;
using Linchpin.Tests.Commands;
using Linchpin.Tests.Starter;

namespace Linchpin.Tests.Conflicts;

/// <summary>The marked-up example through the whole pipeline: every conflict of its documents is found in its class with both passages, and no other is called a contradiction.</summary>
public sealed class GoldConflictTests : IDisposable
{
    private static readonly string Marked = Repository.At("..", "shared", "corpus", "gold-example", "conflicts.jsonl");

    private readonly Cli _cli = new();

    [CorpusFact]
    public void Every_marked_conflict_is_found_in_its_class_and_no_other_contradiction()
    {
        JsonElement[] marked = [.. File.ReadLines(Marked).Select(l => JsonDocument.Parse(l).RootElement).Where(m => m.GetProperty("kind").GetString() == "conflict")];
        string[] documents = [.. marked.SelectMany(m => new[] { m.GetProperty("a"), m.GetProperty("b") }).Select(p => p.GetProperty("source").GetString()!).Distinct().Order(StringComparer.Ordinal)];
        _cli.Do(["read", .. documents.Select(d => Path.Combine(Corpus.Folder!, d))]);
        JsonElement[] found = [.. _cli.Do("conflicts", "--json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

        marked.Where(m => !found.Any(f => Class(f) == Class(m) && Has(f, m.GetProperty("a")) && Has(f, m.GetProperty("b")))).Select(m => m.GetProperty("id").GetString()).ShouldBeEmpty();
        found.Count(f => Class(f) == "contradiction").ShouldBe(marked.Count(m => Class(m) == "contradiction"));
        found.Count(f => Class(f) == "self-tension").ShouldBe(marked.Count(m => Class(m) == "self-tension"));
        found.Count(f => Class(f) == "recommendation").ShouldBe(marked.Count(m => Class(m) == "recommendation"));
    }

    private static string? Class(JsonElement conflict) => conflict.GetProperty("class").GetString();

    /// <summary>Whether some side has a passage of which the marked one shares half of the shorter.</summary>
    private static bool Has(JsonElement found, JsonElement passage) => found.GetProperty("sides").EnumerateArray().SelectMany(s => s.GetProperty("claims").EnumerateArray())
        .Select(c => c.GetProperty("source")).Any(s =>
        {
            int start = s.GetProperty("start").GetInt32(), end = s.GetProperty("end").GetInt32(), from = passage.GetProperty("start").GetInt32(), to = passage.GetProperty("end").GetInt32();
            return s.GetProperty("file").GetString() == passage.GetProperty("source").GetString() && (Math.Min(end, to) - Math.Max(start, from)) * 2 >= Math.Min(end - start, to - from);
        });

    public void Dispose() => _cli.Dispose();
}
