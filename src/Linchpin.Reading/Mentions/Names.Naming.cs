using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Which candidates are names of mechanisms.</content>
internal sealed partial class Names
{
    private bool IsName(Candidate c, bool titleCase)
    {
        string head = _tokens[c.At].Lower;
        bool capitalHead = _tokens[c.At].Word.Capital;
        if (c.Head.Type == "mou")
        {
            // An "understanding" is one only by a name; what people understand is none.
            return !titleCase && (head != "understanding" || (capitalHead && c.Capitals > 0 && c.From < c.At));
        }

        if (capitalHead && head is "statement" or "communique" or "communiqué" && OnAVisit(c))
        {
            return false;
        }

        if (At(c.At) is { Thing.Kind: ThingKind.Mechanism } known && c.Members.Count < 2)
        {
            return c.To - c.From > known.To - known.From && c.Capitals > 1 && capitalHead;
        }

        if (c.Between && c.Members.Count >= 2)
        {
            return Standing.Contains(head) && (c.Capitals > 0 || Enumerable.Range(c.From, c.At - c.From).Any(k => _tokens[k].Word.IsWord && !Evaluative.Contains(_tokens[k].Lower)) || head is "alliance" or "treaty" or "fta" or "trilateral" or "dialogue" or "coalition" or "consortium" or "minilateral" or "agreement" or "contract");
        }

        if (c.Members.Count >= 2)
        {
            if (titleCase && c.Head.Type == "exercise")
            {
                return false;
            }

            return (Standing.Contains(head) && (c.Capitals + c.Modifiers > 0 || head is not ("initiative" or "meeting" or "group" or "framework" or "declaration")))
                || (c.Group && head is "cooperation" or "relations" or "talks" or "exercise" or "exercises" or "drills")
                || (capitalHead && c.Capitals > 0) || (capitalHead && titleCase && head is "cooperation" or "partnership" or "dialogue")
                || (c.Members.Count >= 3 && head is "cooperation" or "relations" or "collaboration");
        }

        if (titleCase)
        {
            return false;
        }

        // "Vietnam Oil and Gas Group": a firm, unless the word before says what states do in it.
        if (head == "group" && capitalHead && c.Members.Count < 2 && !c.Group && c.To == c.At + 1 && c.At > c.From && !(GroupWork.Contains(_tokens[c.At - 1].Lower) || Suffixed(_tokens[c.At - 1].Lower)))
        {
            return false;
        }

        // A programme by its name in quotation marks.
        if (capitalHead && c.Capitals > 0 && c.From > 0 && c.To < _tokens.Count && _tokens[c.From - 1].Word.Kind == WordKind.Mark && _tokens[c.From - 1].Word.Text[0] is '“' or '"' && _tokens[c.To].Word.Kind == WordKind.Mark && _tokens[c.To].Word.Text[0] is '”' or '"')
        {
            return true;
        }

        // "Minister for Foreign Trade and Development Cooperation" is an office, "the Hiroshima Summit" a place.
        if (c.From - 2 >= 0 && _tokens[c.From - 1].Lower is "for" or "of" && Enumerable.Range(Math.Max(0, c.From - 5), Math.Min(4, c.From - 1)).Any(k => _tokens[k].Word is { Capital: true, Head.Class: HeadClass.Title } && Enumerable.Range(k + 1, c.From - k - 1).All(n => _tokens[n].Word.Capital || _tokens[n].Lower is "of" or "for")) || Affiliation(c))
        {
            return false;
        }

        if (head is "summit" or "summits" && c.Members.Count == 0 && c.Capitals <= 1 && !c.Group && c.To == c.At + 1 && !Enumerable.Range(c.From, c.At - c.From).Any(i => _tokens[i].Word.AllCaps))
        {
            return false;
        }

        if (capitalHead && c.Capitals > 0)
        {
            // A council or centre comes here only where it was told of as set up by states.
            bool house = head is "council" or "committee" or "commission" or "board" or "centre" or "center";
            return house || Unmistakable(c) || !(Weak.Contains(head) && c.Capitals + c.Modifiers + c.Members.Count < 2 && !(c.To > c.At + 2 && head is not ("roundtable" or "meeting" or "conference" or "talks")) && head is not ("declaration" or "agreement" or "consultations" or "process")) && !OnlyStopNames(c);
        }

        if (c.Capitals > 0 && c.Head.Type == "strategy-document")
        {
            return (c.Members.Count > 0 || c.Owner is not null || OwnPossessive(c)) && head is not "plan" && head is "strategy" or "policy" or "roadmap" or "outlook" or "vision";
        }

        if (c.Capitals > 0 && (!Weak.Contains(head) || (head is "program" or "programme" or "project" or "fund" or "campaign" or "amendment" or "directive" or "agreement" or "deal" or "mechanism" or "declaration" or "network" or "platform" or "hub" or "club" or "facility" or "testbed" or "exercise" or "exercises" or "drill" or "drills" or "format" or "process" && (Unmistakable(c) || c.Capitals > 1))) && !OnlyStopNames(c))
        {
            return head is not ("summit" or "act" or "law" or "convention") || c.Capitals > 0;
        }

        if (!capitalHead && head is "strategy" or "roadmap" or "paper" && PolicyOf(c))
        {
            return true;
        }

        // "trilateral security cooperation": the standing relation of a group, in lower case.
        bool relation = head is "cooperation" or "meeting" or "dialogue" or "agreement" or "partnership" or "framework" or "mechanism" or "forum" or "initiative" && !capitalHead && c.Modifiers > 0 && ThreeStates;
        return c.Group && (relation || head is "dialogue" or "meeting" or "forum" or "mechanism" or "framework" or "summit" or "trilateral" or "initiative" && c.Modifiers > 1);
    }

