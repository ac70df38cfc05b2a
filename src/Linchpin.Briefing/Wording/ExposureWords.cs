using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Exposures in words: who, what, from whom, which year, of what base.</summary>
internal sealed partial class ExposureWords(RecordIndex index)
{
    private static readonly Dictionary<string, string> KnownTerms = new(StringComparer.Ordinal)
    {
        ["at basic prices"] = "cell.term-basic", ["at current basic prices"] = "cell.term-current", ["home supply in the base"] = "cell.term-home",
        ["row-sum basis"] = "cell.term-row-sum", ["reported-output basis"] = "cell.term-reported",
    };

    /// <summary>"electrical and optical equipment": the table sector's plain name, never its code.</summary>
    internal static string TableSector(Exposure exposure)
    {
        string name = Words.Clean(exposure.TableSectorName);
        return name.Length == 0 ? "unnamed" : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The same, to be called as each language calls it.</summary>
    internal static object Sector(Exposure exposure) => new Named(exposure.TableSector, TableSector(exposure));

    /// <summary>"South Korea’s electrical and optical equipment sector".</summary>
    internal static Said User(EntityId partner, Exposure exposure) => new("exposure.user", new Whose(partner), Sector(exposure));

    /// <summary>What the share is a share of, up to whose, in the words of each language.</summary>
    internal static object WholeOf(MemberShare share) => Whole(share) is "all direct and indirect inputs" ? new Said("cell.all-inputs") : Whole(share);

    /// <summary>Prices, scope and basis, in the words of each language.</summary>
    internal Commas Stated(MemberShare share, Exposure exposure) => new([.. Terms(share, exposure).Split(", ").Select(t => KnownTerms.TryGetValue(t, out string? key) ? new Said(key) : (object)t)]);

    /// <summary>What the share is a share of, up to whose: "all direct and indirect inputs".</summary>
    internal static string Whole(MemberShare share) => OfWhom().Match(Words.Clean(share.LookThrough.Base)) is { Success: true } m ? m.Groups["whole"].Value : "the inputs by look-through";

    /// <summary>Prices, scope and basis in plain words: "at basic prices, home supply in the base, row-sum basis". The table's currency is left to the references: a share has none.</summary>
    internal string Terms(MemberShare share, Exposure exposure)
    {
        string stated = Words.Clean(share.LookThrough.Base);
        string terms = OfWhom().Match(stated) is { Success: true } m && m.Groups["terms"].Success ? m.Groups["terms"].Value
            : "base as stated: " + WithoutCodes(stated, exposure);
        Dataset? dataset = index.Dataset(exposure.Dataset);
        string prices = dataset is null || terms.Contains(dataset.Prices, StringComparison.OrdinalIgnoreCase) ? "" : Words.Clean(dataset.Prices) + ", ";
        string unit = dataset is null ? "" : Words.Clean(dataset.Unit);
        string[] parts = [.. (prices + terms).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(t => !t.Equals(unit, StringComparison.OrdinalIgnoreCase) && t is not "current").Select(Plain)];
        return string.Join(", ", parts)
            + (parts.Any(t => t.Contains("basis", StringComparison.Ordinal)) ? "" : Basis(((DatasetSource)share.LookThroughClaim.Claim.Source).Derivation));
    }

    private static string Plain(string term) => term switch
    {
        "basic prices" => "at basic prices",
        "current basic prices" => "at current basic prices",
        "home supply included" => "home supply in the base",
        "basis rowsum" => "row-sum basis",
        "basis reported" => "reported-output basis",
        _ => term,
    };

    private static string WithoutCodes(string text, Exposure exposure)
    {
        string sector = exposure.TableSector.Name;
        string code = sector[(sector.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return Regex.Replace(text, $@"\s*\({Regex.Escape(code)}\)|\b{Regex.Escape(code)}\b", "", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant).Trim();
    }

    private static string Basis(string derivation) =>
        derivation.Contains("rowsum", StringComparison.OrdinalIgnoreCase) || derivation.Contains("row-sum", StringComparison.OrdinalIgnoreCase) ? ", row-sum basis"
        : derivation.Contains("reported", StringComparison.OrdinalIgnoreCase) ? ", reported-output basis"
        : "";

    // "all direct and indirect inputs of SECTOR in COUNTRY, YEAR (terms)": the sentence says sector, country and year itself.
    [GeneratedRegex(@"^(?<whole>[a-z][a-z -]*? inputs)\b(?: of .*?)?(?:, [0-9]{4})?(?: \((?<terms>[^()]*)\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex OfWhom();
}
