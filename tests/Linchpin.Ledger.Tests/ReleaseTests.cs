using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public sealed class ReleaseTests
{
    private static readonly DateOnly Today = new(2025, 3, 1);

    private static readonly Reader Owner = new("node", null, true, true);
    private static readonly Reader Korea = new("KOR", "KOR", false, true);
    private static readonly Reader Kim = new("kim", "KOR", false, true);
    private static readonly Reader Guest = new("guest", "KOR", false, false);

    public static TheoryData<string, string?, string?, string> Table => new()
    {
        // level, releasable to, held until, who may read (o owner, k Korea, m Kim, g guest, p public)
        { "", null, null, "o" },
        { "", "KOR,kim,guest,public", null, "o" },
        { "CLEAR", null, null, "okmgp" },
        { "CLEAR", "kim", null, "om" },
        { "CLEAR", "KOR", null, "okmg" },
        { "CLEAR", "", null, "o" },
        { "CLEAR", "public", null, "o" },
        { "CLEAR", null, "2025-03-01", "okmgp" },
        { "CLEAR", null, "2025-03-02", "o" },
        { "GREEN", null, null, "okm" },
        { "GREEN", "KOR", null, "okm" },
        { "GREEN", "guest", null, "o" },
        { "GREEN", "JPN", null, "o" },
        { "AMBER", null, null, "o" },
        { "AMBER", "kor", null, "okmg" },
        { "AMBER", "JPN,Kim", null, "om" },
        { "AMBER", "KOR", "2030-01-01", "o" },
        { "AMBER+STRICT", null, null, "o" },
        { "AMBER+STRICT", "KOR", null, "okmg" },
        { "RED", null, null, "o" },
        { "RED", "KOR", null, "ok" },
        { "RED", "kim", null, "om" },
        { "RED", "public", null, "o" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_level_goes_to_whom_the_protocol_names(string level, string? list, string? hold, string may)
    {
        var label = new Handling("node", TlpText.Parse(level), list?.Split(',', StringSplitOptions.RemoveEmptyEntries), hold is null ? null : DateOnly.Parse(hold));
        string reads = string.Concat(new[] { (Owner, "o"), (Korea, "k"), (Kim, "m"), (Guest, "g"), (Reader.Public, "p") }
            .Where(r => Release.MayRead(r.Item1, label, Today)).Select(r => r.Item2));
        reads.ShouldBe(may);
    }

    [Fact]
    public void What_was_made_from_two_things_goes_to_nobody_who_may_not_read_both()
    {
        var twoLabels = from a in Labels.Any from b in Labels.Any from reader in Labels.AnyReader select (a, b, reader);
        Prop.ForAll(Arb.From(twoLabels), t =>
        {
            bool both = Release.MayRead(t.reader, t.a, Today) && Release.MayRead(t.reader, t.b, Today);
            return both || !Release.MayRead(t.reader, Log.LabelSet.Of(t.a).With(t.b), Today);
        }).Check(Labels.Thorough);
    }

    [Fact]
    public void A_guest_on_one_parts_list_does_not_get_what_the_other_part_keeps_for_the_community()
    {
        var green = new Handling("node", Tlp.Green);
        var amber = new Handling("node", Tlp.Amber, ["guest"]);
        Release.MayRead(Guest, amber, Today).ShouldBeTrue();
        Release.MayRead(Guest, Log.LabelSet.Of(green).With(amber), Today).ShouldBeFalse();
    }
}
