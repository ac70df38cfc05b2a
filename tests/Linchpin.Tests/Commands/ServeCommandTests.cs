using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Linchpin.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("http://127.0.0.1:80x")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("http://example.com:5151")]
    [InlineData("http://*:5151")]
    [InlineData("https://127.0.0.1:5151")]
    [InlineData("http://127.0.0.1:5151/path")]
    [InlineData("http://127.0.0.1:5151;nonsense")]
    public void An_address_that_is_not_one_is_refused_and_never_taken_for_every_network(string urls)
    {
        Ended ended = _cli.Run("serve", "--urls", urls);
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("[program.usage]");
        Directory.Exists(_cli.Home).ShouldBeFalse();
    }

    [Fact]
    public void An_address_in_use_is_named_with_its_remedy()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Begin();
        Ended ended = _cli.Run("serve", "--urls", address);
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain(address);
        ended.Error.ShouldContain("[program.address]");
    }

    [Fact]
    public void A_first_run_that_was_killed_is_taken_up_by_the_next_and_nothing_is_stored_twice()
    {
        Ended first = Until("starter record:", "loading the starter record");
        first.Code.ShouldNotBe(0);
        _cli.Do("verify");
        Until("the workbench is at", "the workbench is at");
        _cli.Do("verify");
        _cli.Do("claims", "--kind", "commitment").ShouldNotBeEmpty();
        Until("the workbench is at", "the workbench is at").Error.ShouldNotContain("loading the starter record");
    }

    [Fact]
    public void The_workbench_writes_nothing_outside_its_home()
    {
        Until("the workbench is at", "the workbench is at");
        Directory.GetFileSystemEntries(_cli.UserFolder).ShouldBeEmpty();
    }

    [Fact]
    public void A_home_that_another_command_made_is_given_the_starter_record_as_a_new_one_is()
    {
        _cli.Do("claims");
        Until("the workbench is at", "the workbench is at").Error.ShouldContain("loading the starter record");
    }

    [Fact]
    public void A_record_begun_with_a_document_of_ones_own_is_not_given_the_starter_record()
    {
        Begin();
        string before = _cli.Do("claims", "--json");
        Until("the workbench is at", "the workbench is at").Error.ShouldNotContain("starter");
        _cli.Do("claims", "--json").ShouldBe(before);
    }

    [Fact]
    public void A_record_begun_with_a_document_that_the_starter_record_also_cites_is_not_given_the_starter_record()
    {
        _cli.Do("read", Directory.GetFiles(Repository.At("data/starter/documents"), "*.txt").Order(StringComparer.Ordinal).First());
        string before = _cli.Do("claims", "--json");
        Until("the workbench is at", "the workbench is at").Error.ShouldNotContain("exposures and chokepoints of");
        _cli.Do("claims", "--json").ShouldBe(before);
    }

    private void Begin() => _cli.Do("read", _cli.File("readout.txt", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n"));

    /// <summary>Serves until a line with one of the two is said, then kills the process; what was said.</summary>
    private Ended Until(string line, string orLine)
    {
        using Process process = _cli.Start("serve", "--urls", "http://127.0.0.1:0");
        var said = new System.Text.StringBuilder();
        while (process.StandardError.ReadLine() is { } next)
        {
            said.AppendLine(next);
            if (next.Contains(line, StringComparison.Ordinal) || next.Contains(orLine, StringComparison.Ordinal))
            {
                break;
            }
        }

        process.Kill();
        process.WaitForExit();
        return new Ended(process.ExitCode, "", said.ToString());
    }

    public void Dispose() => _cli.Dispose();
}
