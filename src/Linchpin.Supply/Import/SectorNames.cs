using System.Text;
using Linchpin.Claims;

namespace Linchpin.Supply.Import;

/// <summary>Names of sectors for tables whose files hold codes alone, and which codes are manufacturing.</summary>
internal static class SectorNames
{
    /// <summary>The names of a built-in list: <c>icio45</c>, <c>icio50</c>, <c>nace64</c>. A code that is not in it keeps its code as name.</summary>
    internal static IReadOnlyDictionary<string, string> Of(string list)
    {
        using Stream stream = typeof(SectorNames).Assembly.GetManifestResourceStream(list + ".csv")!;
        using var text = new StreamReader(stream, Encoding.UTF8);
        return CsvText.Rows(text.ReadToEnd()).Skip(1).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
    }

    /// <summary>Whether a code of ISIC rev. 4 or NACE rev. 2 is of section C, divisions 10 to 33, with or without the letter.</summary>
    internal static bool IsManufacturing(string code)
    {
        if (code.Length > 1 && code[0] == 'C' && char.IsAsciiDigit(code[1]))
        {
            return true;
        }

        return code.Length >= 2 && char.IsAsciiDigit(code[0]) && char.IsAsciiDigit(code[1]) && int.Parse(code.AsSpan(0, 2), null) is >= 10 and <= 33;
    }
}
