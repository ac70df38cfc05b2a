using System.Diagnostics;
using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class ReadFolderTests : IDisposable
{
    private const string First = """
        Readout of the Australia–Japan Critical Minerals Dialogue

        On 14 May 2021, Australia and Japan held the inaugural Australia-Japan Critical Minerals Dialogue in Canberra.

        The two countries agreed to map their lithium supply chains by the end of 2022.

        Australia pledged to publish a list of critical minerals every year. They also discussed hydrogen.
        """;

    private static readonly string Second = First
        .Replace("publish a list of critical minerals every year", "fund a refinery for gallium near Perth", StringComparison.Ordinal)
        .Replace("Readout of", "Corrected readout of", StringComparison.Ordinal);

    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_folder_read_again_reads_only_what_is_new_changed_or_no_longer_held()
    {
        string folder = Folder(6);
        _cli.Run("read", "--recursive", folder).Error.ShouldContain("6 of 6 documents read");
        string before = _cli.Do("claims", "--json");
        Ended again = _cli.Run("read", "--recursive", folder);
        again.Error.ShouldContain("6 of 6 documents read, 6 of them known from before");
        again.Output.Split('\n')[..^1].ShouldAllBe(l => l.EndsWith("already in the record", StringComparison.Ordinal));
        _cli.Do("claims", "--json").ShouldBe(before);

        File.Copy(Path.Combine(folder, "a", "d0.txt"), Path.Combine(folder, "other-name.txt"));
        File.AppendAllText(Path.Combine(folder, "a", "d2.txt"), "\n\nIndia pledged to open a hotline.\n");
        _cli.Run("read", "--recursive", folder).Error.ShouldContain("7 of 7 documents read, 6 of them known from before");
        _cli.Run("read", "--recursive", folder, "--tlp", "CLEAR").Error.ShouldContain("7 of 7 documents read, 1 of them known from before");
        _cli.Run("read", "--recursive", folder, "--home", Path.Combine(_cli.Folder, "elsewhere")).Error.ShouldContain("7 of 7 documents read, 1 of them known from before");
        Directory.Delete(Path.Combine(_cli.Home, "cache"), recursive: true);
        string all = _cli.Do("claims", "--json");
        _cli.Run("read", "--recursive", folder).Error.ShouldContain("7 of 7 documents read, 1 of them known from before");
        _cli.Do("claims", "--json").ShouldBe(all);
    }

    [Fact]
    public void One_unreadable_document_or_index_of_a_folder_does_not_keep_the_others_out()
    {
        string folder = Folder(4);
        _cli.File("papers/a/empty.txt", "");
        _cli.File("papers/b/index.csv", "nothing,of,the,kind\n1,2,3,4\n");
        Ended ended = _cli.Run("read", "--recursive", folder);
        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("reading.empty");
        ended.Error.ShouldContain("4 of 6 documents read, 2 refused");
        _cli.Run("read", "--recursive", folder).Error.ShouldContain("4 of 6 documents read, 4 of them known from before, 2 refused");
    }

    [Fact]
    public void An_index_speaks_for_the_documents_beside_it()
    {
        _cli.File("papers/a/readout.txt", First);
        _cli.File("papers/a/index.csv", "file,publisher,title,date,kind\nreadout.txt,Ministry A,One,2021-05-15,readout\n");
        _cli.File("papers/b/readout.txt", "On 2 June 2022, France and India held the France-India Space Dialogue in Paris.\n");
        _cli.File("papers/b/index.csv", "file,publisher,title,date,kind\nreadout.txt,Ministry B,Two,2022-06-03,readout\n");
        _cli.Do("read", "--recursive", Path.Combine(_cli.Folder, "papers"));
        string early = _cli.Do("claims", "--published-by", "2021-12-31");
        early.ShouldContain("Critical Minerals");
        early.ShouldNotContain("Space");
    }

    [Fact]
    public void A_changed_document_is_a_version_whose_unchanged_passages_are_the_same_things()
    {
        _cli.Do("read", _cli.File("old/readout.txt", First));
        JsonElement[] before = Claims("commitment");
        string pledge = Subject(before, "list of critical minerals"), agreed = Subject(before, "lithium");
        _cli.Do("read", _cli.File("new/readout.txt", Second)).ShouldContain("same-as");

        JsonElement[] after = Claims("commitment");
        Subject(after, "lithium").ShouldBe(agreed);
        after.Where(c => Text(c).Contains("lithium", StringComparison.Ordinal)).Select(c => c.GetProperty("subject").GetProperty("id").GetString()).Distinct().Count().ShouldBe(1);
        Subject(after, "refinery").ShouldNotBe(pledge);
        JsonElement gone = after.First(c => Text(c).Contains("list of critical minerals", StringComparison.Ordinal)).GetProperty("source");
        gone.GetProperty("laterVersion").GetProperty("passageStands").GetBoolean().ShouldBeFalse();
        JsonElement[] stands = [.. after.Where(c => Text(c).Contains("lithium", StringComparison.Ordinal)).Select(c => c.GetProperty("source"))];
        stands.Length.ShouldBe(2);
        stands[0].GetProperty("laterVersion").GetProperty("passageStands").GetBoolean().ShouldBeTrue();
        stands[1].TryGetProperty("laterVersion", out JsonElement none).ShouldBe(none.ValueKind != JsonValueKind.Undefined);

        string listed = _cli.Do("claims", "--kind", "commitment");
        listed.ShouldContain("gone from the later version");
        listed.ShouldContain("unchanged in the later version");
        _cli.Do("claims", "--kind", "document").ShouldContain("supersedes");

        // The first words again are the first document, known for long: nothing is added.
        string all = _cli.Do("claims", "--json");
        _cli.Do("read", _cli.File("newest/readout.txt", First)).ShouldContain("already in the record");
        _cli.Do("claims", "--json").ShouldBe(all);
    }

    [Fact]
    public void Another_document_of_the_same_name_is_no_version()
    {
        _cli.Do("read", _cli.File("a/readout.txt", First));
        _cli.Do("read", _cli.File("b/readout.txt", "On 2 June 2022, France and India held the France-India Space Dialogue in Paris. France pledged to share images of harbours.\n"));
        _cli.Do("read", _cli.File("c/other.txt", Second));
        _cli.Run("claims", "--kind", "document").Output.ShouldBeEmpty();
    }

    [UnixFact]
    public async Task A_stopped_reading_keeps_what_it_reported_and_goes_on_from_there()
    {
        string folder = Folder(60);
        using Process process = _cli.Start("read", "--recursive", folder);
        var said = new List<string>();
        while (said.Count < 5 && await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
        }

        using (Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            said.AddRange((await process.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (said.Count < 60)
            {
                process.ExitCode.ShouldBe(130);
                error.ShouldContain("what was reported as stored is kept");
            }
        }

        _cli.Do("verify").ShouldContain("entries fit");
        Ended again = _cli.Run("read", "--recursive", folder);
        again.Code.ShouldBe(0);
        int unchanged = int.Parse(again.Error.Split("read, ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        unchanged.ShouldBeInRange(said.Count, said.Count + 1);
    }

    private string Folder(int documents)
    {
        for (int i = 0; i < documents; i++)
        {
            _cli.File($"papers/{"ab"[i % 2]}/d{i}.txt", First.Replace("lithium", $"lithium and grade {i} nickel", StringComparison.Ordinal).Replace("14 May", $"{1 + (i % 28)} June", StringComparison.Ordinal));
        }

        return Path.Combine(_cli.Folder, "papers");
    }

    private JsonElement[] Claims(string kind) =>
        [.. _cli.Do("claims", "--json", "--kind", kind).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).Where(c => c.GetProperty("property").GetString() == "what")];

    private static string Text(JsonElement claim) => claim.GetProperty("value").GetProperty("display").GetString()!;

    private static string Subject(JsonElement[] claims, string words) => claims.First(c => Text(c).Contains(words, StringComparison.Ordinal)).GetProperty("subject").GetProperty("id").GetString()!;
}

/// <summary>A test of what only Unix has.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix signals" : null;
}
