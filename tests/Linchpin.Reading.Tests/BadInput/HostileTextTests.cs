using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests.BadInput;

public class HostileTextTests
{
    [Theory]
    [InlineData("nuls-inside.txt", "reading.binary")]
    [InlineData("lone-surrogate-in-utf-8.txt", "reading.encoding")]
    public void Bytes_that_no_text_has_are_refused(string file, string code) => Files.FaultOf(() => new Reading().ReadFile(Files.Path("BadInput", file))).ShouldBe(code);

    [Fact]
    public void Invisible_characters_and_ligatures_are_bridged_and_quoted_as_they_stand()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("BadInput", "zero-width-and-ligatures.txt"));
        Item commitment = read.Of("commitment").ShouldHaveSingleItem();
        commitment.Who.ShouldBe(["IND", "JPN"], ignoreOrder: true);
        commitment.Quote.ShouldContain("Ja\u200Bpan and In\u00ADdia");
        read.Of("recommendation").ShouldHaveSingleItem().WhoShould.ShouldBe(["KOR"]);
    }

    [Fact]
    public void Words_whose_direction_is_overridden_are_not_read_because_the_page_shows_others()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("BadInput", "direction-overridden.txt"));
        read.Of("commitment").ShouldHaveSingleItem().Who.ShouldBe(["IND", "JPN"], ignoreOrder: true);
        read.Of("actor").Select(a => a.Canonical).ShouldBe(["JPN", "IND"], ignoreOrder: true);
    }

    [Fact]
    public void A_day_or_a_month_that_no_calendar_has_dates_nothing_and_the_next_date_is_read()
    {
        ReadDocument read = new Reading().ReadFile(Files.Path("BadInput", "31-february-and-00-2023.txt"));
        read.Document.Published.ShouldBeNull();
        foreach (string date in read.Items.Select(i => i.Date).OfType<string>())
        {
            date.ShouldNotBeOneOf("2024-02-31", "2023-00");
            PartialDate.TryParse(date, out PartialDate _).ShouldBeTrue(date);
        }

        read.Of("event").ShouldContain(e => e.Date == "2023-06-30");
    }

    [Fact]
    public void A_file_that_changes_while_it_is_read_is_refused()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "changes-while-read.txt");
        File.WriteAllText(path, "Japan and India agreed to share data.");
        using var changing = new Changing(path);
        Files.FaultOf(() => new Reading().Read(changing, "changes-while-read.txt")).ShouldBe("reading.changed");
    }

    [Fact]
    public void A_line_of_ten_megabytes_is_read()
    {
        string line = string.Concat(Enumerable.Repeat("Japan and India and ", 500_000)) + "agreed to share data.";
        Files.Read(line).Of("actor").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Japan and India agreed to estab-\nlish an office on chips in\nthe long-\nterm.", "agreed to establish an office on chips in the long-term")]
    [InlineData("Japan and India agreed to build a look-\nthrough table. The look-through table is long.", "agreed to build a look-through table")]
    [InlineData("Japan and India agreed to mark the 70t anniversary in Tokyo.", "agreed to mark the 70th anniversary in Tokyo")]
    [InlineData("Japan and India agreed to hold a US-\nJapan summit.", "agreed to hold a US-Japan summit")]
    public void Traces_of_setting_and_scanning_are_bridged_in_what_is_read(string text, string what)
    {
        Item commitment = Files.Read(text).Of("commitment").ShouldHaveSingleItem();
        commitment.What.ShouldBe(what);
        text.ShouldContain(commitment.Quote);
    }

    /// <summary>A file to which somebody writes after its first bytes were read.</summary>
    private sealed class Changing(string path) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
    {
        private bool _changed;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int n = base.Read(buffer, offset, count);
            if (!_changed)
            {
                _changed = true;
                using var other = new FileStream(Name, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
                other.Write(Encoding.UTF8.GetBytes(" And more."));
            }

            return n;
        }
    }
}
