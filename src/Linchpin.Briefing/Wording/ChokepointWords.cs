using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Chokepoints in words: whose industry, what a stop of its deliveries abroad would take from whom, by which table.</summary>
internal sealed class ChokepointWords(RecordIndex index, Names names)
{
    /// <summary>"China’s electrical and optical equipment industry".</summary>
    internal string Industry(Chokepoint chokepoint)
    {
        string sector = Words.Clean(chokepoint.TableSectorName);
        return $"{names.Whose(chokepoint.Supplier)} {(sector.Length == 0 ? "unnamed" : char.ToLowerInvariant(sector[0]) + sector[1..])} industry";
    }

    /// <summary>"1.60 % of South Korea’s value added (USD 19.2 billion)"; for several members the sum, then each.</summary>
    internal string Cost(Chokepoint chokepoint)
    {
        string[] each = [.. chokepoint.Members.Select(m => m.Share is { } share ? $"{Percent(share.Part)} of {names.Whose(m.Partner)}" : $"{Money(m.Loss)} of {names.Whose(m.Partner)}")];
        return chokepoint.Members is [var one]
            ? one.Share is null ? $"{Money(one.Loss)} from {names.Whose(one.Partner)} value added" : $"{each[0]} value added ({Money(one.Loss)})"
            : $"{Money(chokepoint.Loss, chokepoint.Members[0].Loss.Currency)} from {names.List(chokepoint.Members.Select(m => m.Partner))} together ({Words.List(each)} value added)";
    }

    /// <summary>"by extraction on the table “World Input-Output Database, release 2013, 2011”, row-sum basis".</summary>
    internal string Terms(Chokepoint chokepoint) => index.Dataset(chokepoint.Dataset) is { } dataset
        ? $"by extraction on the table “{Words.Clean(dataset.Title)}”, {Basis(chokepoint)}"
        : $"by extraction on a table of {chokepoint.Year}, {Basis(chokepoint)}";

    /// <summary>"0.16 %": two decimals, for losses are small parts of a country's value added.</summary>
    internal static string Percent(double part) => part is > 0 and < 0.00005 ? "less than 0.01 %" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.00} %");

    /// <summary>"USD 68.4 billion", in the largest unit that keeps a figure before the point.</summary>
    internal static string Money(MoneyValue money) => Money(money.Amount, money.Currency);

    private static string Money(decimal amount, string currency)
    {
        decimal size = Math.Abs(amount);
        string text = size >= 1e12m ? $"{Digits(amount / 1e12m)} trillion" : size >= 1e9m ? $"{Digits(amount / 1e9m)} billion"
            : size >= 1e6m ? $"{Digits(amount / 1e6m)} million" : amount.ToString("#,0", CultureInfo.InvariantCulture);
        return $"{currency} {text}";
    }

    private static string Digits(decimal amount) => amount.ToString(Math.Abs(amount) < 10 ? "0.00" : Math.Abs(amount) < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static string Basis(Chokepoint chokepoint) =>
        chokepoint.Members[0].LossClaim.Claim.Source is DatasetSource { Derivation: var derivation } && derivation.Contains("reported", StringComparison.Ordinal) ? "reported-output basis" : "row-sum basis";
}
