using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Reading.Proposals;

namespace Linchpin.Reading.Tests.Proposals;

/// <summary>What is taken of a model's answers, and what is refused: a proposal stands on the document's own words or not at all.</summary>
public sealed class ProposingTests
{
    private const string Text = """
        Readout of the lithium talks

        On 14 May 2021, Chile and Japan met in Santiago. Both sides agreed to map their lithium supply chains by the end of 2022. They warned of a shortage of refined lithium.

        The Lithium Working Group of Chile and Japan will meet every year. Trade Secretary Ada Lovelace of Chile led the talks.
        """;

    private static readonly Author Model = new(AuthorKind.Model, "some-model", Proposing.Version);

    [Fact]
    public void A_proposal_whose_quote_stands_in_the_document_becomes_claims_of_the_model_at_that_passage()
    {
        Proposing asked = Asked(Text, out Document document);
        asked.Take(0, """
            {"proposals":[
              {"kind":"commitment","quote":"Both sides agreed to map their lithium supply chains by the end of 2022","who":["Chile","Japan"],"act":"agreed","date":"2021-05-14","sectors":["critical-minerals"],"mechanism":"Lithium Working Group"},
              {"kind":"mechanism","quote":"The Lithium Working Group of Chile and Japan","name":"Lithium Working Group","members":["Chile","Japan"]},
              {"kind":"person-role","quote":"Trade Secretary Ada Lovelace of Chile","person":"Ada Lovelace","role":"Trade Secretary","body":"Chile"},
              {"kind":"event","quote":"Chile and Japan met in Santiago","type":"meeting","date":"2021-05-14","participants":["Chile","Japan"]},
              {"kind":"risk","quote":"a shortage of refined lithium","sectors":["critical-minerals"]}]}
            """);
        asked.Refused.ShouldBeEmpty();
        asked.Taken.ShouldBe(5);
        Deposit deposit = asked.ToDeposit("some-model");
        (deposit.Documents.Count, deposit.Judgements.Count).ShouldBe((0, 0));
        deposit.Claims.ShouldAllBe(c => c.Author == Model && c.Confidence == null && c.Handling == document.Handling && ((DocumentSource)c.Source).At.FitsIn(Text));

        string commitment = $"commitment/{document.ContentHash[..16]}-{Text.IndexOf("Both sides", StringComparison.Ordinal)}";
        Said(deposit, commitment).ShouldBe(
        [
            "act agreed", "date 2021-05-14", "mechanism mechanism/chl-jpn-group-lithium-working", "sector sector/critical-minerals", "state stated",
            "what Both sides agreed to map their lithium supply chains by the end of 2022", "who country/CHL", "who country/JPN",
        ]);
        Said(deposit, "mechanism/chl-jpn-group-lithium-working").ShouldBe(["member country/CHL", "member country/JPN", "name Lithium Working Group"]);
        Said(deposit, "role/ada-lovelace-trade-secretary").ShouldBe(["body country/CHL", "person person/ada-lovelace", "title Trade Secretary"]);
    }

