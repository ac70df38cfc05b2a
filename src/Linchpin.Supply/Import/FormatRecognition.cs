using System.Text.RegularExpressions;
using Linchpin.Claims;
using Linchpin.Supply.Datasets;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Tells the format of files from their names and first lines.</summary>
/// <param name="limits">Bounds.</param>
internal sealed partial class FormatRecognition(TableLimits limits)
{
    private const int MostLines = 12;
    private const int MostSniffed = 1 << 22;

    /// <summary>The format to read with: the one asked for, unless the files are plainly of another; for <c>auto</c> the only one that they
    /// can be.</summary>
    internal TableFormat Choose(string asked, ImportFiles files, IReadOnlyList<string> paths)
    {
        (IReadOnlyList<string> seen, string what) = Candidates(files, paths);
        if (asked.Trim().Equals(TableFormat.Auto, StringComparison.OrdinalIgnoreCase))
        {
            return seen.Count == 1 ? TableFormat.Named(seen[0]) : throw SupplyFaults.FormatUnclear.Because(
                seen.Count == 0 ? $"The files are of no format that is known: {what}." : $"The files can be {string.Join(" or ", seen)}.",
                remedy: seen.Count == 0 ? $"Give files of one of the formats {string.Join(", ", TableFormat.All.Select(f => f.Code))}." : $"Name the format: --format {seen[0]}.");
        }

        TableFormat format = TableFormat.Named(asked);
        if (seen.Count > 0 && !seen.Contains(format.Code))
        {
            throw SupplyFaults.FormatMismatch.Because($"The files look like {string.Join(" or ", seen)} and not like {format.Code}.", remedy: $"Give --format {seen[0]}, or {format.Files}.");
        }

        return seen.Count == 0 && what.StartsWith("looks", StringComparison.Ordinal) ? throw SupplyFaults.FormatMismatch.Because($"The file {what}.", remedy: $"Give {format.Files}.") : format;
    }

    private (IReadOnlyList<string> Formats, string What) Candidates(ImportFiles files, IReadOnlyList<string> paths)
    {
        if (files.Find(DatasetManifest.FileName) is not null)
        {
            return ([], "looks like a dataset of Linchpin's own, which needs no import");
        }

        if ((files.Find("Z.txt") ?? files.Find("A.txt")) is not null && files.Find("Y.txt") is not null)
        {
            return (["exiobase3"], "");
        }

        if (files.Names.Any(n => n.StartsWith("Eora26_", StringComparison.Ordinal)) && files.Names.Any(n => n.Contains("_T.txt", StringComparison.Ordinal)))
        {
            return (["eora26"], "");
        }

        if (files.Find(DescriptorReader.FileName) is not null || (files.Folder is not null && files.Find("sectors.csv") is not null))
        {
            return (["long"], "");
        }

        string[] tables = [.. files.Names.Where(n => files.Folder is null || n.Contains(".csv", StringComparison.OrdinalIgnoreCase))];
        return tables.Length == 1 ? OfFile(files.Need(tables[0])) : ([], $"{tables.Length} tables and no folder that is known");
    }

    private (IReadOnlyList<string>, string) OfFile(string path)
    {
        if (Container(path) is { } container)
        {
            return ([], "looks like " + container);
        }

        var lines = new List<List<string>>();
        try
        {
            TableFile.ReadFirst(path, limits with { UnpackedBytes = Math.Max(limits.LineBytes * 2L, MostSniffed) * MostLines }, reader =>
            {
                while (lines.Count < MostLines && reader.Next(out ReadOnlySpan<byte> line))
                {
                    lines.Add(CellText.All(line, (byte)',', reader));
                    if (lines.Count == 1 && lines[0].Count > 50 && lines[0].Contains("RNr"))
                    {
                        break;
                    }
                }
            });
        }
        catch (FaultException e) when (e.Fault.Kind == SupplyFaults.RaggedRow || e.Fault.Kind == SupplyFaults.LineTooLong)
        {
            // The reader of the format says what is wrong with the line; here only what could be read counts.
        }

        return lines.Count == 0 ? ([], "it has no line") : OfHeader(lines, Path.GetFileName(path));
    }

