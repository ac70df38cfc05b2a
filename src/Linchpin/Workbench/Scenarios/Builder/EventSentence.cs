using System.Globalization;
using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Supply;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>An event as a sentence in the reader's language.</summary>
internal static class EventSentence
{
    private const int MostNamed = 5;

    /// <summary>The sentence.</summary>
    public static string Of(Messages words, Scope scope, InputOutputTable table, EventDraft e) => words[
        "builder.says-" + e.Kind, Countries(words, scope, table, e.From, words["builder.every-country"]), Sectors(words, table, e.Sector),
        Countries(words, scope, table, e.To, words[e.Kind == "stock-release" ? "builder.itself" : "builder.every-other"]), ScenarioDraft.Number(e.Size),
        ScenarioDraft.Number(e.Elasticity)] + " " + words[e.Recovery > 0 ? "builder.says-when-recovery" : "builder.says-when", e.Start, e.Days, e.Recovery];

    /// <summary>Countries by name.</summary>
    public static string Countries(Messages words, Scope scope, InputOutputTable table, string codes, string all) => codes == "all" ? all
        : Listed([.. codes.Split(',').Select(c => Vocabulary.Countries.ContainsKey(c) ? scope.NameOf(EntityId.Country(c))
            : table.Countries.FirstOrDefault(t => t.Code == c) is { } region ? words["exposures.not-a-country", region.Name] : c)]);

    /// <summary>Table sectors by their plain names.</summary>
    public static string Sectors(Messages words, InputOutputTable table, string codes) => codes == "all" ? words["exposures.all-sectors"]
        : Listed([.. codes.Split(',').Select(c => SectorLinks.Default.PlainName(EntityId.Sector($"{table.Descriptor.ClassificationId}:{c.ToLowerInvariant()}"))
            ?? table.Sectors.FirstOrDefault(s => s.Code == c)?.Name ?? c)]);

    private static string Listed(string[] names) => names.Length <= MostNamed ? string.Join(", ", names)
        : string.Join(", ", names.Take(MostNamed)) + string.Create(CultureInfo.InvariantCulture, $" + {names.Length - MostNamed}");
}
