using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using Linchpin.Tests.Commands;
using Linchpin.Tests.Workbench;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Linchpin.Tests.Browser;

/// <summary>Journeys that change the record: each has a workbench of its own.</summary>
[Collection("browser")]
public sealed class DocumentJourneyTests(Chromium chromium)
{
    // A shared machine may be slow for a while.
    private static readonly LocatorAssertionsToContainTextOptions Patient = new() { Timeout = 60_000 };

    private const string Hostile = """
        Readout of the Cobalt Dialogue

        On 14 May 2021, Australia and Japan held the Australia-Japan Cobalt Dialogue in Canberra. <script>alert('run')</script><img src="http://192.0.2.1/x.png" onerror="alert('run')">
        <svg onload=alert(1)> The two sides agreed to share data on cobalt "><script src=//192.0.2.1/x.js></script> by the end of 2022. javascript:alert(1)
        """;

    [Fact]
    public async Task Six_documents_a_list_of_them_and_a_table_are_dropped_reviewed_and_cited_in_a_brief()
    {
        await using Own<ServedEmpty> served = await Own<ServedEmpty>.Open(chromium);
        IPage page = served.Page;
        string[] paths = [.. Directory.GetFiles(Path.Combine(Repository.Root, "data", "starter", "documents"))];
        (string Name, string Text)[] files = [.. paths.Select(p => (Path.GetFileName(p), File.ReadAllText(p))), ("cobalt.txt", "On 14 May 2021, India and South Korea held the India-Korea Cobalt Dialogue in Seoul. The two sides agreed to share data on cobalt by the end of 2022.\n")];
        files.Length.ShouldBe(7);
        using var cli = new Cli();
        string table = Path.GetDirectoryName(cli.File("table/README.md", "Not read as a document."))!;
        foreach (string name in new[] { "table.json", "countries.csv", "sectors.csv", "final_demand_categories.csv", "x_2011.csv", "y_2011.csv.gz", "z_2011.csv.gz" })
        {
            File.Copy(Path.Combine(Repository.Root, "data", "starter", "tables", "wiod2013", name), Path.Combine(table, name));
        }

        await page.GotoAsync("/documents");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add documents" }).ClickAsync();
        IJSHandle dropped = await page.EvaluateHandleAsync(
            "files => { const all = new DataTransfer(); for (const [name, text] of files) { all.items.add(new File([text], name)); } return all; }", files.Select(f => new[] { f.Name, f.Text }).ToArray());
        await page.Locator(".drop").DispatchEventAsync("drop", new { dataTransfer = dropped });
        await Expect(page.Locator(".chosen-files li")).ToHaveCountAsync(7);
        await page.Locator("#add-folder").SetInputFilesAsync(table);
        await Expect(page.Locator(".chosen-files li")).ToHaveCountAsync(15);
        await page.GetByLabel("Traffic Light Protocol").SelectOptionAsync("CLEAR");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read into the record" }).ClickAsync();

        // The page follows the job by itself.
        await Expect(page).ToHaveURLAsync(new Regex("/jobs/"));
        await Expect(page.Locator(".job-state")).ToContainTextAsync("15 of 15 done", Patient);
        await Expect(page.Locator("#job tbody tr")).ToHaveCountAsync(8);
        await Expect(page.Locator("#job tbody tr", new() { HasText = "table.json 2011" })).ToContainTextAsync("exposures and chokepoints of");
        await page.GetByRole(AriaRole.Link, new() { Name = "See the result" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Review");

        int waiting = await page.Locator(".review").CountAsync();
        waiting.ShouldBeGreaterThan(0);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".review")).ToHaveCountAsync(waiting - 1);

        // What is asked first is a claim or a pair of names; either answer may be undone.
        await Expect(page.Locator(".last-judgement")).ToContainTextAsync(new Regex("accepted|the same"));
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".review")).ToHaveCountAsync(waiting);

        await page.GotoAsync("/brief?partners=KOR,IND,USA");
        await Expect(page.Locator("article.brief")).ToContainTextAsync("share data on cobalt");
        await Expect(page.Locator("article.brief .refs").First).ToContainTextAsync("cobalt.txt");
        IDownload file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download DOCX" }).ClickAsync());
        using (WordprocessingDocument word = WordprocessingDocument.Open(await file.PathAsync(), isEditable: false))
        {
            word.MainDocumentPart!.FootnotesPart!.Footnotes.InnerText.ShouldContain("cobalt.txt");
        }

        served.Window.Complaints.ShouldBeEmpty();
        served.Window.Strays.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_conflict_is_judged_with_a_reason_and_that_is_undone()
    {
        await using Own<Served> served = await Own<Served>.Open(chromium);
        IPage page = served.Page;

        await page.GotoAsync("/conflicts");
        ILocator card = page.Locator("article.card");
        await card.GetByLabel("Reason").FillAsync("The readout is the host's own.");
        await card.Locator(".side").Nth(1).GetByRole(AriaRole.Button, new() { Name = "This side holds" }).ClickAsync();
        await Expect(card.Locator(".side").Nth(1)).ToHaveClassAsync(new Regex("held"));
        await Expect(card.Locator(".judged")).ToContainTextAsync("desk officer judged that one side holds: The readout is the host's own.");

        await page.ReloadAsync();
        await Expect(card.Locator(".judged")).ToHaveCountAsync(1);
        await card.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(card.Locator(".judged")).ToHaveCountAsync(0);
        await Expect(page.Locator(".side.held")).ToHaveCountAsync(0);
        await page.GotoAsync("/judgements");
        await Expect(page.Locator("tbody tr").Nth(1)).ToContainTextAsync("undone");
        served.Window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_record_is_asked_for_as_it_was_known_on_an_earlier_day()
    {
        await using Own<ServedOverDays> served = await Own<ServedOverDays>.Open(chromium);
        IPage page = served.Page;

        await page.GotoAsync("/documents");
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(4);
        await page.GetByText("Change reader, days or labels").ClickAsync();
        await page.Locator(".stand").GetByLabel("Known here by").FillAsync("2025-01-20");
        await page.Locator(".stand").GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("known-by=2025-01-20"));
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Conflicts", Exact = true }).ClickAsync();
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();

        // The past is read, not changed.
        await Expect(page.Locator("main form[method=post]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passage_and_its_claim_light_up_together_and_the_claim_is_corrected_beside_it()
    {
        await using Own<Served> served = await Own<Served>.Open(chromium);
        IPage page = served.Page;

        await page.GotoAsync("/documents/" + SampleRecord.ReadoutDocument.Id.Name);
        ILocator note = page.Locator("li.note", new() { HasText = "host a working group on packaging" });
        await note.HoverAsync();
        await Expect(page.Locator("mark.lit")).ToHaveTextAsync("Korea pledged to host a working group on packaging");
        await page.Locator("mark", new() { HasText = "name a point of contact" }).HoverAsync();
        await Expect(page.Locator("li.note.lit")).ToHaveCountAsync(1);
        await Expect(page.Locator("li.note.lit")).ToContainTextAsync("point of contact");

        await note.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Judge") }).ClickAsync();
        await note.GetByLabel("Act: Value").FillAsync("announced");
        await note.GetByRole(AriaRole.Button, new() { Name = "Correct: Act" }).ClickAsync();
        await Expect(page.Locator(".last-judgement")).ToContainTextAsync("announced");
        await Expect(note.GetByLabel("Act: Value")).ToHaveValueAsync("announced");
        await Expect(note.GetByText("Act · accepted")).ToBeVisibleAsync();
        served.Window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_document_full_of_scripts_is_handed_in_and_shown_as_text()
    {
        await using Own<ServedEmpty> served = await Own<ServedEmpty>.Open(chromium);
        IPage page = served.Page;
        var dialogs = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            dialogs.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync("/documents/add");
        await page.Locator("#add-files").SetInputFilesAsync(
        [
            new FilePayload { Name = "<img src=x onerror=alert(1)>.txt", MimeType = "text/html", Buffer = System.Text.Encoding.UTF8.GetBytes(Hostile) },
            new FilePayload { Name = "page.html", MimeType = "text/html", Buffer = System.Text.Encoding.UTF8.GetBytes("<html><body>" + Hostile + "</body></html>") },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Read into the record" }).ClickAsync();
        await Expect(page.Locator(".job-state")).ToContainTextAsync("2 of 2 done", Patient);
        string[] documents = await page.Locator("#job tbody a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href'))");
        documents.Length.ShouldBe(2);
        foreach (string path in documents.Concat(["/documents", "/jobs", "/review", "/judgements?by=all", "/search?q=cobalt", "/brief?partners=AUS,JPN", "/commitments"]))
        {
            await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            (await page.Locator("main script, main img, main svg[onload], main [onerror]").CountAsync()).ShouldBe(0, path);
        }

        await page.GotoAsync(documents[0]);
        await Expect(page.Locator("main")).ToContainTextAsync("<script>alert('run')</script>");
        dialogs.ShouldBeEmpty();
        served.Window.Strays.ShouldBeEmpty();
        served.Window.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_of_300_MB_is_refused_with_a_page_that_says_why(bool scripts)
    {
        await using Own<ServedEmpty> served = await Own<ServedEmpty>.Open(chromium, new() { JavaScriptEnabled = scripts });
        IPage page = served.Page;
        using var cli = new Cli();
        string path = Path.Combine(cli.Folder, "large.txt");
        await using (FileStream large = File.Create(path))
        {
            large.SetLength(300_000_000);
        }

        await page.GotoAsync("/documents/add");
        await page.Locator("#add-files").SetInputFilesAsync(path);
        ILocator button = page.GetByRole(AriaRole.Button, new() { Name = "Read into the record" });
        if (scripts)
        {
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Too large");
            await Expect(button).ToBeDisabledAsync();
            return;
        }

        await button.ClickAsync();
        await Expect(page.Locator("main code")).ToHaveTextAsync("workbench.too-large");
        (await served.Served.Json("/api/jobs")).GetProperty("items").EnumerateArray().Count(j => j.GetProperty("title").GetString()!.Contains("large", StringComparison.Ordinal)).ShouldBe(0);
    }

    [Fact]
    public async Task Ten_uploads_at_once_are_all_read()
    {
        await using Own<ServedEmpty> served = await Own<ServedEmpty>.Open(chromium);
        string token = await served.Served.Token();
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(i => served.Served.HandIn(
            token, [($"{i}.txt", $"On {i} May 2021, Australia and Japan held the Australia-Japan Cobalt Dialogue in Canberra.\n")])));

        foreach (HttpResponseMessage answer in answers)
        {
            JsonElement job = await served.Served.Ended(answer.Headers.Location!);
            job.GetProperty("state").GetString().ShouldBe("done");
            job.GetProperty("items")[0].TryGetProperty("fault", out _).ShouldBeFalse();
            answer.Dispose();
        }

        (await served.Served.Json("/api/documents")).GetProperty("total").GetInt32().ShouldBe(10);
    }

    [Fact]
    public async Task A_workbench_that_is_killed_in_the_middle_of_an_import_says_where_it_stands_and_goes_on_to_the_end()
    {
        using var cli = new Cli();
        cli.Do("read", cli.File("first.txt", "On 14 May 2021, Australia and Japan held the Australia-Japan Cobalt Dialogue in Canberra.\n"));
        string[] files = [.. Enumerable.Range(1, 12).Select(i => cli.File($"in/{i:00}.txt", string.Concat(Enumerable.Range(1, 120).Select(n =>
            $"On {(n % 28) + 1} May 20{10 + (i % 10)}, Australia and Japan held meeting {n} of talks {i} in Canberra. The two sides agreed to share data on cobalt number {i * n}.\n\n"))))];
        string job;
        using (Running first = Running.Start(cli))
        {
            await using Window window = await chromium.Open(first.Address);
            await window.Page.GotoAsync("/documents/add");
            await window.Page.Locator("#add-files").SetInputFilesAsync(files);
            await window.Page.GetByRole(AriaRole.Button, new() { Name = "Read into the record" }).ClickAsync();
            await window.Page.WaitForURLAsync(new Regex("/jobs/"));
            job = new Uri(window.Page.Url).AbsolutePath;
            await Expect(window.Page.Locator("#job tbody tr").Nth(1)).ToBeVisibleAsync(new() { Timeout = 60_000 });
            first.Kill();
        }

        cli.Do("verify");
        using Running second = Running.Start(cli);
        await using Window after = await chromium.Open(second.Address);
        IPage page = after.Page;
        await page.GotoAsync(job);
        await Expect(page.Locator(".job-state")).ToContainTextAsync(new Regex("interrupted.* [1-9][0-9]? of 12 done"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Locator(".job-state")).ToContainTextAsync("12 of 12 done", Patient);
        await Expect(page.Locator("#job tbody tr")).ToHaveCountAsync(12);
        await page.GotoAsync("/documents");
        await Expect(page.Locator("#found tbody tr")).ToHaveCountAsync(13);
        cli.Do("verify");
        after.Complaints.ShouldBeEmpty();
    }

    /// <summary>The built program, serving.</summary>
    private sealed class Running : IDisposable
    {
        private readonly Process _process;

        private Running(Process process, Uri address) => (_process, Address) = (process, address);

        public Uri Address { get; }

        public static Running Start(Cli cli)
        {
            Process process = cli.Start("serve", "--urls", "http://127.0.0.1:0");
            while (process.StandardError.ReadLine() is { } line)
            {
                if (Regex.Match(line, "http://127\\.0\\.0\\.1:\\d+") is { Success: true } at)
                {
                    return new Running(process, new Uri(at.Value));
                }
            }

            throw new InvalidOperationException("The workbench ended before it served.");
        }

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public void Dispose()
        {
            Kill();
            _process.Dispose();
        }
    }
}
