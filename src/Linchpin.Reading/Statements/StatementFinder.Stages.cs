using Linchpin.Claims;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Statements;

/// <content>The dated stages of a mechanism: announced, established, signed, in force, ended.</content>
internal sealed partial class StatementFinder
{
    private void Stage(int i, Sentence sentence, List<DateMention> dates)
    {
        if (StageOf(i, sentence) is not { } stage || dates.Count == 0)
        {
            return;
        }

        bool noun = stage != "in-force" && (_tokens[i].Word.Verb is null || _tokens[i].Lower is "inaugural" or "first-ever" or "first" || Lower(i + 1, "of", sentence));
        if (!noun && (Unreal(i, sentence) || Denied(i, sentence)))
        {
            return;
        }

        int end = End(i, sentence);
        bool first = _tokens[i].Lower is "inaugural" or "first-ever" or "first";
        Mention? mechanism = first ? Opening(i, end) : noun ? After(i + 2, end, 4) : Passive(i, sentence) ? Before(i, sentence) : After(i + 1, end, 6) ?? Announced(i, end, stage) ?? Reduced(i, sentence);
        if (mechanism is null)
        {
            Owned(i, end, stage, sentence, dates);
            return;
        }

        int from = Math.Min(mechanism.From, i);
        DateMention? date = dates.FirstOrDefault(d => Usable(d) && d.From >= Math.Max(i, mechanism.To) && d.To <= end + 1 && d.From - Math.Max(i, mechanism.To) < 9 && !Other(mechanism, d, Math.Max(i, mechanism.To)))
            ?? dates.FirstOrDefault(d => Usable(d) && d.To <= from && d.From - sentence.From <= 3 && from - d.To < 14);
        if (date?.On is { } on)
        {
            int to = Math.Max(Math.Max(i + 1, mechanism.To), date.To);
            Say(mechanism.Thing, stage, new DateValue(on), Math.Min(from, date.From), to);

            // "the launch of X in January and Y in March"
            if (noun && !first && Lower(to, "and", sentence) && FirstMechanism(to + 1, Math.Min(sentence.To, to + 20)) is { } second && second.From - to <= 3
                && dates.FirstOrDefault(d => Usable(d) && d.From >= second.To && d.From - second.To <= 2) is { On: { } then } next)
            {
                Say(second.Thing, stage, new DateValue(then), second.From, next.To);
            }
        }

        bool Usable(DateMention d) => d is { Target: false, On: not null } && !_names.In(d.From, d.To).Any(m => m.Thing.Kind == ThingKind.Mechanism);
    }

    /// <summary>"… in announcing its own Strategy for a Free Pacific": a party's paper under another form of its name, where the page names one such paper of that party.</summary>
    private void Owned(int i, int end, string stage, Sentence sentence, List<DateMention> dates)
    {
        if (stage != "announced" || Find(i + 1, Math.Min(end, i + 4), t => t.Lower is "its" or "their") < 0 || dates.FirstOrDefault(d => d is { Target: false, On: not null } && d.From > i && d.From <= end) is not { On: { } on } date)
        {
            return;
        }

        string? owner = _names.In(sentence.From, i).FirstOrDefault(m => m.Thing.Kind == ThingKind.Country)?.Thing.Canonical;
        HashSet<string> words = [.. Enumerable.Range(i + 1, date.From - i - 1).Where(k => _tokens[k].Word.IsWord).Select(k => MechanismName.Singular(_tokens[k].Lower))];
        Thing[] papers = owner is null ? [] : [.. _names.Things.Where(t => t is { Kind: ThingKind.Mechanism, Reported: true, Type: "strategy-document" } && t.Members.SetEquals([owner])
            && MechanismName.Significant(t.Name).Where(w => w is not ("strategy" or "policy" or "vision" or "roadmap" or "plan" or "comprehensive")).ToArray() is { Length: > 1 } telling && telling.All(words.Contains))];
        if (papers.Length > 0)
        {
            Say(papers[0], stage, new DateValue(on), i, date.To);
        }
    }

