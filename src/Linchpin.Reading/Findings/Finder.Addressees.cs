using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>Whom advice without a subject of its own is for: those named after "for" or "urge", the heading above, whoever the paragraph advised last, else those the text is about.</content>
internal sealed partial class Finder
{
    /// <summary>By the number of a sentence: the parties that the heading or label above it names.</summary>
    private readonly Dictionary<int, string[]> _addressees = [];

    private (Sentence Sentence, IReadOnlyList<string> Who)? _adviceTo;

    /// <summary>"for Chile to", "urge the Commission to", "falls to Japan and Korea to": the names right after the word; else whoever is named soon after.</summary>
    private IReadOnlyList<string> Addressed(int i, Sentence sentence)
    {
        for (int k = i + 1; k < Math.Min(sentence.To, i + 6) && !_tokens[k].Word.Mark(','); k++)
        {
            if (_names.Starting(k) is not { Form: not MentionForm.Demonym } first)
            {
                continue;
            }

            List<Mention> run = Run(first, sentence);
            IReadOnlyList<string> who = first.Thing.Kind == ThingKind.Mechanism ? Forums(first.From, first.To) : [.. _parties.AsParties(run, acting: true).Distinct(StringComparer.Ordinal)];
            if (who.Count > 0)
            {
                return who;
            }
        }

        return Named(i, sentence);
    }

    /// <summary>Whom advice is for that names nobody.</summary>
    private IReadOnlyList<string> AdvisedBefore(Sentence sentence, Told told)
    {
        if (_addressees.TryGetValue(sentence.Number, out string[]? headed))
        {
            return headed;
        }

        return _adviceTo is { } before && before.Sentence.Block == sentence.Block && told.Recommendations.Count > 0 ? before.Who
            : _parties.Usual() is { Length: > 0 } usual ? usual : _parties.Main is { } main ? [main] : [];
    }

    /// <summary>"Prices should fall", "the talks must have seemed endless", "readers should note": "if the plan must go": expected, supposed or said to the reader, not advised.</summary>
    private bool Foreseen(int modal, Sentence sentence)
    {
        int verb = AfterAdverbs(modal + 1, sentence);
        if (verb >= sentence.To)
        {
            return true;
        }

        bool perfect = _tokens[verb].Lower == "have" && verb + 1 < sentence.To && (_tokens[verb + 1].Lower is "been" or "done" or "made" or "taken" or "seen" or "known" or "come" or "gone" || (_tokens[verb + 1].Lower.EndsWith("ed", StringComparison.Ordinal) && _tokens[verb + 1].Lower is not ("need" or "shared")));
        int before = _clauses.GroupStart(modal, sentence) - 1;
        bool readers = before >= sentence.From && _tokens[before].Lower is "readers" or "reader" or "observers" or "visitors" or "nobody" or "it";
        bool turns = _tokens[verb].Lower is "fall" or "rise" or "grow" or "shrink" or "surprise" or "arrive" or "happen" or "suffice" or "appear" or "seem" or "feel" or "come" or "last" or "double" or "triple" or "reach" or "exceed" or "cost";
        bool starts = _tokens[verb].Lower is "launch" or "begin" or "start" or "open" or "fly" or "finish" or "conclude" or "end" or "land" or "arrive" && verb + 1 < sentence.To && _tokens[verb + 1].Lower is "in" or "by" or "on" or "next" or "this" or "late" or "early";
        Clauses.Subject subject = _clauses.SubjectOf(modal, sentence);
        bool party = subject.Kind is not (Clauses.SubjectKind.Other or Clauses.SubjectKind.None);
        int link = Math.Max(sentence.From, subject.From - (subject.From > sentence.From && _tokens[subject.From - 1].Word.Is(Use.Determiner) ? 2 : 1));
        bool supposed = _tokens[link].Lower is "if" or "unless" || (subject.From == link && _tokens[subject.From].Lower == "if");
        return supposed || perfect || (_tokens[verb].Lower == "know" && verb + 1 < sentence.To && _tokens[verb + 1].Word.Kind == WordKind.Mark) || (readers && _tokens[before].Lower != "it") || ((turns || starts) && !party);
    }

    /// <summary>Those who do things and are no state: whom advice may be for without a name.</summary>
    private static readonly HashSet<string> Doers = new(StringComparer.Ordinal)
        { "parliaments", "regulators", "policymakers", "policy-makers", "companies", "firms", "donors", "universities", "banks", "investors", "lawmakers", "legislators", "officials", "planners", "buyers", "suppliers", "manufacturers", "industry", "agencies", "ministries", "militaries", "researchers", "diplomats", "negotiators", "authorities", "capitals", "secretariats", "chipmakers" };

