using Linchpin.Claims;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Which names are one mechanism, its members and type, and which acronyms stand for what.</content>
internal sealed partial class Names
{
    private readonly Dictionary<string, Thing> _acronyms = new(StringComparer.Ordinal);

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
                if ((m.Thing.Kind == ThingKind.Country || m.Thing.Canonical == "eu") && m.Form is not (MentionForm.Place or MentionForm.Demonym) && (c.Group || Math.Abs(m.From - c.At) < 25) && !AfterIn(m.From) && !Accused(m))
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

        if (same is null && c.Capitals == 0 && c.Group && c.Members.Count == 0 && _tokens[c.At].Lower is var relation && Relations.Contains(MechanismName.Singular(relation)))
        {
            // "trilateral partnership" after "trilateral cooperation" is the same relation by another noun.
            _relations.Add(thing);
            if (relation == "cooperation")
            {
                _tentative.Add(thing);
            }
        }

        thing.Members.UnionWith(members.Count <= 12 ? members : []);
        thing.Reported = true;
        Add(thing, c.From, c.To, MentionForm.Name);
    }

    private int SizeIn(Candidate c) => Enumerable.Range(c.From, c.To - c.From).Select(i => Number(_tokens[i].Lower)).FirstOrDefault(n => n > 2);

    /// <summary>"over China's assertiveness": named for what it does wrong, not as a party.</summary>
    private bool Accused(Mention m) => m.To < _tokens.Count && _tokens[m.To].Word.Kind == WordKind.Possessive && Enumerable.Range(m.To + 1, Math.Max(0, Math.Min(3, _tokens.Count - m.To - 1))).Any(k => _tokens[k].Word.Threat);

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
        if (c.Group && members.Count == 0 && c.Capitals == 0 && list.FindLast(t => t.Members.Count >= 3 || _relations.Contains(t)) is { } group)
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

    /// <summary>Relations of a group named in lower case: a text has one.</summary>
    private readonly HashSet<Thing> _relations = [];

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
            foreach (Thing loose in _tentative)
            {
                loose.Reported = false;
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
