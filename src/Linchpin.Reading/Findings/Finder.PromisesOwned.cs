using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Promises told by a noun that belongs to its giver: "Ghana's pledge of 5 million dollars", "a promise by Italy to fund", "the contract between the navy and the yard, signed in 2019".</content>
internal sealed partial class Finder
{
    /// <summary>Nouns that bind whoever they belong to.</summary>
    private static readonly HashSet<string> OwnedNouns = new(StringComparer.Ordinal) { "commitment", "commitments", "pledge", "pledges", "promise", "promises", "decision", "undertaking", "agreement", "offer" };

    /// <summary>"Chile's decision to join …", "their agreement to pool …", "the commitment of 12 million kroner by Denmark", "a promise by Italy to fund …".</summary>
    private Promise? OwnedAt(int i, Sentence sentence)
    {
        bool welcomed = Enumerable.Range(Math.Max(sentence.From, i - 8), Math.Min(8, i - sentence.From)).Any(k => _tokens[k].Lower.StartsWith("welcom", StringComparison.Ordinal) || _tokens[k].Lower is "pleased" or "commended" or "applauded" or "hailed");
        if (!OwnedNouns.Contains(_tokens[i].Lower) || i + 2 >= sentence.To || welcomed || (_clauses.Quoted(i, sentence) && Advises))
        {
            return null;
        }

        IReadOnlyList<string> owner = OwnerOf(i, sentence);
        int from = Possessor(i, sentence) ?? (i > sentence.From && _tokens[i - 1].Word.Is(Use.Determiner) ? i - 1 : i);
        bool ours = i > sentence.From && _tokens[i - 1].Lower is "our" or "their";
        string next = _tokens[i + 1].Lower;
        bool does = next == "to" && _tokens[i + 2].Word is { IsWord: true, Function: false } verb && !verb.Capital;
        bool gives = next is "of" or "to" && Sum(i + 1, Math.Min(sentence.To, i + 6));
        bool by = next is "by" or "from" && owner.Count > 0 && Enumerable.Range(i + 2, Math.Max(0, Math.Min(9, sentence.To - i - 2))).Any(k => _tokens[k].Lower is "to" or "of");
        bool plain = _tokens[i].Lower is "agreement" or "offer" or "decision";
        if (i - 2 > sentence.From && _tokens[i - 1].Lower is "a" or "an" && _tokens[i - 2].Lower == "with" && does && _tokens[i].Lower is "pledge" or "promise" or "commitment")
        {
            // "ended the summit with a pledge to cut fees": of those who met.
            return new Promise(i - 1, _clauses.End(i, sentence, sentence.To), i, "pledged", _clauses.Present(i), true, true);
        }

        bool denied = Enumerable.Range(Math.Max(sentence.From, from - 4), i - Math.Max(sentence.From, from - 4)).Any(k => _tokens[k].Word.Is(Use.Negation) || _tokens[k].Lower is "lack" or "refusal" or "absence" or "despite" or "against" or "if" or "whether" or "without" or "seek" or "sought" or "demanded" or "toward" or "towards");
        bool whose = owner.Count > 0 || (ours && (!plain || !Advises));
        if (denied || !whose || !(does || gives || by))
        {
            return null;
        }

        string act = _tokens[i].Lower is "decision" ? "announced" : plain ? "agreed" : "pledged";
        return new Promise(from, _clauses.End(i, sentence, sentence.To), i, act, owner.Count > 0 ? owner : _tokens[i - 1].Lower == "our" ? _parties.Usual() : _parties.Before(i, 0), true, true);
    }

