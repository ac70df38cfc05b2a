using System.Text;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Exports;
using Linchpin.Ledger;
using Microsoft.VisualBasic.FileIO;

namespace Linchpin.Tests.Commands;

public sealed class ViewExportTests : IDisposable
{
    private const string Hash = "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b";

    private static readonly Author Program = new(AuthorKind.Extractor, "reading", "1");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linchpin-export-");
    private readonly Ledger.Ledger _ledger;

    public ViewExportTests()
    {
        _ledger = Ledger.Ledger.Open(Path.Combine(_folder.FullName, "ledger.db"), "node", TimeProvider.System);
        const string text = "Japan pledged 5 GW.";
        Handling clear = Handling.Clear("node"), amber = new("node", Tlp.Amber, ["KOR", "JPN"], new DateOnly(2020, 1, 1));
        var document = new Document(
            EntityId.Of("document", Hash[..16]), Hash, "=read_me.txt", "text/plain", "50% of {gas} & \\oil_", "Ministry of Trade", PartialDate.Parse("2024-05"), "stated", "readout", text, clear);
        var dataset = new Dataset(
            EntityId.Parse("dataset/t-2011"), new string('a', 64), "Table", "Maker", "Maker (2012), Table", PartialDate.Parse("2012"), "USD million", "current", 2011, "isic", "open", "balanced", clear);
        var at = new DocumentSource(document.Id, Passage.In(text, 0, 5));
        var cell = new DatasetSource(dataset.Id, dataset.Version, "L - I, \"row\" 3");
        _ledger.Append(new Deposit(
            [document], [dataset],
            [
                new Claim(EntityId.Parse("commitment/c"), "what", new TextValue("=1+1, \"now\""), new ValidTime(PartialDate.Parse("2024-05-06"), PartialDate.Parse("2030")), at, Program, clear, 0.75),
                new Claim(EntityId.Parse("commitment/c"), "who", new EntityValue(EntityId.Country("JPN")), default, at, Author.Person("Ada Lovelace"), amber),
                new Claim(EntityId.Parse("exposure/e"), "look-through-share", new ShareValue(0.1 + 0.2, "all inputs"), default, cell, new Author(AuthorKind.Engine, "supply", "2"), clear),
                new Claim(EntityId.Parse("commitment/d"), "due", new UnknownValue("not said"), default, at, Program, clear),
            ],
            [Judgement.SameAs(EntityId.Parse("commitment/d"), EntityId.Parse("commitment/c"), Author.Person("Ada Lovelace"), "one promise", clear)]));
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Delete(recursive: true);
    }

    private View Own => _ledger.View(Reader.OwnerOf("node"));

