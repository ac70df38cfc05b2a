using Linchpin.Briefing.Continuity;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests.Continuity;

public sealed class ContinuityTests : IDisposable
{
    private static readonly DateOnly On = new(2025, 3, 1);

    private readonly Record _record = new();

    [Fact]
    public void What_is_due_within_the_horizon_or_past_its_day_is_told_and_what_is_delivered_is_not()
    {
        Document text = _record.Text("They agreed to open a foundry. They agreed to open a school. They agreed to open a port. They agreed to open a mine.");
        _record.Promise(text, "foundry", "KOR,IND", quote: "They agreed to open a foundry", due: "2024-06")
            .Promise(text, "school", "KOR,IND", quote: "They agreed to open a school", due: "2025-08", state: "in-progress")
            .Promise(text, "port", "KOR,IND", quote: "They agreed to open a port", due: "2026-08")
            .Promise(text, "mine", "KOR,IND", quote: "They agreed to open a mine", due: "2025-04", state: "delivered");

        // From 1 March 2025 to 30 June 2024: 244 days, 8 months of 30; to 31 August 2025: 183 days.
        Told(ContinuityKind.Due, 184).ShouldBe(
        [
            ("They agreed to open a foundry", "Was due 2024-06, 8 months ago; no source says that it was done.", -244),
            ("They agreed to open a school", "Due 2025-08; a source shows work on it.", 183),
        ]);
    }

    [Fact]
    public void A_commitment_of_which_no_source_speaks_again_is_silent_for_as_long_as_it_is_old_and_names_who_made_it()
    {
        Document text = _record.Text("They agreed to share data. They agreed to share maps.");
        _record.Promise(text, "data", "KOR,IND", quote: "They agreed to share data", date: "2023-03-01").Promise(text, "maps", "USA,IND", quote: "They agreed to share maps", state: "in-progress");
        ContinuityLine line = Lines(30).Single(l => l.Kind == ContinuityKind.Silent);
        Phrases.English.Say(line.Why, id => id.Name).ShouldBe("Made 2023-03-01; no later evidence for 2 years.");
        line.Parties.Select(p => p.Name).ShouldBe(["IND", "KOR"]);
        line.Claims[0].Quote.ShouldBe("They agreed to share data");
        Lines(30).ShouldNotContain(l => l.What == "They agreed to share maps" && l.Kind == ContinuityKind.Silent);
    }

    [Fact]
    public void What_rests_on_a_person_is_fragile_once_a_source_names_the_next_holder_of_the_office()
    {
        Document first = _record.Text("Minister Lise Meitner of Korea agreed to share isotopes with India.", "2022-01");
        Document later = _record.Text("Minister Emmy Noether of Korea opened the fair.", "2024-01", file: "later.txt");
        _record.Promise(first, "isotopes", "KOR,IND", quote: "Minister Lise Meitner of Korea agreed to share isotopes with India");
        foreach ((Document from, string who, string quote) in new[] { (first, "lise-meitner", "Minister Lise Meitner of Korea"), (later, "emmy-noether", "Minister Emmy Noether of Korea") })
        {
            _record.Say(from, $"role/{who}", "person", Record.Entity("person/" + who), quote).Say(from, $"role/{who}", "title", Record.Words("Minister of Science"), quote)
                .Say(from, $"role/{who}", "body", Record.Entity("country/KOR"), quote).Say(from, "person/" + who, "name", Record.Words(quote["Minister ".Length..^" of Korea".Length]), quote);
        }

        ContinuityLine fragile = Lines(30).Single(l => l.Kind == ContinuityKind.Fragile);
        Phrases.English.Say(fragile.Why, id => id.Name).ShouldBe("It rests on Lise Meitner as Minister of Science, and Emmy Noether is told of in that office in 2024-01; nothing on record was signed for it.");
        fragile.Claims.Count.ShouldBe(3);
        Phrases.English.Say(Lines(30).First(l => l.Kind == ContinuityKind.Held).Why, id => id.Name).ShouldBe("Told of in 2022-01. Emmy Noether is told of in the office in 2024-01.");
    }

    [Fact]
    public void An_instrument_that_ends_and_one_that_nobody_signed_are_told_apart()
    {
        Document text = _record.Text("The Chip Pact ends in May 2025. The Chip Forum of Korea and India meets.");
        foreach (string country in new[] { "KOR", "IND" })
        {
            _record.Say(text, "mechanism/pact", "member", Record.Entity("country/" + country), "The Chip Pact").Say(text, "mechanism/forum", "member", Record.Entity("country/" + country), "The Chip Forum");
        }

        _record.Say(text, "mechanism/pact", "name", Record.Words("Chip Pact"), "The Chip Pact").Say(text, "mechanism/pact", "type", Record.Words("agreement"), "The Chip Pact")
            .Say(text, "mechanism/pact", "expires", Record.On("2025-05"), "The Chip Pact ends in May 2025")
            .Say(text, "mechanism/forum", "name", Record.Words("Chip Forum"), "The Chip Forum").Say(text, "mechanism/forum", "type", Record.Words("dialogue"), "The Chip Forum");
        Told(ContinuityKind.Lapses, 365).ShouldBe([("Chip Pact", "Ends 2025-05 by its own terms.", 91)]);
        Told(ContinuityKind.Unsigned, 365).ShouldBe([("Chip Forum", "No source tells of a signature.", null)]);
        Told(ContinuityKind.Lapses, 30).ShouldBeEmpty();
    }

    private IReadOnlyList<ContinuityLine> Lines(int horizon) => _record.Briefing().Continuity(["USA", "KOR", "IND"], On, horizon).Lines;

    private (string, string, int?)[] Told(ContinuityKind kind, int horizon) =>
        [.. Lines(horizon).Where(l => l.Kind == kind).Select(l => (l.What, Phrases.English.Say(l.Why, id => id.Name), l.Days))];

    public void Dispose() => _record.Dispose();
}
