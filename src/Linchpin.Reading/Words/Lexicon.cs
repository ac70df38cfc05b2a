using Linchpin.Claims;
using Linchpin.Reading.Documents;

namespace Linchpin.Reading.Words;

/// <summary>The word lists of <c>data/reading</c>, read once: closed-class words, head nouns, verbs with their forms, words of threat.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Use> _uses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VerbForm> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Head> _heads = new(StringComparer.Ordinal);
    private readonly HashSet<string> _threats = new(StringComparer.Ordinal);

    private Lexicon()
    {
        foreach (string[] row in Rows("words.csv"))
        {
            Use use = Enum.Parse<Use>(row[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
            foreach (string word in row[1].Split('|'))
            {
                _uses[word] = _uses.GetValueOrDefault(word) | use;
            }
        }

        foreach (string[] row in Rows("heads.csv"))
        {
            _heads.TryAdd(row[0], new Head(Enum.Parse<HeadClass>(row[1], ignoreCase: true), row[2]));
        }

        foreach (string[] row in Rows("verbs.csv"))
        {
            Inflect(row[0], Enum.Parse<VerbClass>(row[1], ignoreCase: true), row[2], row[3]);
        }

        foreach (string[] row in Rows("threats.csv"))
        {
            _threats.Add(row[0]);
        }
    }

    internal static Lexicon Shared { get; } = new();

    internal Use UseOf(string lower) => _uses.GetValueOrDefault(lower);

    internal VerbForm? VerbOf(string lower) => _verbs.GetValueOrDefault(lower);

    internal Head? HeadOf(string lower) => _heads.GetValueOrDefault(lower);

    internal bool IsThreat(string lower) => _threats.Contains(lower);

    /// <summary>The data rows of a list that is inside the assembly, without its header.</summary>
    internal static IEnumerable<string[]> Rows(string name)
    {
        using var reader = new StreamReader(typeof(Lexicon).Assembly.GetManifestResourceStream("reading/" + name)!);
        return CsvText.Rows(reader.ReadToEnd()).Skip(1);
    }

    /// <summary>The forms of a verb: by rule, or past and participle as listed where the verb is irregular (<c>past|participle</c>).</summary>
    private void Inflect(string verb, VerbClass use, string detail, string irregular)
    {
        string stem = verb.EndsWith('e') ? verb[..^1] : verb;
        bool y = verb.EndsWith('y') && "aeiou".IndexOf(verb[^2], StringComparison.Ordinal) < 0;
        string third = y ? verb[..^1] + "ies" : verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('x') ? verb + "es" : verb + "s";
        string[] listed = irregular.Split('|', StringSplitOptions.RemoveEmptyEntries);
        string past = listed.Length > 0 ? listed[0] : y ? verb[..^1] + "ied" : stem + "ed";
        string participle = listed.Length > 1 ? listed[1] : past;
        string gerund = listed.Length > 2 ? listed[2] : verb.EndsWith("ee", StringComparison.Ordinal) || !verb.EndsWith('e') ? verb + "ing" : stem + "ing";
        Add(verb, Tense.Base);
        Add(third, Tense.Third);
        Add(past, Tense.Past);
        Add(participle, Tense.Participle);
        Add(gerund, Tense.Gerund);

        void Add(string form, Tense tense)
        {
            if (_verbs.TryGetValue(form, out VerbForm? there))
            {
                _verbs[form] = there with { Class = there.Class | use, Detail = detail.Length > 0 && (use == VerbClass.Event || there.Detail.Length == 0) ? detail : there.Detail };
            }
            else
            {
                _verbs.Add(form, new VerbForm(verb, tense, use, detail) { AlsoParticiple = tense == Tense.Past && past == participle });
            }
        }
    }
}
