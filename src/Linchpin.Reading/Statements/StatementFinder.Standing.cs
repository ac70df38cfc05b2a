using Linchpin.Claims;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Statements;

/// <content>What a mechanism is: signed or only talked about, there already or still to come, of how many members, until when.</content>
internal sealed partial class StatementFinder
{
    private static readonly HashSet<string> Instruments = new(StringComparer.Ordinal)
        { "agreement", "agreements", "treaty", "treaties", "pact", "pacts", "accord", "accords", "memorandum", "mou", "instrument", "instruments", "document", "declaration", "text", "deal", "charter", "statement", "convention" };

    /// <summary>"… is among the first agreements signed by X", "no agreement was signed", "met to explore".</summary>
    private void Formality(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        if (word.Lower is "signed" or "inked" or "concluded" && !Unreal(i, sentence))
        {
            int from = Math.Max(sentence.From, i - 40);
            int instrument = LastOf(from, i, t => Instruments.Contains(t.Lower));
            bool denied = Denied(i, sentence) || (instrument > from && Find(Math.Max(from, instrument - 4), instrument, t => t.Lower is "no" or "without" or "nothing") >= 0)
                || LastOf(Math.Max(from, i - 4), i, t => t.Lower is "nothing" or "neither") >= 0;
            bool of = instrument >= 0 && i - instrument <= 8;
            if (!of && !denied)
            {
                return;
            }

            // "The mechanism between A, B and C is among the first agreements … signed": the subject is what was signed.
            int copula = LastOf(from, Math.Max(from, instrument), t => t.Lower is "is" or "was" or "became" or "are" or "remains");
            int end = End(i, sentence);
            Thing? about = copula > 0 ? LastMechanism(from, copula)?.Thing ?? Joining(PartiesIn(from, copula)) : LastMechanism(from, i)?.Thing ?? FirstMechanism(i, end)?.Thing;
            about ??= denied ? Joining(PartiesIn(sentence.From, sentence.To)) ?? _last : null;
            if (about is not null)
            {
                Say(about, "formality", new TextValue(denied ? "unsigned" : "signed"), copula > 0 ? from == sentence.From ? sentence.From : from : Math.Max(sentence.From, Math.Min(i, instrument >= 0 ? instrument : i) - 6), end);
            }
        }
        else if (word.Lower is "non-binding" or "nonbinding" or "informal" or "unsigned" && Find(i + 1, Math.Min(sentence.To, i + 4), t => Instruments.Contains(t.Lower) || t.Lower is "understanding" or "arrangement") > 0)
        {
            if (Near(i, sentence) is { } about)
            {
                Say(about, "formality", new TextValue("unsigned"), sentence.From, End(i, sentence));
            }
        }
        else if (word.Verb is { Base: "explore" or "discuss" or "consider" } verb && verb.Tense is Tense.Past or Tense.Base)
        {
            Explored(i, sentence);
        }
    }

    private void Explored(int i, Sentence sentence)
    {
        bool purpose = _tokens[i].Word.Verb!.Tense == Tense.Base;
        if (purpose && !(Lower(i - 1, "to", sentence) && Find(Math.Max(sentence.From, i - 3), i, t => t.Word.Verb is { Tense: Tense.Past } v && (v.Class & VerbClass.Event) != 0) >= 0))
        {
            return;
        }

        if (!purpose && Unreal(i, sentence))
        {
            return;
        }

        Clauses.Subject subject = _clauses.SubjectOf(purpose ? LastOf(sentence.From, i, t => t.Word.Verb is { Tense: Tense.Past }) : i, sentence);
        if (subject.Who.Count < 2)
        {
            return;
        }

        string[] who = [.. subject.Who.Distinct(StringComparer.Ordinal)];
        Mention? named = _names.In(sentence.From, i).FirstOrDefault(m => Counts(m) && m.Thing.Members.SetEquals(who));
        if ((named?.Thing ?? Joining(who)) is { } about)
        {
            Say(about, "formality", new TextValue("explored"), subject.From, End(i, sentence));
        }
    }

