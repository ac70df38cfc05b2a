using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>What a scenario comes to: bands over time and by sector from an ensemble, and what the partners can do alone and together. Amounts in the table's unit; a loss is positive.</summary>
/// <param name="Hash">The scenario's hash.</param>
/// <param name="Design">The ensemble's id: the same design gives the same bits on every node.</param>
/// <param name="Runs">Runs done.</param>
/// <param name="Varied">What varied, each in words.</param>
/// <param name="Regions">By partner, then the world.</param>
/// <param name="Industries">The partners' industries that lose most by the median, the greatest first.</param>
/// <param name="Plan">Alone and together; <see langword="null"/> where there is no plan.</param>
/// <param name="WhyNoPlan">Why there is none; <see langword="null"/> where there is one.</param>
internal sealed record ScenarioAnswer(
    string Hash, string Design, int Runs, IReadOnlyList<string> Varied, IReadOnlyList<AnswerRegion> Regions, IReadOnlyList<AnswerIndustry> Industries, AnswerPlan? Plan, string? WhyNoPlan)
{
    private const int DaysApart = 7;
    private const int MostIndustries = 20;
    private const int MostReplacements = 40;

    /// <summary>What an answer is kept under: everything that its numbers hang on.</summary>
    public static string Key(EnsembleDesign design, IReadOnlyList<string> partners) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"answer/1 {design.Id} {design.Runs} {string.Join(',', partners)}")))[..32];

    /// <summary>The answer of an ensemble and a plan.</summary>
    public static ScenarioAnswer Of(Ensemble ensemble, ResponsePlan? plan, string? whyNoPlan, IReadOnlyList<string> partners) => new(
        ensemble.Design.Scenario.Hash, ensemble.Design.Id, ensemble.Done,
        [.. ensemble.Design.Uncertainty.Settings.Select(s => $"{s.Title}: {s.Distribution.Words}")],
        [.. partners.Select(p => ensemble.Regions.First(r => r.Region == p)).Append(ensemble.World).Select(Region)],
        [.. ensemble.Industries.Where(i => partners.Contains(i.Country)).Take(MostIndustries).Select(i => new AnswerIndustry(i.Country, i.Sector, i.ValueAdded.P5, i.ValueAdded.P50, i.ValueAdded.P95))],
        plan is null ? null : Shape(plan), whyNoPlan);

    private static AnswerRegion Region(RegionBands r) => new(
        r.Region, r.ValueAdded.P5, r.ValueAdded.P50, r.ValueAdded.P95, r.ValueAddedBefore > 0 ? 100 * r.ValueAdded.P50 / r.ValueAddedBefore : null,
        [.. Enumerable.Range(0, (r.Days.Count + DaysApart - 1) / DaysApart).Select(w => w * DaysApart).Select(d => new AnswerDay(d, r.Days[d].P5, r.Days[d].P50, r.Days[d].P95))]);

    private static AnswerPlan Shape(ResponsePlan plan) => new(
        plan.FirstDay, plan.Days, plan.Gain,
        [.. plan.Partners.Select((p, at) => new AnswerPartner(p, plan.Alone[at].Lost, plan.Alone[at].Burden, plan.Together[at].Burden, plan.Shapley[at]))],
        [.. plan.Replacements.OrderByDescending(r => r.Amount).Take(MostReplacements).Select(r => new AnswerReplacement(r.Input, r.FromLost, r.By, r.To, Word(r.Kind), r.Amount, r.ShareOfPresentExports))],
        [.. plan.Uncovered.OrderByDescending(u => u.Amount).Take(MostIndustries).Select(u => new AnswerGap(u.Partner, u.Input, u.Amount, u.Lost))]);

    private static string Word(PlannedKind kind) => kind switch { PlannedKind.NewProduction => "new-production", PlannedKind.Stock => "stock", _ => "redirected-exports" };
}

/// <summary>A region's loss of value added: the band of all days, and of every seventh day. Percent of the value added of all days.</summary>
internal sealed record AnswerRegion(string Code, double Low, double Middle, double High, double? Percent, IReadOnlyList<AnswerDay> Days);

/// <summary>The band of a day, in the table's unit a day.</summary>
internal sealed record AnswerDay(int Day, double Low, double Middle, double High);

/// <summary>An industry's loss of value added over all days.</summary>
internal sealed record AnswerIndustry(string Country, string Sector, double Low, double Middle, double High);

/// <summary>What the partners can do: the window, what joint action saves, each partner's burden, what replaces what, what stays uncovered.</summary>
internal sealed record AnswerPlan(
    int FirstDay, int Days, double? Gain, IReadOnlyList<AnswerPartner> Partners, IReadOnlyList<AnswerReplacement> Replacements, IReadOnlyList<AnswerGap> Uncovered);

/// <summary>A partner's burden; its part of the gain is unknown for more than six partners.</summary>
internal sealed record AnswerPartner(string Code, double Lost, double Alone, double Together, double? GainPart);

/// <summary>A delivery of the joint plan.</summary>
internal sealed record AnswerReplacement(string Input, string FromLost, string By, string To, string Kind, double Amount, double? OfExports);

/// <summary>What a partner goes without.</summary>
internal sealed record AnswerGap(string Partner, string Input, double Amount, double Lost);
