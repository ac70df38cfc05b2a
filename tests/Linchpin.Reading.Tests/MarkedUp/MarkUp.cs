using System.Text.Json;
using System.Text.RegularExpressions;

namespace Linchpin.Reading.Tests.MarkedUp;

/// <summary>Reads a mark-up: the tab-separated ones kept here, where a passage is given by its words, and the JSON Lines of the gold example.</summary>
internal static partial class MarkUp
{
    internal static List<Marked> Ours(string tsv, string text)
    {
        var marked = new List<Marked>();
        foreach (string line in File.ReadLines(tsv).Where(l => l.Length > 0))
        {
            string[] cells = line.Split('\t');
            Dictionary<string, string> fields = (cells.Length > 3 ? cells[3] : "").Split(';').Where(f => f.Contains('=')).ToDictionary(f => f.Split('=')[0], f => f.Split('=')[1]);
            bool named = cells[0] is "actor" or "mechanism";
            Place[] places = named ? [.. cells[2].Split('|').SelectMany(n => All(text, n))] : [.. cells[1].Split("||").Select(q => All(text, q.Trim()).First())];
            marked.Add(new Marked(cells[0], places, fields.ContainsKey("optional") || (named && cells.Length > 3), null, fields));
        }

        return marked;
    }

    internal static List<Marked> Gold(string jsonl)
    {
        var marked = new List<Marked>();
        foreach (string line in File.ReadLines(jsonl))
        {
            JsonElement o = JsonDocument.Parse(line).RootElement;
            Place[] places = o.TryGetProperty("mentions", out JsonElement m) ? [.. m.EnumerateArray().Select(Span)]
                : o.TryGetProperty("segments", out JsonElement s) ? [.. s.EnumerateArray().Select(Span)] : [Span(o)];
            string? zone = o.TryGetProperty("zone", out JsonElement z) ? z.GetString() : null;
            marked.Add(new Marked(o.GetProperty("kind").GetString()!, places, o.TryGetProperty("optional", out JsonElement opt) && opt.GetBoolean(), zone, new Dictionary<string, string>()));
        }

        return marked;

        static Place Span(JsonElement e) => new(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32());
    }

    private static IEnumerable<Place> All(string text, string words)
    {
        string pattern = Spaces().Replace(Regex.Escape(Spaces().Replace(words, " ")).Replace("\\ ", " "), "\\s+");
        List<Place> places = [.. Regex.Matches(text, pattern).Select(m => new Place(m.Index, m.Index + m.Length))];
        places.Count.ShouldBeGreaterThan(0, words);
        return places;
    }

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}

/// <summary>A test on the shared marked-up documents; skipped where they are not beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedCorpusFactAttribute : FactAttribute
{
    internal static string? Folder { get; } = Find();

    public SharedCorpusFactAttribute() => Skip = Folder is null ? "The shared corpus is not beside this repository." : null;

    private static string? Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string corpus = System.IO.Path.Combine(at.FullName, "shared", "corpus");
            if (Directory.Exists(System.IO.Path.Combine(corpus, "gold-example")))
            {
                return corpus;
            }
        }

        return null;
    }
}
