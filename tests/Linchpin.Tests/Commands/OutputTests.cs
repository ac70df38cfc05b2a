using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Linchpin.Tests.Commands;

public sealed class OutputTests : IDisposable
{
    private const string Readout = "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra. They agreed to map lithium supply by 2023.\n";

    private readonly Cli _cli = new();

    [Fact]
    public void A_brief_that_cannot_be_written_whole_leaves_neither_a_part_nor_one_of_its_two_files()
    {
        string folder = Path.Combine(_cli.Folder, "brief");
        Directory.CreateDirectory(Path.Combine(folder, "brief.md"));
        Ended ended = _cli.Run("brief", "--partners", "AUS,JPN", "--out", folder);
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain("[program.output]");
        Directory.GetFileSystemEntries(folder).ShouldBe([Path.Combine(folder, "brief.md")]);
    }

    [Fact]
    public void A_file_where_the_folder_of_a_brief_is_wanted_is_refused_and_kept()
    {
        string file = _cli.File("notes", "kept");
        Ended ended = _cli.Run("brief", "--partners", "AUS,JPN", "--out", file);
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain(file);
        File.ReadAllText(file).ShouldBe("kept");
    }

    [Fact]
    public void A_brief_made_twice_is_the_same_file_and_carries_nothing_of_a_document_as_markup()
    {
        _cli.Do("read", _cli.File("page.txt", Readout.Replace(
            "lithium", "lithium <script>alert(1)</script> [x](javascript:alert(2)) ![y](http://192.0.2.1/z.png) \u202e\u001b[31m", StringComparison.Ordinal)));
        string[] folders = [Path.Combine(_cli.Folder, "one"), Path.Combine(_cli.Folder, "two")];
        foreach (string folder in folders)
        {
            _cli.Do("brief", "--partners", "AUS,JPN", "--as-of", "2024-01-01", "--out", folder);
        }

        File.ReadAllBytes(Path.Combine(folders[0], "brief.docx")).ShouldBe(File.ReadAllBytes(Path.Combine(folders[1], "brief.docx")));
        foreach (string name in new[] { "brief.html", "brief.md" })
        {
            string brief = File.ReadAllText(Path.Combine(folders[0], name));
            brief.ShouldBe(File.ReadAllText(Path.Combine(folders[1], name)));
            brief.ShouldContain("lithium");
            Regex.IsMatch(brief, @"(?<!\\)<(script|img)").ShouldBeFalse(name);
            Regex.IsMatch(brief, name.EndsWith(".md", StringComparison.Ordinal) ? @"(?<!\\)\]\((javascript|http)" : "(href|src)=\"?(javascript|http)").ShouldBeFalse(name);
            brief.ShouldNotContain('\u001b');
        }
    }