    /// <summary>Whose a noun is: "Chile's", "the Chilean" before it, "by Chile" soon after it; empty where nothing says so.</summary>
    private IReadOnlyList<string> OwnerOf(int noun, Sentence sentence)
    {
        Mention[] before = [.. _names.In(Math.Max(sentence.From, noun - 6), noun).Where(m => m.Thing.Kind is ThingKind.Country or ThingKind.Body && m.Form != MentionForm.Place && (m.To == noun || _tokens[m.To].Word.Kind == WordKind.Possessive || m.Form == MentionForm.Demonym))];
        if (before.Length > 0)
        {
            return [.. _parties.AsParties(before).Distinct(StringComparer.Ordinal)];
        }

        for (int k = noun + 1; k < Math.Min(sentence.To, noun + 12) && !_tokens[k].Word.Mark(',') && !_tokens[k].Word.Mark(';'); k++)
        {
            if (_tokens[k].Lower is "by" or "from" or "between" && _names.Starting(k + 1 + (k + 1 < sentence.To && _tokens[k + 1].Lower is "the" or "both" ? 1 : 0)) is { Thing.Kind: ThingKind.Country or ThingKind.Body } first)
            {
                return [.. _parties.AsParties(Run(first, sentence)).Distinct(StringComparer.Ordinal)];
            }
        }

        return [];
    }

    /// <summary>Names one after another: "Fiji, Palau and the Cook Islands".</summary>
    private List<Mention> Run(Mention first, Sentence sentence)
    {
        var run = new List<Mention> { first };
        foreach (Mention m in _names.In(first.To, sentence.To))
        {
            bool joined = m.From - run[^1].To is > 0 and <= 3 && Enumerable.Range(run[^1].To, m.From - run[^1].To).All(k => _tokens[k].Word.Mark(',') || _tokens[k].Lower is "and" or "the");
            if (!joined)
            {
                break;
            }

            run.Add(m);
        }

        return run;
    }

    private int? Possessor(int noun, Sentence sentence) => _names.In(Math.Max(sentence.From, noun - 6), noun).Where(m => m.Form != MentionForm.Place && (m.To == noun || _tokens[m.To].Word.Kind == WordKind.Possessive)).Select(m => (int?)m.From).LastOrDefault();

    /// <summary>"the contract between the navy and the yard, signed in October 2019", "the letters signed by envoys of both countries in Recife": what was signed stands before the participle.</summary>
    private Promise? Signatories(int i, Sentence sentence)
    {
        string next = i + 1 < sentence.To ? _tokens[i + 1].Lower : "";
        bool comma = i > sentence.From + 2 && _tokens[i - 1].Word.Mark(',');
        if (next is not ("in" or "by" or "on" or "at" or "between" or "last" or "this" or "during") || i - 2 < sentence.From)
        {
            return null;
        }

        int last = comma ? i - 2 : i - 1;
        int between = Enumerable.Range(Math.Max(sentence.From, last - 14), last - Math.Max(sentence.From, last - 14)).LastOrDefault(k => _tokens[k].Lower == "between", -1);
        int head = between > sentence.From ? between - 1 : comma ? -1 : Promised.Contains(_tokens[last].Lower) ? last : last - 2 > sentence.From && _tokens[last - 1].Lower == "of" && _tokens[last - 2].Lower is "letters" or "letter" or "memoranda" or "memorandum" or "declaration" ? last - 2 : -1;
        if (head < sentence.From || !(Promised.Contains(_tokens[head].Lower) || _tokens[head].Lower is "letters"))
        {
            return null;
        }

        int end = _clauses.End(i, sentence, sentence.To);
        string[] named = between > 0 ? [.. _parties.AsParties(_names.In(between, last + 1)).Distinct(StringComparer.Ordinal)] : AgentAfter(i, end) is { } agent ? [.. _parties.AsParties(Run(agent, sentence)).Distinct(StringComparer.Ordinal)] : [];
        int from = NounStart(head, sentence);
        from = from - 2 >= sentence.From && _tokens[from - 1].Lower == "of" && _tokens[from - 2].Lower is "memorandum" or "letter" or "declaration" or "memoranda" ? NounStart(from - 2, sentence) : from;
        from -= from > sentence.From && _tokens[from - 1].Word.Is(Use.Determiner) ? 1 : 0;
        bool told = named.Length >= 2 || (between > 0 && named.Length > 0) || (!Advises && (GroupAgent(i, end) > 0 || Enumerable.Range(i + 1, Math.Max(0, Math.Min(end, i + 8) - i - 1)).Any(k => _tokens[k].Lower is "both" || _tokens[k].Word.Is(Use.GroupNoun))));
        return told ? new Promise(from, end, i, "signed", named.Length >= 2 ? named : _clauses.Present(i), true, true) : null;
    }
}