    /// <summary>What a group of states does, where a word of common form does not say so.</summary>
    private static readonly HashSet<string> GroupWork = new(StringComparer.Ordinal)
        { "working", "contact", "consultative", "study", "expert", "experts", "suppliers", "core", "dialogue", "advisory", "joint", "wisdom", "visions", "eminent", "policy", "response", "steering", "task", "research", "technology", "security" };

    /// <summary>Adjectives that praise or blame a relation and name none.</summary>
    private static readonly HashSet<string> Evaluative = new(StringComparer.Ordinal)
        { "deepening", "growing", "wider", "broader", "expanding", "closer", "close", "renewed", "enduring", "ironclad", "longstanding", "long-standing", "new", "existing", "mutual", "expanded", "historic", "informal", "military" };

    /// <summary>"Joint Statement on the Official Visit": the paper that tells of a meeting, not what is agreed in it.</summary>
    private bool OnAVisit(Candidate c) => Enumerable.Range(c.At + 1, Math.Max(0, Math.Min(7, _tokens.Count - c.At - 1))).TakeWhile(k => _tokens[k].Word.IsWord).Any(k => _tokens[k].Lower is "visit" or "meeting" or "summit" or "occasion" or "outcome" or "outcomes");

    /// <summary>A noun for an activity or field by its ending: "facilitation", "procurement", "resilience", "logistics".</summary>
    private static bool Suffixed(string word) => word.Length > 5 && (word.EndsWith("tion", StringComparison.Ordinal) || word.EndsWith("ment", StringComparison.Ordinal) || word.EndsWith("ing", StringComparison.Ordinal) || word.EndsWith("ence", StringComparison.Ordinal)
        || word.EndsWith("ance", StringComparison.Ordinal) || word.EndsWith("ics", StringComparison.Ordinal) || word.EndsWith("ity", StringComparison.Ordinal) || word.EndsWith("ship", StringComparison.Ordinal) || word.EndsWith("sion", StringComparison.Ordinal) || word.EndsWith("ogy", StringComparison.Ordinal));

    /// <summary>A word that says what an undertaking is about, not whose it is.</summary>
    private static bool Topical(Word word) => word.IsWord && (word.Is(Use.StopName | Use.Modifier) || word.SeenInLowerCase || Suffixed(word.Lower) || word.Lower is "rights" or "crisis" or "response" or "advisory" or "workers" or "standards" or "review" or "experts" or "data" or "port" or "cable");