    private static (IReadOnlyList<string>, string) OfHeader(List<List<string>> lines, string name)
    {
        List<string> head = lines[0];
        if (head.Contains("icioiRow") && head.Contains("obsValue"))
        {
            return (["figaro"], "");
        }

        if (head.Any(c => c.EndsWith("_P3_S14", StringComparison.Ordinal)))
        {
            return (["figaro"], "");
        }

        if (head.Any(c => c.EndsWith("_HFCE", StringComparison.Ordinal)))
        {
            return (Icio(head, name), "");
        }

        if (head.Contains("RNr", StringComparer.OrdinalIgnoreCase) && head.Contains("IndustryCode", StringComparer.OrdinalIgnoreCase))
        {
            return (["wiod2016"], "");
        }

        List<string>? numbers = lines.Find(l => l.Count > 5 && l.Skip(4).Take(2).All(c => Numbered().IsMatch(c)));
        if (numbers is not null)
        {
            return numbers.Contains("c57") ? (["wiod2016"], "") : numbers.Contains("c42") ? (["wiod2013"], "") : (["wiod2013", "wiod2016"], "");
        }

        if (head is ["from_country", ..] or ["country", ..])
        {
            return (["long"], "");
        }

        return ([], head.Count == 1 && head[0].Contains(';', StringComparison.Ordinal) ? "looks like CSV with semicolons; commas are wanted"
            : head.Count == 1 && head[0].Contains('\t', StringComparison.Ordinal) ? "looks like text with tabs and no header that is known"
            : $"its first line begins '{Shown.Short(string.Join(',', head), 60)}'");
    }

    /// <summary>Editions of ICIO by their codes (letters since 2025), their column of output (TOTAL in 2021, OUT since) and a year in the
    /// name that follows ICIO.</summary>
    private static IReadOnlyList<string> Icio(List<string> head, string name)
    {
        string code = head.Skip(1).First(c => c.Contains('_', StringComparison.Ordinal));
        bool letters = char.IsAsciiLetter(code[code.IndexOf('_', StringComparison.Ordinal) + 1]);
        string[] seen = letters ? ["icio2025"] : head.Contains("TOTAL") ? ["icio2021"] : head.Contains("OUT") ? ["icio2023"] : ["icio2021", "icio2023"];
        return Edition().Match(name) is { Success: true } m && TableFormat.All.Any(f => f.Code == "icio" + m.Groups[1].Value) && letters == (m.Groups[1].Value == "2025")
            ? ["icio" + m.Groups[1].Value] : seen;
    }

    private static string? Container(string path)
    {
        Span<byte> start = stackalloc byte[8];
        int count;
        using (FileStream file = TableFile.Open(path, TableLimits.Import))
        {
            count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        }

        ReadOnlySpan<byte> bytes = start[..count];
        bool named = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        return bytes.StartsWith("PK\x03\x04"u8) ? "a ZIP archive or an Excel workbook: unpack it, or save the sheet as CSV"
            : bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) && !named ? "a gzip file whose name does not end in .gz"
            : bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? "an old Excel workbook: save the sheet as CSV"
            : bytes.StartsWith("%PDF"u8) ? "a PDF document"
            : bytes.StartsWith("RDX"u8) || bytes.StartsWith("<stata"u8) ? "a data file of R or Stata: write its table as CSV"
            : bytes.StartsWith("<!"u8) || bytes.StartsWith("<html"u8) ? "a web page"
            : bytes.StartsWith("PAR1"u8) ? "a Parquet file"
            : bytes.StartsWith("{"u8) ? "JSON"
            : null;
    }

    [GeneratedRegex(@"^[cr]\d{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"ICIO[-_]?(20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Edition();
}
