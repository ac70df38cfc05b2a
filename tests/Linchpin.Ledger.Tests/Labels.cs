using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>Random labels and readers.</summary>
internal static class Labels
{
    internal static Config Thorough { get; } = Config.QuickThrowOnFailure.WithMaxTest(2000);

    internal static Reader[] Readers { get; } =
    [
        new(Node.Owner, null, true, true), Reader.Public, new("KOR", "KOR", false, true), new("JPN", "JPN", false, true), new("kim", "KOR", false, true), new("guest", "KOR", false, false),
    ];

    internal static Gen<Reader> AnyReader { get; } = Gen.Elements(Readers);

    internal static Gen<Handling> Any { get; } =
        from tlp in Gen.Elements<Tlp?>(null, Tlp.Clear, Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.AmberStrict, Tlp.Red)
        from listed in Gen.Elements(false, true)
        from list in Gen.ListOf(Gen.Elements("KOR", "JPN", "kim", "guest", "public"), 2)
        from hold in Gen.Elements<DateOnly?>(null, null, null, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 2))
        from owner in Gen.Elements(Node.Owner, "KOR")
        select new Handling(owner, tlp, listed ? [.. list.Distinct()] : null, hold);

    /// <summary>Who may read, said a second time and in other words than the product's, so that a slip in either shows.</summary>
    internal static bool Expected(Reader reader, Handling label)
    {
        string[] identities = reader.Name == "public" ? [] : [.. new[] { reader.Name, reader.Organisation }.OfType<string>()];
        string[]? list = label.ReleasableTo?.ToArray();
        if (reader.Owner)
        {
            return true;
        }

        bool onList = list is not null && identities.Any(i => list.Contains(i, StringComparer.OrdinalIgnoreCase));
        return label.Tlp is not null && !(label.HoldUntil is { } day && day > new DateOnly(2025, 3, 1)) && (list is null || onList) && label.Tlp switch
        {
            Tlp.Red => list!= null && reader.Name != "public" && list.Contains(reader.Name, StringComparer.OrdinalIgnoreCase),
            Tlp.Amber or Tlp.AmberStrict => onList,
            Tlp.Green => reader.Community,
            _ => true,
        };
    }
}
