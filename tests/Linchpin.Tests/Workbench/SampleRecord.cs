using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Tests.Workbench;

/// <summary>A small record made by hand: a readout, a news report that disagrees with it, a paper for the owner alone, and a table.</summary>
internal static class SampleRecord
{
    public const string SecretWord = "zugzwang";

    public const string Readout = """
        Joint readout of the Trilateral Chip Dialogue

        Seoul, 14 March 2024. Delegations of Korea, India and the United States met for the second Trilateral Chip Dialogue. The three sides agreed to share early warnings of disruptions in the supply of gallium, and to name a point of contact in each ministry by the end of June 2024.

        Korea pledged to host a working group on packaging. <script>window.stolen = true</script><img src=x onerror="window.stolen=true">

        The delegations discussed export controls. A turned ‮ sign and a​hidden space stand here.
        """;

    public const string Report = """
        Chip talks held

        Officials met in Seoul on 15 March 2024 for the chip dialogue, the paper reports.

        Emmy Noether, director of the Packaging Office in Seoul, took part. A first round was held in October 2023.

        Critics say that India should also join the packaging working group.
        """;

    public const string Page = """
        <!doctype html><html><head><title>hidden title</title><style>p{color:red}</style></head>
        <body><h1>Packaging group meets</h1><script>window.stolen = true</script>
        <p>The packaging working group held its first meeting in Busan &amp; Ulsan on 3 June 2024.</p></body></html>
        """;

    public const string Paper = "For the owner alone. The desk expects the zugzwang round in Delhi to fail.";

    private static readonly Author Hand = Author.Person("desk");
    private static readonly Handling Clear = Handling.Clear("desk");
    private static readonly Handling Red = new("desk", Tlp.Red, ["desk"]);

    public static Document ReadoutDocument { get; } = Made(Readout, "readout.txt", "text/plain", "Readout of the second Trilateral Chip Dialogue", PartialDate.Of(2024, 3, 15), Clear);

    public static Document ReportDocument { get; } = Made(Report, "report.txt", "text/plain", "Chip talks held", PartialDate.Of(2024, 3, 16), Clear);

    public static Document PageDocument { get; } = Made(Page, "page.html", "text/html", "Packaging group meets", PartialDate.Of(2024, 6, 4), Clear);

    public static Document PaperDocument { get; } = Made(Paper, "paper.txt", "text/plain", "Internal " + SecretWord + " paper", null, Red);

    public static Dataset Table { get; } = new(
        EntityId.Parse("dataset/sample-2011"), new string('a', 64), "Sample table 2011", "Sample office", "Sample office (2013), Sample table.", PartialDate.Of(2013), "USD million", "current, basic prices", 2011,
        "wiod2013", "free for any use", "Rows balance within 0.2 USD million.", Clear);

