using FsCheck;
using FsCheck.Fluent;

namespace Linchpin.Claims.Tests;

public sealed class ClaimTests
{
    private static readonly DocumentSource At = new(EntityId.Parse("document/0123456789abcdef"), new Passage(0, 4, new string('0', 64)));
    private static readonly Handling Label = new("n", Tlp.AmberStrict, ["KOR", "JPN"], new DateOnly(2025, 1, 31));

    [Fact]
    public void The_id_is_the_hash_of_the_canonical_form()
    {
        // Written by hand and hashed with another program: sha256sum, first 32 digits.
        const string Canonical = """{"subject":"mechanism/quad","property":"name","value":{"text":"Quad – 쿼드"},"from":"2007-05","source":{"document":"document/0123456789abcdef","start":0,"end":4,"quoteHash":"0000000000000000000000000000000000000000000000000000000000000000"},"author":{"kind":"person","name":"A"},"handling":{"owner":"n","tlp":"TLP:AMBER+STRICT","releasableTo":["JPN","KOR"],"holdUntil":"2025-01-31"},"confidence":0.5}""";
        var claim = new Claim(EntityId.Parse("mechanism/quad"), "name", new TextValue("Quad – 쿼드"), new ValidTime(PartialDate.Parse("2007-05")), At, Author.Person("A"), Label, 0.5);
        ClaimJson.Write(claim).ShouldBe(Canonical);
        claim.Id.ShouldBe("132f8bbac5b0ea4fc815e55336f76e4f");
    }

    [Fact]
    public void A_claim_is_read_as_it_was_written() => Prop.ForAll(Arb.From(Any.Claim), claim =>
        ClaimJson.Read(ClaimJson.Write(claim)) is var read && read.Equals(claim) && read.Id == claim.Id && ClaimJson.Write(read) == ClaimJson.Write(claim)).Check(Any.Often);

    [Fact]
    public void A_label_is_read_in_the_case_that_it_was_written_in_whatever_was_read_before()
    {
        Claim To(string reader) => new(EntityId.Parse("mechanism/quad"), "name", new TextValue("Quad"), default, At, Author.Person("A"), new Handling("node", Tlp.Amber, ["KOR", reader]));
        string upper = ClaimJson.Write(To("JPN")), lower = ClaimJson.Write(To("jpn"));
        ClaimJson.Write(ClaimJson.Read(upper)).ShouldBe(upper);
        ClaimJson.Write(ClaimJson.Read(lower)).ShouldBe(lower);
        ClaimJson.Write(ClaimJson.Read(upper)).ShouldBe(upper);
    }

    [Fact]
    public void Two_claims_have_one_id_only_where_they_are_written_alike() => Prop.ForAll(Arb.From(Any.Claim), Arb.From(Any.Claim), (a, b) =>
        a.Id == b.Id == (ClaimJson.Write(a) == ClaimJson.Write(b))).Check(Any.Often);

    public static TheoryData<string> BadClaims => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput"), "*.json").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(BadClaims))]
    public void A_bad_claim_is_refused_with_the_fault_that_its_file_is_named_for(string file)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", file));
        FaultException e = Should.Throw<FaultException>(() => ClaimJson.Read(text));
        file.ShouldStartWith(e.Fault.Kind.Code + ".", customMessage: e.Message);
        e.Fault.Remedy.ShouldNotBeEmpty();
        e.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Each_value_says_its_unit_and_base_in_one_line()
    {
        new QuantityValue(10, "1").Display.ShouldBe("10");
        new QuantityValue(1.5, "t").Display.ShouldBe("1.5 t");
        new ShareValue(0.1234, "all inputs, 2011").Display.ShouldBe("12.3 % of all inputs, 2011");
        new MoneyValue(52_700_000_000, "USD", "current", 2022).Display.ShouldBe("USD 52,700,000,000 (current prices, 2022)");
        new UnknownValue("not said").ToString().ShouldBe("unknown: not said");
        new NotApplicableValue("informal").ToString().ShouldBe("not applicable: informal");
    }

    [Fact]
    public void A_claim_under_its_sources_label_keeps_its_id_and_one_made_anew_does_not()
    {
        var claim = new Claim(EntityId.Parse("body/a"), "name", new TextValue("A"), default, At, Author.Person("A"), Handling.Clear("n"));
        Claim held = claim.HeldUnder(Label), anew = new Claim(claim.Subject, "name", claim.Value, default, At, claim.Author, Label);
        held.Id.ShouldBe(claim.Id);
        held.Handling.ShouldBe(Label);
        anew.Handling.ShouldBe(Label);
        anew.Id.ShouldNotBe(claim.Id);
        claim.HeldUnder(Handling.Clear("n")).ShouldBeSameAs(claim);
        claim.Handling.ShouldBe(Handling.Clear("n"));
    }

    [Fact]
    public void A_passage_fits_only_in_the_text_that_it_was_taken_from()
    {
        const string Text = "The ministers met in Séoul \ud83d\ude00.";
        Passage passage = Passage.In(Text, 21, 26);
        passage.QuoteHash.ShouldBe("64a4809df75e79c09f74075dec68e127d70460743a64b239ae0cb14fe679d6a7");
        passage.FitsIn(Text).ShouldBeTrue();
        passage.FitsIn(" " + Text).ShouldBeFalse();
        passage.FitsIn("short").ShouldBeFalse();
        (passage with { Start = -1 }).FitsIn(Text).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 6)]
    public void A_passage_outside_its_text_is_refused(int start, int end) => Should.Throw<FaultException>(() => Passage.In("12345", start, end)).Fault.Kind.Code.ShouldBe("claims.passage");

    [Fact]
    public void A_lone_surrogate_is_hashed_as_the_replacement_character() => Passage.HashOf("a\ud800b").ShouldBe(Passage.HashOf("a\ufffdb"));
}
