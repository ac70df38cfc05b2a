using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Linchpin.Claims;
using Linchpin.Workbench.Editions;

namespace Linchpin.Tests.Editions;

public sealed class EditionTests
{
    [Fact]
    public async Task No_byte_of_an_edition_holds_a_word_of_what_is_not_released()
    {
        using var record = PublishedRecord.Whole();
        EditionFiles edition = await record.Publish();

        var found = new List<string>();
        foreach (EditionFile file in edition.Files.SelectMany(f => f.Path.EndsWith(".html", StringComparison.Ordinal) ? [f] : Unpacked(f)))
        {
            string text = file.Path + "\n" + Encoding.UTF8.GetString(file.Content);
            found.AddRange(PublishedRecord.Markers.Where(m => text.Contains(m, StringComparison.OrdinalIgnoreCase)).Select(m => $"{m} in {file.Path}"));
        }

        found.ShouldBeEmpty();
        edition.Files.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task An_edition_is_the_same_byte_for_byte_whether_or_not_the_record_holds_more_than_is_released()
    {
        using var whole = PublishedRecord.Whole();
        using var released = PublishedRecord.ReleasedOnly();

        EditionFiles one = await whole.Publish(), other = await released.Publish();

        string[] different = [.. one.Files.Zip(other.Files).Where(p => p.First.Path != p.Second.Path || !p.First.Content.AsSpan().SequenceEqual(p.Second.Content)).Select(p => p.First.Path)];
        different.ShouldBeEmpty();
        one.Hash.ShouldBe(other.Hash);
        one.Files.Count.ShouldBe(other.Files.Count);
    }

    [Fact]
    public async Task The_same_record_on_the_same_day_gives_the_same_bytes()
    {
        using var record = PublishedRecord.Whole();

        (await record.Publish()).Hash.ShouldBe((await record.Publish()).Hash);
    }

    [Fact]
    public async Task Every_link_of_an_edition_leads_to_a_file_of_it_and_to_a_place_in_that_file()
    {
        using var record = PublishedRecord.Whole();
        EditionFiles edition = await record.Publish();
        var parser = new HtmlParser();
        Dictionary<string, AngleSharp.Html.Dom.IHtmlDocument> pages = edition.Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal) && !f.Path.Contains("files/", StringComparison.Ordinal))
            .ToDictionary(f => f.Path, f => parser.ParseDocument(Encoding.UTF8.GetString(f.Content)));
        HashSet<string> files = [.. edition.Files.Select(f => f.Path)];
        var dead = new List<string>();
        int followed = 0;
        foreach ((string path, AngleSharp.Html.Dom.IHtmlDocument page) in pages)
        {
            foreach (string link in page.QuerySelectorAll("[href], [src], [action]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? e.GetAttribute("action")!))
            {
                var to = new Uri(new Uri("file:///edition/" + path), link);
                string file = Uri.UnescapeDataString(to.AbsolutePath)["/edition/".Length..];
                string place = Uri.UnescapeDataString(to.Fragment.TrimStart('#'));
                if (to.Scheme != "file" || !files.Contains(file) || (place.Length > 0 && pages[file].GetElementById(place) is null))
                {
                    dead.Add($"{path}: {link}");
                }

                followed++;
            }
        }

        dead.ShouldBeEmpty();
        followed.ShouldBeGreaterThan(2000);
        files.Except(pages.Keys).Where(f => f.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(["files/brief.html", "ko/files/brief.html"]);
    }

    [Fact]
    public async Task A_page_of_an_edition_has_a_policy_of_its_own_and_nothing_that_needs_a_server()
    {
        using var record = PublishedRecord.Whole();
        foreach (EditionFile file in (await record.Publish("en")).Files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal) && !f.Path.StartsWith("files/", StringComparison.Ordinal)))
        {
            string page = Encoding.UTF8.GetString(file.Content);
            page.ShouldContain("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'");
            page.ShouldNotContain("__RequestVerificationToken", Case.Sensitive, file.Path);
            Regex.Count(page, "<form").ShouldBe(1, file.Path);
            Regex.IsMatch(page, "hx-|<lp-chart|<select|\\son[a-z]+=\"|https?://").ShouldBeFalse(file.Path);
            Regex.Count(page, "<script").ShouldBe(file.Path == "search.html" ? 2 : 0, file.Path);
        }
    }

