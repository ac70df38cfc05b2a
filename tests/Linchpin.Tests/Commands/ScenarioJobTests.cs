using System.Diagnostics;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Linchpin.Supply;

namespace Linchpin.Tests.Commands;

/// <summary>A scenario that runs while the workbench is killed.</summary>
public sealed partial class ScenarioJobTests : IDisposable
{
    private const string Page = "/scenarios/build?partners=KOR,IND,USA&1-kind=export-ban&1-from=CHN&1-sector=c14&1-size=80&runs=48&steps=120";

    private readonly Cli _cli = new();

    [Fact]
    public async Task A_workbench_killed_in_the_middle_of_a_scenario_says_where_it_stands_and_ends_with_the_same_figures()
    {
        string job;
        using (Process first = _cli.Start("serve", "--urls", "http://127.0.0.1:0"))
        {
            using HttpClient client = await Up(first);
            job = await Post(client, Page, "/scenarios/run");

            // The events of the job: killed when the first range of runs is kept, before the second can be.
            using var events = new StreamReader(await client.GetStreamAsync(job + "/events"));
            while (await events.ReadLineAsync() is { } line && !line.Contains("\"done\":1", StringComparison.Ordinal))
            {
            }

            first.Kill();
            await first.WaitForExitAsync();
        }

        using Process second = _cli.Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            using HttpClient client = await Up(second);
            JsonElement stopped = await Job(client, job);
            stopped.GetProperty("state").GetString().ShouldBe("interrupted");
            (await client.GetStringAsync(Page)).ShouldContain(job);
            await Post(client, job, job + "/resume");
            using var events = new StreamReader(await client.GetStreamAsync(job + "/events"));
            await events.ReadToEndAsync();
            JsonElement ended = await Job(client, job);
            ended.GetProperty("state").GetString().ShouldBe("done");

            // The world's median, as an ensemble that nobody disturbed has it.
            string page = await client.GetStringAsync(ended.GetProperty("result").GetString());
            string file = await client.GetStringAsync(Page.Replace("/build", "/build.json", StringComparison.Ordinal));
            InputOutputTable table = new Supply.Supply().Open(Linchpin.Starter.StarterRecord.TableFolder, 2011);
            Ensemble undisturbed = Supply.Supply.Ensemble(table, Scenario.Parse(System.Text.Encoding.UTF8.GetBytes(file), "file"), 48, 1).RunAll();
            page.ShouldContain($"<b>{undisturbed.World.ValueAdded.P50:#,0}</b>");
        }
        finally
        {
            second.Kill();
        }
    }

    /// <summary>Waits until the workbench listens; a client that keeps the cookie of forms.</summary>
    private static async Task<HttpClient> Up(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (Listens().Match(line) is { Success: true } at)
            {
                _ = process.StandardError.ReadToEndAsync();
                return new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(at.Value), Timeout = TimeSpan.FromMinutes(3) };
            }
        }

        throw new InvalidOperationException("The workbench ended.");
    }

    /// <summary>Sends the form of a page; the address that it leads to.</summary>
    private static async Task<string> Post(HttpClient client, string page, string action)
    {
        string text = await client.GetStringAsync(page);
        string form = text[text.IndexOf($"action=\"{action}\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        using var fields = new FormUrlEncodedContent(Field().Matches(form).Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))));
        using HttpResponseMessage answer = await client.PostAsync(action, fields);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<JsonElement> Job(HttpClient client, string job) => JsonDocument.Parse(await client.GetStringAsync("/api" + job)).RootElement;

    [GeneratedRegex("http://127[.]0[.]0[.]1:[0-9]+")]
    private static partial Regex Listens();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Field();

    public void Dispose() => _cli.Dispose();
}