    /// <summary>"the Fathom program", "the Bergen Principles": one capital that is a word of no other use, after "the".</summary>
    private bool Unmistakable(Candidate c) => c.Capitals == 1 && c.From > 0 && (_tokens[c.From - 1].Lower == "the" || _tokens[c.From - 1].Word.Kind == WordKind.Possessive) && _tokens[c.From].Word is { Capital: true, Function: false, SeenInLowerCase: false, Verb: null, Head: null } word && (!word.AllCaps || word.Text.Length > 3) && !word.Is(Use.StopName | Use.Modifier)
        && At(c.From) is null && _tokens[c.At].Lower is "program" or "programme" or "project" or "fund" or "campaign" or "principles" or "guidelines" or "network" or "hub" or "plan" or "platform" or "partnership" or "club" or "workplan" or "amendment" or "regulation" or "directive" or "pledge" or "format" or "consensus" or "agenda" or "process" or "circle" or "exercise" or "exercises" or "facility" or "agreement" or "deal" or "mechanism" or "declaration" or "testbed";

    /// <summary>"a senior fellow with the Tides Project", "who directs the Reef Programme": somebody's place of work, not co-operation of states.</summary>
    private bool Affiliation(Candidate c) => c.Head.Type == "programme" && c.Members.Count == 0 && Enumerable.Range(Math.Max(0, c.From - 5), Math.Min(5, c.From)).Any(k => (_tokens[k].Lower is "directs" or "heads" or "leads" or "chairs" || _tokens[k].Word.Head is { Class: HeadClass.Title })
        && Enumerable.Range(k + 1, c.From - k - 1).All(n => _tokens[n].Word.Function || _tokens[n].Word.Capital));

    /// <summary>"NATO's quantum strategy", "Korea's semiconductor roadmap": a paper of its owner on a topic.</summary>
    private bool PolicyOf(Candidate c)
    {
        int from = c.From;
        while (from > 0 && c.At - from < 4 && _tokens[from - 1].Word is { IsWord: true, Capital: false, Function: false, Verb: null })
        {
            from--;
        }

        return from > 1 && c.At > from && _tokens[from - 1].Word.Kind == WordKind.Possessive && At(from - 2) is { Thing.Kind: ThingKind.Country or ThingKind.Mechanism or ThingKind.Body } && Enumerable.Range(from, c.At - from).Any(k => Telling(_tokens[k].Word) && _tokens[k].Lower is not ("foreign" or "economic" or "growth" or "overall" or "own" or "current" or "national" or "broader" or "long" or "term"));
    }

    /// <summary>Whether three states or more are named: then "the trilateral" may be one of them.</summary>
    private bool ThreeStates => _threeStates ??= _things.Values.Count(t => t.Kind == ThingKind.Country && t.Reported) >= 3;

    private bool? _threeStates;

    private bool OwnPossessive(Candidate c) => c.From > 0 && _tokens[c.From - 1].Lower is "its" or "our" or "their";

    /// <summary>"National Security Policy", "Technology Cooperation": capitals that are only topics.</summary>
    private bool OnlyStopNames(Candidate c)
    {
        bool complement = c.To > c.At + 1;
        for (int i = c.From; i < c.At; i++)
        {
            Word word = _tokens[i].Word;
            if (word.IsWord && (word.Capital || word.MixedCaps) && !word.Function && word.Is(Use.StopName | Use.Modifier) == false)
            {
                return false;
            }
        }

        bool the = c.From > 0 && _tokens[c.From - 1].Lower is "the" or "their" or "its" && _tokens[c.At].Word.Capital && _tokens[c.At].Lower is "dialogue" or "forum" or "treaty" or "accord" or "accords" or "compact" or "pact" or "alliance" or "consultations" or "initiative" or "network" or "coalition";
        return !the && !complement && !_tokens[c.From].Word.Text.All(char.IsAsciiDigit) && c.Capitals < 2 && c.Members.Count == 0;
    }
}
