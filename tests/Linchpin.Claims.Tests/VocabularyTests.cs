using System.Text.RegularExpressions;

namespace Linchpin.Claims.Tests;

public sealed class VocabularyTests
{
    public static TheoryData<string> Kinds => [.. Vocabulary.Kinds.Keys];

    public static TheoryData<string> Properties => [.. Vocabulary.Properties.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_says_what_it_is_and_has_ids_of_its_own(string kind)
    {
        KindTerm term = Vocabulary.Kinds[kind];
        term.Id.ShouldBe(kind);
        kind.ShouldMatch("^[a-z]+(-[a-z]+)?$");
        term.Label.ShouldMatch("^[A-Z]");
        term.Plural.ShouldNotBe(term.Label);
        term.Description.ShouldEndWith(".");
        EntityId.TryParse(kind + "/x", out _).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Every_property_says_what_it_is_and_names_only_known_kinds(string property)
    {
        PropertyTerm term = Vocabulary.Properties[property];
        term.Id.ShouldBe(property);
        property.ShouldMatch("^[a-z]+(-[a-z]+)*$");
        term.Label.ShouldMatch("^[A-Z]");
        term.Description.ShouldEndWith(".");
        term.Of.ShouldBeSubsetOf(Vocabulary.Kinds.Keys);
        term.Of.ShouldBeUnique();
        (term.Values.Count == 0 || term.Type == ValueType.Text).ShouldBeTrue();
        term.Values.ShouldAllBe(v => Regex.IsMatch(v, "^[a-z-]+$"));
        Type(term).ShouldBe(term.Type);
    }

    [Fact]
    public void No_two_terms_have_one_label()
    {
        Vocabulary.Kinds.Values.SelectMany(k => new[] { k.Label, k.Plural }).ShouldBeUnique();
        Vocabulary.Properties.Values.Select(p => p.Label).ShouldBeUnique();
        Vocabulary.Sectors.Select(s => s.Label).ShouldBeUnique();
    }

    [Fact]
    public void The_kinds_are_those_of_the_design() => Vocabulary.Kinds.Keys.ShouldBe(
        [
            "country", "body", "person", "role", "mechanism", "event", "commitment", "outcome", "recommendation", "risk", "sector", "document", "dataset",
            "exposure", "chokepoint", "export-content", "scenario", "loss", "response-plan", "plan-burden", "replacement",
            "product", "concentration", "supply-share", "trade-warning",
        ], ignoreOrder: true);

    [Fact]
    public void Countries_have_one_code_of_each_kind_and_both_names()
    {
        // ISO 3166-1 has 249 officially assigned codes.
        Vocabulary.Countries.Count.ShouldBe(249);
        Vocabulary.Countries.Values.ShouldAllBe(c => Regex.IsMatch(c.Iso3, "^[A-Z]{3}$") && Regex.IsMatch(c.Iso2, "^[A-Z]{2}$") && Regex.IsMatch(c.M49, "^[0-9]{3}$") && c.Name.Length > 2 && c.NameKo.Length > 0);
        Vocabulary.Countries.Values.Select(c => c.Iso2).ShouldBeUnique();
        Vocabulary.Countries.Values.Select(c => c.M49).ShouldBeUnique();
        Vocabulary.Countries.Values.Select(c => c.Name).ShouldBeUnique();
        Vocabulary.Countries["KOR"].ShouldBe(new CountryTerm("KOR", "KR", "410", "South Korea", "대한민국"));
        Vocabulary.CountryName("IND").ShouldBe("India");
        Vocabulary.CountryName("ROW").ShouldBe("ROW");
    }

    [Theory]
    [InlineData("kor", "KOR")]
    [InlineData(" JPN ", "JPN")]
    public void A_code_is_read_whatever_its_case(string text, string code) => Vocabulary.Country(text).ShouldBe(code);

    [Theory]
    [InlineData("KR", "KOR")]
    [InlineData("Korea", "KOR")]
    [InlineData("JPX", "JPN")]
    [InlineData("", null)]
    [InlineData("<b>", null)]
    public void A_code_that_there_is_not_is_refused_with_those_near_it(string text, string? near)
    {
        FaultException e = Should.Throw<FaultException>(() => Vocabulary.Country(text));
        e.Fault.Kind.Code.ShouldBe("claims.country-unknown");
        e.Fault.Kind.Exit.ShouldBe(Exit.Usage);
        e.Fault.Cause.ShouldContain(near ?? "is not");
    }

    [Fact]
    public void Sectors_have_labels_and_others_are_refused()
    {
        Vocabulary.Sectors.Select(s => s.Id).ShouldBeUnique();
        Vocabulary.Sectors.ShouldAllBe(s => EntityId.Sector(s.Id).Name == s.Id);
        Vocabulary.SectorLabel("ev-batteries").ShouldBe("Electric vehicles and batteries");
        Vocabulary.SectorLabel("telecom-5g-6g").ShouldBe("Telecommunications, 5G/6G");
        Should.Throw<FaultException>(() => Vocabulary.SectorLabel("weather")).Fault.Kind.Code.ShouldBe("claims.sector-unknown");
    }

    [Theory]
    [InlineData("one\ntwo\u0000three\u202Efour\u2028five", "one two three four five")]
    [InlineData(null, "")]
    [InlineData("\ud83d\ude00", "  ")]
    public void Foreign_text_is_shown_on_one_line_without_marks_that_steer(string? text, string shown) => Shown.Short(text).ShouldBe(shown);

    [Fact]
    public void Foreign_text_is_cut_and_says_so() => Shown.Short(new string('x', 500), 10).ShouldBe("xxxxxxxxxx…");

    [Fact]
    public void A_fault_says_code_place_cause_and_remedy_in_one_line()
    {
        var kind = new FaultKind("room.fault", "Title", "Mend it.");
        kind.At("It broke.", "file.csv:3").ToString().ShouldBe("room.fault: file.csv:3: It broke. Mend it.");
        kind.At("It broke.", remedy: "Do this.").ToString().ShouldBe("room.fault: It broke. Do this.");
        var inner = new IOException();
        FaultException e = kind.Because("It broke.", inner: inner);
        (e.Message, e.InnerException).ShouldBe(("room.fault: It broke. Mend it.", inner));
    }

    /// <summary>The type that a claim of the property takes, found by making one of each.</summary>
    private static ValueType Type(PropertyTerm term)
    {
        EntityId subject = EntityId.Parse((term.Of.Count > 0 ? term.Of[0] : "body") + "/x");
        (ValueType, Value)[] values =
        [
            (ValueType.Text, new TextValue(term.Values.Count > 0 ? term.Values[0] : "words")), (ValueType.Quantity, new QuantityValue(1, "1")), (ValueType.Share, new ShareValue(1, "all")),
            (ValueType.Money, new MoneyValue(1, "USD", "current", 2020)), (ValueType.Date, new DateValue(PartialDate.Parse("2020"))), (ValueType.Entity, new EntityValue(subject)),
        ];
        var source = new DatasetSource(EntityId.Parse("dataset/d"), "v", "none");
        return values.Single(v =>
        {
            try
            {
                return new Claim(subject, term.Id, v.Item2, default, source, Author.Person("A"), Handling.Clear("n")).Value == v.Item2;
            }
            catch (FaultException)
            {
                return false;
            }
        }).Item1;
    }
}
