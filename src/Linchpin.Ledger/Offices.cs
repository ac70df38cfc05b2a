namespace Linchpin.Ledger;

/// <summary>What an office's words tell of it.</summary>
public static class Offices
{
    private static readonly string[] Sole =
    [
        "president", "prime minister", "chancellor", "king", "emperor", "foreign minister", "defence minister", "defense minister", "finance minister", "trade minister", "external affairs minister", "secretary of state",
        "secretary of defense", "secretary of commerce", "national security advisor", "national security adviser", "secretary-general", "secretary general", "foreign secretary", "chairman", "chair",
    ];

    /// <summary>Whether a body has one such office, so that another name in it means another holder: a president, a foreign minister, "minister of trade".</summary>
    public static bool IsHeldByOne(string title)
    {
        string words = title.Trim().ToLowerInvariant();
        return Sole.Contains(words, StringComparer.Ordinal) || words.StartsWith("minister of ", StringComparison.Ordinal) || words.StartsWith("minister for ", StringComparison.Ordinal) || words.StartsWith("secretary of ", StringComparison.Ordinal);
    }
}
