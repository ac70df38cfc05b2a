using Linchpin.Claims;
using Linchpin.Reading.Documents;
using Linchpin.Reading.Findings;
using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Statements;

/// <summary>Finds statements in the prose of a page, sentence by sentence.</summary>
/// <remarks>What is hedged, wished for, advised or put in the future is none; what is denied is one of its own kind only where the words say that it never came about.</remarks>
internal sealed partial class StatementFinder
{
    private readonly Page _page;
    private readonly Names _names;
    private readonly List<Token> _tokens;
    private readonly Parties _parties;
    private readonly Clauses _clauses;
    private readonly Dates _dates;
    private readonly List<Statement> _found = [];

    // The mechanism that the page spoke of last: "Discussions spanned …" is about it.
    private Thing? _last;

    private StatementFinder(Page page, Names names, PartialDate? published)
    {
        _page = page;
        _names = names;
        _tokens = page.Tokens;
        _parties = new Parties(page, names);
        _clauses = new Clauses(page, names, _parties);
        _dates = new Dates(_tokens, published);
    }

    internal static IReadOnlyList<Statement> Of(Page page, Names names, PartialDate? published, CancellationToken cancel)
    {
        var finder = new StatementFinder(page, names, published);
        foreach (Sentence sentence in page.Sentences.Where(s => s.Zone is ZoneKind.Prose && !s.Dateline))
        {
            cancel.ThrowIfCancellationRequested();
            finder.Read(sentence);
        }

        return finder._found;
    }

    private void Read(Sentence sentence)
    {
        List<DateMention> dates = _dates.In(sentence);
        Topics(sentence);
        for (int i = sentence.From; i < sentence.To; i++)
        {
            Word word = _tokens[i].Word;
            if (!word.IsWord)
            {
                continue;
            }

            Stage(i, sentence, dates);
            Formality(i, sentence);
            Maturity(i, sentence);
            Composition(i, sentence);
            Term(i, sentence, dates);
            Origin(i, sentence);
            Outcome(i, sentence, dates);
        }

        _last = _names.In(sentence.From, sentence.To).LastOrDefault(Counts)?.Thing ?? _last;
    }

    private void Say(Thing mechanism, string property, Value value, int from, int to) =>
        _found.Add(new Statement(mechanism.Canonical, property, value, PlaceOf(from, to)));

    private static bool Counts(Mention m) => m.Thing is { Kind: ThingKind.Mechanism, Reported: true } && m.Form is not (MentionForm.Demonym or MentionForm.Place);

    private Mention? FirstMechanism(int from, int to) => from >= to ? null : _names.In(from, to).FirstOrDefault(Counts);

    private Mention? LastMechanism(int from, int to) => from >= to ? null : _names.In(from, to).LastOrDefault(Counts);

    /// <summary>The mechanism that the page names with these members and no other; <see langword="null"/> where none or several have them.</summary>
    private Thing? Joining(IReadOnlyCollection<string> members)
    {
        Thing[] fit = members.Count < 2 ? [] : [.. _names.Things.Where(t => t is { Kind: ThingKind.Mechanism, Reported: true } && t.Members.SetEquals(members))];
        return fit.Length == 1 ? fit[0] : null;
    }

    private string[] PartiesIn(int from, int to) => [.. _parties.AsParties(_names.In(from, to)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private bool Lower(int i, string word, Sentence sentence) => i >= sentence.From && i < sentence.To && _tokens[i].Lower == word;

    private int Find(int from, int to, Func<Token, bool> fits)
    {
        for (int i = from; i < to; i++)
        {
            if (fits(_tokens[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the verb is wished for, advised, asked, or put in the future.</summary>
    private bool Unreal(int verb, Sentence sentence)
    {
        int start = _clauses.GroupStart(verb, sentence);
        for (int k = Math.Max(sentence.From, start - 2); k < verb; k++)
        {
            if (_tokens[k].Lower is "will" or "would" or "should" or "could" or "might" or "may" or "must" or "can" or "shall" or "to" or "if" or "expected" or "due" or "scheduled" or "planned" or "set" or "whether" or "once" or "until" or "before" or "when" or "unless"
                && !(_tokens[k].Lower == "to" && verb - k > 3) && !(_tokens[k].Lower == "when" && k < start - 1))
            {
                return true;
            }
        }

        return Lower(sentence.From, "if", sentence) || _tokens[sentence.To - 1].Word.Mark('?');
    }

    private bool Denied(int verb, Sentence sentence)
    {
        int start = _clauses.GroupStart(verb, sentence);
        return Find(Math.Max(sentence.From, start - 1), verb, t => t.Word.Is(Use.Negation) || t.Lower is "never" or "not" or "no" or "without" or "yet") >= 0;
    }

    private Place PlaceOf(int from, int to) => new(_page.Text.SourceStart(_tokens[from].Start), _page.Text.SourceEnd(_tokens[to - 1].End));

    /// <summary>The end of the clause that the token stands in.</summary>
    private int End(int i, Sentence sentence) => Math.Max(i + 1, _clauses.End(i, sentence, sentence.To));
}