    [Theory]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined cobalt"}""", "a quote that does not stand in the document")]
    [InlineData("""{"kind":"risk","quote":"A Shortage Of Refined Lithium"}""", "a quote that does not stand in the document")]
    [InlineData("""{"kind":"risk","quote":"a shortage  of refined lithium"}""", "a quote that does not stand in the document")]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined lithium","start":3,"end":32}""", "offsets at which the quote does not stand")]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined lithium","start":-5,"end":999999999}""", "offsets at which the quote does not stand")]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined lithium","start":"x","end":null}""", "offsets at which the quote does not stand")]
    [InlineData("""{"kind":"conspiracy","quote":"a shortage of refined lithium"}""", "a kind that is not asked for")]
    [InlineData("""{"kind":"exposure","quote":"a shortage of refined lithium"}""", "a kind that is not asked for")]
    [InlineData("""{"kind":7,"quote":"a shortage of refined lithium"}""", "not of the form that was asked for")]
    [InlineData(""" "a risk" """, "not of the form that was asked for")]
    [InlineData("null", "not of the form that was asked for")]
    [InlineData("""{"kind":"risk"}""", "no quote")]
    [InlineData("""{"kind":"risk","quote":""}""", "no quote")]
    [InlineData("""{"kind":"risk","quote":"202"}""", "a quote without words")]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined lithium","sectors":["unobtainium"]}""", "a sector that is not on the list")]
    [InlineData("""{"kind":"risk","quote":"a shortage of refined lithium","sectors":"quantum"}""", "not of the form that was asked for")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","act":"agreed"}""", "no who")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Chile"]}""", "no act")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Chile"],"act":"sworn"}""", "a word for act that is not on the list")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Peru"],"act":"agreed"}""", "a name that does not stand in the document")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Both sides"],"act":"agreed"}""", "a party that the record does not know")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Chile"],"act":"agreed","date":"2019"}""", "a date of a year that the document does not name")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Chile"],"act":"agreed","date":"2021-02-31"}""", "a date that is none")]
    [InlineData("""{"kind":"commitment","quote":"Both sides agreed to map","who":["Chile"],"act":"agreed","mechanism":"Lithium Working Group"}""", "a mechanism that the record does not know")]
    [InlineData("""{"kind":"mechanism","quote":"The Lithium Working Group","name":"Lithium Alliance"}""", "a name that its quote does not have")]
    [InlineData("""{"kind":"person-role","quote":"Trade Secretary Ada Lovelace","person":"Ada Lovelace","role":"President"}""", "a role that its quote does not have")]
    [InlineData("""{"kind":"risk","quote":"refined lithium.\n\nThe Lithium Working Group"}""", "a quote across paragraphs")]
    public void A_proposal_that_the_document_does_not_bear_out_is_refused_with_its_reason(string proposal, string reason)
    {
        Proposing asked = Asked(Text, out _);
        asked.Take(0, $$"""{"proposals":[{{proposal}},{"kind":"risk","quote":"a shortage of refined lithium"}]}""");
        asked.Refused.ShouldHaveSingleItem().Reason.ShouldBe(reason);
        asked.Taken.ShouldBe(1, "one lie does not keep the truth out");
        asked.ToDeposit("some-model").Claims.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("")]
    [InlineData("I cannot help with that.")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"proposals":"none"}""")]
    [InlineData("""{"proposals":[}""")]
    [InlineData("""{"proposals":[[[[[[[[[[[[[]]]]]]]]]]]]]}""")]
    [InlineData("``````")]
    public void An_answer_of_another_form_is_a_fault_and_nothing_of_it_is_taken(string answer)
    {
        Proposing asked = Asked(Text, out _);
        Should.Throw<FaultException>(() => asked.Take(0, answer)).Fault.Kind.Code.ShouldBe("reading.answer");
        asked.ToDeposit("some-model").Claims.ShouldBeEmpty();
    }

    [Fact]
    public void An_answer_cut_anywhere_is_a_fault_and_never_more()
    {
        const string Whole = """{"proposals":[{"kind":"risk","quote":"a shortage of refined lithium","sectors":["critical-minerals"]}]}""";
        for (int length = 0; length < Whole.Length; length++)
        {
            Proposing asked = Asked(Text, out _);
            Should.Throw<FaultException>(() => asked.Take(0, Whole[..length])).Fault.Kind.Code.ShouldBe("reading.answer");
        }

        Proposing whole = Asked(Text, out _);
        whole.Take(0, "```json\n" + Whole + "\n```");
        whole.Taken.ShouldBe(1);
    }

    [Fact]
    public void A_thousand_proposals_are_taken_up_to_the_limit_and_the_rest_is_refused_at_once()
    {
        Proposing asked = Asked(Text, out _);
        asked.Take(0, """{"proposals":[""" + string.Join(',', Enumerable.Repeat("""{"kind":"risk","quote":"a shortage of refined lithium"}""", 1000)) + "]}");
        asked.Taken.ShouldBe(1);
        asked.Refused.GroupBy(r => r.Reason).ToDictionary(g => g.Key, g => g.Sum(r => r.Count)).ShouldBe(
            new Dictionary<string, int> { ["the record has it already"] = Proposing.MostProposals - 1, ["too many in one answer"] = 1000 - Proposing.MostProposals }, ignoreOrder: true);
    }

    [Fact]
    public void What_the_record_says_at_a_place_already_is_not_proposed_again()
    {
        ReadDocument read = Files.Read(Text, "talks.txt");
        Claim[] known = [.. read.ToDeposit(Handling.Clear("node")).Claims];
        Claim what = known.First(c => c.Subject.Kind == "commitment" && c.Property == "what");
        var asked = new Proposing(read.Document, known);
        string quote = ((TextValue)what.Value).Words;
        asked.Take(0, JsonSerializer.Serialize(new { proposals = new[] { new { kind = "commitment", quote, who = new[] { "Chile" }, act = "agreed" } } }));
        asked.Refused.ShouldHaveSingleItem().Reason.ShouldBe("the record has it already");
    }

    [Fact]
    public void In_a_page_the_quote_is_of_what_a_reader_sees_and_its_place_is_in_the_source()
    {
        const string Page = """
            <html><body><p>Chile and <b>Japan</b> agreed to map lithium.</p><p style="display:none">Chile agreed to give up its mines.</p><p>They met in 2021.</p></body></html>
            """;
        ReadDocument read = Files.Read(Page, "page.html");
        var asked = new Proposing(read.Document, []);
        asked.Part(0).ShouldNotContain("give up");
        asked.Part(0).ShouldNotContain("<b>");
        asked.Take(0, """
            {"proposals":[{"kind":"commitment","quote":"Chile and Japan agreed to map lithium","who":["Chile","Japan"],"act":"agreed"},
              {"kind":"commitment","quote":"Chile agreed to give up its mines","who":["Chile"],"act":"agreed"}]}
            """);
        asked.Refused.ShouldHaveSingleItem().Reason.ShouldBe("a quote that does not stand in the document");
        Passage at = ((DocumentSource)asked.ToDeposit("m").Claims[0].Source).At;
        Page[at.Start..at.End].ShouldBe("Chile and <b>Japan</b> agreed to map lithium");
    }

    [Fact]
    public void A_long_document_is_asked_about_in_parts_that_hold_it_all_and_one_too_long_up_to_a_limit()
    {
        string paragraph = string.Concat(Enumerable.Repeat("Chile and Japan met again and said so. ", 30)).Trim();
        string text = string.Join("\n\n", Enumerable.Repeat(paragraph, 100));
        Proposing asked = Asked(text, out _);
        asked.Parts.ShouldBeGreaterThan(3);
        string.Concat(Enumerable.Range(0, asked.Parts).Select(asked.Part)).ShouldBe(text);
        Enumerable.Range(0, asked.Parts).ShouldAllBe(i => asked.Part(i).Length <= Proposing.PartLength && (i == 0 || asked.Part(i).StartsWith("Chile", StringComparison.Ordinal)));
        asked.Unsent.ShouldBe(0);

        Proposing endless = Asked(new string('a', Proposing.PartLength * (Proposing.MostParts + 1)), out _);
        (endless.Parts, endless.Unsent).ShouldBe((Proposing.MostParts, Proposing.PartLength));
    }

    [Fact]
    public void A_quote_from_another_part_than_the_one_that_was_sent_is_refused()
    {
        string text = "Chile agreed to map its lithium.\n\n" + string.Join("\n\n", Enumerable.Repeat(new string('x', 2000), 15));
        Proposing asked = Asked(text, out _);
        asked.Parts.ShouldBe(2);
        const string Answer = """{"proposals":[{"kind":"commitment","quote":"Chile agreed to map its lithium","who":["Chile"],"act":"agreed"}]}""";
        asked.Take(1, Answer);
        (asked.Taken, asked.Refused.Count).ShouldBe((0, 1));
        asked.Take(0, Answer);
        asked.Taken.ShouldBe(1);
    }

    [Fact]
    public void The_instructions_name_every_word_that_is_taken()
    {
        foreach (string word in Vocabulary.Sectors.Select(s => s.Id).Concat(Vocabulary.Properties["act"].Values).Append("proposals").Append("quote"))
        {
            Proposing.Instructions.ShouldContain(word);
        }
    }

    private static Proposing Asked(string text, out Document document)
    {
        document = Files.Read(text, "talks.txt").Document;
        return new Proposing(document, []);
    }

    private static string[] Said(Deposit deposit, string subject) =>
    [
        .. deposit.Claims.Where(c => c.Subject.ToString() == subject).Select(c => $"{c.Property} {(c.Value is EntityValue e ? e.Id.ToString() : c.Value.Display)}").Order(StringComparer.Ordinal),
    ];
}
