using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Which candidates are names of mechanisms, which names are one mechanism, and which acronyms stand for what.</content>
internal sealed partial class Names
{
    private readonly Dictionary<string, Thing> _acronyms = new(StringComparer.Ordinal);

    private bool IsName(Candidate c, bool titleCase)
    {
        string head = _tokens[c.At].Lower;
        bool capitalHead = _tokens[c.At].Word.Capital;
        if (c.Head.Type == "mou")
        {
            return !titleCase;
        }

        if (At(c.At) is { Thing.Kind: ThingKind.Mechanism } known && c.Members.Count < 2)
        {
            return c.To - c.From > known.To - known.From && c.Capitals > 1 && capitalHead;
        }

        if (c.Between && c.Members.Count >= 2)
        {
            return Standing.Contains(head) && (c.Modifiers > 0 || c.Capitals > 0 || head is "alliance" or "treaty" or "fta" or "trilateral" or "dialogue" or "coalition" or "consortium" or "minilateral");
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

        // "Vietnam Oil and Gas Group": a firm, unless the word before says what the group does.
        if (head == "group" && capitalHead && c.Members.Count < 2 && !c.Group && c.To == c.At + 1 && c.At > c.From && !(_tokens[c.At - 1].Lower is "working" or "contact" or "consultative" or "coordination" or "study" or "expert" or "experts" or "steering" or "suppliers" or "action" or "planning" or "negotiating" or "core" or "partnership" or "dialogue" or "advisory" or "joint" or "security" or "wisdom" or "visions" or "eminent" or "cooperation"))
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
            return !(Weak.Contains(head) && c.Capitals + c.Modifiers + c.Members.Count < 2 && head is not ("declaration" or "agreement" or "consultations" or "process")) && !OnlyStopNames(c);
        }

        if (c.Capitals > 0 && c.Head.Type == "strategy-document")
        {
            return (c.Members.Count > 0 || c.Owner is not null || OwnPossessive(c)) && head is not "plan" && head is "strategy" or "policy" or "roadmap" or "outlook" or "vision";
        }

        if (c.Capitals > 0 && (!Weak.Contains(head) || (head is "program" or "programme" or "project" or "fund" or "campaign" or "amendment" or "directive" && (Unmistakable(c) || c.Capitals > 1))) && !OnlyStopNames(c))
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

    /// <summary>"the Fathom program", "the Bergen Principles": one capital that is a word of no other use, after "the".</summary>
    private bool Unmistakable(Candidate c) => c.Capitals == 1 && c.From > 0 && (_tokens[c.From - 1].Lower == "the" || _tokens[c.From - 1].Word.Kind == WordKind.Possessive) && _tokens[c.From].Word is { Capital: true, AllCaps: false, Function: false, SeenInLowerCase: false, Verb: null, Head: null } word && !word.Is(Use.StopName | Use.Modifier)
        && At(c.From) is null && _tokens[c.At].Lower is "program" or "programme" or "project" or "fund" or "campaign" or "principles" or "guidelines" or "network" or "hub" or "plan" or "platform" or "partnership" or "club" or "workplan" or "amendment" or "regulation" or "directive" or "pledge" or "format" or "consensus" or "agenda";

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

        return !complement && !_tokens[c.From].Word.Text.All(char.IsAsciiDigit) && c.Capitals < 2 && c.Members.Count == 0;
    }

