using System.Globalization;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>The section on early warnings in the partners' monthly trade: the latest, with level, date and how sure.</summary>
internal sealed class WarningSection(BriefContext brief)
{
    private const int Most = 6;

    /// <summary>The section; <see langword="null"/> where the record holds no warning for a chosen partner.</summary>
    internal BriefSection? Make()
    {
        Entity[] all =
        [
            .. brief.Index.TradeWarnings.Where(w => w.First("user")?.Value is EntityValue user && brief.Lattice.Partners.Contains(user.Id) && w.First("date")?.Value is DateValue
                    && w.First("supplier")?.Value is EntityValue && w.First("product")?.Value is EntityValue && w.First("type")?.Value is TextValue)
                .OrderByDescending(w => ((DateValue)w.First("date")!.Value).On.Earliest).ThenByDescending(w => w.First("certainty")?.Claim.Confidence ?? 0).ThenBy(w => w.Id),
        ];
        if (all.Length == 0)
        {
            return null;
        }

        var items = new List<BriefItem>(all.Take(Most).Select(w => new BriefItem(Told(w))));
        if (all.Length > Most)
        {
            items.Add(new BriefItem(BriefContext.Note($"Left out here: {Words.Count(all.Length - Most)} earlier {(all.Length - Most == 1 ? "warning" : "warnings")} of the record.")));
        }

        items.Add(new BriefItem(BriefContext.Note("An early warning says that a month’s trade is unusual against its season and the year before, not why: a ban, a strike, a price and a mistake look alike.")));
        return new BriefSection("early-warnings", "Early warnings", [new BriefPart("Unusual months in the partners’ trade, latest first", items)]);
    }

    private Sentence Told(Entity warning)
    {
        brief.References.Weigh(warning.Claims);
        string product = Words.Clean(brief.Index.NameOf(Linked(warning, "product")) ?? "a product");
        string trade = $"{brief.Names.Whose(Linked(warning, "user"))} imports of {product} from {brief.Names.Of(Linked(warning, "supplier"))}";
        string when = Words.When(((DateValue)warning.First("date")!.Value).On);
        string measure = warning.First("measure")?.Value is TextValue text ? text.Words.Replace('-', ' ') : "value";
        string seen = Amount(warning, "observed") is { } observed ? $"came to {observed}" : "have no row";
        string expected = Amount(warning, "expected") is { } usual ? $" where about {usual} was to be expected" : "";
        string sure = warning.First("certainty") is { Value: TextValue word } certainty
            ? $"; how sure: {word.Words}{(certainty.Claim.Confidence is { } c ? string.Create(CultureInfo.InvariantCulture, $" ({Math.Floor(c * 1000) / 1000:0.000})") : "")}" : "";
        string what = ((TextValue)warning.First("type")!.Value).Words switch
        {
            "origin-lost" => $"{trade} have no row, which is no report or no trade{expected}",
            "substitution" => $"{trade} rose in place of another origin: their {measure} {seen}{expected}",
            "unit-value" => $"{trade} were priced at {Amount(warning, "observed") ?? "an unknown amount"}{expected}",
            _ => $"{trade} {seen} by {measure}{expected}",
        };
        return brief.Fact($"{when}, {what}{sure}.", [warning.First("observed") ?? warning.First("date")!]);
    }

    private static string? Amount(Entity warning, string property) => warning.First(property)?.Value is QuantityValue { Amount: var amount, Unit: var unit }
        ? $"{amount.ToString(Math.Abs(amount) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture)} {Words.Clean(unit).Replace(" a month", "", StringComparison.Ordinal)}" : null;

    private static EntityId Linked(Entity warning, string property) => ((EntityValue)warning.First(property)!.Value).Id;
}
