using Linchpin.Claims;
using Linchpin.Starter;

namespace Linchpin.Tests.Starter;

public class StarterRecordTests
{
    private static readonly IReadOnlyList<Deposit> Deposits = StarterRecord.Read("test-node");
    private static readonly IReadOnlyList<Claim> Claims = [.. Deposits.SelectMany(d => d.Claims)];

    private static IEnumerable<IGrouping<EntityId, Claim>> Of(string kind) => Claims.Where(c => c.Subject.Kind == kind).GroupBy(c => c.Subject);

    private static bool Has(IGrouping<EntityId, Claim> entity, string property) => entity.Any(c => c.Property == property);

    [Fact]
    public void At_least_45_mechanisms_have_members_and_a_type() =>
        Of("mechanism").Count(m => Has(m, "member") && Has(m, "type") && Has(m, "name")).ShouldBeGreaterThanOrEqualTo(45);

    [Fact]
    public void At_least_65_events_and_commitments_are_dated() =>
        Of("event").Concat(Of("commitment")).Count(e => Has(e, "date")).ShouldBeGreaterThanOrEqualTo(65);

    [Fact]
    public void At_least_45_recommendations_say_what_they_advise()
    {
        Of("recommendation").Count().ShouldBeGreaterThanOrEqualTo(45);
        Of("recommendation").ShouldAllBe(r => Has(r, "what"));
    }

    [Fact]
    public void At_least_20_roles_and_15_risks_are_named()
    {
        Of("role").Count(r => Has(r, "person") && Has(r, "title")).ShouldBeGreaterThanOrEqualTo(20);
        Of("risk").Count(r => Has(r, "what")).ShouldBeGreaterThanOrEqualTo(15);
    }

    [Fact]
    public void Every_commitment_says_what_and_how_it_was_bound() =>
        Of("commitment").ShouldAllBe(c => Has(c, "what") && Has(c, "act"));

    [Fact]
    public void Every_entity_that_a_claim_names_is_known_to_the_record()
    {
        HashSet<EntityId> subjects = [.. Claims.Select(c => c.Subject)];
        foreach (EntityValue value in Claims.Select(c => c.Value).OfType<EntityValue>())
        {
            (value.Id.Kind is "country" or "sector" || subjects.Contains(value.Id)).ShouldBeTrue(value.Id.ToString());
        }
    }

    [Fact]
    public void Every_claim_stands_in_a_document_of_its_own_deposit_under_a_public_label()
    {
        foreach (Deposit deposit in Deposits)
        {
            Document document = deposit.Documents.ShouldHaveSingleItem();
            document.Text.ShouldBeNull();
            document.Id.ShouldBe(Document.IdOf(document.ContentHash));
            deposit.Claims.ShouldNotBeEmpty();
            deposit.Claims.ShouldAllBe(c => c.Source.Of == document.Id && c.Handling.Equals(Handling.Clear("test-node")) && c.Author == StarterRecord.Author && c.Confidence == null);
        }
    }

    [Fact]
    public void A_mechanism_has_the_id_that_Reading_gives_to_its_name()
    {
        string[] ids = [.. Of("mechanism").Select(m => m.Key.ToString())];
        ids.ShouldContain("mechanism/quad");
        ids.ShouldContain(Reading.MechanismName.IdFor("US-ROK Senior Economic Dialogue", ["KOR", "USA"]).ToString());
        ids.ShouldContain(Reading.MechanismName.IdFor("South Korea-U.S. Next Generation Critical and Emerging Technologies Dialogue", ["USA", "KOR"]).ToString());
    }

    [Fact]
    public void Read_twice_it_gives_the_same_claims_in_the_same_order() =>
        StarterRecord.Read("test-node").SelectMany(d => d.Claims).Select(c => c.Id).ShouldBe(Claims.Select(c => c.Id));

    [Fact]
    public void No_claim_is_made_twice() => Claims.Select(c => c.Id).ShouldBeUnique();

    [Fact]
    public void An_event_is_named_by_its_document_and_the_start_of_its_passage() =>
        Claims.ShouldContain(c => c.Subject == EntityId.Parse("event/2a48af53adbecade-364") && c.Property == "ordinal" && c.Value == new QuantityValue(10, "1"));

    [Fact]
    public void Sources_that_disagree_are_both_kept()
    {
        // One article dates Seoul's strategy to 2022, a policy brief to December 2023.
        IGrouping<EntityId, Claim> strategy = Of("mechanism").Single(m => m.Any(c => c.Value is TextValue { Words: "ROK Indo-Pacific strategy" }));
        strategy.Where(c => c.Property == "established").Select(c => c.Value.Display).ShouldBe(["2022", "2023-12"], ignoreOrder: true);
        strategy.Where(c => c.Property == "established").Select(c => c.Source.Of).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_commitment_whose_state_changed_has_each_state_with_its_own_passage()
    {
        IEnumerable<IGrouping<EntityId, Claim>> changed = Of("commitment").Where(c => c.Where(x => x.Property == "state").Select(x => x.Value).Distinct().Count() > 1);
        changed.Count().ShouldBeGreaterThanOrEqualTo(5);
        changed.ShouldAllBe(c => c.Where(x => x.Property == "state").Select(x => x.Source).Distinct().Count() > 1);
    }

    [Fact]
    public void The_README_counts_what_is_there()
    {
        string[] rows = [.. File.ReadLines(Path.Combine(StarterRecord.Folder, "README.md")).Where(l => l.StartsWith("| `record/", StringComparison.Ordinal))];
        rows.Length.ShouldBe(Directory.GetFiles(Path.Combine(StarterRecord.Folder, "record")).Length);
        foreach (string[] row in rows.Select(r => r.Trim('|').Split('|', StringSplitOptions.TrimEntries)))
        {
            string file = Path.Combine(StarterRecord.Folder, row[0].Trim('`'));
            int entries = file.EndsWith(".jsonl", StringComparison.Ordinal) ? File.ReadLines(file).Count(l => l.Length > 0) : Deposits.Count;
            row[^1].ShouldBe(entries.ToString(System.Globalization.CultureInfo.InvariantCulture), row[0]);
        }
    }

    [CorpusFact]
    public void Every_passage_is_in_its_document_at_its_place()
    {
        IReadOnlyDictionary<string, string> texts = Corpus.Texts();
        foreach (Deposit deposit in Deposits)
        {
            string text = texts[deposit.Documents[0].ContentHash];
            foreach (Claim claim in deposit.Claims)
            {
                ((DocumentSource)claim.Source).At.FitsIn(text).ShouldBeTrue($"{claim.Subject} {claim.Property}: {claim.Source}");
            }
        }
    }
}
