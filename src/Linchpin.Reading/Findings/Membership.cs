using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <summary>Members of mechanisms whose names do not tell them, where a sentence says who made it: "Japan and Kenya signed the Lamu Charter", "a charter launched by Japan and Kenya".</summary>
internal sealed class Membership(Page page, Names names, Clauses clauses, Parties parties)
{
    private const int Near = 16;

    private readonly List<Token> _tokens = page.Tokens;

    /// <summary>States members where a sentence lists them beside the name: "the Reef Group, which brings together Fiji, Samoa and Tonga", "the Reef Group (Fiji, Samoa and Tonga)".</summary>
    internal static void Compose(Page page, Names names)
    {
        foreach (Sentence sentence in page.Sentences)
        {
            foreach (Mention named in names.In(sentence.From, sentence.To).Where(m => m is { Thing.Kind: ThingKind.Mechanism, Form: MentionForm.Name }))
            {
                int at = named.To;
                while (at < sentence.To && at - named.To < 5 && (page.Tokens[at].Word.Kind is WordKind.Mark or WordKind.Possessive && !page.Tokens[at].Word.Mark('.') || page.Tokens[at].Lower is "countries" or "members" or "nations" or "group" or "grouping" or "partners" or "which" or "that" or "four" or "three" or "five"))
                {
                    at++;
                }

                bool bracket = at == named.To + 1 && at < sentence.To && page.Tokens[named.To].Word.Mark('(');
                int list = bracket ? at : AfterComposed(at, sentence, page);
                if (list > 0 && named.Thing.Members.Count == 0)
                {
                    string[] members = [.. Listed(list, sentence, page, names).Where(m => m.Thing.Kind == ThingKind.Country).Select(m => m.Thing.Canonical).Distinct(StringComparer.Ordinal)];
                    if (members.Length is >= 2 and <= 12 && !(bracket && members.Length < 3))
                    {
                        named.Thing.Members.UnionWith(members);
                    }
                }
            }
        }
    }

    /// <summary>Where the list begins after "made up of", "comprising", "brings together"; 0 where no such words stand there.</summary>
    private static int AfterComposed(int at, Sentence sentence, Page page)
    {
        string Word(int k) => k < sentence.To ? page.Tokens[k].Lower : "";
        at += Word(at) is "is" or "are" or "was" ? 1 : 0;
        return Word(at) switch
        {
            "comprising" or "comprises" or "groups" or "grouping" or "unites" or "uniting" or "joins" or "links" or "linking" => at + 1,
            "comprised" or "composed" or "consisting" or "consists" when Word(at + 1) == "of" => at + 2,
            "made" when Word(at + 1) == "up" && Word(at + 2) == "of" => at + 3,
            "brings" or "bringing" when Word(at + 1) == "together" => at + 2,
            _ => 0,
        };
    }

    /// <summary>The names one after another from a token on.</summary>
    private static List<Mention> Listed(int from, Sentence sentence, Page page, Names names)
    {
        var found = new List<Mention>();
        for (int at = from; at < sentence.To && at - from < 60;)
        {
            if (names.Starting(at) is { Thing.Kind: ThingKind.Country or ThingKind.Body or ThingKind.Person } named)
            {
                found.Add(named);
                at = named.To;
            }
            else if (page.Tokens[at].Word.Mark(',') || page.Tokens[at].Lower is "and" or "the" or "both" || page.Tokens[at].Word.Capital || page.Tokens[at].Word.Head is { Class: HeadClass.Title } || page.Tokens[at].Word.Kind == WordKind.Possessive)
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return found;
    }

    internal void State(CancellationToken cancel)
    {
        foreach (Sentence sentence in page.Sentences.Where(s => s.Zone is Documents.ZoneKind.Prose && !s.Dateline))
        {
            cancel.ThrowIfCancellationRequested();
            for (int i = sentence.From + 1; i < sentence.To; i++)
            {
                if (_tokens[i].Word.Verb is { Detail: "signing" or "launch" or "announcement" or "signed" or "launched" } verb && verb.Base is not ("announce" or "declare" or "impose" or "approve" or "endorse" or "join") && (verb.Tense == Tense.Past || verb.IsParticiple) && !clauses.Hedged(i, sentence))
                {
                    Made(i, sentence);
                }
            }
        }
    }

    private void Made(int i, Sentence sentence)
    {
        if (i + 2 < sentence.To && _tokens[i + 1].Lower is "by" or "between" && names.In(Math.Max(sentence.From, i - Near), i).LastOrDefault(m => m.Thing.Kind == ThingKind.Mechanism) is { } made && Open(made.Thing))
        {
            Add(made.Thing, List(i + 2, sentence));
            return;
        }

        Mention? named = names.In(i + 1, Math.Min(sentence.To, i + Near)).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism && m.Form == MentionForm.Name);
        if (named is null || !Open(named.Thing) || Enumerable.Range(i + 1, named.From - i - 1).Any(k => _tokens[k].Word.Is(Use.Preposition) || _tokens[k].Word.Mark(',')))
        {
            return;
        }

        Clauses.Subject subject = clauses.SubjectOf(i, sentence);
        if (subject.Kind is not (Clauses.SubjectKind.Party or Clauses.SubjectKind.Group or Clauses.SubjectKind.We) || _tokens[i - 1].Lower is "was" or "were" or "been")
        {
            return;
        }

        IEnumerable<string> with = named.To + 1 < sentence.To && _tokens[named.To].Lower == "with" ? List(named.To + 1, sentence) : [];
        Add(named.Thing, subject.Who.Concat(with));
    }

    /// <summary>Whether its members are not known from its name or a list.</summary>
    private static bool Open(Thing mechanism) => mechanism is { WellKnown: false, Members.Count: 0 } && mechanism.Type is not ("law" or "multilateral-org" or "strategy-document");

    private static void Add(Thing mechanism, IEnumerable<string> who)
    {
        string[] members = [.. who.Distinct(StringComparer.Ordinal)];
        if (members.Length is >= 2 and <= 12)
        {
            mechanism.Members.UnionWith(members);
        }
    }

    /// <summary>The parties named one after another from a token on.</summary>
    private IEnumerable<string> List(int from, Sentence sentence) => parties.AsParties(Listed(from, sentence, page, names));
}