    /// <summary>"Policymakers in Seoul should": those of a place are its state's.</summary>
    private IReadOnlyList<string> DoersOf(int from, int to)
    {
        int doers = Enumerable.Range(from, Math.Max(0, to - from)).FirstOrDefault(k => Doers.Contains(_tokens[k].Lower), -1);
        return doers < 0 || doers + 1 >= to || _tokens[doers + 1].Lower is not ("in" or "of" or "at") ? [] : [.. _parties.AsParties(_names.In(doers + 1, to).Where(m => m.Thing.Kind == ThingKind.Country), acting: true).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>"BIS has a rule, but its reporting duty should go": of the one named before in the sentence.</summary>
    private IReadOnlyList<string> HoldersOf(Clauses.Subject subject, Sentence sentence) =>
        _tokens[subject.From].Lower == "its" && _names.In(sentence.From, subject.From).LastOrDefault(m => m.Form != MentionForm.Place && m.Thing.Kind is ThingKind.Country or ThingKind.Body) is { } holder ? [.. _parties.AsParties([holder])] : [];

    /// <summary>A point's own parties: "G7 coordination on …" right after its verb, "US-Japan-Korea consortia" joined by hyphens.</summary>
    private IReadOnlyList<string> InPoint(Sentence sentence)
    {
        int from = AfterLabel(sentence), near = Math.Min(sentence.To, from + 4);
        if (Forums(from, near) is { Count: > 0 } forums)
        {
            return forums;
        }

        Mention[] joined = [.. _names.In(from, sentence.To).Where(m => m is { Thing.Kind: ThingKind.Country, Form: MentionForm.Name } && ((m.To < sentence.To && _tokens[m.To].Word.Mark('-')) || _tokens[m.From - 1].Word.Mark('-')))];
        return joined.Length > 1 ? [.. _parties.AsParties(joined).Distinct(StringComparer.Ordinal)] : [];
    }

    /// <summary>"Canada can help by …", "Brussels could do most by …": a way held out to one.</summary>
    private Advice? HelpsBy(int i, Sentence sentence)
    {
        int verb = AfterAdverbs(i + 1, sentence);
        int by = Enumerable.Range(verb, Math.Max(0, Math.Min(5, sentence.To - verb - 1))).FirstOrDefault(k => _tokens[k].Lower == "by" && _tokens[k + 1].Lower.EndsWith("ing", StringComparison.Ordinal), -1);
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool more = verb + 1 < sentence.To && _tokens[verb].Lower is "do" or "offer" or "contribute" && _tokens[verb + 1].Lower is "more" or "better" or "far" or "much";
        return (by > 0 || more) && _tokens[verb].Lower is "help" or "add" or "do" or "contribute" or "lead" or "start" or "begin" or "gain" && subject is { Kind: Clauses.SubjectKind.Party or Clauses.SubjectKind.Group, Who.Count: > 0 } ? new Advice(subject.From, subject.Who) : null;
    }

    /// <summary>"There is a strong case for Korea to …", "My advice to Nairobi is to …", "Oslo's task is to …".</summary>
    private Advice? CaseAt(int i, Sentence sentence, string next)
    {
        if (Asked(sentence) || !ToAhead(i, sentence))
        {
            return null;
        }

        bool there = _tokens[i].Lower == "case" && next == "for" && Enumerable.Range(Math.Max(sentence.From, i - 5), Math.Min(5, i - sentence.From)).Any(k => _tokens[k].Lower is "there" or "clear");
        if (there && Addressed(i + 1, sentence) is var who)
        {
            return new Advice(Enumerable.Range(Math.Max(sentence.From, i - 5), Math.Min(6, i + 1 - Math.Max(sentence.From, i - 5))).First(k => _tokens[k].Lower is "there" or "clear" || k == i), who);
        }

        int copula = Enumerable.Range(i + 1, Math.Max(0, Math.Min(5, sentence.To - i - 2))).FirstOrDefault(k => _tokens[k].Lower == "is" && _tokens[k + 1].Lower == "to", -1);
        bool mine = i > sentence.From && _tokens[i - 1].Lower is "my" or "our" && next is "to" or "for" or "is";
        bool theirs = _tokens[i].Lower is "task" or "job" or "duty" or "homework" && OwnerOf(i, sentence).Count > 0;
        return copula > 0 && (mine || theirs) ? new Advice(mine ? i - 1 : sentence.From, theirs ? OwnerOf(i, sentence) : Addressed(i, sentence)) : null;
    }

    /// <summary>"The next step is for Tokyo to …", "the priority for Kenya is …": whose course it is.</summary>
    private IReadOnlyList<string> CourseOf(int copula, Sentence sentence)
    {
        int named = Enumerable.Range(sentence.From, Math.Max(0, Math.Min(copula + 2, sentence.To - 1) - sentence.From)).FirstOrDefault(k => _tokens[k].Lower == "for" && _names.Starting(k + 1) is not null, -1);
        return named >= 0 ? Addressed(named, sentence) : [];
    }
}
