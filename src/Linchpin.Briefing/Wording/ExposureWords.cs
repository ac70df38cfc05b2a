using System.Globalization;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Wording;

/// <summary>Exposures in words: who, what, from whom, which year, of what base.</summary>
internal sealed class ExposureWords(View view, Names names)
{
    /// <summary>"South Korea’s electrical and optical equipment sector".</summary>
    internal string User(EntityId partner, Exposure exposure) => $"{names.Whose(partner)} {TableSector(exposure)} sector";

    /// <summary>The table sector's plain name; never its code.</summary>
    internal static string TableSector(Exposure exposure)
    {
        string code = exposure.TableSector.Name;
        string name = Words.Clean(exposure.TableSectorName);
        return name.Length == 0 || name == code || name == exposure.TableSector.ToString() ? "unnamed table" : Words.Sector(name);
    }

    /// <summary>What the share is a share of, with year, prices and unit, each said once.</summary>
    internal string Base(MemberShare share, Exposure exposure)
    {
        string text = Words.Clean(share.LookThrough.Base);
        string code = exposure.TableSector.Name[(exposure.TableSector.Name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        text = string.Join(' ', text.Split(' ').Select(w => w.Trim(',', ';', '(', ')') == code ? w.Replace(code, TableSector(exposure), StringComparison.Ordinal) : w));
        string year = exposure.Year.ToString(CultureInfo.InvariantCulture);
        if (!text.Contains(year, StringComparison.Ordinal))
        {
            text += ", " + year;
        }

        Dataset? dataset = view.Dataset(exposure.Dataset);
        if (dataset is not null && !text.Contains("prices", StringComparison.OrdinalIgnoreCase))
        {
            text += ", " + Words.Clean(dataset.Prices) + (dataset.Prices.Contains("prices", StringComparison.OrdinalIgnoreCase) ? "" : " prices");
        }

        string derivation = ((DatasetSource)share.LookThroughClaim.Claim.Source).Derivation;
        if (!text.Contains("basis", StringComparison.OrdinalIgnoreCase))
        {
            text += Basis(derivation);
        }

        return text;
    }

    private static string Basis(string derivation) =>
        derivation.Contains("rowsum", StringComparison.OrdinalIgnoreCase) || derivation.Contains("row-sum", StringComparison.OrdinalIgnoreCase) ? ", row-sum basis"
        : derivation.Contains("reported", StringComparison.OrdinalIgnoreCase) ? ", reported-output basis"
        : "";
}
