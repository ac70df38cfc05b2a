using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>How far the passage of a risk reaches around its word of threat.</content>
internal sealed partial class Finder
{
    /// <summary>The phrase around a word of threat: its adjectives, owner and list before it, its complement after it.</summary>
    private (int From, int To) RiskSpan(int i, Sentence sentence)
    {
        int from = i;
        while (from > sentence.From && i - from < LongestRisk / 2)
        {
            Word word = _tokens[from - 1].Word;
            bool list = (word.Mark(',') && ThreatBefore(from - 1, sentence)) || word.Lower is "and" or "or";
            bool part = word.Kind is WordKind.Possessive or WordKind.Number || word.Mark('-') || word.Mark('–') || word.Is(Use.Determiner) || word.Lower is "of" or "more" or "increasingly" or "most"
                || (word.IsWord && !word.Function && !word.Is(Use.Auxiliary) && (word.Verb is null || word.Verb.Tense is Tense.Gerund or Tense.Participle || word.Capital || word.Verb.Class == VerbClass.None));
            if (!part && !(list && Listed(from - 1, sentence)))
            {
                break;
            }

            from--;
            if (word.Is(Use.Determiner) && word.Lower is "the" or "a" or "an" or "their" or "its" && !_tokens[Math.Max(sentence.From, from - 1)].Word.Mark(',') && !(from > sentence.From && _tokens[from - 1].Lower == "of"))
            {
                break;
            }
        }

        while (from < i && (_tokens[from].Word.Kind is WordKind.Mark || _tokens[from].Lower is "and" or "or" or "of" or "other" or "both"))
        {
            from++;
        }

        int to = i + 1;
        while (to < sentence.To && to - from < LongestRisk)
        {
            Word word = _tokens[to].Word;
            bool comma = word.Mark(',') && to + 1 < sentence.To && _tokens[to + 1].Lower is "especially" or "particularly" or "including";
            bool stop = (word.Kind == WordKind.Mark && word.Text[0] is ',' or ';' or ':' or '.' or '—' or '(' or ')' && !comma) || word.Is(Use.Auxiliary) || word.Lower is "that" or "which" or "while" or "who" or "where" or "when" or "should" or "as" or "but" or "although"
                || (word.Verb is { Tense: Tense.Past or Tense.Third } && to > i + 1 && !_tokens[to - 1].Word.Mark('-') && !_tokens[to - 1].Word.Is(Use.Determiner | Use.Adverb));
            if (stop)
            {
                break;
            }

            to++;
        }

        // "X is an enduring challenge for Y": what is a challenge belongs to it.
        if (from > sentence.From && !(_tokens[from - 1].Lower == "as" && from - 1 > sentence.From && _tokens[from - 2].Word.Mark(',')) && _tokens[from - 1].Lower is "is" or "are" or "was" or "were" or "remain" or "remains" or "poses" or "pose" or "posed" or "constitutes" or "presents" or "faces" or "faced" or "face" or "facing" or "arises" or "has" or "have" or "been" or "as" or "creates" or "create" or "causes" or "cause" or "sparks" or "sparked" or "raises" or "raise" or "invites" or "provokes" or "triggers" or "breeds" or "fuels" or "brings" or "spreads" or "introduced" or "introduces" or "introduce" or "created" or "caused" or "added" or "fuelled" or "fueled" or "deepened" or "sowed")
        {
            Clauses.Subject subject = _clauses.SubjectOf(from - 1, sentence);
            from = subject.Kind != Clauses.SubjectKind.None && from - subject.From < 18 ? subject.From : from;
        }
        else if (_tokens[i].Lower is "challenge" or "barrier" or "obstacle" or "hurdle" or "problem" or "risk" or "danger" or "threat" or "weakness" or "worry" or "drawback" or "concern" && to < sentence.To && _tokens[to].Lower is "is" or "arises" or "stems")
        {
            to = Math.Min(_clauses.End(to, sentence, sentence.To), from + LongestRisk);
        }

        // "a danger that the group spreads itself too thin": what is feared belongs to it.
        if (to == i + 1 && to < sentence.To && _tokens[to].Lower == "that" && _tokens[i].Lower is "danger" or "risk" or "fear" or "fears" or "concern" or "concerns" or "worry" or "worries" or "doubts" or "threat" or "suspicion")
        {
            to = Math.Min(_clauses.End(to, sentence, sentence.To), i + LongestRisk);
        }

        while (to > i + 1 && (_tokens[to - 1].Word.Kind == WordKind.Mark || _tokens[to - 1].Word.Is(Use.Preposition | Use.Conjunction | Use.Determiner)))
        {
            to--;
        }

        return (from, to);
    }

    /// <summary>"maritime terrorism, piracy activities, illegal fishing, and other security threats": a comma belongs to the list where a threat or "and other" is beside it.</summary>
    private bool ThreatBefore(int comma, Sentence sentence)
    {
        for (int k = Math.Max(sentence.From, comma - 4); k < Math.Min(sentence.To, comma + 7); k++)
        {
            if (k != comma && ((k > comma && _tokens[k].Lower == "other") || (k < comma && _tokens[k].Word.Threat) ))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the comma or "and" joins nouns of one list rather than clauses.</summary>
    private bool Listed(int link, Sentence sentence)
    {
        for (int k = link - 1; k > Math.Max(sentence.From, link - 5); k--)
        {
            if (_tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Word.Mark(',') && link - k < 2 || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third })
            {
                return false;
            }
        }

        for (int k = link + 1; k < Math.Min(sentence.To, link + 6); k++)
        {
            if (_tokens[k].Word.Is(Use.Auxiliary) || _tokens[k].Word.Verb is { Tense: Tense.Past or Tense.Third } || _tokens[k].Word.Is(Use.Pronoun))
            {
                return false;
            }
        }

        return link - 1 > sentence.From && _tokens[link - 1].Word.IsWord && !(link - sentence.From < 4);
    }
}
