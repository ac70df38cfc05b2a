using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>A warning in plain sentences.</summary>
internal static class WarningWords
{
    internal static string Name(TradeMeasure measure) => measure switch
    {
        TradeMeasure.Value => "value",
        TradeMeasure.Weight => "weight",
        _ => "unit-value",
    };

    internal static string Name(WarningKind kind) => kind switch
    {
        WarningKind.Fall => "fall",
        WarningKind.Rush => "rush",
        WarningKind.UnitValue => "unit-value",
        WarningKind.Substitution => "substitution",
        _ => "origin-lost",
    };

    internal static string Name(WarningState state) => state switch
    {
        WarningState.New => "new",
        WarningState.OneMonth => "one month",
        WarningState.TwoMonths => "two months",
        _ => "level shift",
    };

    internal static string Name(WarningCertainty certainty) => certainty switch
    {
        WarningCertainty.Low => "low",
        WarningCertainty.Medium => "medium",
        _ => "high",
    };

    internal static string Of(TradeWarning w)
    {
        string flow = $"{w.Product} from {Country(w.Origin, "all origins")} to {Country(w.Importer, "all importers")}";
        string what = w.Kind switch
        {
            WarningKind.OriginLost => $"{flow}: no report or no trade from {w.Month} to {w.Raised} after steady trade of about {Amount(w.Expected)} {w.Unit} a month; the source does not say which",
            WarningKind.Substitution when w.Expected is null => $"{flow}: a new origin with {Amount(w.Seen)} {w.Unit} in {w.Raised}, in place of {Country(w.InPlaceOf!, "")}: {Percent(100 * w.Covers)} of what was lost since {w.Month}",
            WarningKind.Substitution => $"{flow}: {Amount(w.Seen)} {w.Unit} in {w.Raised} where about {Amount(w.Expected)} was usual, in place of {Country(w.InPlaceOf!, "")}: {Percent(100 * w.Covers)} of what was lost since {w.Month}",
            _ when w.Over > 1 => $"{flow}: {Noun(w)} of about {Amount(w.Seen)} {w.Unit} a month from {w.Month} to {w.Raised} where about {Amount(w.Expected)} was to be expected ({Percent(w.ChangePercent, true)})",
            _ => $"{flow}: {Noun(w)} of {Amount(w.Seen)} {w.Unit} in {w.Month} where about {Amount(w.Expected)} was to be expected ({Percent(w.ChangePercent, true)})",
        };
        string rush = w.RushBefore is { } before ? $"; a rush in weight in {before}" : "";
        string course = w.Since.State switch
        {
            WarningState.New => "no later month is known",
            WarningState.OneMonth => "back the next month",
            WarningState.TwoMonths => $"held through {w.Since.Through}",
            _ => $"a shift of the level, held through {w.Since.Through}",
        };
        string mirror = w.Mirror switch
        {
            { Agrees: true } m => $"; the other side's report agrees ({Amount(m.Seen)})",
            { Agrees: false } m => $"; the other side's report does not agree ({Amount(m.Seen)} where about {Amount(m.Expected)} was to be expected)",
            { Seen: null } => "; the other side has no figure for the month",
            _ => "",
        };
        return $"{what}{rush}; {course}{mirror}. How sure: {Name(w.Certainty)}.";
    }

    private static string Noun(TradeWarning w) => (w.Kind, w.Measure) switch
    {
        (WarningKind.UnitValue, _) => "unit value",
        (_, TradeMeasure.Weight) => "weight",
        _ => "value",
    };

    private static string Country(string code, string world) => code == TradeCodes.World ? world : Vocabulary.Countries.ContainsKey(code) ? Vocabulary.CountryName(code) : code;

    private static string Amount(double? amount) => amount is not { } a ? "an unknown amount" : Math.Abs(a) >= 100 ? a.ToString("#,0", CultureInfo.InvariantCulture) : a.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Percent(double? percent, bool sign = false) => percent is { } p ? p.ToString(sign ? "+0;-0;0" : "0", CultureInfo.InvariantCulture) + " %" : "unknown";
}

/// <summary>Codes that stand for no country.</summary>
internal static class TradeCodes
{
    /// <summary>UN Comtrade's code for all partners together.</summary>
    internal const string World = "W00";
}