    [Fact]
    public async Task A_line_of_a_page_has_a_link_of_its_own_its_source_and_the_passage()
    {
        using var record = PublishedRecord.Whole();
        AngleSharp.Html.Dom.IHtmlDocument page = Page(await record.Publish("en"), "entities/commitment/packaging.html");

        AngleSharp.Dom.IElement row = page.QuerySelectorAll("tr[id^=claim-]").First(r => r.TextContent.Contains("host a working group on packaging", StringComparison.Ordinal));
        row.QuerySelector($"a[href='#{row.Id}']").ShouldNotBeNull();
        row.QuerySelector("blockquote")!.TextContent.ShouldContain("Korea pledged to host");
        row.QuerySelector($"a[href^='../../documents/{Workbench.SampleRecord.ReadoutDocument.Id.Name}.html#at-']").ShouldNotBeNull();
        page.QuerySelector("footer")!.TextContent.ShouldContain("Sample office (2025)");
        page.QuerySelector("footer code")!.TextContent.ShouldBe("entities/commitment/packaging.html");
    }

    [Fact]
    public async Task A_documents_page_has_its_passages_and_not_its_text()
    {
        using var record = PublishedRecord.Whole();
        string page = Page(await record.Publish("en"), $"documents/{Workbench.SampleRecord.ReadoutDocument.Id.Name}.html").Body!.TextContent;

        page.ShouldContain("The three sides agreed to share early warnings");
        page.ShouldNotContain("The delegations discussed export controls");
    }

    [Fact]
    public async Task The_manifest_has_the_hash_of_every_file_and_of_them_all()
    {
        using var record = PublishedRecord.Whole();
        EditionFiles edition = await record.Publish("en");
        using JsonDocument manifest = JsonDocument.Parse(edition.Files[^1].Content);

        edition.Files[^1].Path.ShouldBe("manifest.json");
        manifest.RootElement.GetProperty("hash").GetString().ShouldBe(edition.Hash);
        manifest.RootElement.GetProperty("handling").GetString().ShouldBe("TLP:CLEAR");
        (string Path, string Hash)[] listed = [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(f => (f.GetProperty("path").GetString()!, f.GetProperty("sha256").GetString()!))];
        listed.ShouldBe(edition.Files.SkipLast(1).Select(f => (f.Path, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(f.Content)))));
    }

    [Fact]
    public async Task Pages_in_Korean_stand_in_their_own_folder_and_each_page_leads_to_the_other_language()
    {
        using var record = PublishedRecord.Whole();
        EditionFiles edition = await record.Publish("en", "ko");

        Page(edition, "mechanisms/chip-dialogue.html").QuerySelector("footer a[hreflang=ko]")!.GetAttribute("href").ShouldBe("../ko/mechanisms/chip-dialogue.html");
        AngleSharp.Html.Dom.IHtmlDocument korean = Page(edition, "ko/mechanisms/chip-dialogue.html");
        korean.DocumentElement.GetAttribute("lang").ShouldBe("ko");
        korean.QuerySelector("footer a[hreflang=en]")!.GetAttribute("href").ShouldBe("../../mechanisms/chip-dialogue.html");
        edition.Files.Select(f => f.Path).Where(p => p.StartsWith("ko/", StringComparison.Ordinal)).Select(p => p[3..]).ShouldBeSubsetOf(edition.Files.Select(f => f.Path));
    }

    private static AngleSharp.Html.Dom.IHtmlDocument Page(EditionFiles edition, string path) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(edition.Files.Single(f => f.Path == path).Content));

    /// <summary>The file and, where it is a package, what is in it.</summary>
    private static IEnumerable<EditionFile> Unpacked(EditionFile file)
    {
        yield return file;
        if (Path.GetExtension(file.Path) is not (".zip" or ".docx" or ".xlsx"))
        {
            yield break;
        }

        using var zip = new ZipArchive(new MemoryStream(file.Content));
        foreach (ZipArchiveEntry entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using Stream from = entry.Open();
            from.CopyTo(content);
            yield return new EditionFile(file.Path + "/" + entry.FullName, content.ToArray());
        }
    }
}