    [Fact]
    public void Linked_data_says_in_PROVs_terms_what_a_claim_says_where_it_stands_who_made_it_and_how_far_it_may_go()
    {
        JsonElement[] graph = Graph(Own);
        JsonElement claim = graph.Single(n => Has(n, "rdf:predicate", "lp:property/what"));
        string recorded = claim.GetProperty("prov:generatedAtTime").GetProperty("@value").GetString()!;
        JsonElement expected = JsonDocument.Parse($$$"""
            {"@id":"{{{claim.GetProperty("@id").GetString()}}}","@type":["prov:Entity","rdf:Statement"],
             "rdf:subject":{"@id":"lp:commitment/c","rdfs:label":"=1+1, \"now\""},
             "rdf:predicate":{"@id":"lp:property/what"},
             "rdf:object":"=1+1, \"now\"",
             "lp:holdsFrom":{"@value":"2024-05-06","@type":"xsd:date"},
             "lp:holdsTo":{"@value":"2030","@type":"xsd:gYear"},
             "prov:generatedAtTime":{"@value":"{{{recorded}}}","@type":"xsd:dateTime"},
             "prov:wasDerivedFrom":{"@id":"lp:document/6b86b273ff34fce1"},
             "lp:passage":{"lp:start":0,"lp:end":5,"lp:sha256":"{{{Passage.HashOf("Japan")}}}","lp:quote":"Japan"},
             "prov:wasGeneratedBy":{"@id":"{{{claim.GetProperty("prov:wasGeneratedBy").GetProperty("@id").GetString()}}}","@type":["prov:Activity","lp:Reading"],
                "prov:used":{"@id":"lp:document/6b86b273ff34fce1"},"prov:wasAssociatedWith":{"@id":"lp:agent/extractor/reading/1"}},
             "prov:wasAttributedTo":{"@id":"lp:agent/extractor/reading/1","@type":["prov:SoftwareAgent"],"rdfs:label":"reading 1"},
             "lp:confidence":0.75,"lp:standing":"unreviewed",
             "lp:handling":{"lp:owner":"node","lp:tlp":"TLP:CLEAR"}}
            """).RootElement;
        JsonElement.DeepEquals(claim, expected).ShouldBeTrue(claim.ToString());

        JsonElement person = graph.Single(n => Has(n, "rdf:predicate", "lp:property/who"));
        person.TryGetProperty("prov:wasGeneratedBy", out _).ShouldBeFalse("a person's claim is made by nobody's run");
        person.GetProperty("prov:wasAttributedTo").GetProperty("@id").GetString().ShouldBe("lp:agent/person/Ada%20Lovelace");
        person.GetProperty("lp:handling").GetProperty("lp:releasableTo").GetProperty("@list").EnumerateArray().Select(e => e.GetString()).ShouldBe(["JPN", "KOR"], ignoreOrder: true);
        JsonElement share = graph.Single(n => Has(n, "rdf:predicate", "lp:property/look-through-share"));
        share.GetProperty("rdf:object").GetProperty("lp:amount").GetProperty("@value").GetString().ShouldBe("0.30000000000000004");
        share.GetProperty("prov:wasGeneratedBy").GetProperty("rdfs:comment").GetString().ShouldBe("L - I, \"row\" 3");
        graph.Single(n => Has(n, "rdf:predicate", "lp:property/due")).GetProperty("rdf:subject").GetProperty("@id").GetString().ShouldBe("lp:commitment/c", "the view's names are resolved");
        graph.Single(n => n.GetProperty("@id").GetString()!.StartsWith("lp:judgement/", StringComparison.Ordinal)).GetProperty("lp:into").GetProperty("@id").GetString().ShouldBe("lp:commitment/c");
    }

    [Fact]
    public void Linked_data_uses_no_word_that_its_own_context_does_not_define()
    {
        using JsonDocument file = JsonDocument.Parse(Linked(Own));
        HashSet<string> prefixes = [.. file.RootElement.GetProperty("@context").EnumerateObject().Select(p => p.Name)];
        file.RootElement.GetProperty("@context").EnumerateObject().ShouldAllBe(p => p.Value.ValueKind == JsonValueKind.String && (p.Value.GetString()!.EndsWith('#') || p.Value.GetString()!.EndsWith('/') || p.Value.GetString()!.EndsWith(':')));
        Walk(file.RootElement.GetProperty("@graph"));

        void Walk(JsonElement e)
        {
            if (e.ValueKind == JsonValueKind.Array)
            {
                e.EnumerateArray().ToList().ForEach(Walk);
            }
            else if (e.ValueKind == JsonValueKind.Object)
            {
                foreach (JsonProperty p in e.EnumerateObject())
                {
                    (p.Name is "@id" or "@type" or "@value" or "@list" || prefixes.Contains(p.Name.Split(':')[0])).ShouldBeTrue(p.Name);
                    if (p.Name is "@id")
                    {
                        prefixes.ShouldContain(p.Value.GetString()!.Split(':')[0]);
                    }

                    Walk(p.Value);
                }
            }
        }
    }

    [Fact]
    public void No_file_for_a_reader_has_what_that_reader_may_not_see()
    {
        View seen = _ledger.View(Reader.Public);
        Graph(seen).Count(n => n.GetProperty("@id").GetString()!.StartsWith("lp:claim/", StringComparison.Ordinal)).ShouldBe(3);
        Encoding.UTF8.GetString(Linked(seen)).ShouldNotContain("AMBER");
        Csv(to => ClaimsCsv.WriteClaims(seen, to)).Count.ShouldBe(4);
        Csv(to => ClaimsCsv.WriteClaims(Own, to)).Count.ShouldBe(5);
        Csv(to => ClaimsCsv.WriteClaims(_ledger.View(Reader.OwnerOf("node"), new AsOf(PublishedBy: new DateOnly(2013, 1, 1))), to)).Count.ShouldBe(2);
    }

