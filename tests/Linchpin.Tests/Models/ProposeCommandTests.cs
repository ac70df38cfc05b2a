using Linchpin.Tests.Commands;

namespace Linchpin.Tests.Models;

public sealed class ProposeCommandTests : IDisposable
{
    private const string Text = "On 14 May 2021 Chile and Japan met in Santiago. Both sides agreed to map their lithium supply chains. Engineers are few and far between.";

    private readonly Cli _cli = new();

    [Fact]
    public async Task Proposals_are_listed_apart_and_are_in_no_other_answer_of_the_program()
    {
        await using StubModel stub = StubModel.Saying("""
            {"proposals":[{"kind":"risk","quote":"Engineers are few and far between","sectors":["people-exchange"]},{"kind":"risk","quote":"a shortage of unicorns"}]}
            """);
        _cli.Do("read", _cli.File("talks.txt", Text), "--tlp", "CLEAR");
        string before = _cli.Do("claims", "--json");
        Ended ended = _cli.Run("propose", "talks.txt", "--endpoint", stub.Address, "--model", "some-model");
        ended.Code.ShouldBe(0, ended.Error);
        ended.Output.ShouldBe("talks.txt: 1 proposed, 2 claims wait for review; 1 refused\n  1 × a quote that does not stand in the document\n");
        _cli.Do("claims", "--json").ShouldBe(before);
        _cli.Do("search", "unicorns").ShouldBeEmpty();
        _cli.Do("claims", "--proposed").ShouldContain($"Engineers are few and far between  [talks.txt {Text.IndexOf("Engineers", StringComparison.Ordinal)}-{Text.Length - 1}]  (model some-model)");
        _cli.Do("claims", "--proposed", "--json").ShouldContain("\"authorKind\":\"model\"");
        _cli.Do("verify").ShouldContain("entries fit");
    }

    [Fact]
    public async Task One_endpoint_that_does_not_work_is_asked_once_and_not_for_every_document()
    {
        await using StubModel stub = StubModel.Sending("503 Busy", "");
        _cli.Do("read", _cli.File("a.txt", Text), _cli.File("b.txt", Text + " Again."), "--tlp", "CLEAR");
        Ended ended = _cli.Run("propose", "a.txt", "b.txt", "--endpoint", stub.Address, "--model", "some-model");
        ended.Code.ShouldBe(7);
        ended.Error.ShouldContain("program.model-answer");
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_that_may_not_go_keeps_no_other_from_going()
    {
        await using StubModel stub = StubModel.Saying("""{"proposals":[]}""");
        _cli.Do("read", _cli.File("inner.txt", Text));
        _cli.Do("read", _cli.File("open.txt", Text + " Again."), "--tlp", "CLEAR");
        Ended ended = _cli.Run("propose", "inner.txt", "nowhere.txt", "open.txt", "--endpoint", stub.Address, "--model", "some-model", "--json");
        ended.Code.ShouldBe(3);
        ended.Error.ShouldContain("program.model-release");
        ended.Error.ShouldContain("program.document-unknown");
        ended.Output.ShouldContain("\"proposed\":0");
        stub.Requests.ShouldHaveSingleItem().Said("user").ShouldEndWith("Again.");
    }

    [Fact]
    public void Without_an_endpoint_nothing_is_asked()
    {
        _cli.Do("read", _cli.File("talks.txt", Text), "--tlp", "CLEAR");
        Ended ended = _cli.Run("propose", "talks.txt");
        ended.Code.ShouldBe(2);
        ended.Error.ShouldContain("program.model-setting");
    }

    public void Dispose() => _cli.Dispose();
}
