using System.Globalization;
using System.Text;

namespace Linchpin.Reading.Tests.MarkedUp;

/// <summary>The page docs/quality.md says what the reader scores on the texts kept here, document by document, and every error. <c>LINCHPIN_WRITE_DOCS=1</c> writes it anew.</summary>
public class QualityPageTests
{
    private const string Begin = "<!-- scores -->\n", End = "<!-- end of scores -->\n";

    [Fact]
    public void The_page_of_quality_says_the_scores_and_the_errors_of_today()
    {
        string path = Page();
        string page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string anew = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Scores() + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("LINCHPIN_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, anew);
        }

        File.ReadAllText(path).ReplaceLineEndings("\n").ShouldBe(anew, "docs/quality.md is out of date; write it anew with LINCHPIN_WRITE_DOCS=1 ./test");
    }

    private static string Scores()
    {
        string[] kinds = MarkedUpTests.Kinds;
        var text = new StringBuilder("\n## Scores by document\n\nF1 of the texts of this repository, written by the tests.\n\n");
        text.Append("| document | ").AppendJoin(" | ", kinds).Append(" |\n| --- |").Insert(text.Length, " ---: |", kinds.Length).Append('\n');
        string[] all = [.. MarkedUpTests.Names, .. MarkedUpTests.Studied];
        foreach (string name in all)
        {
            Row(name, MarkedUpTests.Of(name));
        }

        Row("the five first texts", MarkedUpTests.Of(MarkedUpTests.Names));
        Row("the six hard texts", MarkedUpTests.Of(MarkedUpTests.Studied));
        text.Append("\n## Every error in them\n\n");
        foreach (string name in all)
        {
            foreach ((string kind, bool missed, string words) in MarkedUpTests.Of(name).Errors)
            {
                text.Append(CultureInfo.InvariantCulture, $"- `{name}`, {kind} {(missed ? "missed" : "not in the mark-up")}: {words}\n");
            }
        }

        return text.Append('\n').ToString();

        void Row(string name, Score score) =>
            text.Append("| ").Append(name).Append(" | ").AppendJoin(" | ", kinds.Select(k => score.F1(k).ToString("0.00", CultureInfo.InvariantCulture))).Append(" |\n");
    }

    private static string Page()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "docs", "quality.md")))
        {
            at = at.Parent;
        }

        return Path.Combine(at!.FullName, "docs", "quality.md");
    }
}
