namespace Linchpin.Reading.Words;

/// <summary>The words of <c>data/reading/dangers.csv</c> that tell of a danger without a word such as "threat": verbs of harm in all forms, what looms, what is wanting.</summary>
internal static class Dangers
{
    private static readonly Dictionary<string, HashSet<string>> Words = Lexicon.Rows("dangers.csv").ToDictionary(r => r[0], r => new HashSet<string>(r[1].Split('|'), StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Verbs in their plain form that harm wherever they are said: "undermine".</summary>
    internal static HashSet<string> Harms { get; } = Words["harms"];

    /// <summary>Verbs in their plain form that harm where something "could" or "may" do it.</summary>
    internal static HashSet<string> MayHarm { get; } = [.. Words["harms"], .. Words["may-harm"]];

    /// <summary>Forms of the verbs of harm that tell of a fact: "undermines", "undermined".</summary>
    internal static HashSet<string> Harming { get; } = [.. Words["harms"].SelectMany(v => (string[])[Third(v), Past(v)])];

    /// <summary>Participles after "is" and before "by" or "to".</summary>
    internal static HashSet<string> Hindered { get; } = Words["hindered"];

    /// <summary>Adjectives of what is feared: "growing", "unlawful".</summary>
    internal static HashSet<string> Looming { get; } = Words["looming"];

    /// <summary>Nouns of what a power may use.</summary>
    internal static HashSet<string> Might { get; } = Words["might"];

    /// <summary>What an undertaking needs and may lack.</summary>
    internal static HashSet<string> Means { get; } = Words["means"];

    /// <summary>States that are a weakness.</summary>
    internal static HashSet<string> Weak { get; } = Words["weak"];

    /// <summary>Verbs of one who holds others in dependence.</summary>
    internal static HashSet<string> Dominates { get; } = Words["strong"];

    /// <summary>Finite verbs that tell of trouble in advice and mean nothing bad in a treaty: "forbids", "differ", "resents".</summary>
    internal static HashSet<string> Hardship { get; } = Words["hardship"];

    /// <summary>Gerunds after "is" that tell of decline: "fading", "wearing" thin.</summary>
    internal static HashSet<string> Fading { get; } = Words["fading"];

    /// <summary>Those whose doings are a danger.</summary>
    internal static HashSet<string> Wrongdoers { get; } = Words["wrongdoers"];

    /// <summary>What remains or exists and is wrong: gaps, loopholes, doubts.</summary>
    internal static HashSet<string> Gaps { get; } = Words["gaps"];

    private static string Third(string verb) => verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) ? verb + "es" : verb.EndsWith('y') && verb[^2] is not ('a' or 'e' or 'o') ? verb[..^1] + "ies" : verb + "s";

    private static string Past(string verb) => verb switch
    {
        "hurt" or "undercut" or "outbid" => verb,
        "deter" => "deterred",
        "sap" => "sapped",
        "hamstring" => "hamstrung",
        _ when verb.EndsWith('e') => verb + "d",
        _ when verb.EndsWith('y') && verb[^2] is not ('a' or 'e' or 'o') => verb[..^1] + "ied",
        _ => verb + "ed",
    };
}
