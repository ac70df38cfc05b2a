using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>A promise's words, and whether they are the source's own that this node can check.</summary>
/// <param name="Text">The words, on one line.</param>
/// <param name="Quoted">Whether they stand in a passage whose text this node holds.</param>
internal readonly partial record struct PromiseText(string Text, bool Quoted)
{
    internal static PromiseText Of(Promise promise)
    {
        if (promise.What.Count == 0)
        {
            return new PromiseText(promise.Act?.Quote is { } passage ? Words.Clean(passage) : "", true);
        }

        HeldClaim what = promise.What[0];
        string words = Words.Clean(what.Value.Display);
        if (what.Claim.Author.Kind == AuthorKind.Person || what.Quote is null)
        {
            return new PromiseText(Words.Summary(words), false);
        }

        // Only words that stand in the passage go between quotation marks.
        string quote = Words.Clean(what.Quote);
        return new PromiseText(quote.Contains(words, StringComparison.Ordinal) ? words : quote, true);
    }

    /// <summary>The verb of the act with its object; <see langword="null"/> where the words fit no verb and must stand apart.</summary>
    /// <param name="act">The act's word; empty where none is stated.</param>
    /// <param name="one">Whether one party acts.</param>
    /// <param name="longest">Quotations are cut at so many characters.</param>
    internal Predicate? Say(string act, bool one, int longest)
    {
        if (Quoted)
        {
            return After(act) is { } rest ? new Predicate(act, Words.Quoted(rest, longest))
                : Finite().IsMatch(Text) ? new Predicate("", Words.Quoted(Text, longest) + (SaysAct(act) ? "" : ", " + Noun(act)))
                : null;
        }

        string text = Words.Cut(Text, longest * 2).TrimEnd('.');
        return Infinitive(text) is { } bare ? (act switch
        {
            "announced" or "stated" => new Predicate($"{act} that {(one ? "it" : "they")} would", bare),
            "signed" => new Predicate("signed an undertaking", "to " + bare),
            "launched" => new Predicate("launched an effort", "to " + bare),
            "done" => new Predicate(one ? "is reported" : "are reported", "to " + bare),
            "intended" => new Predicate("stated the aim", "to " + bare),
            "negotiating" => new Predicate(one ? "is reported to be in talks" : "are reported to be in talks", "to " + bare),
            "" => new Predicate("made a commitment", "to " + bare),
            _ => new Predicate(act, "to " + bare),
        })
        : text.Length == 0 || !char.IsLower(text[0]) ? null
        : act switch
        {
            "pledged" or "announced" or "signed" or "launched" => new Predicate(act, text),
            "agreed" => new Predicate("agreed on", text),
            "negotiating" => new Predicate(one ? "is reported to be in talks on" : "are reported to be in talks on", text),
            _ => null,
        };
    }

    /// <summary>Whether the source's own verb is the act's, so that naming the act again adds nothing.</summary>
    private bool SaysAct(string act)
    {
        string first = Text.Split(' ', 2)[0];
        return first == act || (act, first) is ("stated", "committed") or ("intended", "aims" or "aim" or "aimed" or "intends" or "plans");
    }

    /// <summary>What the parties did by an act, where their words stand apart from it.</summary>
    internal static Said Did(string? act) => new("promise.act-" + act switch
    {
        "agreed" or "pledged" or "announced" or "signed" or "launched" or "stated" or "done" or "intended" or "negotiating" => act,
        _ => "other",
    });

    /// <summary>What an act comes to in English, as a noun with its article.</summary>
    private static string Noun(string act) => act switch
    {
        "agreed" => "an agreement",
        "pledged" => "a pledge",
        "announced" => "an announcement",
        "signed" => "a signing",
        "launched" => "a launch",
        "stated" => "a stated commitment",
        "done" => "a step reported as done",
        "intended" => "a stated aim",
        "negotiating" => "a negotiation",
        _ => "a commitment",
    };

    /// <summary>What follows the act's own verb in the source, where it stands there once, affirmed and in the active voice.</summary>
    internal string? After(string act)
    {
        if (!Quoted || act is not ("agreed" or "pledged" or "announced" or "signed" or "launched"))
        {
            return null;
        }

        MatchCollection verbs = Regex.Matches(Text, $@"\b{act}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        if (verbs.Count != 1 || verbs[0].Index > 110)
        {
            return null;
        }

        string before = Text[..verbs[0].Index];
        string rest = Text[(verbs[0].Index + act.Length)..].TrimStart();
        return !NotSo().IsMatch(before) && Object().IsMatch(rest) ? rest : null;
    }

    /// <summary>A summary that begins with the plain form of a verb, without "to" and in lower case; <see langword="null"/> where it begins otherwise.</summary>
    internal static string? Infinitive(string summary)
    {
        string text = summary.StartsWith("to ", StringComparison.Ordinal) ? summary[3..] : summary;
        string[] words = text.Split(' ', 3);
        string first = words[0];
        bool verb = text != summary || (first.Length > 1 && (words.Length < 2 || words[1] is not ("of" or "into")) && first.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0 && first.All(c => char.IsAsciiLetter(c) || c == '-') && !NoVerb().IsMatch(first));
        return verb && text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : null;
    }

    [GeneratedRegex(@"\b(?:not|never|yet|no|nor|without|if|would|could|should|may|might|can|be|is|are|was|were|been|being|by|said|says|that|which)\b|n[’']t\b|[;:“""]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotSo();

    // Words of the source that go on from the parties' names: "committed to …", "aims to …", "will pool …".
    [GeneratedRegex(@"^(?:[a-z]+ed|aims?|will|seeks?|plans?|intends?|hopes?|wants?|has|have|had|began|set|made|took|held|led|built) \S+ \S+", RegexOptions.CultureInvariant)]
    private static partial Regex Finite();

    [GeneratedRegex(@"^(?:to|on|that|the|a|an|its|their|his|her|new|plans)\s+\S+\s+\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Object();

    // First words that tell a noun phrase or a sentence from "Build a line": articles, pronouns, and the endings of nouns, participles and plurals.
    [GeneratedRegex("^(?:the|a|an|they|it|he|she|we|both|all|each|every|this|that|these|those|there|its|their|his|her|our|in|on|at|by|for|with|under|as|new|joint|more|no|not|(?!implement|complement|supplement|augment)[a-z-]*ment|[a-z-]*(?:ing|tion|sion|ness|ship|ity|ism|ed|[^su]s))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoVerb();
}

/// <summary>A verb and its object, apart, so that several objects may follow one verb.</summary>
/// <param name="Verb">"agreed", "stated that they would".</param>
/// <param name="Object">"to build a line", or a quotation.</param>
internal readonly record struct Predicate(string Verb, string Object);
