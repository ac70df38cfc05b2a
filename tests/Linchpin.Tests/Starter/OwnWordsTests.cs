using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Starter;

namespace Linchpin.Tests.Starter;

/// <summary>Facts carry over, sentences do not.</summary>
public partial class OwnWordsTests
{
    private const int Run = 7;

    [CorpusFact]
    public void No_sentence_of_a_source_stands_in_the_starter_record()
    {
        HashSet<string> runs = [.. Corpus.Texts().Values.SelectMany(Runs)];
        string[] names = Names();
        foreach (string file in Directory.EnumerateFiles(Repository.At("data", "starter"), "*", SearchOption.AllDirectories).Where(IsText))
        {
            string words = names.Aggregate(Plain(File.ReadAllText(file)), (text, name) => text.Replace($" {name} ", " propername ", StringComparison.Ordinal));
            Runs(words).Where(runs.Contains).ShouldBeEmpty($"{Path.GetFileName(file)} has {Run} words in a row as in a source.");
        }
    }

    [CorpusFact]
    public void A_sentence_of_a_source_would_be_seen()
    {
        string text = Corpus.Texts().Values.First();
        HashSet<string> runs = [.. Runs(text)];
        Runs("Before it. " + text[^400..] + " After it.").ShouldContain(r => runs.Contains(r));
    }

    [Fact]
    public void The_short_documents_of_our_own_say_what_they_are_and_are_short()
    {
        IReadOnlyList<string> files = StarterRecord.DocumentFiles();
        files.Count.ShouldBeInRange(3, 6);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            text.ShouldContain("A summary written for Linchpin in its own words. Source");
            Words().Count(text).ShouldBeInRange(120, 400, file);
        }
    }

    // The tables have no sentences.
    private static bool IsText(string file) => Path.GetExtension(file) is ".json" or ".jsonl" or ".md" or ".txt" or ".html";

    // Names of countries, proper names, offices and the titles of the sources are written as the sources write them; the longest go first.
    private static string[] Names()
    {
        IReadOnlyList<Deposit> deposits = StarterRecord.Read("test-node");
        IEnumerable<string> names = deposits.SelectMany(d => d.Claims).Where(c => c.Property is "name" or "alias" or "title").Select(c => c.Value.Display);
        string[] countries = [.. Vocabulary.Countries.Values.Select(c => c.Name), "Republic of Korea"];
        return [.. names.Concat(deposits.Select(d => d.Documents[0].Title ?? "")).Concat(countries).Select(n => Plain(n).Trim()).Where(n => n.Length > 0).Distinct().OrderByDescending(n => n.Length)];
    }

    private static string Plain(string text) => " " + string.Join(' ', Words().Matches(text.ToLowerInvariant()).Select(m => m.Value)) + " ";

    private static IEnumerable<string> Runs(string text)
    {
        string[] words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, Math.Max(0, words.Length - Run + 1)).Select(i => string.Join(' ', words, i, Run));
    }

    [GeneratedRegex("[a-z0-9]+", RegexOptions.IgnoreCase)]
    private static partial Regex Words();
}
