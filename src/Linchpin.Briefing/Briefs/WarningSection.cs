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
        Entity[] all = [.. Of(brief)];
        if (all.Length == 0)
        {
            return null;
        }

        var items = new List<BriefItem>(all.Take(Most).Select(w => new BriefItem(Told(w))));
        if (all.Length > Most)
        {
            items.Add(new BriefItem(brief.Note(new Said(all.Length - Most == 1 ? "warning.more.one" : "warning.more.many", new Spelled(all.Length - Most)))));
        }

        items.Add(new BriefItem(brief.Note(new Said("warning.how"))));
        return new BriefSection("early-warnings", brief.Say("warning.title"), [new BriefPart(brief.Say("warning.part"), items)]);
    }

    /// <summary>The warnings for a chosen partner, latest first.</summary>
    internal static IEnumerable<Entity> Of(BriefContext brief) => brief.Index.TradeWarnings
        .Where(w => w.First("user")?.Value is EntityValue user && brief.Lattice.Partners.Contains(user.Id) && w.First("date")?.Value is DateValue
            && w.First("supplier")?.Value is EntityValue && w.First("product")?.Value is EntityValue && w.First("type")?.Value is TextValue)
        .OrderByDescending(w => ((DateValue)w.First("date")!.Value).On.Earliest).ThenByDescending(w => w.First("certainty")?.Claim.Confidence ?? 0).ThenBy(w => w.Id);

    private Sentence Told(Entity warning)
    {
        brief.References.Weigh(warning.Claims);
        object product = Words.Clean(brief.Index.NameOf(Linked(warning, "product")) ?? "") is { Length: > 0 } name ? name : new Said("warning.product");
        var trade = new Said("warning.trade", new Whose(Linked(warning, "user")), product, Linked(warning, "supplier"));
        var when = new When(((DateValue)warning.First("date")!.Value).On);
        object measure = Term("warning.measure-", (warning.First("measure")?.Value as TextValue)?.Words ?? "value", "weight", "value", "unit-value");
        string? observed = Amount(warning, "observed");
        Said seen = observed is { } amount ? new("warning.came-to", amount) : new("warning.no-row");
        object expected = Amount(warning, "expected") is { } usual ? new Said("warning.expected", usual) : "";
        object sure = warning.First("certainty") is { Value: TextValue word } certainty ? new Said("warning.sure", new Commas([Sure(word.Words, certainty.Claim.Confidence)])) : "";
        Said told = ((TextValue)warning.First("type")!.Value).Words switch
        {
            "origin-lost" => new("warning.origin-lost", when, trade, expected, sure),
            "substitution" => new("warning.substitution", when, trade, measure, seen, expected, sure),
            "unit-value" => new("warning.unit-value", when, trade, observed is null ? new Said("warning.unknown-amount") : observed, expected, sure),
            _ => new("warning.other", when, trade, measure, seen, expected, sure),
        };
        return brief.Fact(told, [warning.First("observed") ?? warning.First("date")!]);
    }

    private string Sure(string word, double? confidence)
    {
        string said = brief.Say("name.date", Term("warning.sure-", word, "high", "medium", "low"));
        return confidence is { } c ? string.Create(CultureInfo.InvariantCulture, $"{said} ({Math.Floor(c * 1000) / 1000:0.000})") : said;
    }

    /// <summary>A word of the engine's as each language says it; one that is not among those known stays as it is.</summary>
    private static object Term(string family, string word, params ReadOnlySpan<string> known) => known.Contains(word) ? new Said(family + word) : Words.Clean(word).Replace('-', ' ');

    private static string? Amount(Entity warning, string property) => warning.First(property)?.Value is QuantityValue { Amount: var amount, Unit: var unit }
        ? $"{amount.ToString(Math.Abs(amount) >= 100 ? "#,0" : "0.##", CultureInfo.InvariantCulture)} {Words.Clean(unit).Replace(" a month", "", StringComparison.Ordinal)}" : null;

    private static EntityId Linked(Entity warning, string property) => ((EntityValue)warning.First(property)!.Value).Id;
}