    /// <summary>"their existing partnership" against "evolve into true partners".</summary>
    private void Maturity(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        if (word.Lower is "existing" or "current" or "long-standing" or "longstanding")
        {
            Mention? m = _names.In(Math.Max(sentence.From, i - 2), Math.Min(sentence.To, i + 16)).FirstOrDefault(n => Counts(n) && n.To > i + 1 && n.From <= i + 2);
            if (m is not null)
            {
                Say(m.Thing, "maturity", new TextValue("existing"), Math.Max(sentence.From, Math.Min(m.From, i) - 12), m.To);
            }

            return;
        }

        bool becoming = (word.Lower is "evolve" or "develop" or "grow" or "turn" or "transform" && Lower(i + 1, "into", sentence)) || word.Lower is "become";
        if (!becoming)
        {
            return;
        }

        int comma = Find(i + 1, sentence.To, t => t.Word.Mark(','));
        int end = Math.Min(Math.Min(End(i, sentence), comma > 0 ? comma : sentence.To), i + 14);
        string[] words = [.. Enumerable.Range(i + 1, Math.Max(0, end - i - 1)).Where(k => _tokens[k].Word.IsWord).Select(k => Stem(_tokens[k].Lower))];
        string[] who = PartiesIn(sentence.From, sentence.To);
        Thing[] fit = [.. _names.Things.Where(t => t is { Kind: ThingKind.Mechanism, Reported: true, Members.Count: > 1 } && Shares(t.Name, words))];
        Thing? about = fit.FirstOrDefault(t => t.Members.SetEquals(who)) ?? (who.Length == 0 && fit.Length == 1 ? fit[0] : null);
        if (about is not null)
        {
            Say(about, "maturity", new TextValue("to-come"), i, end);
        }
    }

    // "strategic partners" has the words of "special strategic partnership": a relation of two words at least.
    private static bool Shares(string name, string[] words) => MechanismName.Significant(name).Select(Stem).Distinct().Count(words.Contains) >= 2;

    private static string Stem(string word)
    {
        string singular = MechanismName.Singular(word);
        return singular.EndsWith("ship", StringComparison.Ordinal) ? singular[..^4] : singular;
    }

    /// <summary>"comprising A, B and C", "the 13-member X".</summary>
    private void Composition(int i, Sentence sentence)
    {
        Token token = _tokens[i];
        if (token.Lower is "comprising" or "comprises" or "comprised" or "consisting" or "consists" or "composed" || (token.Lower == "made" && Lower(i + 1, "up", sentence) && Lower(i + 2, "of", sentence)))
        {
            int end = Math.Min(End(i, sentence), i + 40);
            string[] members = [.. _names.In(i, end).Where(m => m.Thing.Kind == ThingKind.Country && m.Form == MentionForm.Name).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (members.Length >= 2 && LastMechanism(Math.Max(sentence.From, i - 12), i) is { } m)
            {
                Say(m.Thing, "composition", new TextValue(string.Join(", ", members)), m.From, end);
            }
        }
        else if (token.Lower is "member" or "nation" or "country" && i >= sentence.From + 2 && _tokens[i - 1].Word.Mark('-') && Number(i - 2) is var count and > 0
            && _names.In(i, Math.Min(sentence.To, i + 12)).FirstOrDefault(n => Counts(n) && n.From <= i + 3) is { } named)
        {
            Say(named.Thing, "member-count", new QuantityValue(count, "members"), i - 2, named.To);
        }
        else if (token.Lower is "members" && i > sentence.From && Number(i - 1) is var members and > 0 && LastOf(Math.Max(sentence.From, i - 6), i, t => t.Lower is "has" or "had" or "with" or "of") >= 0
            && LastMechanism(Math.Max(sentence.From, i - 14), i) is { } whole)
        {
            Say(whole.Thing, "member-count", new QuantityValue(members, "members"), whole.From, i + 1);
        }
    }

    /// <summary>"expires in 2027", "in force until June 2026", "valid for five years": the end by its own terms. A target is none.</summary>
    private void Term(int i, Sentence sentence, List<DateMention> dates)
    {
        Word word = _tokens[i].Word;
        bool ends = word.Lower is "expire" or "expires" or "lapse" or "lapses";
        bool runs = word.Lower is "until" or "through" or "to" && Find(Math.Max(sentence.From, i - 5), i, t => t.Lower is "force" or "valid" or "runs" or "run" or "extended" or "renewed" or "prolonged" or "effective" or "extends" or "lasts") >= 0;
        if (!ends && !runs)
        {
            return;
        }

        DateMention? date = dates.FirstOrDefault(d => d.On is not null && d.From >= i - 1 && d.From - i <= 6);
        if (date?.On is { } on && Near(i, sentence) is { } about && Find(Math.Max(sentence.From, i - 4), i, t => t.Word.Is(Use.Negation) || t.Lower is "should" or "could" or "may" or "might" or "if") < 0)
        {
            Mention m = LastMechanism(sentence.From, i)!;
            Say(about, "expires", new DateValue(on), Math.Min(m.From, i), date.To);
        }
    }

    private Thing? Near(int i, Sentence sentence) => LastMechanism(Math.Max(sentence.From, i - 24), i)?.Thing;

    private int Number(int i) => _tokens[i].Word.Kind == WordKind.Number && int.TryParse(_tokens[i].Word.Text, out int n) && n is > 1 and < 200 ? n
        : Array.IndexOf(Numbers, _tokens[i].Lower) is var at and >= 0 ? at + 2 : 0;

    private static readonly string[] Numbers =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    private int LastOf(int from, int to, Func<Token, bool> fits)
    {
        for (int i = to - 1; i >= from; i--)
        {
            if (fits(_tokens[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
