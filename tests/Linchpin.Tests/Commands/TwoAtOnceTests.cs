using System.Diagnostics;

namespace Linchpin.Tests.Commands;

public sealed class TwoAtOnceTests : IDisposable
{
    private readonly Cli _cli = new();

    [Fact]
    public void Two_commands_that_read_into_one_new_home_at_once_both_end_well_and_store_each_document_once()
    {
        string[] documents = [.. Enumerable.Range(2001, 12).Select(y => _cli.File($"{y}.txt", $"On 3 May {y}, France and Japan held the France-Japan Trade Dialogue in Paris.\n"))];
        using Process one = _cli.Start(["read", .. documents]);
        using Process two = _cli.Start(["read", .. documents.Reverse()]);
        Task<string>[] said = [.. new[] { one, two }.SelectMany(p => new[] { p.StandardOutput.ReadToEndAsync(), p.StandardError.ReadToEndAsync() })];
        string all = string.Join('\n', said.Select(s => s.Result));
        one.WaitForExit();
        two.WaitForExit();
        (one.ExitCode, two.ExitCode).ShouldBe((0, 0), all);
        all.Split("claims stored").Length.ShouldBe(documents.Length + 1, all);
        _cli.Do("verify");
    }

    [Fact]
    public void A_command_that_is_stopped_says_so_ends_with_130_and_stores_no_part_of_a_document()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string large = _cli.File("large.txt", string.Concat(Enumerable.Range(0, 30_000).Select(i => $"On 3 May {1000 + (i % 1000)}, France and Japan held the France-Japan Trade Dialogue in Paris.\n\n")));
        using Process process = _cli.Start("read", large);
        process.StandardError.ReadLine()!.ShouldContain("a new home");
        Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(130, said);
        said.ShouldContain("stopped");
        _cli.Do("claims").ShouldBeEmpty();
        _cli.Do("verify").ShouldStartWith("0 entries");
    }

    public void Dispose() => _cli.Dispose();
}
