using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;

namespace Linchpin.Briefing.Wording;

/// <summary>Exposures in words: who, what, from whom, which year, of what base.</summary>
internal sealed partial class ExposureWords(RecordIndex index, Names names)
{
    /// <summary>"electrical and optical equipment": the table sector's plain name, never its code.</summary>
    internal static string TableSector(Exposure exposure)
    {
        string name = Words.Clean(exposure.TableSectorName);
        return name.Length == 0 ? "unnamed" : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>"South Korea’s electrical and optical equipment sector".</summary>
    internal string User(EntityId partner, Exposure exposure) => $"{names.Whose(partner)} {TableSector(exposure)} sector";

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
