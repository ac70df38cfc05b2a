using System.Reflection;
using System.Xml.Linq;

namespace Linchpin.Tests.Architecture;

/// <summary>The arrows between the rooms are those that docs/rooms.md draws.</summary>
public sealed class RoomsTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Linchpin.Claims"] = [],
        ["Linchpin.Ledger"] = ["Linchpin.Claims"],
        ["Linchpin.Reading"] = ["Linchpin.Claims"],
        ["Linchpin.Supply"] = ["Linchpin.Claims"],
        ["Linchpin.Briefing"] = ["Linchpin.Claims", "Linchpin.Ledger"],
        ["Linchpin"] = ["Linchpin.Briefing", "Linchpin.Claims", "Linchpin.Ledger", "Linchpin.Reading", "Linchpin.Supply"],
    };

    [Fact]
    public void Every_room_refers_only_to_the_rooms_that_its_arrows_allow()
    {
        var drawn = Directory.GetFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(p => Path.GetFileNameWithoutExtension(p), p => References(File.ReadAllText(p)));
        Breaches(drawn).ShouldBeEmpty();
        drawn.Keys.Order().ShouldBe(Arrows.Keys.Order(), "a room was added or lost: draw its arrows here, in docs/rooms.md and in a decision");
    }

    [Fact]
    public void The_check_of_the_arrows_sees_a_reference_that_is_not_drawn()
    {
        string project = """<Project><ItemGroup><ProjectReference Include="../Linchpin.Ledger/Linchpin.Ledger.csproj" /></ItemGroup></Project>""";
        Breaches(new Dictionary<string, string[]> { ["Linchpin.Reading"] = References(project) })
            .ShouldBe(["Linchpin.Reading → Linchpin.Ledger"]);
        Breaches(new Dictionary<string, string[]> { ["Linchpin.Attic"] = [] }).ShouldBe(["Linchpin.Attic has no arrows drawn"]);
    }

    [Theory]
    [InlineData(typeof(Claims.Claim))]
    [InlineData(typeof(Ledger.Ledger))]
    [InlineData(typeof(Reading.Reading))]
    [InlineData(typeof(Supply.Supply))]
    [InlineData(typeof(Briefing.Briefing))]
    public void The_compiled_rooms_use_no_room_that_is_not_drawn(Type door)
    {
        Assembly room = door.Assembly;
        string[] used = [.. room.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Linchpin", StringComparison.Ordinal))];
        used.Except(Arrows[room.GetName().Name!]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(Reading.Reading))]
    [InlineData(typeof(Supply.Supply))]
    [InlineData(typeof(Claims.Claim))]
    [InlineData(typeof(Briefing.Briefing))]
    public void A_room_that_makes_or_reads_claims_knows_nothing_of_storage(Type door) =>
        door.Assembly.GetReferencedAssemblies().Select(a => a.Name).ShouldNotContain(n => n!.Contains("Sqlite", StringComparison.OrdinalIgnoreCase) || n == "Dapper");

    private static string[] References(string project) =>
        [.. XDocument.Parse(project).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order()];

    private static string[] Breaches(IReadOnlyDictionary<string, string[]> drawn) =>
    [
        .. drawn.SelectMany(room => Arrows.TryGetValue(room.Key, out string[]? allowed)
            ? room.Value.Except(allowed).Select(used => $"{room.Key} → {used}")
            : [$"{room.Key} has no arrows drawn"]),
    ];
}
