using System.Diagnostics;
using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class ApiAndCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    [Fact]
    public async Task The_API_gives_what_the_commands_give_while_a_command_reads_into_the_same_home()
    {
        _cli.Do("read", "--tlp", "CLEAR", _cli.File("one.txt", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n"));
        using Process serve = _cli.Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            string? line;
            while ((line = await serve.StandardError.ReadLineAsync()) is not null && !line.Contains("the workbench is at", StringComparison.Ordinal))
            {
            }

            using var http = new HttpClient { BaseAddress = new Uri(line!.Split(' ').First(w => w.StartsWith("http://", StringComparison.Ordinal))) };
            _cli.Do("read", _cli.File("two.txt", "On 2 June 2022, France and India held the France-India Space Dialogue in Paris.\n"));
            foreach ((string command, string address) in new[]
                {
                    ("claims", "claims?most=200"), ("claims --reader public", "claims?most=200&reader=public"), ("claims --kind event --as-of 2022-01-01", "claims?most=200&kind=event&as-of=2022-01-01"),
                    ("conflicts", "conflicts?most=200"), ("search dialogue", "search?most=200&q=dialogue"),
                })
            {
                string[] said = _cli.Do([.. command.Split(' '), "--json"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
                using JsonDocument answer = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/api/{address}", UriKind.Relative)));
                answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetRawText()).ShouldBe(said, command);
            }

            using JsonDocument lattice = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/lattice?partners=AUS,JPN", UriKind.Relative)));
            using JsonDocument printed = JsonDocument.Parse(_cli.Do("lattice", "--partners", "AUS,JPN", "--json"));
            JsonElement.DeepEquals(lattice.RootElement, printed.RootElement).ShouldBeTrue();
        }
        finally
        {
            serve.Kill();
            await serve.WaitForExitAsync();
        }
    }

    public void Dispose() => _cli.Dispose();
}
