using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public sealed class ReadersTests : IDisposable
{
    private readonly Node _node = new();

    public void Dispose() => _node.Dispose();

    public static TheoryData<string> BadLists => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput"), "ledger.readers.*.json").Select(f => Path.GetFileName(f)!)];

    [Fact]
    public void Without_a_list_there_are_the_owner_the_public_and_the_partners()
    {
        Readers readers = Readers.Load(_node.File("readers.json"), Node.Owner);
        readers.Find(Node.Owner).Owner.ShouldBeTrue();
        readers.Find("PUBLIC").ShouldBe(Reader.Public);
        readers.Find("kor").ShouldBe(new Reader("KOR", "KOR", false, true));
        readers.All.Count.ShouldBe(Vocabulary.Countries.Count + 2);
        Should.Throw<FaultException>(() => readers.Find("nobody")).Fault.Kind.ShouldSatisfyAllConditions(k => k.Code.ShouldBe("ledger.reader-unknown"), k => k.Exit.ShouldBe(Exit.NotFound));
    }

    [Fact]
    public void A_list_adds_readers_and_may_replace_a_partners()
    {
        File.WriteAllText(_node.File("readers.json"), """[{"name": "kim", "organisation": "KOR", "community": true}, {"name": "guest"}, {"name": "JPN", "organisation": "JPN", "community": false}]""");
        Readers readers = Readers.Load(_node.File("readers.json"), Node.Owner);
        readers.Find("Kim").ShouldBe(new Reader("kim", "KOR", false, true));
        readers.Find("guest").ShouldBe(new Reader("guest", null, false, false));
        readers.Find("JPN").Community.ShouldBeFalse();
        readers.All.ShouldNotContain(r => r.Owner && r.Name != Node.Owner);
    }

    [Theory]
    [MemberData(nameof(BadLists))]
    public void A_list_that_cannot_be_used_is_refused(string file)
    {
        FaultException e = Should.Throw<FaultException>(() => Readers.Load(Path.Combine(AppContext.BaseDirectory, "BadInput", file), Node.Owner));
        e.Fault.Kind.Code.ShouldBe("ledger.readers");
        e.Fault.Place.ShouldNotBeNull().ShouldEndWith(file);
    }

    [Fact]
    public void A_folder_or_a_huge_file_is_refused_as_a_list()
    {
        Directory.CreateDirectory(_node.File("folder"));
        File.WriteAllBytes(_node.File("huge"), new byte[(1 << 20) + 1]);
        foreach (string name in (string[])["folder", "huge"])
        {
            Should.Throw<FaultException>(() => Readers.Load(_node.File(name), Node.Owner)).Fault.Kind.Code.ShouldBe("ledger.readers");
        }
    }
}