    public static IEnumerable<Deposit> Deposits()
    {
        yield return Deposit.Of(ReadoutDocument,
        [
            .. Say(ReadoutDocument, "Trilateral Chip Dialogue", Clear, ("mechanism/chip-dialogue", "name", T("Trilateral Chip Dialogue")), ("mechanism/chip-dialogue", "type", T("dialogue"))),
            .. Say(ReadoutDocument, "Delegations of Korea, India and the United States met for the second Trilateral Chip Dialogue", Clear,
                ("mechanism/chip-dialogue", "member", E("country/KOR")), ("mechanism/chip-dialogue", "member", E("country/IND")), ("mechanism/chip-dialogue", "member", E("country/USA")),
                ("mechanism/chip-dialogue", "sector", E("sector/semiconductors")), ("event/chip-dialogue-2", "name", T("Second Trilateral Chip Dialogue")),
                ("event/chip-dialogue-2", "mechanism", E("mechanism/chip-dialogue")), ("event/chip-dialogue-2", "ordinal", new QuantityValue(2, "1"))),
            .. Say(ReadoutDocument, "Seoul, 14 March 2024", Clear, ("event/chip-dialogue-2", "date", D("2024-03-14")), ("event/chip-dialogue-2", "place", T("Seoul"))),
            .. Say(ReadoutDocument, "The three sides agreed to share early warnings of disruptions in the supply of gallium", Clear,
                ("commitment/early-warning", "what", T("share early warnings of disruptions in the supply of gallium")), ("commitment/early-warning", "act", T("agreed")),
                ("commitment/early-warning", "who", E("country/KOR")), ("commitment/early-warning", "who", E("country/IND")), ("commitment/early-warning", "who", E("country/USA")),
                ("commitment/early-warning", "sector", E("sector/semiconductors")), ("commitment/early-warning", "mechanism", E("mechanism/chip-dialogue")), ("commitment/early-warning", "event", E("event/chip-dialogue-2"))),
            .. Say(ReadoutDocument, "name a point of contact in each ministry by the end of June 2024", Clear,
                ("commitment/contact", "what", T("name a point of contact in each ministry")), ("commitment/contact", "act", T("agreed")), ("commitment/contact", "due", D("2024-06")),
                ("commitment/contact", "who", E("country/KOR")), ("commitment/contact", "who", E("country/IND")), ("commitment/contact", "sector", E("sector/semiconductors"))),
            .. Say(ReadoutDocument, "Korea pledged to host a working group on packaging", Clear,
                ("commitment/packaging", "what", T("host a working group on packaging")), ("commitment/packaging", "act", T("pledged")), ("commitment/packaging", "who", E("country/KOR")),
                ("commitment/packaging", "date", D("2024-03-14")), ("commitment/packaging", "sector", E("sector/semiconductors"))),
        ]);
        yield return Deposit.Of(ReportDocument,
        [
            .. Say(ReportDocument, "Officials met in Seoul on 15 March 2024 for the chip dialogue", Clear, ("event/chip-dialogue-2", "date", D("2024-03-15"))),
            .. Say(ReportDocument, "Emmy Noether, director of the Packaging Office in Seoul, took part", Clear,
                ("person/emmy-noether", "name", T("Emmy Noether")), ("body/packaging-office", "name", T("Packaging Office")), ("body/packaging-office", "type", T("government-body")), ("body/packaging-office", "country", E("country/KOR")),
                ("role/noether-director", "person", E("person/emmy-noether")), ("role/noether-director", "title", T("director")), ("role/noether-director", "body", E("body/packaging-office")),
                ("event/chip-dialogue-2", "participant", E("person/emmy-noether")), ("event/chip-dialogue-2", "participant", E("body/packaging-office"))),
            .. Say(ReportDocument, "A first round was held in October 2023", Clear,
                ("event/chip-dialogue-1", "date", D("2023-10")), ("event/chip-dialogue-1", "mechanism", E("mechanism/chip-dialogue")), ("event/chip-dialogue-1", "participant", E("country/KOR"))),
            .. Say(ReportDocument, "India should also join the packaging working group", Clear, ("recommendation/join", "what", T("India should also join the packaging working group")),
                ("recommendation/join", "who-should", E("country/IND")), ("recommendation/join", "mechanism", E("mechanism/chip-dialogue"))),
        ]);
        yield return Deposit.Of(PageDocument,
            [.. Say(PageDocument, "held its first meeting in Busan &amp; Ulsan on 3 June 2024", Clear, ("commitment/packaging", "state", T("in-progress")))]);
        yield return Deposit.Of(PaperDocument,
        [
            .. Say(PaperDocument, "The desk expects the zugzwang round in Delhi to fail", Red, ("risk/" + SecretWord, "what", T("the " + SecretWord + " round may fail")), ("risk/" + SecretWord, "about", E("mechanism/chip-dialogue")),
                ("mechanism/" + SecretWord, "name", T(SecretWord + " round")), ("mechanism/" + SecretWord, "member", E("country/KOR")), ("mechanism/" + SecretWord, "member", E("country/IND")),
                ("mechanism/" + SecretWord, "sector", E("sector/semiconductors"))),
        ]);
        yield return Deposit.Of(Table, [.. Exposures(), .. Chokepoints(), .. Scenario(), .. PlanAndTrade()]);
    }

