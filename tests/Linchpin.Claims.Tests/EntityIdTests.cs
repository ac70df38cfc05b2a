using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Claims.Tests;

public sealed class EntityIdTests
{
    [Theory]
    [InlineData("country/KOR", "country", "KOR")]
    [InlineData("document/0123456789abcdef", "document", "0123456789abcdef")]
    [InlineData("sector/telecom-5g-6g", "sector", "telecom-5g-6g")]
    [InlineData("body/a.b_c:d+e", "body", "a.b_c:d+e")]
    public void An_id_is_a_kind_and_a_name(string text, string kind, string name)
    {
        EntityId id = EntityId.Parse(text);
        (id.Kind, id.Name, id.ToString()).ShouldBe((kind, name, text));
        EntityId.Of(kind, name).ShouldBe(id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("KOR")]
    [InlineData("/KOR")]
    [InlineData("country/")]
    [InlineData("planet/mars")]
    [InlineData("Country/KOR")]
    [InlineData("body/a b")]
    [InlineData("body/a/b")]
    [InlineData("body/../x")]
    [InlineData("body/a\n")]
    [InlineData("body/<script>")]
    [InlineData("body/\u202Eevil")]
    public void What_is_no_id_is_refused(string text)
    {
        EntityId.TryParse(text, out _).ShouldBeFalse();
        FaultException e = Should.Throw<FaultException>(() => EntityId.Parse(text));
        e.Fault.Kind.Code.ShouldBe("claims.entity-id");
        e.Message.ShouldNotContain("\n");
        e.Message.ShouldNotContain("\u202E");
    }

    [Fact]
    public void A_name_has_at_most_200_characters()
    {
        EntityId.TryParse("body/" + new string('a', 200), out _).ShouldBeTrue();
        EntityId.TryParse("body/" + new string('a', 201), out _).ShouldBeFalse();
        EntityId.TryParse(null, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_id_that_was_never_set_is_no_id()
    {
        default(EntityId).ToString().ShouldBe("");
        Should.Throw<InvalidOperationException>(() => default(EntityId).Kind);
    }

    [Theory]
    [InlineData("Ministry of Trade, Industry & Energy", "ministry-of-trade-industry-energy")]
    [InlineData("U.S.-Japan Forum", "us-japan-forum")]
    [InlineData("  Korea's “Chip 4”  ", "koreas-chip-4")]
    [InlineData("São Paulo – Côte d’Ivoire", "sao-paulo-cote-divoire")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("한미 대화", "한미-대화")]
    [InlineData("ŁÓDŹ", "łodz")]
    [InlineData("--- ", "")]
    public void Words_become_a_name_without_accents_and_marks(string words, string name) => EntityId.Slug(words).ShouldBe(name);

    [Fact]
    public void A_name_from_words_is_always_a_name_or_nothing() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), words =>
        EntityId.Slug(words ?? "") is var slug && (slug.Length == 0 || EntityId.TryParse("body/" + slug, out _)) && slug.Length <= 120 && EntityId.Slug(slug) == slug).Check(Any.Often);

    [Fact]
    public void Words_of_which_nothing_is_left_are_no_id() => Should.Throw<FaultException>(() => EntityId.FromWords("body", "?!")).Fault.Kind.Code.ShouldBe("claims.entity-id");

    [Theory]
    [InlineData("Résumé ÅÄÖ Ş ế", "Resume AAO S e")]
    [InlineData("반도체 ø ß", "반도체 ø ß")]
    public void A_letter_loses_its_accent_and_nothing_else(string words, string plain) => Letters.Plain(words).ShouldBe(plain);
}
