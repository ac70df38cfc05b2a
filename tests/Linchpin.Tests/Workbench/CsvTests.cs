using Linchpin.Workbench.Exports;
using Microsoft.VisualBasic.FileIO;

namespace Linchpin.Tests.Workbench;

public sealed class CsvTests(Served served) : IClassFixture<Served>
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "'=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\u001b[31mred", " [31mred")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("turned \u202E back", "turned   back")]
    [InlineData("a \"quoted\", word", "a \"quoted\", word")]
    [InlineData(null, "")]
    public void A_cell_is_read_back_as_words_that_no_spreadsheet_or_terminal_obeys(string? cell, string read)
    {
        string text = Csv.Write([cell], [new Column<string?>("cell", c => c), new Column<string?>("after", _ => "after")]);

        Read(text).ShouldBe([["cell", "after"], [read, "after"]]);
    }

    [Theory]
    [InlineData("commitments", "")]
    [InlineData("commitments", "?state=in-progress")]
    [InlineData("mechanisms", "?reader=KOR")]
    [InlineData("exposures", "?user=KOR")]
    [InlineData("chokepoints", "?partners=KOR,IND,USA")]
    [InlineData("trade", "")]
    public async Task A_file_has_every_row_of_its_list_with_sources_reader_and_day(string list, string query)
    {
        int total = (await served.Json($"/api/{list}{query}")).GetProperty("total").GetInt32();
        string text = await served.Text($"/{list}.csv{query}");

        List<string[]> rows = Read(text);
        rows.Count.ShouldBe(total + 1);
        total.ShouldBeGreaterThan(0);
        foreach (string[] row in rows.Skip(1))
        {
            row[Array.IndexOf(rows[0], "sources")].ShouldNotBeNullOrWhiteSpace();
            row[Array.IndexOf(rows[0], "seen by")].ShouldBe(query.Contains("reader=KOR", StringComparison.Ordinal) ? "KOR" : "desk");
            row[Array.IndexOf(rows[0], "days asked")].ShouldBe("as of 2025-02-03");
        }

        text.Contains(SampleRecord.SecretWord, StringComparison.Ordinal).ShouldBe(list == "mechanisms" && !query.Contains("reader", StringComparison.Ordinal));
    }

    /// <summary>Read by a reader that is not ours.</summary>
    private static List<string[]> Read(string text)
    {
        using var csv = new TextFieldParser(new StringReader(text)) { TextFieldType = FieldType.Delimited, Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (csv.ReadFields() is { } row)
        {
            rows.Add(row);
        }

        return rows;
    }
}