    private static IEnumerable<Claim> Exposures()
    {
        foreach ((string user, string supplier, double face, double deep) in new[]
        {
            ("KOR", "CHN", 0.0812, 0.1634), ("KOR", "JPN", 0.0421, 0.0733), ("KOR", "ROW", 0.1201, 0.2045), ("IND", "CHN", 0.0711, 0.1345), ("IND", "DEU", 0, 0.0111),
        })
        {
            EntityId id = EntityId.Of("exposure", $"{user.ToLowerInvariant()}-{supplier.ToLowerInvariant()}-2011");
            foreach ((string property, Value value) in new (string, Value)[]
            {
                ("user", E("country/" + user)), ("user-sector", E("sector/wiod2013:14")), ("supplier", E("country/" + supplier)), ("year", new QuantityValue(2011, "1")),
                ("face-value-share", new ShareValue(face, "all inputs, 2011, basic prices")), ("look-through-share", new ShareValue(deep, "all direct and indirect inputs, 2011, basic prices")),
            })
            {
                yield return new Claim(
                    id, property, value, new ValidTime(PartialDate.Of(2011), PartialDate.Of(2011)), new DatasetSource(Table.Id, Table.Version, $"(L - I) rows {supplier}, column {user}"),
                    new Author(AuthorKind.Engine, "supply", "1"), Clear);
            }
        }
    }

    private static IEnumerable<Claim> Chokepoints()
    {
        foreach ((string supplier, string sector, decimal world, decimal[] losses) in new (string, string, decimal, decimal[])[]
        {
            ("CHN", "14", 712_225_850_419m, [24_717_321_619m, 19_242_000_000m, 2_000_000_000m]), ("TWN", "14", 146_404_000_000m, [9_028_000_000m, 5_310_000_000m, -4_000_000m]), ("KOR", "14", 158_387_000_000m, [7_761_000_000m, 0, 449_000_000m]),
        })
        {
            EntityId id = EntityId.Of("chokepoint", $"sample-2011-{supplier.ToLowerInvariant()}-{sector}");
            yield return Calculated(id, "supplier", E("country/" + supplier), "industry");
            yield return Calculated(id, "supplying-sector", E("sector/wiod2013:" + sector), "industry");
            yield return Calculated(id, "year", new QuantityValue(2011, "1"), "year");
            yield return Calculated(id, "world-loss", new MoneyValue(world, "USD", "current, basic", 2011), $"industry {supplier} {sector}, all regions");
            foreach ((string partner, decimal loss) in new[] { "USA", "KOR", "IND" }.Zip(losses).Where(p => p.First != supplier))
            {
                EntityId of = EntityId.Of("loss", $"{id.Name}-{partner.ToLowerInvariant()}");
                string cell = $"industry {supplier} {sector}, region {partner}";
                yield return Calculated(of, "cause", new EntityValue(id), cell);
                yield return Calculated(of, "country", E("country/" + partner), cell);
                yield return Calculated(of, "value-added-loss", new MoneyValue(loss, "USD", "current, basic", 2011), cell);
                yield return Calculated(of, "value-added-loss-share", loss < 0 ? new NotApplicableValue("a gain, not a loss") : new ShareValue((double)(loss / 15_000_000_000_000m), "the value added"), cell);
            }
        }
    }

    private static IEnumerable<Claim> Scenario()
    {
        EntityId id = EntityId.Parse("scenario/sample-2011-ensemble");
        yield return Calculated(id, "name", T("A stop of chips (ensemble, 2011)"), "scenario");
        yield return Calculated(id, "type", T("ensemble"), "scenario");
        yield return Calculated(id, "year", new QuantityValue(2011, "1"), "year");
        yield return Calculated(id, "events", T("export-ban CHN:14 to all, share 1, days 0 to 59"), "scenario");
        yield return Calculated(id, "settings", T("inventory_days 90"), "scenario");
        yield return Calculated(id, "scenario-hash", T(new string('b', 64)), "scenario");
        yield return Calculated(id, "world-loss", new MoneyValue(90_000_000_000, "USD", "current, basic", 2011), "all regions");
        foreach ((string country, decimal loss) in new[] { ("KOR", 2_000_000_000m), ("IND", -3_000_000m), ("CHN", 60_000_000_000m) })
        {
            EntityId of = EntityId.Of("loss", $"{id.Name}-{country.ToLowerInvariant()}");
            yield return Calculated(of, "cause", new EntityValue(id), "scenario");
            yield return Calculated(of, "country", E("country/" + country), "scenario");
            yield return Calculated(of, "value-added-loss", new MoneyValue(loss, "USD", "current, basic", 2011), "median");
            yield return Calculated(of, "value-added-loss-low", new MoneyValue(loss - 500_000_000, "USD", "current, basic", 2011), "5 % quantile");
            yield return Calculated(of, "value-added-loss-high", new MoneyValue(loss + 500_000_000, "USD", "current, basic", 2011), "95 % quantile");
            yield return Calculated(of, "value-added-loss-share", loss < 0 ? new NotApplicableValue("a gain, not a loss") : new ShareValue((double)(loss / 1_000_000_000_000m), "the value added"), "median");
        }
    }