    [Fact]
    public void A_brief_is_printed_as_pdf_with_its_label_on_every_page()
    {
        _cli.Do("read", _cli.File("page.txt", Readout), "--tlp", "CLEAR");
        string folder = Path.Combine(_cli.Folder, "printed");

        _cli.Do("brief", "--partners", "AUS,JPN", "--format", "pdf", "--out", folder);

        byte[] pdf = File.ReadAllBytes(Path.Combine(folder, "brief.pdf"));
        Encoding.ASCII.GetString(pdf, 0, 5).ShouldBe("%PDF-");
        Directory.GetFiles(folder).Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ko")]
    public void A_short_brief_prints_on_two_pages_of_A4_however_much_the_record_holds(string language)
    {
        _cli.Do("starter");
        var text = new StringBuilder();
        for (int i = 0; i < 60; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"On {i % 28 + 1} May {2010 + i % 15}, India, South Korea and the United States held the Mill Dialogue number {i}. They agreed to open semiconductor mill {i} near harbour {i} by {2026 + i % 9}, to staff it in the course of the coming years, and to tell each other of whatever hinders the work.\n\n");
        }

        _cli.Do("read", _cli.File("mills.txt", text.ToString()), "--tlp", "CLEAR");
        string folder = Path.Combine(_cli.Folder, "short");

        _cli.Do("brief", "--partners", "USA,KOR,IND,JPN", "--language", language, "--format", "pdf,md", "--out", folder);

        // A page's own object says so once (ISO 32000-1, 7.7.3.3).
        Regex.Count(Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, "brief.pdf"))), @"/Type\s*/Page\b").ShouldBe(2);
        Regex.Count(File.ReadAllText(Path.Combine(folder, "brief.md")), @"\S+").ShouldBeInRange(400, 1400);
    }

    [Fact]
    public void A_short_brief_lists_what_it_cites_and_nothing_else()
    {
        _cli.Do("starter");
        string folder = Path.Combine(_cli.Folder, "short");
        _cli.Do("brief", "--partners", "USA,KOR,IND,JPN", "--format", "md", "--out", folder);
        string text = File.ReadAllText(Path.Combine(folder, "brief.md"));
        Regex.Matches(text, "id=\"ref-(\\d+)\"").Select(m => m.Groups[1].Value).ShouldBe(Regex.Matches(text, "\\(#ref-(\\d+)\\)").Select(m => m.Groups[1].Value).Distinct(), ignoreOrder: true);
    }

    [Fact]
    public void A_length_or_a_language_that_a_brief_does_not_have_is_refused_with_those_it_has()
    {
        Ended length = _cli.Run("brief", "--partners", "AUS,JPN", "--length", "medium", "--out", Path.Combine(_cli.Folder, "none"));
        (length.Code, length.Error.Contains("Choose among short, full.", StringComparison.Ordinal)).ShouldBe((2, true));
        Ended language = _cli.Run("brief", "--partners", "AUS,JPN", "--language", "fr", "--out", Path.Combine(_cli.Folder, "none"));
        (language.Code, language.Error.Contains("Choose among en, ko.", StringComparison.Ordinal)).ShouldBe((2, true));
        _cli.Run("brief", "--partners", "AUS,JPN", "--sectors", "chips", "--out", Path.Combine(_cli.Folder, "none")).Error.ShouldContain("[briefing.sector-unknown]");
    }

    [Fact]
    public void A_format_that_a_brief_does_not_have_is_refused_with_those_it_has()
    {
        Ended ended = _cli.Run("brief", "--partners", "AUS,JPN", "--format", "html,odt", "--out", Path.Combine(_cli.Folder, "none"));

        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("Choose among html, md, docx, pdf.");
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("claims --json")]
    [InlineData("search minerals")]
    [InlineData("verify")]
    public void A_standard_output_that_is_full_is_a_fault_and_not_success(string line)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        _cli.Do("read", _cli.File("readout.txt", Readout));
        Ended ended = Shell($"\"$@\" > /dev/full", line);
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain("[program.machine]");
    }

    [Fact]
    public void A_disk_that_takes_no_more_is_a_fault_and_what_was_stored_is_whole()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _cli.Do("read", _cli.File("readout.txt", Readout));
        string before = _cli.Do("claims", "--json");
        string more = _cli.File("more.txt", string.Concat(Enumerable.Range(1000, 900).Select(y => $"On 3 May {y}, France and Japan held the France-Japan Trade Dialogue in Paris.\n\n")));

        // The runtime keeps its own code in a file in memory, which the limit would also hold, unless it is told not to.
        Ended ended = Shell("export DOTNET_EnableWriteXorExecute=0; ulimit -f 400; exec \"$@\"", "read", more);
        ended.Code.ShouldBe(5);
        ended.Error.ShouldContain("[ledger.");
        ended.Error.ShouldNotContain("   at ");
        _cli.Do("verify");
        _cli.Do("claims", "--json").ShouldBe(before);
    }

    /// <summary>Runs a command below a line of bash, in which <c>"$@"</c> is the command.</summary>
    private Ended Shell(string line, params string[] args)
    {
        using Process process = _cli.StartBelow(["bash", "-c", line, "bash"], [.. args.SelectMany(a => a.StartsWith('/') ? [a] : a.Split(' '))]);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new Ended(process.ExitCode, output.Result, error);
    }

    public void Dispose() => _cli.Dispose();
}
