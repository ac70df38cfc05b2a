namespace Linchpin.Supply.Minerals;

/// <summary>Reads from a source's own words where a mineral is made.</summary>
internal static class MineralStages
{
    internal const string Mine = "mine";
    internal const string Refinery = "refinery";
    internal const string Plant = "plant";
    internal const string Other = "other";
    internal const string Reserves = "reserves";
    internal const string Capacity = "capacity";

    // The first that a word begins with wins; the form is read before the mineral's name.
    private static readonly (string Stage, string[] Words)[] Signs =
    [
        (Refinery, ["refin", "smelt", "primary", "metal", "sponge", "alumina", "pigment", "ferro"]),
        (Plant, ["plant", "clinker", "cement", "steel", "pig"]),
        (Mine, ["mine", "ore", "concentrate"]),
    ];

    /// <summary>The stage that the form names, else the one that the mineral's name does, else <c>other</c>.</summary>
    internal static string Of(string mineral, string form)
    {
        string[] said = Words(form);
        // "Mine production" is that of a mine whatever metal it counts.
        return said.Any(w => w is "mine" or "mined" or "mining") ? Mine : Sign(said) ?? Sign(Words(mineral)) ?? Other;
    }

    private static string? Sign(string[] words)
    {
        foreach ((string stage, string[] signs) in Signs)
        {
            if (words.Any(w => signs.Any(s => w.StartsWith(s, StringComparison.Ordinal))))
            {
                return stage;
            }
        }

        return null;
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', ',', ':', ';', '/', '(', ')', '-', '.'], StringSplitOptions.RemoveEmptyEntries);
}