    private void AddMechanism(Candidate c, Sentence sentence)
    {
        string name = _page.Words(c.From, c.To);
        var members = new SortedSet<string>(c.Members, StringComparer.Ordinal);
        if (c.Owner is not null && c.Head.Type is "strategy-document" or "law" or "programme")
        {
            members.Add(c.Owner);
        }

        if (At(c.At) is { Thing.Kind: ThingKind.Mechanism } inside && c.Capitals <= 1)
        {
            inside.Thing.Members.UnionWith(members);
            return;
        }

        bool generic = c.Capitals == 0 && c.Members.Count < 2;
        if ((generic || c.Head.Type == "mou") && members.Count < 2)
        {
            foreach (Mention m in In(sentence.From, sentence.To, sorted: false))
            {
                if ((m.Thing.Kind == ThingKind.Country || m.Thing.Canonical == "european-union") && m.Form is not (MentionForm.Place or MentionForm.Demonym) && (c.Group || Math.Abs(m.From - c.At) < 25) && !AfterIn(m.From))
                {
                    members.Add(m.Thing.Canonical);
                }
            }
        }

        int size = c.Group && members.Count < 2 && !generic ? SizeIn(c) : 0;
        if (size > 0)
        {
            // "the Trilateral Dialogue" has as members the three that the sentence names, if it names three.
            string[] named = [.. In(sentence.From, sentence.To, sorted: false).Where(m => m.Thing.Kind == ThingKind.Country && m.Form == MentionForm.Name && !AfterIn(m.From)).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal)];
            members.UnionWith(named.Length == size ? named : []);
        }

        bool theirs = members.Count < 2 && c.From > sentence.From && _tokens[c.From - 1].Lower is "their" or "its";
        if (theirs)
        {
            foreach (Mention m in In(sentence.From, c.From, sorted: false).Where(m => m.Thing.Kind == ThingKind.Country && m.Form is MentionForm.Name or MentionForm.Demonym && !AfterIn(m.From)))
            {
                members.Add(m.Thing.Canonical);
            }
        }

