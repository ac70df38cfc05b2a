using Linchpin.Claims;
using Linchpin.Tests.Workbench;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

[Collection("browser")]
public sealed class LargeRecordTests(Chromium chromium)
{
    [Fact]
    public async Task A_large_record_just_added_to_says_at_once_that_it_is_being_read_and_the_lattice_follows_by_itself()
    {
        await using Own<ServedLarge> own = await Own<ServedLarge>.Open(chromium);
        Add(own.Served, 1);
        string first = await own.Served.Text("/");
        first.ShouldContain("Reading the record");
        first.ShouldContain("http-equiv=\"refresh\"");
        first.ShouldNotContain("<table");

        Add(own.Served, 2);
        await own.Page.GotoAsync("/");
        await Expect(own.Page.GetByRole(AriaRole.Row, new() { Name = "Semiconductors" })).ToBeVisibleAsync();
        await Expect(own.Page.GetByText("Reading the record")).ToHaveCountAsync(0);
        own.Window.Complaints.ShouldBeEmpty();

        (await own.Served.Text("/")).ShouldContain("<table");
    }

    [Fact]
    public async Task A_page_asked_for_with_settings_is_never_put_off()
    {
        await using Own<ServedLarge> own = await Own<ServedLarge>.Open(chromium);
        Add(own.Served, 1);
        (await own.Served.Text("/?partners=KOR,IND,USA")).ShouldContain("<table");
    }

    private static void Add(Served served, int number)
    {
        string text = $"Note {number}: the registry was opened.", hash = Passage.HashOf(text);
        var document = new Document(Document.IdOf(hash), hash, $"note-{number}.txt", "text/plain", $"Note {number}", "Registry", PartialDate.Of(2024), "stated", "note", text, Handling.Clear("desk"));
        served.Append(Deposit.Of(document, []));
    }
}
