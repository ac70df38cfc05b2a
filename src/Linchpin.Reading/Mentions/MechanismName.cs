using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading;

/// <summary>The id of a mechanism from its name and members, the same for every way of writing the same name.</summary>
/// <remarks>
/// <para>A well-known name has its own id (<c>mechanism/quad</c>). Else the id is the members' ISO codes in order, then the significant words of the
/// name in order of the alphabet: singular, lower case, without members, ordinals, years, and words such as "new" or "inaugural".</para>
/// <para>Of a group of three or more, a noun such as "cooperation" or "meeting" in lower case is left out: it is the writer's word, not part of a name.</para>
/// <para>So "US-ROK Next Generational Critical and Emerging Technology Dialogue" and "South Korea-U.S. Next Generation Critical and Emerging
/// Technologies Dialogue" have one id, and a dialogue of two countries and one of three have two.</para>
/// </remarks>
public static class MechanismName
{
    private static readonly HashSet<string> Insignificant = new(StringComparer.Ordinal)
    {
        "of", "on", "for", "the", "and", "in", "to", "a", "an", "with", "between", "among", "by", "against", "new", "existing", "inaugural", "first", "second", "third",
        "annual", "landmark", "historic", "their", "its", "our", "this", "that", "such", "current", "recent", "first-ever", "s", "all", "both", "leaders", "expanded", "early",
        "longstanding", "long-standing", "ongoing", "ironclad", "trilateral-led", "upcoming", "next", "latest",
    };

    private static readonly HashSet<string> Relations = new(StringComparer.Ordinal) { "cooperation", "relation", "partnership", "dialogue", "mechanism", "meeting", "collaboration" };

    private static readonly Lazy<Dictionary<string, string>> KnownKeys = new(() =>
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] row in Lexicon.Rows("mechanisms.csv"))
        {
            foreach (string form in row[4].Split('|').Append(row[3]))
            {
                keys.TryAdd(Key(Significant(form)), row[0]);
            }
        }

        return keys;
    });

    /// <summary>The id for that name and those members (ISO alpha-3 codes or ids of bodies, in any order; empty where none is stated).</summary>
    /// <exception cref="FaultException"><c>claims.entity-id</c> where the name has no letter or digit.</exception>
    public static EntityId IdFor(string name, IReadOnlyCollection<string> members)
    {
        IReadOnlyList<string> words = Significant(name);
        if (KnownKeys.Value.TryGetValue(Key(words), out string? known))
        {
            return EntityId.Of("mechanism", known);
        }

        // "trilateral technology dialogue", "meeting", "cooperation" of the same three: in lower case the noun is the writer's, not the name's.
        if (members.Count >= 3)
        {
            string[] telling = [.. words.Where(w => !(Relations.Contains(w) && name.Contains(w, StringComparison.Ordinal))).Select(w => w == "tripartite" ? "trilateral" : w)];
            words = telling.Length > 0 ? telling : words;
        }

        string group = string.Join('-', members.Select(m => m.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return EntityId.FromWords("mechanism", $"{group} {string.Join(' ', words.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The words of a name that tell it from others, singular and lower case, in the order of the name. Where only such words as "new" are left, all words.</summary>
    internal static IReadOnlyList<string> Significant(string name)
    {
        var tokens = new List<Token>();
        new Tokenizer(Lexicon.Shared).Read(name, 0, name.Length, tokens);
        var words = new List<string>();
        for (int i = 0; i < tokens.Count; i++)
        {
            int country = Mentions.NameTables.Countries.Match(tokens, i, tokens.Count, out Mentions.CountryForm form);
            if (country > 0 && tokens.Count > country && form.Form != Mentions.MentionForm.Seat)
            {
                i += country - 1;
                continue;
            }

            Word word = tokens[i].Word;
            bool ordinal = word.Text.Length > 1 && char.IsAsciiDigit(word.Text[0]) && !word.AllCaps;
            if ((word.IsWord || word.Kind == WordKind.Number) && !ordinal && !Insignificant.Contains(word.Lower) && !(word.Kind == WordKind.Number && word.Text.Length == 4))
            {
                words.Add(Singular(word.Lower));
            }
        }

        return words.Count > 0 ? words : [.. tokens.Where(t => t.Word.IsWord).Select(t => t.Lower)];
    }

    /// <summary>Words that any mechanism of its sort might be called by: such a name alone tells no two of them apart.</summary>
    private static readonly HashSet<string> Generic = new(StringComparer.Ordinal)
    {
        "mou", "memorandum", "understanding", "agreement", "dialogue", "meeting", "summit", "trilateral", "bilateral", "partnership", "alliance", "framework", "treaty", "pact", "accord", "arrangement", "mechanism",
        "cooperation", "initiative", "group", "working", "declaration", "joint", "strategic", "policy", "strategy", "roadmap", "forum", "talk", "consultation", "exercise", "commission", "committee", "trade", "security", "technology", "defense", "economic",
        "indo-pacific", "indo", "pacific", "special", "comprehensive", "global", "free",
    };

    /// <summary>Whether a name without members is one that many mechanisms share.</summary>
    internal static bool IsGeneric(string name) => Significant(name).All(Generic.Contains);

    /// <summary>The name without "the", "new", "inaugural", an ordinal or a year before it.</summary>
    internal static string Bare(string name)
    {
        string[] words = name.Split(' ');
        int from = 0;
        while (from < words.Length - 1 && (Insignificant.Contains(words[from].ToLowerInvariant()) && words[from].ToLowerInvariant() is not "next" || char.IsAsciiDigit(words[from][0]) && words[from].Length <= 4 && !words[from].AsSpan().ContainsAny('-', '+')))
        {
            from++;
        }

        return string.Join(' ', words[from..]);
    }

    internal static string Key(IEnumerable<string> words) => string.Join(' ', words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>British spellings as American, adjectives such as "generational" as their noun, plurals as singulars: only to compare names.</summary>
    internal static string Singular(string word)
    {
        string w = word switch
        {
            "defence" => "defense",
            "programme" or "programmes" => "program",
            "organisation" or "organisations" => "organization",
            "co-operation" => "cooperation",
            "co-ordination" => "coordination",
            "centre" => "center",
            "tech" or "technological" => "technology",
            _ => word,
        };
        w = w.Length > 8 && w.EndsWith("ional", StringComparison.Ordinal) && w is not ("national" or "international" or "regional") ? w[..^2] : w;
        return w.Length > 4 && w.EndsWith("ies", StringComparison.Ordinal) ? w[..^3] + "y"
            : w.Length > 3 && w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal) && !w.EndsWith("us", StringComparison.Ordinal) && !w.EndsWith("is", StringComparison.Ordinal) ? w[..^1]
            : w;
    }
}
