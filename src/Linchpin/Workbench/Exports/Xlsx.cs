using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Linchpin.Briefing.Briefs.Word;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Exports;

/// <summary>A list as a SpreadsheetML workbook (ISO/IEC 29500): the sheet <c>list</c>, and the sheet <c>sources</c> with each source and the rows that rest on it.</summary>
/// <remarks>Text is text: a cell that looks like a formula is none, since its type says so. Plain numbers are numbers.</remarks>
internal static partial class Xlsx
{
    /// <summary>The column of a list that names its sources, joined by <c> | </c>.</summary>
    private const string SourcesColumn = "sources";

    // Excel's own limits: longer sheets and cells are refused by it.
    private const int MostRows = 1_048_575, LongestCell = 32_767;

    /// <summary>The workbook.</summary>
    public static byte[] Write<T>(IReadOnlyList<T> rows, IReadOnlyList<Column<T>> columns)
    {
        List<string?[]> cells = [.. rows.Take(MostRows).Select(r => columns.Select(c => c.Cell(r)).ToArray())];
        int sources = columns.TakeWhile(c => c.Name != SourcesColumn).Count();
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            // Ids that the library makes up would differ each time.
            WorkbookPart main = book.AddNewPart<WorkbookPart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "workbook");
            main.Workbook = new Workbook(new Sheets());
            Sheet(main, "list", [.. columns.Select(c => c.Name)], cells);
            Sheet(main, "sources", ["source", "rows of the list"], sources < columns.Count ? [.. Sources(cells, sources)] : []);
        }

        return FixedTime.Rewrite(file.ToArray());
    }

    private static IEnumerable<string?[]> Sources(List<string?[]> rows, int at) => rows
        .SelectMany((row, i) => (row[at] ?? "").Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(s => (Source: s, Row: i + 2)))
        .GroupBy(s => s.Source, StringComparer.Ordinal)
        .Select(g => new[] { g.Key, string.Join(", ", g.Select(s => s.Row.ToString(CultureInfo.InvariantCulture))) });

    private static void Sheet(WorkbookPart book, string name, string[] heading, List<string?[]> rows)
    {
        WorksheetPart part = book.AddNewPart<WorksheetPart>("sheet-" + name);

        // Written row by row: a list may have tens of thousands.
        using (OpenXmlWriter sheet = OpenXmlWriter.Create(part))
        {
            sheet.WriteStartElement(new Worksheet());
            sheet.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
            sheet.WriteStartElement(new SheetData());
            sheet.WriteElement(new Row(heading.Select(Cell)));
            foreach (string?[] row in rows)
            {
                sheet.WriteElement(new Row(row.Select(Cell)));
            }

            sheet.WriteEndElement();
            sheet.WriteEndElement();
        }

        Sheets sheets = book.Workbook.GetFirstChild<Sheets>()!;
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = name });
    }

    private static Cell Cell(string? value) => string.IsNullOrEmpty(value) ? new Cell()
        : PlainNumber().IsMatch(value) ? new Cell(new CellValue(value)) { DataType = CellValues.Number }
        : new Cell(new InlineString(new Text(Clean(value)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString };

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);

        // Runes: half a pair of surrogates comes out as U+FFFD.
        foreach (Rune rune in (text.Length > LongestCell ? text[..LongestCell] : text).EnumerateRunes())
        {
            clean.Append(rune.IsBmp && (Foreign.Hides((char)rune.Value) || !XmlConvert.IsXmlChar((char)rune.Value)) ? new Rune(' ') : rune);
        }

        return clean.ToString();
    }

    [GeneratedRegex("^-?(0|[1-9][0-9]{0,14})([.][0-9]{1,17})?(E[+-]?[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
