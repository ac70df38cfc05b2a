namespace Linchpin.Reading.Tests.MarkedUp;

public class MarkedUpTests
{
    internal static readonly string[] Kinds = ["actor", "mechanism", "event", "commitment", "recommendation", "risk", "person-role"];

    internal static readonly string[] Names = ["aukus-announcement.txt", "quad-ministers-readout.md", "eu-japan-opinion.html", "minerals-partnership-brief.txt", "economic-security-readout.txt"];

    internal static readonly string[] Studied = ["northern-grid-statement.txt", "trilateral-telecom-release.txt", "battery-trio-commentary.txt", "chips-fact-sheet.md", "arctic-hearing-record.txt", "biotech-forum-news.txt"];

    public static TheoryData<string> Ours => [.. Names, .. Studied];

    [Fact]
    public void Reading_our_own_documents_in_other_house_styles_reaches_its_floor()
    {
        Holds(Of(Names), 0.90, 0.85, 0.80, 0.80, 0.80, 0.60, 0.90);
    }

    [Fact]
    public void Reading_invented_texts_that_were_studied_reaches_its_floor()
    {
        Holds(Of(Studied), 0.93, 0.90, 0.92, 0.95, 0.90, 0.65, 0.85);
    }

    [SharedCorpusFact]
    public void Reading_the_marked_up_documents_reaches_its_floor()
    {
        string corpus = SharedCorpusFactAttribute.Folder!;
        using FileStream csv = File.OpenRead(Path.Combine(corpus, "documents", "index.csv"));
        DocumentIndex index = DocumentIndex.Read(csv, "index.csv");
        var score = new Score();
        foreach (string jsonl in Directory.GetFiles(Path.Combine(corpus, "gold-example"), "*.jsonl").Where(f => File.Exists(Document(corpus, f))).Order(StringComparer.Ordinal))
        {
            string document = Document(corpus, jsonl);
            ReadDocument read = new Reading().ReadFile(document, index.For(document));
            score.Add(MarkUp.Gold(jsonl), read.Items, read.Document.Text!);
        }

        Holds(score, 0.93, 0.88, 0.80, 0.78, 0.90, 0.65, 0.90);

        static string Document(string corpus, string jsonl) => Path.Combine(corpus, "documents", Path.GetFileNameWithoutExtension(jsonl) + ".txt");
    }

    [Theory]
    [MemberData(nameof(Ours))]
    public void A_date_in_the_mark_up_is_the_date_of_the_event_that_was_found(string name)
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("MarkedUp", name));
        foreach (Marked gold in MarkUp.Ours(Files.Path("MarkedUp", Path.ChangeExtension(name, ".tsv")), read.Document.Text!).Where(g => g.Kind == "event" && g.Fields.ContainsKey("date")))
        {
            Item? found = read.Of("event").FirstOrDefault(e => Math.Min(e.End, gold.Places[0].End) - Math.Max(e.Start, gold.Places[0].Start) > Math.Min(e.End - e.Start, gold.Places[0].End - gold.Places[0].Start) / 2);
            found?.Date.ShouldBe(gold.Fields["date"], found.Quote);
        }
    }

    internal static Score Of(params string[] names)
    {
        var score = new Score();
        foreach (string name in names)
        {
            ReadDocument read = new Reading().ReadFile(Files.Path("MarkedUp", name));
            string text = read.Document.Text!;
            score.Add(MarkUp.Ours(Files.Path("MarkedUp", Path.ChangeExtension(name, ".tsv")), text), read.Items, text);
        }

        return score;
    }

    private static void Holds(Score score, params double[] floors)
    {
        for (int i = 0; i < Kinds.Length; i++)
        {
            score.F1(Kinds[i]).ShouldBeGreaterThanOrEqualTo(floors[i], Kinds[i]);
        }
    }
}