    [Fact]
    public void A_table_has_a_column_for_each_part_of_value_source_clock_and_label_and_no_formula()
    {
        List<string[]> rows = Csv(to => ClaimsCsv.WriteClaims(_ledger.View(Reader.OwnerOf("node"), new AsOf(KnownBy: new DateOnly(2999, 1, 2))), to));
        rows.ShouldAllBe(r => r.Length == rows[0].Length);
        string Cell(int row, string column) => rows[row][Array.IndexOf(rows[0], column)];
        Cell(1, "value").ShouldBe("'=1+1, \"now\"");
        (Cell(1, "holds from"), Cell(1, "holds to"), Cell(1, "published"), Cell(1, "known by")).ShouldBe(("2024-05-06", "2030", "2024-05", "2999-01-02"));
        (Cell(1, "source"), Cell(1, "first character"), Cell(1, "one past last character"), Cell(1, "quote")).ShouldBe(("document/6b86b273ff34fce1", "0", "5", "Japan"));
        (Cell(2, "value"), Cell(2, "value entity"), Cell(2, "TLP"), Cell(2, "releasable to"), Cell(2, "held until")).ShouldBe(("Japan", "country/JPN", "TLP:AMBER", "JPN; KOR", "2020-01-01"));
        (Cell(3, "value type"), Cell(3, "number"), Cell(3, "base"), Cell(3, "calculation")).ShouldBe(("share", "0.30000000000000004", "all inputs", "L - I, \"row\" 3"));
        (Cell(4, "value type"), Cell(4, "value"), Cell(4, "number"), Cell(4, "confidence")).ShouldBe(("unknown", "not said", "", ""));
        Csv(to => ClaimsCsv.WriteSources(Own, to)).Select(r => r[6]).ShouldBe(["file", "'=read_me.txt", ""]);
        Csv(to => ClaimsCsv.WriteJudgements(Own, to)).Count.ShouldBe(2);
    }

    [Fact]
    public void A_source_in_BibTeX_has_a_stable_key_and_no_word_that_TeX_obeys()
    {
        using var text = new StringWriter { NewLine = "\n" };
        BibTex.Write(Own, text);
        text.ToString().ShouldBe($$$"""
            @misc{maker-2012-aaaaaaaa,
              title = {{Table}},
              author = {{Maker}},
              howpublished = {{Maker (2012), Table}},
              version = {{{{{new string('a', 64)}}}}},
              note = {{USD million; current; data of 2011}},
              handling = {{TLP:CLEAR}},
              year = {2012}
            }


            """.Insert(0, $$$"""
            @misc{ministry-2024-6b86b273,
              title = {{50\% of {\textbraceleft}gas{\textbraceright} \& {\textbackslash}oil\_}},
              author = {{Ministry of Trade}},
              howpublished = {{=read\_me.txt}},
              keywords = {{readout}},
              note = {{SHA-256 {{{Hash}}}}},
              handling = {{TLP:CLEAR}},
              year = {2024},
              month = may
            }


            """).ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("}, author = {Mallory}")]
    [InlineData("\\input{secret}")]
    [InlineData("{{{")]
    [InlineData("a\nb\u202Ec\0d")]
    public void Hostile_words_never_leave_their_field(string words)
    {
        string field = BibTex.Escaped(words);
        int depth = 0;
        foreach (char c in field)
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            depth.ShouldBeGreaterThanOrEqualTo(0);
        }

        depth.ShouldBe(0);
        field.ShouldNotContain("\\input");
        field.Any(char.IsControl).ShouldBeFalse();
    }

    private static byte[] Linked(View view)
    {
        using var to = new MemoryStream();
        JsonLd.Write(view, to);
        return to.ToArray();
    }

    private static JsonElement[] Graph(View view) => [.. JsonDocument.Parse(Linked(view)).RootElement.GetProperty("@graph").EnumerateArray()];

    private static bool Has(JsonElement node, string term, string id) => node.TryGetProperty(term, out JsonElement link) && link.GetProperty("@id").GetString() == id;

    /// <summary>Read by a reader that is not ours.</summary>
    private static List<string[]> Csv(Action<TextWriter> write)
    {
        using var text = new StringWriter();
        write(text);
        using var csv = new TextFieldParser(new StringReader(text.ToString())) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (csv.ReadFields() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }
}
