using System.Text;
using Linchpin.Claims;
using Linchpin.Reading.Documents;

namespace Linchpin.Reading;

/// <summary>What an index says about a document: its citation where the text itself does not carry one.</summary>
/// <param name="Title">As the index states it; <see langword="null"/> where it does not.</param>
/// <param name="Publisher">Who published it; <see langword="null"/> where not stated.</param>
/// <param name="Published">The source's own date; <see langword="null"/> where not stated.</param>
/// <param name="PublishedBasis">Where the date comes from, in words.</param>
/// <param name="Genre">What kind of text it is, in words.</param>
public sealed record DocumentFacts(string? Title, string? Publisher, PartialDate? Published, string? PublishedBasis, string? Genre);

/// <summary>A list of documents with their citations: CSV with a header that has <c>file</c>, and may have <c>publisher</c>, <c>title</c>, <c>date</c>, <c>kind</c>.</summary>
/// <remarks>An index is not a document: nothing is mined from it. A date cell may go on after an ISO date, as in <c>2024-03 (inferred)</c>: the rest is kept as its basis.</remarks>
public sealed class DocumentIndex
{
    private readonly Dictionary<string, DocumentFacts> _facts;

    private DocumentIndex(Dictionary<string, DocumentFacts> facts) => _facts = facts;

    /// <summary>How many documents it lists.</summary>
    public int Count => _facts.Count;

    /// <summary>Whether a file is an index: its name ends in <c>.csv</c> and its first line has a column <c>file</c>.</summary>
    public static bool IsIndex(string fileName, string firstLine) =>
        fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
        && CsvText.Rows(firstLine.TrimStart('\uFEFF')).Take(1).Any(r => r.Any(c => c.Trim().Equals("file", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Reads an index.</summary>
    /// <exception cref="FaultException"><c>reading.index</c>, <c>reading.empty</c>, <c>reading.encoding</c>, <c>reading.too-large</c></exception>
    public static DocumentIndex Read(Stream csv, string fileName)
    {
        SourceText source = SourceText.Read(csv, fileName, Reading.DefaultLimit, CancellationToken.None);
        string[]? header = null;
        var facts = new Dictionary<string, DocumentFacts>(StringComparer.Ordinal);
        int line = 0;
        foreach (string[] row in CsvText.Rows(source.Text))
        {
            line++;
            if (header is null)
            {
                header = [.. row.Select(c => c.Trim().ToLowerInvariant())];
                if (!header.Contains("file", StringComparer.Ordinal))
                {
                    throw ReadingFaults.Index.Because($"The header has no column 'file': {Shown.Short(string.Join(", ", header))}.", fileName);
                }

                continue;
            }

            string? file = Cell(header, row, "file");
            if (file is null)
            {
                throw ReadingFaults.Index.Because($"Row {line} names no file.", $"{fileName}, row {line}");
            }

            (PartialDate? date, string? basis) = Date(Cell(header, row, "date"));
            facts[Path.GetFileName(file)] = new DocumentFacts(Stated(Cell(header, row, "title")), Stated(Cell(header, row, "publisher")), date, basis, Cell(header, row, "kind"));
        }

        return new DocumentIndex(facts);
    }

    /// <summary>What the index says about a file; <see langword="null"/> where it does not list it.</summary>
    public DocumentFacts? For(string fileName) => _facts.GetValueOrDefault(Path.GetFileName(fileName));

    private static string? Cell(string[] header, string[] row, string column)
    {
        int at = Array.IndexOf(header, column);
        return at >= 0 && at < row.Length && row[at].Trim().Length > 0 ? row[at].Trim() : null;
    }

    private static string? Stated(string? cell) =>
        cell is null || cell.StartsWith("not stated", StringComparison.OrdinalIgnoreCase) || cell.StartsWith("no title", StringComparison.OrdinalIgnoreCase) ? null : cell;

    private static (PartialDate? Date, string? Basis) Date(string? cell)
    {
        foreach (int length in new[] { 10, 7, 4 })
        {
            if (cell is not null && cell.Length >= length && PartialDate.TryParse(cell[..length], out PartialDate date) && (cell.Length == length || !char.IsAsciiLetterOrDigit(cell[length]) && cell[length] != '-'))
            {
                string rest = cell[length..].Trim().Trim('(', ')').Trim();
                return (date, rest.Length > 0 ? rest + ", by the index" : "stated in the index");
            }
        }

        return (null, null);
    }
}
