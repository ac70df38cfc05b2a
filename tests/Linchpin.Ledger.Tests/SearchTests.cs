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
