using System.Text.Json;

namespace Linchpin.Tests.Commands;

public sealed class LogCommandTests : IDisposable
{
    private readonly Cli _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_partner_who_keeps_a_head_checks_a_claim_and_the_growth_of_the_log_without_the_ledger()
    {
        Read("one", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n");
        string head = _cli.File("head.json", _cli.Do("log", "head"));
        string claim = JsonDocument.Parse(_cli.Do("claims", "--json").Split('\n')[0]).RootElement.GetProperty("id").GetString()!;
        string inclusion = _cli.File("claim.json", _cli.Do("log", "prove", claim));
        Read("two", "On 2 June 2022, France and India held the France-India Space Dialogue in Paris.\n");
        string later = _cli.File("later.json", _cli.Do("log", "head"));
        string growth = _cli.File("growth.json", _cli.Do("log", "extend", head));

        string partner = Path.Combine(_cli.Folder, "partner");
        _cli.Do("verify", "--home", partner, "--against", inclusion, "--head", head).ShouldContain("the claim is entry");
        _cli.Do("verify", "--home", partner, "--against", growth, "--head", head).ShouldContain("begins with");
        _cli.Do("verify", "--against", head).ShouldContain("are those of the head");
        Directory.Exists(partner).ShouldBeFalse("checking a proof needs no ledger and makes no home");

        Ended other = _cli.Run("verify", "--against", inclusion, "--head", later);
        (other.Code, other.Output.Contains("not the one you hold", StringComparison.Ordinal)).ShouldBe((6, true));
        string forged = _cli.File("forged.json", File.ReadAllText(inclusion).Replace("Australia", "Austria", StringComparison.Ordinal));
        _cli.Run("verify", "--against", forged, "--head", head).Code.ShouldBe(6);
    }

    [Fact]
    public void A_ledger_that_lost_its_end_does_not_answer_for_the_head_it_gave()
    {
        Read("one", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra.\n");
        string head = _cli.File("head.json", _cli.Do("log", "head"));
        Ended shorter = _cli.Run("verify", "--home", Path.Combine(_cli.Folder, "emptied"), "--against", head);
        shorter.Code.ShouldBe(6);
        shorter.Error.ShouldContain("ledger.shorter");
    }

    [Fact]
    public void A_head_that_is_not_there_and_a_claim_that_is_not_known_are_named()
    {
        Ended missing = _cli.Run("verify", "--against", Path.Combine(_cli.Folder, "none.json"));
        (missing.Code, missing.Error.Contains("program.proof-missing", StringComparison.Ordinal)).ShouldBe((4, true), missing.Error);
        _cli.Run("log", "prove", "0123").Error.ShouldContain("program.claim-unknown");
    }

    private void Read(string name, string text) => _cli.Do("read", "--tlp", "CLEAR", _cli.File(name + ".txt", text));
}
