using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests.Documents;

public class AnyTextTests
{
    /// <summary>Pieces that the reader reacts to, so that what is made up meets its rules.</summary>
    private static readonly string[] Pieces =
    [
        "Japan", " and ", "India", " agreed to ", "share data", ". ", "\n", "\n\n", "(", ")", "“", "”", "—", "’s ", "the ", "U.S.", " should ", "March 2024", " in Seoul", "Dialogue", "Ministry of ", "Foreign Affairs", ", ",
        " held ", "10th ", "Meeting", "<p>", "</p>", "<b>", "&amp;", "&#x110000;", "- ", "# ", "](", "[", "http://a.b", "1 ", "*", "threat of ", "President ", "Jane Roe", "the trio ", "we ", "\u00AD", "\uD83D\uDE00", "\u202E", "\t", "A week later, ", "|", "each ", "will build ", "by 2030", "\f",
    ];

    [Theory]
    [InlineData("any.txt")]
    [InlineData("any.md")]
    [InlineData("any.html")]
    public void Reading_any_text_throws_nothing_but_faults_and_quotes_exactly(string name)
    {
        Gen<string> words = Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list));
        Gen<string> any = ArbMap.Default.GeneratorFor<string>().Select(s => s ?? "");
        Gen<string> both = Gen.OneOf(words, any, words.SelectMany(w => any.Select(a => w + a + w)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Arb.From(both), text => Holds(text, name)));
    }

    private static bool Holds(string text, string name)
    {
        ReadDocument read;
        try
        {
            read = new Reading().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);
        }
        catch (FaultException)
        {
            return true;
        }

        string source = read.Document.Text!;
        read.ToDeposit(Handling.Unlabelled("test"));
        return read.Items.All(i => source[i.Start..i.End] == i.Quote && i.Mentions.Concat(i.Segments).All(p => p.Start >= 0 && p.Start < p.End && p.End <= source.Length))
            && read.Zones.All(z => z.Start < z.End && z.End <= source.Length);
    }

    [Fact]
    public void Reading_twice_gives_the_same_lines()
    {
        string path = Files.Path("MarkedUp", "minerals-partnership-brief.txt");
        string[] once = [.. new Reading().ReadFile(path).Items.Select(i => i.ToJsonLine())];
        new Reading().ReadFile(path).Items.Select(i => i.ToJsonLine()).ShouldBe(once);
    }
}
