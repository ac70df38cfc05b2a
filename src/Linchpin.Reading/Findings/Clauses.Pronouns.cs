using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Subjects that stand for a name before them: "Peru, which", "the council said it", "the three".</content>
internal sealed partial class Clauses
{
    /// <summary>Where the aside between "--" and "--" begins, as typed for dashes; 0 where none does.</summary>
    private int BackDoubleDash(int close, Sentence sentence)
    {
        for (int k = close - 2; k > sentence.From && close - k < 45; k--)
        {
            if (_tokens[k].Word.Mark('-') && _tokens[k - 1].Word.Mark('-'))
            {
                return k - 1;
            }
        }

        return 0;
    }

    /// <summary>"The council, made up of Peru, Chile and Brazil, adopted": the comma that opens an aside whose list has commas of its own; 0 where there is none.</summary>
    private int Composition(int comma, Sentence sentence)
    {
        int at = comma;
        while (at > sentence.From && comma - at < 45 && (!_tokens[at].Word.Mark(',') || ListComma(at, sentence)))
        {
            at--;
        }

        return at > sentence.From && at < comma && _tokens[at + 1].Lower is "made" or "comprising" or "comprised" or "composed" or "consisting" or "which" or "grouping" or "including" or "bringing" or "uniting" or "linking" or "joining" ? at : 0;
    }

    /// <summary>"Peru, which joined in 2021", "Ghana and Togo, who signed": the name right before a relative pronoun.</summary>
    private Mention? Antecedent(int relative, Sentence sentence)
    {
        int last = relative - 1;
        last -= last > sentence.From && _tokens[last].Word.Mark(',') ? 1 : 0;
        return last >= sentence.From && EndingAt(last, sentence) is { Form: not (MentionForm.Demonym or MentionForm.Place), Thing.Kind: ThingKind.Country or ThingKind.Body or ThingKind.Mechanism } named ? named : null;
    }

    /// <summary>"The Cable Council said it would", "Norway announced that it will": whoever says so is "it".</summary>
    private Subject? Speaker(int it, Sentence sentence)
    {
        int says = it - 1;
        says -= says > sentence.From && _tokens[says].Lower == "that" ? 1 : 0;
        return says > sentence.From && _tokens[says].Word.Verb is { Tense: Tense.Past or Tense.Third } verb && (verb.Class & (VerbClass.Say | VerbClass.Commit)) != 0 && Find(says, sentence) is { Who.Count: > 0 } speaker ? speaker : null;
    }

    /// <summary>Whose side "we" is inside quotation marks: a person's state, a mechanism's members, in the sentence that says who speaks, which may follow in the same paragraph. Empty where nothing says so.</summary>
    private IReadOnlyList<string> SpeakersOf(Sentence sentence)
    {
        for (int n = sentence.Number; n < Math.Min(page.Sentences.Count, sentence.Number + 4) && page.Sentences[n].Block == sentence.Block; n++)
        {
            Sentence told = page.Sentences[n];
            for (int v = told.From; v < told.To; v++)
            {
                if (_tokens[v].Word.Verb is not { Tense: Tense.Past or Tense.Third or Tense.Gerund } verb || (verb.Class & VerbClass.Say) == 0 || Quoted(v, told))
                {
                    continue;
                }

                Mention? after = names.In(v + 1, Math.Min(told.To, v + 10)).FirstOrDefault(m => m.Thing.Kind is ThingKind.Person || m.From <= v + 2);
                IReadOnlyList<string> who = Find(v, told) is { Who.Count: > 0, Kind: not SubjectKind.We } before ? before.Who
                    : after is null ? [] : after.Thing.Kind == ThingKind.Mechanism ? [.. after.Thing.Members] : [.. parties.AsParties([after])];
                if (who.Count > 0)
                {
                    return who;
                }
            }
        }

        return [];
    }

    /// <summary>"According to a fact sheet: “We …”": another text speaks, of those whom the story told of last, not of all whom it is about.</summary>
    private bool FromPaper(int before, Sentence sentence) => _tokens[sentence.From].Lower is "according" or "per" or "as" or "in"
        && Enumerable.Range(sentence.From + 1, Math.Max(0, Math.Min(before, sentence.From + 9) - sentence.From - 1)).Any(k => _tokens[k].Lower is "sheet" or "statement" or "readout" or "communique" or "communiqué" or "declaration" or "release" or "document" or "report" or "text");

    /// <summary>"the three", "all four" with no noun after them: how many; 0 where it is no such phrase.</summary>
    private int BareNumber(int i, Sentence sentence) => i > sentence.From && _tokens[i - 1].Lower is "the" or "all" ? _tokens[i].Lower switch
    {
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        _ => 0,
    } : 0;
}