    private static IEnumerable<Claim> PlanAndTrade()
    {
        EntityId plan = EntityId.Parse("response-plan/sample-2011-plan");
        EntityId burden = EntityId.Parse("plan-burden/sample-2011-plan-kor");
        EntityId replacement = EntityId.Parse("replacement/sample-2011-plan-14-ind-kor");
        EntityId warning = EntityId.Parse("trade-warning/sample-281111-kor-chn-fall");
        EntityId concentration = EntityId.Parse("concentration/sample-281111-kor");
        EntityId product = EntityId.Parse("product/hs-281111");
        foreach ((EntityId id, string property, Value value) in new (EntityId, string, Value)[]
        {
            (plan, "name", T("A stop of chips: Korea and India, alone and together")), (plan, "events", T("export-ban CHN:14 to all")), (plan, "settings", T("{}")), (plan, "partner", E("country/KOR")),
            (plan, "joint-gain", Usd(5_000_000_000)), (burden, "plan", new EntityValue(plan)), (burden, "country", E("country/KOR")), (burden, "lost-deliveries", Usd(9_000_000_000)),
            (burden, "burden-alone", new UnknownValue("its conditions cannot be met")), (burden, "burden-together", Usd(3_000_000_000)), (burden, "gain-part", Usd(2_000_000_000)),
            (replacement, "plan", new EntityValue(plan)), (replacement, "type", T("new-production")), (replacement, "supplier", E("country/IND")), (replacement, "user", E("country/KOR")),
            (replacement, "supplying-sector", E("sector/wiod2013:14")), (replacement, "amount", Usd(1_000_000_000)), (replacement, "exports-share", new ShareValue(0.04, "present exports")),
            (product, "name", T("hydrogen fluoride")), (warning, "type", T("fall")), (warning, "product", new EntityValue(product)), (warning, "user", E("country/KOR")), (warning, "supplier", E("country/CHN")),
            (warning, "measure", T("weight")), (warning, "date", D("2011-07")), (warning, "certainty", T("high")), (warning, "observed", new UnknownValue("no row")), (warning, "expected", new QuantityValue(3_513_733, "kg a month")),
            (concentration, "product", new EntityValue(product)), (concentration, "user", E("country/KOR")), (concentration, "measure", T("imports by value")), (concentration, "hhi", new QuantityValue(0.509, "1")),
            (concentration, "top-share", new ShareValue(0.653, "imports")), (concentration, "supplier", E("country/CHN")), (concentration, "year", new QuantityValue(2011, "1")),
        })
        {
            yield return Calculated(id, property, value, "sample");
        }
    }

    private static MoneyValue Usd(decimal amount) => new(amount, "USD", "current, basic", 2011);

    private static Claim Calculated(EntityId id, string property, Value value, string cell) => new(
        id, property, value, new ValidTime(PartialDate.Of(2011)), new DatasetSource(Table.Id, Table.Version, $"v L e_i k_i; {cell}"), new Author(AuthorKind.Engine, "supply", "1"), Clear);

    private static IEnumerable<Claim> Say(Document document, string words, Handling handling, params (string Subject, string Property, Value Value)[] claims)
    {
        int at = document.Text!.IndexOf(words, StringComparison.Ordinal);
        return claims.Select(c => new Claim(
            EntityId.Parse(c.Subject), c.Property, c.Value, ValidTime.Undated, new DocumentSource(document.Id, Passage.In(document.Text, at, at + words.Length)), Hand, handling));
    }

    private static Document Made(string text, string file, string mediaType, string title, PartialDate? published, Handling handling)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new Document(Document.IdOf(hash), hash, file, mediaType, title, "Sample office", published, published is null ? null : "stated in the text", "readout", text, handling);
    }

    private static TextValue T(string words) => new(words);

    private static EntityValue E(string id) => new(EntityId.Parse(id));

    private static DateValue D(string date) => new(PartialDate.Parse(date));
}
