using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Whom advice is for, and what only looks like advice: questions, asides, what others said.</content>
internal sealed partial class Finder
{
    private Advice By(int i, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        return new Advice(subject.From, subject.Kind == Clauses.SubjectKind.Mechanism && Forums(subject.From, i) is { Count: > 0 } forums ? forums : subject.Who.Count > 0 ? subject.Who : DoersOf(subject.From, i) is { Count: > 0 } doers ? doers : HoldersOf(subject, sentence));
    }

    /// <summary>"The MSP and the Quad should": bodies of their own, where their names do not say whose they are.</summary>
    private List<string> Forums(int from, int to) =>
    [
        .. _names.In(from, to).Where(m => m.Thing.Kind == ThingKind.Mechanism && m.Form == MentionForm.Name && Enumerable.Range(m.From, m.To - m.From).Any(k => _tokens[k].Word is { Capital: true, Function: false }) && !_names.In(m.From, m.To).Any(c => c.Thing.Kind == ThingKind.Country))
            .Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>"What, then, should be done?": a question advises nothing.</summary>
    private bool Asked(Sentence sentence) => _tokens[sentence.To - 1].Word.Mark('?');

    /// <summary>"the regime in which such lists ought to be agreed": said of a thing by the way.</summary>
    private bool Relative(int modal, Sentence sentence)
    {
        for (int k = modal - 1; k > sentence.From && modal - k < 8 && !_tokens[k].Word.Mark(','); k--)
        {
            if (_tokens[k].Lower is "which" or "whom" or "whose" && (_tokens[k - 1].Word.Is(Use.Preposition) || k == modal - 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"South Korea should be brought in": others are to do it.</summary>
    private bool Passive(int modal, Sentence sentence)
    {
        int be = modal + 1;
        while (be < sentence.To && (_tokens[be].Word.Is(Use.Adverb | Use.Negation) || _tokens[be].Lower is "to"))
        {
            be++;
        }

        int done = be + 1;
        while (done < sentence.To && _tokens[done].Word.Is(Use.Adverb))
        {
            done++;
        }

        bool participle = done < sentence.To && _tokens[be].Lower == "be" && (_tokens[done].Lower.EndsWith("ed", StringComparison.Ordinal) || _tokens[done].Word.Verb is { Tense: Tense.Participle or Tense.Past }
            || _tokens[done].Lower is "brought" or "given" or "made" or "built" or "kept" or "taken" or "put" or "set" or "held" or "drawn" or "seen" or "done");
        return participle && _tokens[done].Lower is not ("prepared" or "concerned" or "committed" or "allowed" or "encouraged" or "required")
            && !Enumerable.Range(done, Math.Max(0, Math.Min(6, sentence.To - done))).Any(k => _tokens[k].Lower == "by");
    }

    private static bool Under(string heading, Sentence sentence) => sentence.Block.Section.Contains(heading, StringComparison.Ordinal);

    private bool ToAhead(int i, Sentence sentence) => Enumerable.Range(i + 1, Math.Max(0, Math.Min(14, sentence.To - i - 1))).Any(k => _tokens[k].Lower is "to" or "that");

    /// <summary>Parties named soon after the token.</summary>
    private IReadOnlyList<string> Named(int i, Sentence sentence)
    {
        string[] who = [.. _parties.AsParties(_names.In(Math.Max(sentence.From, i), Math.Min(sentence.To, i + 14))).Distinct(StringComparer.Ordinal).Where(PartnerSet.Contains)];
        if (who.Length > 0)
        {
            return who;
        }

        int group = Enumerable.Range(i, Math.Max(0, Math.Min(8, sentence.To - i))).FirstOrDefault(k => _tokens[k].Word.Is(Use.GroupNoun), -1);
        bool both = group > 0 && Enumerable.Range(i, group - i).Any(k => _tokens[k].Lower is "both" or "two");
        return group > 0 ? _parties.Before(i, both ? 2 : 0) : _parties.Before(sentence.From, 0);
    }

    /// <summary>Whether the clause reports what somebody else said: "officials said that … should".</summary>
    private bool Attributed(int i, Sentence sentence)
    {
        for (int k = sentence.From; k < i; k++)
        {
            if (_tokens[k].Word.Verb is { } verb && (verb.Class & VerbClass.Say) != 0 && verb.Tense is Tense.Past or Tense.Third && _tokens[k].Lower is not ("calls" or "highlights" or "argues" or "notes" or "recommends")
                && _clauses.SubjectOf(k, sentence) is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun } && i - k < 40 && _tokens[Math.Min(k + 1, sentence.To - 1)].Lower is not ("for" or "upon"))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<string>? _partners;

    /// <summary>The parties whose co-operation the document is about: its usual sets.</summary>
    private HashSet<string> PartnerSet => _partners ??= [.. _parties.Usual().Concat(_parties.Usual(3)).Concat(_parties.Usual(2)).Concat(BodiesOf())];

    private IEnumerable<string> BodiesOf() => _names.Things.Where(t => t.Kind == ThingKind.Body && t.Type == "government-body").Select(t => t.Canonical);
}
