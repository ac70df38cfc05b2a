using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Chokepoints in words: whose industry, what a stop of its deliveries abroad would take from whom, by which table.</summary>
internal sealed class ChokepointWords(RecordIndex index, Names names)
{
    /// <summary>"China’s electrical and optical equipment industry".</summary>
    internal static Said Industry(Chokepoint chokepoint)
    {
        string sector = Words.Clean(chokepoint.TableSectorName);
        return new Said("cell.industry", new Whose(chokepoint.Supplier), new Named(chokepoint.TableSector, sector.Length == 0 ? "unnamed" : char.ToLowerInvariant(sector[0]) + sector[1..]));
    }

    /// <summary>"1.60 % of South Korea’s value added (USD 19.2 billion)"; for several members the sum, then each.</summary>
    internal Said Cost(Chokepoint chokepoint) => chokepoint.Members is [var one]
        ? one.Share is { } part ? new("cell.cost-share", Percent(part.Part), new Whose(one.Partner), Money(one.Loss)) : new("cell.cost-amount", Money(one.Loss), new Whose(one.Partner))
        : new(
            "cell.cost-several", Money(chokepoint.Loss, chokepoint.Members[0].Loss.Currency), names.Sorted(chokepoint.Members.Select(m => m.Partner)),
            chokepoint.Members.Select(m => new Said("cell.cost-of", m.Share is { } share ? Percent(share.Part) : Money(m.Loss), new Whose(m.Partner))).ToArray());

    /// <summary>"by extraction on the table “World Input-Output Database, release 2013, 2011”, row-sum basis".</summary>
    internal Said Terms(Chokepoint chokepoint) => index.Dataset(chokepoint.Dataset) is { } dataset
        ? new("cell.extraction-named", Words.Clean(dataset.Title), Basis(chokepoint)) : new("cell.extraction", chokepoint.Year.ToString(CultureInfo.InvariantCulture), Basis(chokepoint));

    /// <summary>"0.16 %": two decimals, for losses are small parts of a country's value added.</summary>
    internal static string Percent(double part) => part is > 0 and < 0.00005 ? "less than 0.01 %" : string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.00} %");

    /// <summary>"USD 68.4 billion", in the largest unit that keeps a figure before the point.</summary>
    internal static Said Money(MoneyValue money) => Money(money.Amount, money.Currency);

    private static Said Money(decimal amount, string currency)
    {
        decimal size = Math.Abs(amount);
        return size >= 1e12m ? new("money.trillion", currency, Digits(amount / 1e12m)) : size >= 1e9m ? new("money.billion", currency, Digits(amount / 1e9m))
            : size >= 1e6m ? new("money.million", currency, Digits(amount / 1e6m)) : new("money.units", currency, amount.ToString("#,0", CultureInfo.InvariantCulture));
    }

    private static string Digits(decimal amount) => amount.ToString(Math.Abs(amount) < 10 ? "0.00" : Math.Abs(amount) < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static Said Basis(Chokepoint chokepoint) => new(
        chokepoint.Members[0].LossClaim.Claim.Source is DatasetSource { Derivation: var derivation } && derivation.Contains("reported", StringComparison.Ordinal) ? "cell.term-reported" : "cell.term-row-sum");
}
