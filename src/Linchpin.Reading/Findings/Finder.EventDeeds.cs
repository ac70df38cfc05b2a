using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Events told by a noun of doing in a report of what was agreed: "the successful launch of the network", "Togo's signing of the charter".</content>
internal sealed partial class Finder
{
    private const int DeedReach = 14;

    /// <summary>Nouns of what is done once, and the sort of event that each is.</summary>
    private static readonly Dictionary<string, string> Deeds = new(StringComparer.Ordinal)
    {
        ["launch"] = "launch", ["inauguration"] = "launch", ["unveiling"] = "launch", ["activation"] = "launch", ["opening"] = "launch", ["signing"] = "signing", ["signature"] = "signing", ["conclusion"] = "signing",
        ["ratification"] = "signing", ["completion"] = "other", ["adoption"] = "publication", ["release"] = "publication", ["publication"] = "publication",
    };

    private void ByDeed(Sentence sentence, List<DateMention> dates, List<EventSpan> spans)
    {
        for (int i = sentence.From + 1; !Advises && i + 2 < sentence.To; i++)
        {
            if (!Deeds.TryGetValue(_tokens[i].Lower, out string? type) || _tokens[i + 1].Lower != "of" || Planned(i, sentence) || spans.Exists(s => s.From <= i && s.To > i && !s.Clause) || NotYet(i, sentence))
            {
                continue;
            }

            // What it is of has a name; the deed itself is the, somebody's, or a successful one.
            int end = Math.Min(sentence.To, i + DeedReach);
            Mention? named = _names.In(i + 2, end).FirstOrDefault(m => m.Thing.Kind is ThingKind.Mechanism && m.From - i <= 8);
            bool definite = _tokens[i - 1].Word.Is(Use.Determiner) || _tokens[i - 1].Word.Kind == WordKind.Possessive || _tokens[i - 1].Lower is "successful" or "recent" or "formal" or "official" or "joint";
            if (named is null || !definite || Enumerable.Range(i + 2, Math.Max(0, named.From - i - 2)).Any(k => _tokens[k].Word.Kind == WordKind.Mark && _tokens[k].Word.Text[0] is ',' or ';'))
            {
                continue;
            }

            int from = NounStart(i, sentence);
            Mention? owner = _tokens[i - 1].Word.Kind == WordKind.Possessive ? _names.Ending(i - 1, sentence.From) : null;
            from = owner?.From ?? from - (from > sentence.From && _tokens[from - 1].Word.Is(Use.Determiner) ? 1 : 0);
            DateMention? date = dates.Find(d => !d.Target && d.From >= named.To && d.From - named.To <= 3);
            spans.Add(new EventSpan(from, date?.To ?? named.To, i, type, false));
        }
    }

    /// <summary>"working toward the launch of", "to prepare the signing of": not yet done.</summary>
    private bool NotYet(int i, Sentence sentence) => Enumerable.Range(Math.Max(sentence.From, i - 6), i - Math.Max(sentence.From, i - 6))
        .Any(k => _tokens[k].Lower is "toward" or "towards" or "forward" or "before" or "ahead" or "prepare" or "preparing" or "support" or "supporting" or "pursue" or "explore" or "exploring" or "negotiate" or "accelerate" or "will" or "for" or "discuss" or "discussed" or "continue");
}
