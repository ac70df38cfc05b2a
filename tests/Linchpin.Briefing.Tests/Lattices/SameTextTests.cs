using Linchpin.Briefing.Lattices;

namespace Linchpin.Briefing.Tests.Lattices;

public class SameTextTests
{
    [Fact]
    public void Looking_only_at_texts_with_a_rare_word_in_common_finds_the_same_as_comparing_each_with_each()
    {
        var random = new Random(7);
        string[] texts = [.. Enumerable.Range(0, 600).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(1, 18)).Select(_ => "w" + (int)(30 * Math.Pow(random.NextDouble(), 3)))))];
        var same = new SameText(texts);
        var added = new List<HashSet<string>>();
        int told = 0;
        foreach (string text in texts)
        {
            HashSet<string> words = [.. text.Split(' ')];
            int expected = added.FindIndex(a => (double)a.Intersect(words).Count() / a.Union(words).Count() >= 0.8);
            int found = same.FindOrAdd(text, _ => true);
            found.ShouldBe(expected);
            told += found < 0 ? 0 : 1;
            if (found < 0)
            {
                added.Add(words);
            }
        }

        told.ShouldBeInRange(50, 550);
    }

    [Fact]
    public void A_text_for_which_the_check_fails_is_added_beside_its_like()
    {
        var same = new SameText(["share data on chips", "Share data on chips."]);
        same.FindOrAdd("share data on chips", _ => true).ShouldBe(-1);
        same.FindOrAdd("Share data on chips.", _ => false).ShouldBe(-1);
        same.FindOrAdd("Share data, on chips", _ => true).ShouldBe(0);
    }

    [Fact]
    public void Texts_without_words_are_never_the_same()
    {
        var same = new SameText(["", "  "]);
        same.FindOrAdd("", _ => true).ShouldBe(-1);
        same.FindOrAdd("  ", _ => true).ShouldBe(-1);
    }
}
