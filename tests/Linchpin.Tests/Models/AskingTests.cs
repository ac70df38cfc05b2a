using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Models;

namespace Linchpin.Tests.Models;

/// <summary>A model that answers well, lies, stalls, babbles, floods, points elsewhere and hangs up: the record is never the worse for it.</summary>
public sealed class AskingTests : IDisposable
{
    private const string Secret = "sk-never-shown-0123456789";

    private const string Text = "On 14 May 2021 Chile and Japan met in Santiago. Both sides agreed to map their lithium supply chains. Observers noted a shortage of skilled engineers.";

    private const string Good = """{"proposals":[{"kind":"risk","quote":"a shortage of skilled engineers","sectors":["people-exchange"]}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linchpin-model-");
    private readonly Ledger.Ledger _ledger;

    public AskingTests() => _ledger = Ledger.Ledger.Open(Path.Combine(_folder.FullName, "ledger.db"), "this node", TimeProvider.System);

    private View Own => _ledger.View(Reader.OwnerOf("this node"));

    [Fact]
    public async Task What_a_model_proposes_waits_and_is_in_the_record_when_a_person_accepts_it()
    {
        await using StubModel stub = StubModel.Saying(Good);
        Document document = Stored(Handling.Clear("this node"));
        int before = Own.Count(new ClaimFilter());
        Asked(await Ask(stub, document)).ShouldBe((1, 2, 0));

        Own.Count(new ClaimFilter()).ShouldBe(before);
        HeldClaim[] waiting = [.. Own.Claims(new ClaimFilter(Proposed: true))];
        waiting.Length.ShouldBe(2);
        waiting.ShouldAllBe(c => c.Claim.Author.Kind == AuthorKind.Model && c.Claim.Author.Name == "some-model" && c.Standing == Standing.Proposed && c.Quote == "a shortage of skilled engineers");
        _ledger.View(Reader.Public).Count(new ClaimFilter(Kind: "risk")).ShouldBe(0);

        _ledger.Append(new Deposit([], [], [], [.. waiting.Select(c => Judgement.Accept(c.Claim.Id, Author.Person("Analyst"), "it says so", Handling.Clear("this node")))]));
        Own.Count(new ClaimFilter()).ShouldBe(before + 2);

        Asked(await Ask(stub, document)).ShouldBe((0, 0, 1), "what stands is not proposed again");
        stub.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_endpoint_gets_the_text_of_the_document_and_the_key_and_nothing_else_of_the_record()
    {
        await using StubModel stub = StubModel.Saying(Good);
        Stored(Handling.Clear("this node"), "Another document, which is nobody's business here.");
        await Ask(stub, Stored(Handling.Clear("this node")), Secret);
        Request asked = stub.Requests.ShouldHaveSingleItem();
        asked.Head.ShouldStartWith("POST /v1/chat/completions HTTP/1.1\r\n");
        asked.Head.ShouldContain($"Authorization: Bearer {Secret}\r\n");
        asked.Said("user").ShouldBe(Text);
        asked.Said("system").ShouldBe(Reading.Proposals.Proposing.Instructions);
        asked.Body.ShouldNotContain("nobody");
    }

    [Fact]
    public async Task A_lying_model_is_refused_line_by_line_and_the_truth_beside_is_kept()
    {
        await using StubModel stub = StubModel.Saying("""
            {"proposals":[{"kind":"commitment","quote":"Chile agreed to cede its mines","who":["Chile"],"act":"agreed"},
              {"kind":"risk","quote":"a shortage of skilled engineers"},{"kind":"oracle","quote":"Both sides agreed"},{"kind":"risk","quote":"Chile","start":0,"end":5}]}
            """);
        Asked asked = await Ask(stub, Stored(Handling.Clear("this node")));
        (asked.Taken, asked.Refused.Count).ShouldBe((1, 3));
        asked.Refused.Select(r => r.Reason).ShouldBe(["a quote that does not stand in the document", "a kind that is not asked for", "offsets at which the quote does not stand"]);
    }

    public static TheoryData<string, string, string> BadAnswers => new()
    {
        { "200 OK", "<html>nginx</html>", "program.model-answer" },
        { "200 OK", "{}", "program.model-answer" },
        { "200 OK", """{"choices":[]}""", "program.model-answer" },
        { "200 OK", """{"choices":[{"message":{"content":null}}]}""", "program.model-answer" },
        { "200 OK", """{"choices":[{"message":{"content":["a"]}}]}""", "program.model-answer" },
        { "200 OK", new string('[', 100_000), "program.model-answer" },
        { "200 OK", StubModel.Completion("Sorry, I cannot."), "reading.answer" },
        { "200 OK", StubModel.Completion(Good, "length"), "program.model-answer" },
        { "200 OK", "\"" + new string('x', ModelClient.MostBytes) + "\"", "program.model-answer" },
        { "401 Unauthorized", $"Incorrect key: {Secret}", "program.model-answer" },
        { "500 Internal Server Error", "", "program.model-answer" },
        { "204 No Content", "", "program.model-answer" },
    };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task An_answer_that_cannot_be_used_is_a_fault_that_is_not_tried_again_and_stores_nothing(string status, string body, string code)
    {
        await using StubModel stub = StubModel.Sending(status, body);
        Document document = Stored(Handling.Clear("this node"));
        long before = _ledger.LastEntry;
        Fault fault = await Faulty(stub, document);
        fault.Kind.Code.ShouldBe(code);
        fault.ToString().ShouldNotContain(Secret);
        stub.Requests.Count.ShouldBe(1);
        _ledger.LastEntry.ShouldBe(before);
    }

    [Fact]
    public async Task An_endless_answer_is_ended_at_the_limit()
    {
        var gone = new TaskCompletionSource<bool>();
        await using var stub = new StubModel(async (to, cancel) =>
        {
            await to.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancel);
            byte[] chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 0x10000) + "\r\n");
            try
            {
                while (true)
                {
                    await to.WriteAsync(chunk, cancel);
                }
            }
            catch (IOException)
            {
                gone.SetResult(true);
            }
        });
        (await Faulty(stub, Stored(Handling.Clear("this node")))).Cause.ShouldContain("longer than 1 MiB");
        (await gone.Task).ShouldBeTrue("the connection was closed, not read on");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using StubModel elsewhere = StubModel.Saying(Good);
        await using StubModel stub = StubModel.Sending("307 Temporary Redirect", "", $"Location: {elsewhere.Address}/chat/completions\r\n");
        (await Faulty(stub, Stored(Handling.Clear("this node")))).Cause.ShouldContain("redirect");
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_connection_that_is_closed_without_an_answer_is_a_fault_and_not_tried_again()
    {
        await using var stub = new StubModel((_, _) => Task.CompletedTask);
        (await Faulty(stub, Stored(Handling.Clear("this node")))).Kind.Code.ShouldBe("program.model-unreachable");
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_that_is_closed_in_the_middle_of_an_answer_is_a_fault()
    {
        await using var stub = new StubModel(async (to, cancel) => await to.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"choi"u8.ToArray(), cancel));
        (await Faulty(stub, Stored(Handling.Clear("this node")))).Kind.Code.ShouldBe("program.model-unreachable");
    }

    [Fact]
    public async Task Where_nothing_listens_the_fault_says_so()
    {
        string address;
        await using (StubModel stub = StubModel.Saying(Good))
        {
            address = stub.Address;
        }

        (await Faulty(address, Stored(Handling.Clear("this node")), TimeProvider.System)).Kind.Code.ShouldBe("program.model-unreachable");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"choices\":")]
    public async Task A_model_that_stalls_before_or_in_its_answer_is_waited_for_until_the_limit_and_no_longer(string begun)
    {
        var clock = new TimersByHand();
        await using var stub = new StubModel(async (to, cancel) =>
        {
            await to.WriteAsync(Encoding.ASCII.GetBytes(begun), cancel);
            await Task.Delay(Timeout.Infinite, cancel);
        });
        Task<Fault> asking = Faulty(stub.Address, Stored(Handling.Clear("this node")), clock);
        await stub.Arrived.Task;
        asking.IsCompleted.ShouldBeFalse();
        clock.Due(TimeSpan.FromSeconds(30));
        Fault fault = await asking;
        fault.Kind.Code.ShouldBe("program.model-unreachable");
        fault.Cause.ShouldContain("30 s");
    }

    [Fact]
    public async Task Stopping_the_program_ends_the_asking_at_once()
    {
        await using var stub = new StubModel((_, cancel) => Task.Delay(Timeout.Infinite, cancel));
        using var stop = new CancellationTokenSource();
        Document document = Stored(Handling.Clear("this node"));
        using Asking asking = Make(stub.Address, Reader.Public, TimeProvider.System);
        Task<Asked> asked = asking.About(document, stop.Token);
        await stub.Arrived.Task;
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => asked);
    }

    [Fact]
    public async Task A_document_goes_only_to_an_endpoint_that_may_read_it_as_a_reader()
    {
        var community = new Reader("model", null, false, true);
        Handling Label(Tlp tlp, params string[] to) => new("this node", tlp, to.Length == 0 ? null : to);
        (Handling Label, Reader Endpoint, bool Goes)[] cases =
        [
            (Handling.Clear("this node"), Reader.Public, true),
            (Handling.Unlabelled("this node"), Reader.Public, false),
            (Label(Tlp.Green), Reader.Public, false),
            (Label(Tlp.Green), community, true),
            (Label(Tlp.Amber), community, false),
            (Label(Tlp.Amber, "model"), community, true),
            (Label(Tlp.Red, "KOR"), community, false),
            (Handling.Clear("this node") with { ReleasableTo = ["JPN"] }, Reader.Public, false),
            (Handling.Clear("this node") with { HoldUntil = new DateOnly(2999, 1, 1) }, Reader.Public, false),
            (Handling.Unlabelled("this node"), Reader.OwnerOf("this node"), true),
        ];
        foreach ((int i, (Handling label, Reader endpoint, bool goes)) in cases.Index())
        {
            await using StubModel stub = StubModel.Saying(Good);
            Document document = Stored(label, $"{Text} Number {i}.");
            using Asking asking = Make(stub.Address, endpoint, TimeProvider.System);
            if (goes)
            {
                await asking.About(document, CancellationToken.None);
            }
            else
            {
                (await Should.ThrowAsync<FaultException>(() => asking.About(document, CancellationToken.None))).Fault.Kind.Code.ShouldBe("program.model-release");
            }

            stub.Requests.Count.ShouldBe(goes ? 1 : 0, $"{label.Display} to {endpoint.Name}");
        }
    }

    [Fact]
    public async Task A_document_that_was_labelled_more_strictly_since_does_not_go()
    {
        await using StubModel stub = StubModel.Saying(Good);
        Document document = Stored(Handling.Clear("this node"));
        _ledger.Append(Deposit.Of(document with { Handling = new Handling("this node", Tlp.Amber) }, []));
        (await Faulty(stub, document)).Kind.Code.ShouldBe("program.model-release");
        stub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fault_at_one_part_of_a_document_stores_nothing_of_it_and_asks_no_more()
    {
        int asked = 0;
        await using var stub = new StubModel((to, cancel) => ++asked == 1 ? StubModel.Send(to, "200 OK", StubModel.Completion(Good), cancel) : StubModel.Send(to, "503 Busy", "", cancel));
        Document document = Stored(Handling.Clear("this node"), Text + "\n\n" + string.Join("\n\n", Enumerable.Repeat(new string('x', 4000), 30)));
        long before = _ledger.LastEntry;
        (await Faulty(stub, document)).Cause.ShouldContain("503");
        stub.Requests.Count.ShouldBe(2);
        _ledger.LastEntry.ShouldBe(before);
    }

    [Fact]
    public async Task The_key_is_in_no_claim_log_or_description()
    {
        await using StubModel stub = StubModel.Saying(Good);
        await Ask(stub, Stored(Handling.Clear("this node")), Secret);
        Endpoint(stub.Address, Secret).ToString().ShouldNotContain(Secret);
        _ledger.Dispose();
        foreach (FileInfo file in _folder.EnumerateFiles())
        {
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file.FullName)).ShouldNotContain(Secret);
        }
    }

    [Theory]
    [InlineData(null, "m", null)]
    [InlineData("http://127.0.0.1/v1", " ", null)]
    [InlineData("ftp://127.0.0.1/v1", "m", null)]
    [InlineData("file:///etc/passwd", "m", null)]
    [InlineData("127.0.0.1:11434", "m", null)]
    [InlineData("http://user:word@127.0.0.1/v1", "m", null)]
    [InlineData("http://127.0.0.1/v1?key=1", "m", null)]
    [InlineData("http://127.0.0.1/v1", "m\r\nX: y", null)]
    [InlineData("http://127.0.0.1/v1", "m", "two\nlines-of-a-secret")]
    [InlineData("http://model.example/v1", "m", "secret-in-the-clear")]
    public void A_setting_that_cannot_be_used_is_refused_without_the_key_in_the_message(string? address, string? model, string? key)
    {
        Fault fault = Should.Throw<FaultException>(() => ModelEndpoint.Of(address, model, key, TimeSpan.FromSeconds(1))).Fault;
        fault.Kind.Code.ShouldBe("program.model-setting");
        fault.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void The_owner_who_reads_everything_is_no_endpoint_on_another_machine()
    {
        Readers readers = Readers.Load(Path.Combine(_folder.FullName, "none.json"), "this node");
        ModelEndpoint there = ModelEndpoint.Of("https://model.example/v1", "m", "k", TimeSpan.FromSeconds(1));
        Should.Throw<FaultException>(() => there.Reader(readers, "this node")).Fault.Kind.Code.ShouldBe("program.model-setting");
        there.Reader(readers, null).ShouldBe(Reader.Public);
        Endpoint("http://127.0.0.1:1/v1").Reader(readers, "this node").Owner.ShouldBeTrue();
    }

    public void Dispose()
    {
        _ledger.Dispose();
        _folder.Delete(recursive: true);
    }

    private Document Stored(Handling label, string text = Text)
    {
        // The document alone: what reading finds in it is not what is tried here.
        Document document = new Reading.Reading().Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "talks.txt").Document with { Handling = label };
        _ledger.Append(Deposit.Of(document, [Note(document)]));
        return Own.Document(document.Id)!;
    }

    private static Claim Note(Document document) => new(
        document.Id, "description", new TextValue("A note."), default, new DocumentSource(document.Id, Passage.In(document.Text!, 0, 2)), Author.Person("Analyst"), document.Handling);

    private static ModelEndpoint Endpoint(string address, string? key = null) => ModelEndpoint.Of(address, "some-model", key, TimeSpan.FromSeconds(30));

    private Asking Make(string address, Reader reader, TimeProvider clock, string? key = null) => new(_ledger, Endpoint(address, key), reader, new Originals(_folder.FullName), clock);

    private async Task<Asked> Ask(StubModel stub, Document document, string? key = null)
    {
        using Asking asking = Make(stub.Address, Reader.Public, TimeProvider.System, key);
        return await asking.About(document, CancellationToken.None);
    }

    private Task<Fault> Faulty(StubModel stub, Document document) => Faulty(stub.Address, document, TimeProvider.System);

    private async Task<Fault> Faulty(string address, Document document, TimeProvider clock)
    {
        using Asking asking = Make(address, Reader.Public, clock, Secret);
        return (await Should.ThrowAsync<FaultException>(() => asking.About(document, CancellationToken.None))).Fault;
    }

    private static (int Taken, int Claims, int Refused) Asked(Asked asked) => (asked.Taken, asked.Claims, asked.Refused.Count);

    /// <summary>A clock whose timers go off when the test says that their time has come.</summary>
    private sealed class TimersByHand : TimeProvider
    {
        private readonly List<(TimeSpan Due, TimerCallback Callback, object? State)> _timers = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _timers.Add((dueTime, callback, state));
            return TimeProvider.System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        internal void Due(TimeSpan time)
        {
            (TimeSpan due, TimerCallback callback, object? state) = _timers.ShouldHaveSingleItem();
            due.ShouldBe(time);
            callback(state);
        }
    }
}