    // A mechanism between the verb and the date takes the date for itself.
    private bool Other(Mention mechanism, DateMention date, int from) => from < date.From && _names.In(from, date.From).Any(m => Counts(m) && m.Thing != mechanism.Thing);

    private string? StageOf(int i, Sentence sentence)
    {
        Word word = _tokens[i].Word;
        if (word.Lower is "force" or "effect" && i > sentence.From + 1 && (_tokens[i - 1].Lower == "into" || (word.Lower == "effect" && _tokens[i - 1].Lower is "took" or "taken")))
        {
            return "in-force";
        }

        if (Lower(i + 1, "of", sentence) && word.Lower is "launch" or "establishment" or "inauguration" or "creation" or "founding" or "signing" or "announcement")
        {
            return word.Lower switch { "signing" => "signed", "announcement" => "announced", _ => "established" };
        }

        if (word.Lower is "inaugural" or "first-ever" || (word.Lower == "first" && Lower(i - 1, "the", sentence)))
        {
            return "established";
        }

        return word.Verb is { Tense: Tense.Past or Tense.Participle } or { Tense: Tense.Gerund } && (word.Verb.Tense != Tense.Gerund || Lower(i - 1, "in", sentence) || Lower(i - 1, "by", sentence)) && word.Verb is { } verb ? verb.Base switch
        {
            "announce" or "unveil" => "announced",
            "launch" or "establish" or "inaugurate" or "create" or "found" => "established",
            "sign" or "ink" => "signed",
            _ => null,
        } : word.Lower is "founded" or "created" ? "established" : null;
    }

    // "the inaugural X": the first of a series begins it. "The first X drills" is the first of something else.
    private Mention? Opening(int i, int end) => _names.Covering(i) is { } m && Counts(m) ? m : FirstMechanism(i + 1, Math.Min(end, i + 24)) is { } next && next.From == i + 1 ? next : null;

    private bool Passive(int i, Sentence sentence)
    {
        if (_tokens[i].Lower is "force" or "effect")
        {
            return true;
        }

        return Find(_clauses.GroupStart(i, sentence), i, t => t.Lower is "was" or "were" or "been" or "being") >= 0;
    }

    private Mention? After(int from, int end, int within) => FirstMechanism(from, Math.Min(end, from + within + 14)) is { } m && m.From - from <= within
        && Find(from, m.From, t => t.Word.IsWord && t.Word.Verb is { Tense: Tense.Past or Tense.Third } || t.Lower is "that" or "with" or "under" or "through" or "at" or "during" or "in") < 0 ? m : null;

    private Mention? Before(int i, Sentence sentence)
    {
        int start = _clauses.GroupStart(i, sentence);
        if (_tokens[i].Lower is "force" or "effect")
        {
            start = i;
            while (start > sentence.From && _tokens[start - 1].Lower is "into" or "came" or "come" or "entered" or "went" or "took" or "taken" or "has" or "have" or "had")
            {
                start--;
            }
        }

        return LastMechanism(Math.Max(sentence.From, start - 30), start) is { } m && start - m.To <= 3 ? m : null;
    }

    /// <summary>"The pact, signed in 2019, …": a participle after the name.</summary>
    private Mention? Reduced(int i, Sentence sentence) => i > sentence.From && (_tokens[i - 1].Word.Mark(',') || _names.Ending(i, sentence.From) is not null)
        && LastMechanism(Math.Max(sentence.From, i - 24), i) is { } m && i - m.To <= 4 && _tokens[i].Word.Verb is { IsParticiple: true } ? m : null;

    /// <summary>"announced the decision to launch the X", "announced the creation of the X".</summary>
    private Mention? Announced(int i, int end, string stage) => stage == "announced"
        && Find(i + 1, Math.Min(end, i + 6), t => t.Lower is "decision" or "plan" or "plans" or "intention" or "launch" or "creation" or "establishment" or "formation" or "signing") > 0
        ? FirstMechanism(i + 2, Math.Min(end, i + 22)) : null;
}
