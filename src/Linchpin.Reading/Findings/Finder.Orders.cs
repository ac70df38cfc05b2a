using Linchpin.Reading.Documents;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Advice without a subject: verbs in their plain form, and the points of lists under a heading of recommendations.</content>
internal sealed partial class Finder
{
    private static readonly HashSet<string> Orders = [.. Lexicon.Rows("orders.csv").SelectMany(r => r[0].Split('|'))];

    private static readonly string[] OpensAdvice = ["recommend", "action item", "action point", "next steps", "way forward", "path forward", "policy option", "proposals", "what should", "what must", "what to do", "what can be done", "priorities for", "steps for", "to-do", "agenda for"];

    private static readonly string[] ClosesAdvice = ["conclusion", "reflection", "reference", "endnote", "notes", "acknowledg", "appendix", "annex", "about the", "introduction", "background", "bibliograph", "further reading", "sources"];

    private const int LongestAdviceHead = 12, LongestLabel = 7;

    /// <summary>The points of a list of advice, by the number of their sentence: true where the line right above the list says that it is advice, so that a point without a verb advises too.</summary>
    private Dictionary<int, bool> AdvisedInLists()
    {
        var advised = new Dictionary<int, bool>();
        string[] addressees = [];
        if (!Advises)
        {
            return advised;
        }

        bool under = false, direct = false;
        foreach (Sentence sentence in _page.Sentences.OrderBy(s => _tokens[s.From].Start))
        {
            bool item = sentence.Block.Mark == BlockMark.Item && sentence.Zone == ZoneKind.Prose;
            bool head = sentence.Zone == ZoneKind.Heading || (!item && sentence.To - sentence.From <= LongestAdviceHead && _tokens[sentence.To - 1].Word.Mark(':'));
            if (head)
            {
                string words = _page.Words(sentence.From, sentence.To).ToLowerInvariant();
                direct = OpensAdvice.Any(o => words.Contains(o, StringComparison.Ordinal)) || (under && sentence.Zone != ZoneKind.Heading && words.StartsWith("for ", StringComparison.Ordinal));
                bool bids = sentence.To - 2 > sentence.From && _tokens[sentence.To - 1].Word.Mark(':') && (_tokens[sentence.To - 2].Lower is "should" or "must" or "could" || (_tokens[sentence.To - 2].Lower == "to" && _tokens[sentence.To - 3].Lower is "ought" or "need" or "needs"));
                direct |= bids;
                addressees = bids && _clauses.SubjectOf(sentence.To - (_tokens[sentence.To - 2].Lower == "to" ? 3 : 2), sentence).Who is { Count: > 0 } bidden ? [.. bidden] : [.. _parties.AsParties(_names.In(sentence.From, sentence.To).Where(m => m.Form != Mentions.MentionForm.Demonym), acting: true).Distinct(StringComparer.Ordinal)];
                under = direct || (under && !ClosesAdvice.Any(c => words.Contains(c, StringComparison.Ordinal)));
            }
            else if (addressees.Length > 0)
            {
                _addressees[sentence.Number] = addressees;
            }

            if (!head && under && sentence.Zone == ZoneKind.Prose && Opens(sentence))
            {
                advised[sentence.Number] = item && direct;
                direct &= item;
            }
        }

        return advised;
    }

    /// <summary>Whether the sentence is the first of its block.</summary>
    private bool Opens(Sentence sentence) => _tokens[sentence.From].Start - sentence.Block.Start < LongestLabel && !_tokens[sentence.To - 1].Word.Mark(':') && !Asked(sentence);

    private (int From, int To, int Modal, IReadOnlyList<string> Who)? Point(Sentence sentence, bool direct)
    {
        int from = AfterLabel(sentence);
        int verb = AfterAdverbs(from, sentence);
        bool order = verb < sentence.To && Orders.Contains(_tokens[verb].Lower) && verb + 1 < sentence.To && _tokens[verb + 1].Word.Kind != WordKind.Mark;
        int to = EndOf(sentence);
        return (order && to - from > 2) || (direct && to - from > 3) ? (from, order ? Math.Max(_clauses.End(verb, sentence, sentence.To), from + 1) : to, from - 1, []) : null;
    }

    /// <summary>"Sunset reviews: assess regularly …": what is advised stands after the label, a number or a dot.</summary>
    private int AfterLabel(Sentence sentence)
    {
        int from = sentence.From;
        while (from < sentence.To - 1 && !_tokens[from].Word.IsWord)
        {
            from++;
        }

        int colon = Enumerable.Range(from, Math.Max(0, Math.Min(LongestLabel, sentence.To - from - 3))).FirstOrDefault(k => _tokens[k].Word.Mark(':'), -1);
        return colon > 0 && !Orders.Contains(_tokens[from].Lower) ? colon + 1 : from;
    }

    /// <summary>"To begin with, publish one list." in running advice: a verb in its plain form with its object at once, and nobody before it.</summary>
    private (int From, int To, int Modal, IReadOnlyList<string> Who)? Imperative(Sentence sentence)
    {
        int i = sentence.From;

        // "A6: To begin with, publish …"
        i = i + 2 < sentence.To && _tokens[i + 1].Word.Mark(':') ? i + 2 : Labelled(sentence) is var after and > 0 ? after : i;
        i = i + 3 < sentence.To && _tokens[i].Lower == "to" && _tokens[i + 1].Lower is "begin" or "start" && _tokens[i + 2].Lower == "with" ? i + 3 : i;
        while (i < sentence.To - 2 && (Leads.Contains(_tokens[i].Lower) || _tokens[i].Word.Mark(',') || _tokens[i].Word.Kind == WordKind.Number))
        {
            i++;
        }

        bool verb = _tokens[i].Word.Verb is { Tense: Tense.Base } || (Orders.Contains(_tokens[i].Lower) && !_tokens[i].Word.Is(Use.Determiner));
        bool object_ = i + 1 < sentence.To && ((_tokens[i + 1].Word.Is(Use.Determiner) && _tokens[i + 1].Lower is not ("this" or "that" or "such")) || (_names.Starting(i + 1) is { Thing.Kind: Mentions.ThingKind.Country } && i > sentence.From));
        object_ |= i + 2 < sentence.To && _tokens[i].Lower is "start" or "begin" && _tokens[i + 1].Lower is "with" or "by" or "from";
        bool order = verb && object_ && (i > sentence.From || _tokens[i].Word.Capital) && !_tokens[i].Word.Is(Use.Preposition | Use.Conjunction | Use.Auxiliary) && !Asked(sentence);
        return order && sentence.To - i > (i > sentence.From ? 3 : 4) ? (i, _clauses.End(i, sentence, sentence.To), i - 1, []) : null;
    }

    /// <summary>"Recommendation 2: Open …", "Third priority: fund …": where what is advised begins after such a label; 0 where there is none.</summary>
    private int Labelled(Sentence sentence)
    {
        int colon = Enumerable.Range(sentence.From + 1, Math.Max(0, Math.Min(5, sentence.To - sentence.From - 2))).FirstOrDefault(k => _tokens[k].Word.Mark(':'), -1);
        return colon > 0 && Enumerable.Range(sentence.From, colon - sentence.From).Any(k => _tokens[k].Lower is "recommendation" or "priority" or "step" or "action" or "proposal" or "lesson" or "option") ? colon + 1 : 0;
    }

    private static readonly HashSet<string> Leads = new(StringComparer.Ordinal)
        { "first", "second", "third", "fourth", "fifth", "finally", "lastly", "instead", "next", "then", "above", "all", "meanwhile", "also", "so" };
}
