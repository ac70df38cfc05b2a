using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class SearchTests : IDisposable
{
    private readonly Node _node;

    protected SearchTests(Kept kept)
    {
        _node = new Node(kept);
        Document english = Make.Document("The ministers welcomed progress on gallium exports. They met in Brasília.");
        Document korean = Make.Document("양국 장관은 반도체를 위한 대화체를 만들기로 합의하였다.");
        var dataset = new Dataset(
            EntityId.Parse("dataset/table"), new string('a', 64), "Table", "Maker", "Cited so", PartialDate.Parse("2013"), "USD million", "current", 2011, "ISIC", "as stated", "balanced", Make.Clear);
        _node.Ledger.Append(new Deposit([english, korean], [dataset],
        [
            Make.Claim(english, "event/e", "name", Make.Words("Gallium Meeting")),
            Make.Claim(english, "event/e", "what", Make.Words("Talks about gallium and germanium exports between ministers"), "welcomed progress on gallium exports"),
            Make.Claim(english, "event/e", "participant", Make.Entity("country/BRA"), "met in Brasília"),
            Make.Claim(korean, "commitment/c", "what", Make.Words("A dialogue")),
            new Claim(EntityId.Parse("exposure/x"), "face-value-share", new ShareValue(0.5, "all gallium inputs"), default,
                new DatasetSource(dataset.Id, dataset.Version, "gallium rows over all"), Make.Analyst, Make.Clear),
        ], []));
    }

    public void Dispose() => _node.Dispose();

    [Fact]
    public void Names_come_before_other_values_and_those_before_passages()
    {
        IReadOnlyList<Hit> hits = _node.View.Search("gallium");
        hits.Select(h => h.Claim.Claim.Property).ShouldBe(["name", "what"]);
        hits[0].SubjectName.ShouldBe("Gallium Meeting");
        hits[1].Excerpt.ShouldBe("Talks about gallium and germanium exports between ministers");
        _node.View.Search("welcomed progress")[0].Excerpt.ShouldBe("welcomed progress on gallium exports");
    }

    [Theory]
    [InlineData("brasilia")]
    [InlineData("BRASÍLIA")]
    [InlineData("Brazil")]
    [InlineData("브라질")]
    [InlineData("met bras")]
    public void Case_and_accents_do_not_matter_and_countries_are_found_in_both_languages(string words) => _node.View.Search(words).ShouldNotBeEmpty();

    [Theory]
    [InlineData("반도체")]
    [InlineData("대화체")]
    [InlineData("장관은 합의")]
    public void Korean_is_found_by_a_word_with_or_without_its_particle(string words) =>
        _node.View.Search(words).Single().Claim.Subject.ShouldBe(EntityId.Parse("commitment/c"));

    [Fact]
    public void Every_word_must_be_there()
    {
        _node.View.Search("gallium zirconium").ShouldBeEmpty();
        _node.View.Search("").ShouldBeEmpty();
        _node.View.Search("gallium", 0).ShouldBeEmpty();
        _node.View.Search("gallium", 1).Count.ShouldBe(1);
    }

    [Fact]
    public void Numbers_calculated_from_a_dataset_are_not_found_by_words() =>
        _node.View.Search("gallium").ShouldNotContain(h => h.Claim.Claim.Source is DatasetSource);

    [Theory]
    [InlineData("\"")]
    [InlineData("gallium\"")]
    [InlineData("gallium AND")]
    [InlineData("NOT gallium")]
    [InlineData("words:gallium")]
    [InlineData("NEAR(gallium germanium, 2)")]
    [InlineData("gallium*")]
    [InlineData("^gallium")]
    [InlineData("-gallium +x {a} [b] (c")]
    [InlineData("'; DROP TABLE claim; --")]
    [InlineData("gal\0lium")]
    [InlineData("\ud800 \udc00x")]
    public void A_hostile_query_is_only_words(string words) => _node.View.Search(words);

    [Fact]
    public void No_query_whatever_is_an_error() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), words => _node.View.Search(words ?? "").Count <= 50).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_page_says_what_it_may_be_narrowed_to_and_counts_entities()
    {
        Document document = Make.Document("Zinc was promised by two partners and discussed by one.");
        string[] commitments = ["commitment/a", "commitment/b", "commitment/d"];
        _node.Ledger.Append(Deposit.Of(document,
        [
            .. commitments.Select((c, i) => Make.Claim(document, c, "what", Make.Words($"Zinc for batteries, part {i}"), "Zinc was promised")),
            Make.Claim(document, "commitment/a", "sector", Make.Entity("sector/batteries"), "discussed by one"),
            Make.Claim(document, "commitment/b", "sector", Make.Entity("sector/batteries"), "discussed by one"),
            Make.Claim(document, "commitment/a", "who", Make.Entity("country/KOR"), "discussed by one"),
            Make.Claim(document, "event/z", "name", Make.Words("Zinc Meeting")),
        ]));
        SearchPage page = _node.View.Search("zinc", new SearchFilter(), 0, 2);
        (page.Hits.Count, page.Found, page.More).ShouldBe((2, 4, false));
        page.Hits[0].Claim.Subject.ShouldBe(EntityId.Parse("event/z"));
        page.Kinds.ShouldBe([new Facet("commitment", 3), new Facet("event", 1)]);
        page.Sectors.ShouldBe([new Facet("sector/batteries", 2)]);
        page.Countries.ShouldBe([new Facet("country/KOR", 1)]);

        _node.View.Search("zinc", new SearchFilter(), 2, 2).Hits.Select(h => h.Claim.Subject).ShouldNotContain(EntityId.Parse("event/z"));
        _node.View.Search("zinc", new SearchFilter(Kind: "event")).Hits.Single().SubjectName.ShouldBe("Zinc Meeting");
        _node.View.Search("zinc", new SearchFilter(Sector: EntityId.Sector("batteries"))).Found.ShouldBe(2);
        SearchPage narrow = _node.View.Search("zinc", new SearchFilter("commitment", EntityId.Sector("batteries"), EntityId.Country("KOR")));
        narrow.Hits.Select(h => h.Claim.Subject).ShouldBe([EntityId.Parse("commitment/a")]);
        narrow.Kinds.ShouldBe([new Facet("commitment", 1)]);

        // What merged entities are said to be about holds for all of their names.
        _node.Ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse("commitment/d"), EntityId.Parse("commitment/a"), Make.Analyst, "one promise", Make.Clear)));
        SearchPage merged = _node.View.Search("zinc", new SearchFilter(Country: EntityId.Country("KOR")));
        merged.Kinds.ShouldBe([new Facet("commitment", 1)]);
        merged.Hits.ShouldAllBe(h => h.Claim.Subject == EntityId.Parse("commitment/a"));
    }

    [Fact]
    public void A_search_is_narrowed_by_where_its_hits_come_from_and_under_which_label_they_are()
    {
        Document early = Make.Document("Indium was promised early.", "2021-05", Make.Clear) with { Publisher = "Office One" };
        Document late = Make.Document("Indium was promised late.", "2023", new Handling("desk", Tlp.Amber)) with { Publisher = "Office Two" };
        Document undated = Make.Document("Indium was promised at some time.", null, Make.Clear) with { Publisher = null };
        foreach ((Document document, string id) in new[] { (early, "commitment/e1"), (early, "commitment/e2"), (late, "commitment/e1"), (undated, "commitment/e3") })
        {
            _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, id, "what", Make.Words($"indium of {id} in {document.FileName}"), "Indium was promised", handling: document.Handling)]));
        }

        SearchPage page = _node.View.Search("indium", new SearchFilter());
        page.Publishers.ShouldBe([new Facet("Office One", 2), new Facet("Office Two", 1)]);
        page.Years.ShouldBe([new Facet("2023", 1), new Facet("2021", 2)]);
        page.Labels.ShouldBe([new Facet("clear", 3), new Facet("amber", 1)]);
        page.Sources.Select(s => s.Entities).ShouldBe([2, 1, 1]);
        Subjects(new SearchFilter(Publisher: "office one")).ShouldBe(["commitment/e1", "commitment/e2"]);
        Subjects(new SearchFilter(Year: 2023)).ShouldBe(["commitment/e1"]);
        Subjects(new SearchFilter(Source: undated.Id)).ShouldBe(["commitment/e3"]);
        Subjects(new SearchFilter(Year: 1999)).ShouldBeEmpty();
        _node.Ledger.View(Reader.Public).Search("indium", new SearchFilter()).Publishers.ShouldBe([new Facet("Office One", 2)]);

        string[] Subjects(SearchFilter filter) => [.. _node.View.Search("indium", filter).Hits.Select(h => h.Claim.Subject.ToString()).Distinct().Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("PUBLISHER", null, false)]
    [InlineData(null, 2021, false)]
    [InlineData(null, null, true)]
    [InlineData("Publisher", 2021, true)]
    public void A_search_that_is_narrowed_reads_no_source_that_has_none_of_its_words(string? publisher, int? year, bool source)
    {
        Document sought = Make.Document("Indium was promised.", "2021-05"), other = Make.Document("Nothing was.", "2021-06");
        _node.Ledger.Append(Deposit.Of(sought, [Make.Claim(sought, "commitment/i", "what", Make.Words("Indium"))]));
        _node.Ledger.Append(Deposit.Of(other, [Make.Claim(other, "commitment/o", "what", Make.Words("Nothing"))]));

        // What cannot be read is a fault as soon as it is read.
        _node.Tamper($"UPDATE source SET json = 'not read' WHERE id = '{other.Id}'").ShouldBe(1);
        _node.View.Search("indium", new SearchFilter(Publisher: publisher, Year: year, Source: source ? sought.Id : null)).Kinds.ShouldBe([new Facet("commitment", 1)]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(int.MaxValue)]
    public void A_year_that_no_calendar_has_finds_nothing(int year) => _node.View.Search("gallium", new SearchFilter(Year: year)).Found.ShouldBe(0);

    [Fact]
    public void The_best_hits_of_a_word_that_is_everywhere_are_found_and_the_page_says_that_there_are_more()
    {
        Document document = Make.Document("Nickel. " + string.Concat(Enumerable.Range(0, 1200).Select(i => $"Nickel {i}. ")));
        Claim[] claims = [.. Enumerable.Range(0, 1200).Select(i => Make.Claim(document, $"event/n{i}", "what", Make.Words($"About nickel number {i}"), $"Nickel {i}."))];
        _node.Ledger.Append(Deposit.Of(document, [.. claims, Make.Claim(document, "event/last", "name", Make.Words("Nickel Forum"), "Nickel. ")]));
        SearchPage page = _node.View.Search("nickel", new SearchFilter(), 0, 5);
        page.Hits[0].SubjectName.ShouldBe("Nickel Forum");
        (page.More, page.Hits.Count).ShouldBe((true, 5));
    }

    [Fact]
    public void What_is_narrowed_is_looked_for_beyond_the_best_that_are_counted()
    {
        Document document = Make.Document(string.Concat(Enumerable.Range(1000, 1200).Select(i => $"Nickel {i}. ")));
        Claim[] claims = [.. Enumerable.Range(1000, 1200).Select(i => Make.Claim(document, $"event/n{i}", "what", Make.Words($"About nickel {i}"), $"Nickel {i}."))];
        _node.Ledger.Append(Deposit.Of(document, [.. claims, Make.Claim(document, "event/n2199", "sector", Make.Entity("sector/batteries"), "Nickel 1000.")]));
        SearchPage page = _node.View.Search("nickel", new SearchFilter(Sector: EntityId.Sector("batteries")));
        page.Hits.ShouldAllBe(h => h.Claim.Subject == EntityId.Parse("event/n2199"));
        page.Hits.Select(h => h.Excerpt).ShouldContain("About nickel 2199");
    }

    [Fact]
    public void One_or_two_Latin_letters_are_a_word_and_no_beginning()
    {
        Document document = Make.Document("AI is not aid. 한국의 기술.");
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "event/ai", "what", Make.Words("Talks on AI")), Make.Claim(document, "event/aid", "what", Make.Words("Talks on aid"), "aid")]));
        _node.View.Search("ai").Select(h => h.Claim.Subject).Distinct().ShouldBe([EntityId.Parse("event/ai")]);
        _node.View.Search("aid").Select(h => h.Claim.Subject).Distinct().ShouldBe([EntityId.Parse("event/aid"), EntityId.Parse("event/ai")]);
        _node.View.Search("한").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_beginning_that_more_words_have_than_can_be_named_finds_them_all_the_same()
    {
        Document document = Make.Document("Many words.");
        Claim[] claims = [.. Enumerable.Range(1000, 1005).Select(i => Make.Claim(document, $"event/w{i}", "what", Make.Words($"ore{i}")))];
        _node.Ledger.Append(Deposit.Of(document, claims));
        _node.View.Search("ore", 2).Select(h => h.Excerpt).ShouldBe(["ore1000", "ore1001"]);
        _node.View.Search("ore200", 10).Select(h => h.Excerpt).ShouldBe(["ore2000", "ore2001", "ore2002", "ore2003", "ore2004"]);
    }

    [Fact]
    public void Who_may_read_little_finds_that_little_also_after_its_label_became_stricter()
    {
        Document open = Make.Document("Cobalt is open."), closed = Make.Document("Cobalt is closed.", handling: new Handling(Node.Owner, Tlp.Amber, ["KOR", "JPN"]));
        _node.Ledger.Append(Deposit.Of(open, [.. Enumerable.Range(0, 20).Select(i => Make.Claim(open, $"event/x{i}", "what", Make.Words($"Cobalt talks {i}"), handling: new Handling(Node.Owner, Tlp.Red, ["USA"])))]));
        _node.Ledger.Append(Deposit.Of(closed, [Make.Claim(closed, "event/y", "what", Make.Words("Cobalt secrets")), Make.Claim(closed, "event/z", "what", Make.Words("Quiet talks"))]));
        Found("KOR").ShouldBe(["Cobalt secrets", "Cobalt is closed."]);
        Found("JPN").ShouldBe(["Cobalt secrets", "Cobalt is closed."]);
        _node.Ledger.Append(Deposit.Of(closed with { Handling = new Handling(Node.Owner, Tlp.Red, ["KOR"]) }, []));
        Found("KOR").ShouldBe(["Cobalt secrets", "Cobalt is closed."]);
        Found("JPN").ShouldBeEmpty();

        string[] Found(string reader)
        {
            View view = _node.Ledger.View(new Reader(reader, null, Owner: false, Community: false));
            SearchPage page = view.Search("cobalt", new SearchFilter());
            page.Found.ShouldBe(page.Hits.Count);
            return [.. page.Hits.Select(h => h.Excerpt)];
        }
    }

    [Fact]
    public void Facets_count_nothing_that_the_reader_may_not_see()
    {
        Document open = Make.Document("Cobalt is open."), closed = Make.Document("Cobalt is closed.", handling: new Handling(Node.Owner, Tlp.Red, ["KOR"]));
        _node.Ledger.Append(Deposit.Of(open, [Make.Claim(open, "event/x", "what", Make.Words("Cobalt talks"))]));
        _node.Ledger.Append(Deposit.Of(closed, [Make.Claim(closed, "event/x", "sector", Make.Entity("sector/batteries")), Make.Claim(closed, "event/y", "what", Make.Words("Cobalt secrets"))]));
        SearchPage page = _node.Ledger.View(Reader.Public).Search("cobalt", new SearchFilter());
        (page.Found, page.Sectors.Count).ShouldBe((1, 0));
        _node.Ledger.View(Reader.Public).Search("cobalt", new SearchFilter(Sector: EntityId.Sector("batteries"))).Found.ShouldBe(0);
    }

    [Fact]
    public void A_long_passage_is_shown_around_the_first_match_on_one_line()
    {
        Document document = Make.Document(string.Concat(Enumerable.Repeat("filler words\n", 100)) + "the néedle is here " + string.Concat(Enumerable.Repeat("more words\n", 100)));
        _node.Ledger.Append(Deposit.Of(document, [Make.Claim(document, "body/b", "description", Make.Words("Hay"))]));
        string excerpt = _node.View.Search("needle").Single().Excerpt;
        excerpt.ShouldContain("néedle is here");
        excerpt.Length.ShouldBeLessThanOrEqualTo(202);
        excerpt.ShouldStartWith("…");
        excerpt.ShouldNotContain("\n");
    }
}

public sealed class SearchInFileTests() : SearchTests(Kept.InFile);

public sealed class SearchOnServerTests() : SearchTests(Kept.OnServer);
