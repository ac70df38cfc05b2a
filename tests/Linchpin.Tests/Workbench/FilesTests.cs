using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Linchpin.Workbench.Exports;

namespace Linchpin.Tests.Workbench;

/// <summary>Lists as workbooks, calendars and references, read back by what did not write them.</summary>
public sealed class FilesTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("commitments")]
    [InlineData("mechanisms")]
    [InlineData("conflicts")]
    [InlineData("actors")]
    [InlineData("people")]
    [InlineData("documents")]
    [InlineData("claims")]
    [InlineData("exposures")]
    [InlineData("trade")]
    [InlineData("chokepoints")]
    [InlineData("changes")]
    [InlineData("entities/commitment")]
    public async Task A_workbook_has_the_rows_of_the_csv_file_and_a_sheet_of_their_sources(string list)
    {
        int total = (await served.Json($"/api/{list}")).GetProperty("total").GetInt32();
        byte[] file = await served.Client.GetByteArrayAsync(new Uri($"/{list}.xlsx", UriKind.Relative));

        using SpreadsheetDocument book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book).Select(e => e.Path?.XPath + ": " + e.Description).ShouldBeEmpty();
        Rows(book, "list").Count.ShouldBe(total + 1);
        Rows(book, "sources").Count.ShouldBeGreaterThan(1);
        Rows(book, "sources").Skip(1).ShouldAllBe(r => Regex.IsMatch(r[1], "^[0-9]+(, [0-9]+)*$"));
    }

    [Theory]
    [InlineData("commitments")]
    [InlineData("conflicts")]
    [InlineData("exposures")]
    [InlineData("chokepoints")]
    [InlineData("trade")]
    [InlineData("scenarios")]
    [InlineData("plans")]
    [InlineData("people")]
    [InlineData("actors")]
    public async Task Every_row_of_a_file_says_how_it_may_travel(string list)
    {
        string[] lines = (await served.Text($"/{list}.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        lines[0].Split(',').ShouldContain("label");
        lines.Length.ShouldBeGreaterThan(1);
        lines.Skip(1).ShouldAllBe(l => l.Contains("TLP:"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://192.0.2.1\")", "=HYPERLINK(\"http://192.0.2.1\")", false)]
    [InlineData("12.5", "12.5", true)]
    [InlineData("-3", "-3", true)]
    [InlineData("0123", "0123", false)]
    [InlineData("1E5000", "1E5000", false)]
    [InlineData("a\u0001b\u202Ec", "a b c", false)]
    public void Text_stays_text_and_a_number_is_a_number(string cell, string read, bool number)
    {
        using SpreadsheetDocument book = SpreadsheetDocument.Open(new MemoryStream(Xlsx.Write([cell], [new Column<string>("cell", c => c)])), isEditable: false);

        Cell written = Sheet(book, "list").Descendants<Row>().ElementAt(1).Elements<Cell>().Single();
        written.InnerText.ShouldBe(read);
        written.DataType!.Value.ShouldBe(number ? CellValues.Number : CellValues.InlineString);
        Sheet(book, "list").Descendants<CellFormula>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_calendar_has_each_due_day_and_each_dated_event_in_folded_lines()
    {
        string feed = await served.Text("/commitments.ics");

        feed.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        feed.ShouldEndWith("END:VCALENDAR\r\n");
        feed.Split("\r\n").ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75);
        string whole = feed.Replace("\r\n ", "", StringComparison.Ordinal);
        Regex.Count(whole, "BEGIN:VEVENT").ShouldBe(Regex.Count(whole, "END:VEVENT"));
        int due = (await served.Json("/api/commitments?most=500")).GetProperty("items").EnumerateArray().Count(c => c.TryGetProperty("due", out System.Text.Json.JsonElement day) && day.ValueKind == System.Text.Json.JsonValueKind.String);
        due.ShouldBeGreaterThan(0);
        Regex.Count(whole, "SUMMARY:Due: ").ShouldBe(due);
        Regex.Count(whole, "UID:event/").ShouldBeGreaterThan(0);
        (await served.Text("/commitments.ics")).ShouldBe(feed);
    }

    [Fact]
    public async Task The_sources_are_there_as_bibtex()
    {
        string entries = await served.Text("/sources.bib");

        entries.ShouldContain("@misc{");
        entries.ShouldContain("Trilateral Chip Dialogue");
    }

    private static List<string[]> Rows(SpreadsheetDocument book, string sheet) => [.. Sheet(book, sheet).Descendants<Row>().Select(r => r.Elements<Cell>().Select(c => c.InnerText).ToArray())];

    private static Worksheet Sheet(SpreadsheetDocument book, string name)
    {
        Sheet sheet = book.WorkbookPart!.Workbook.Descendants<Sheet>().Single(s => s.Name == name);
        return ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet;
    }
}