        if (c.Head.Type == "mou" && !c.Members.Any(m => m.Length > 3 || char.IsLower(m[0])))
        {
            // The parties to a memorandum are the bodies that stand with it, before the countries.
            string[] bodies = [.. In(sentence.From, sentence.To, sorted: false).Where(m => m.Thing is { Kind: ThingKind.Body, Type: "government-body" or "company" or "international-org" }).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal)];
            if (bodies.Length == 2)
            {
                members = new SortedSet<string>(bodies, StringComparer.Ordinal);
            }
        }

        string type = TypeOf(c, members);
        name = MechanismName.Bare(name);
        bool titleCase = sentence.Zone is Documents.ZoneKind.Title or Documents.ZoneKind.Heading;
        string canonical = MechanismName.IdFor(titleCase && c.Members.Count >= 3 ? name.Replace(_tokens[c.At].Word.Text, _tokens[c.At].Lower, StringComparison.Ordinal) : name, members).Name;
        canonical = members.Count == 0 && MechanismName.IsGeneric(name) ? canonical + "-" + _documentTag : canonical;
        Thing? same = Same(name, members, c);
        Thing thing = same ?? Get(ThingKind.Mechanism, canonical, name, type);
        if (same is null)
        {
            Remember(thing, MechanismName.Significant(name), MechanismName.Singular(_tokens[c.At].Lower));
        }

        if (same is null && c.Capitals == 0 && c.Group && _tokens[c.At].Lower == "cooperation" && c.Members.Count == 0)
        {
            _tentative.Add(thing);
        }

        thing.Members.UnionWith(members.Count <= 12 ? members : []);
        thing.Reported = true;
        Add(thing, c.From, c.To, MentionForm.Name);
    }

    private int SizeIn(Candidate c) => Enumerable.Range(c.From, c.To - c.From).Select(i => Number(_tokens[i].Lower)).FirstOrDefault(n => n > 2);

    private bool AfterIn(int token) => token > 0 && _tokens[token - 1].Lower is "in" or "at" or "near";

    private static string TypeOf(Candidate c, SortedSet<string> members) =>
        c.Group && members.Count >= 3 && c.Head.Type is "framework" or "treaty" ? "minilateral" : c.Head.Type;

    /// <summary>A mechanism already named in the document that this name means: the same words with members left out, or one shorter by adjectives with the same members.</summary>
    private Thing? Same(string name, SortedSet<string> members, Candidate c)
    {
        IReadOnlyList<string> words = MechanismName.Significant(name);
        string head = MechanismName.Singular(_tokens[c.At].Lower);
        string key = Bucket(words, head);
        if (!_byHead.TryGetValue(key, out List<Thing>? list))
        {
            return null;
        }

        // "the trilateral technology dialogue" without members is that of the group of three named last.
        if (c.Group && members.Count == 0 && c.Capitals == 0 && list.FindLast(t => t.Members.Count >= 3) is { } group)
        {
            return group;
        }

        foreach (Thing thing in Enumerable.Reverse(list).Take(MostCompared))
        {
            if (thing.Name == name && thing.Members.SetEquals(members))
            {
                return thing;
            }

            bool membersFit = members.Count == 0 || thing.Members.Count == 0 || thing.Members.SetEquals(members);
            if (!membersFit)
            {
                continue;
            }

            IReadOnlyList<string> other = _significant.TryGetValue(thing, out IReadOnlyList<string>? w) ? w : _significant[thing] = MechanismName.Significant(thing.Name);
            bool same = MechanismName.Key(words) == MechanismName.Key(other)
                || (members.Count >= 3 && thing.Members.SetEquals(members) && Relations.Contains(head) && other.Any(Relations.Contains))
                || (c.Capitals == 0 && members.Count >= 2 && thing.Members.SetEquals(members) && head is "partnership" or "alliance" or "relationship" && other[^1] == head);
            bool shorter = members.Count >= 2 && thing.Members.SetEquals(members) && other.Contains(head, StringComparer.Ordinal)
                && (words.All(x => other.Contains(x, StringComparer.Ordinal)) || other.All(x => words.Contains(x, StringComparer.Ordinal)));
            bool tail = members.Count == 0 && words.Count >= 2 && other.Count > words.Count && other.TakeLast(words.Count).SequenceEqual(words, StringComparer.Ordinal);
            if (same || shorter || tail)
            {
                return thing;
            }
        }

        return null;
    }

    /// <summary>Heads that name the standing relation of a group as such: a group of three has one.</summary>
    private static readonly HashSet<string> Relations = new(StringComparer.Ordinal) { "cooperation", "relation", "partnership", "dialogue", "mechanism", "trilateral", "meeting", "collaboration" };

    private static string Bucket(IReadOnlyList<string> words, string head) => Relations.Contains(head) ? "relation" : words.Contains(head, StringComparer.Ordinal) ? head : words[^1];

    private void Remember(Thing thing, IReadOnlyList<string> words, string head)
    {
        string key = Bucket(words, head);
        if (!_byHead.TryGetValue(key, out List<Thing>? list))
        {
            _byHead.Add(key, list = []);
        }

        if (!list.Contains(thing))
        {
            list.Add(thing);
        }
    }

    /// <summary>So many of the latest mechanisms with the same head are compared: a list of a thousand agreements stays linear.</summary>
    private const int MostCompared = 200;

    /// <summary>Relations named in lower case without members: kept only where no mechanism of a group is named.</summary>
    private readonly HashSet<Thing> _tentative = [];

    private readonly Dictionary<Thing, IReadOnlyList<string>> _significant = [];
    private readonly Dictionary<string, List<Thing>> _byHead = new(StringComparer.Ordinal);

    /// <summary>Short forms that must be found again: acronyms that the document defines, full names of bodies in their short form.</summary>
    private void Settle()
    {
        // "trilateral cooperation" is what a group of three does, where the text names its mechanism as well.
        if (_things.Values.Any(t => t.Kind == ThingKind.Mechanism && t.Members.Count == 3 && !_tentative.Contains(t)))
        {
            foreach (Thing relation in _tentative)
            {
                relation.Reported = false;
            }
        }

        foreach (Thing thing in _things.Values)
        {
            if (thing.Kind == ThingKind.Mechanism && thing.Members.Count >= 2 && thing.Canonical.EndsWith("-" + _documentTag, StringComparison.Ordinal))
            {
                // Members found later make the name one that holds across documents.
                thing.Canonical = MechanismName.IdFor(thing.Name, thing.Members).Name;
            }

            if (thing.Kind == ThingKind.Country && thing.Mentions.All(m => m.Form is MentionForm.Place or MentionForm.Demonym))
            {
                thing.Reported = false;
            }
        }
    }
}
