using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Names whose form tells them: "2+2", "Exercise Deep Echo", "Vision 2040", "the Harbour Five", "the Code of Conduct for Pilots".</content>
internal sealed partial class Names
{
    private void AddNamed(int from, int to, string type)
    {
        string name = _page.Words(from, to);
        Thing thing = Get(ThingKind.Mechanism, MechanismName.IdFor(name, []).Name, name, type);
        thing.Reported = true;
        Add(thing, from, to, MentionForm.Name);
    }

    /// <summary>"memorandum of understanding", "letters of intent", "declaration of intent": the name of the head that it counts as; else none.</summary>
    private string? Instrument(int i, Sentence? sentence)
    {
        int end = sentence?.To ?? _tokens.Count;
        if (i + 2 >= end || _tokens[i + 1].Lower != "of")
        {
            return null;
        }

        string first = _tokens[i].Lower, last = _tokens[i + 2].Lower;
        bool memorandum = first is "memorandum" or "memoranda" or "memorandums" && last is "understanding" or "understandings" or "cooperation" or "co-operation" or "arrangement" or "collaboration" or "agreement";
        bool intent = first is "letter" or "letters" or "statement" or "statements" or "declaration" or "declarations" or "memorandum" or "memoranda" && last is "intent" or "intents" or "intention";
        return memorandum || intent ? "memorandum of understanding" : null;
    }

    /// <summary>A capital that is a head only in capitals: the number of a group, "Code of Conduct", "Call to Action", "Commitment to Share", "Early Warning System".</summary>
    private Head? CapitalHead(int i, Sentence sentence)
    {
        // "the Baltic Sentry mission"
        if (_tokens[i].Lower is "mission" or "operation" or "patrol" && !_tokens[i].Word.Capital && i - 2 >= sentence.From && Capital(i - 1, sentence) && Capital(i - 2, sentence) && At(i - 1) is null)
        {
            return Lexicon.Shared.HeadOf("campaign");
        }

        if (!_tokens[i].Word.Capital || i + 1 >= sentence.To)
        {
            return null;
        }

        string next = _tokens[i + 1].Lower;
        bool then = i + 2 < sentence.To && _tokens[i + 2].Word.Capital;
        bool before = i > sentence.From && Capital(i - 1, sentence) && At(i - 1) is null or { Form: MentionForm.Demonym };
        return _tokens[i].Lower switch
        {
            "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "quad" when before && !_tokens[i + 1].Word.Capital => Lexicon.Shared.HeadOf("triangle"),
            "exchange" when before && _tokens[i - 1].Lower is not ("stock" or "metal" or "mercantile" or "securities" or "commodity" or "energy") && !then => Lexicon.Shared.HeadOf("programme"),
            "code" when next == "of" && then => Lexicon.Shared.HeadOf("principles"),
            "call" when next is "to" or "for" && then => Lexicon.Shared.HeadOf("pledge"),
            "commitment" or "commitments" when next is "to" or "on" && then && i > sentence.From => Lexicon.Shared.HeadOf("pledge"),
            "system" or "initiative" when before && i - 2 >= sentence.From && Capital(i - 2, sentence) && At(i - 1) is null && _tokens[i].Lower == "system" => Lexicon.Shared.HeadOf("programme"),
            _ => null,
        };
    }

    /// <summary>"Exercise Deep Echo", "exercise Deep Echo", "Operation Clear Tide", "Project Coral Mirror", "Vision 2040": one past the name whose head stands first; 0 where there is none.</summary>
    private int HeadFirst(int i, Sentence sentence, out string type)
    {
        string word = _tokens[i].Lower;
        type = word switch { "project" or "mission" => "programme", "vision" or "agenda" or "roadmap" or "strategy" or "compass" => "strategy-document", _ => "exercise" };
        bool numbered = _tokens[i].Word.Capital && word is "vision" or "agenda" or "roadmap" or "mission" or "strategy" or "compass";
        if (numbered && i + 1 < sentence.To && _tokens[i + 1].Word.Kind == WordKind.Number && _tokens[i + 1].Word.Text.Length is 3 or 4 && _tokens[i + 1].SpaceBefore)
        {
            return i + 2;
        }

        if (word is not ("exercise" or "operation" or "project") || (!_tokens[i].Word.Capital && (word == "project" || i == sentence.From || _tokens[i - 1].Word.Is(Use.Preposition) && word == "operation")))
        {
            return 0;
        }

        int to = i + 1;
        while (to < sentence.To && to - i < 5 && Capital(to, sentence) && _tokens[to].Word is { Head: null } && At(to) is null && !_tokens[to].Word.Is(Use.StopName))
        {
            to++;
        }

        return to > i + (_tokens[i].Word.Capital ? 1 : 2) ? to : 0;
    }

    /// <summary>"2+2", "the 2+2 talks", a "3+3" format: one past it with the nouns that follow; 0 where there is none.</summary>
    private int Formatted(int i, Sentence sentence)
    {
        if (i + 2 >= sentence.To || At(i) is not null || !Digit(i) || !_tokens[i + 1].Word.Mark('+') || !Digit(i + 2))
        {
            return 0;
        }

        int to = i + 3;
        int after = to < sentence.To && _tokens[to].Word.Kind == WordKind.Mark && _tokens[to].Word.Text[0] is '"' or '”' ? to + 1 : to;
        for (int k = after; k < Math.Min(sentence.To, after + 7); k++)
        {
            Word word = _tokens[k].Word;
            if (word.Head is { Class: HeadClass.Mechanism })
            {
                to = k + 1;
            }
            else if (!(word.Capital && word.IsWord && !word.Function) && !word.Is(Use.Modifier) && word.Lower is not ("and" or "foreign" or "ministers" or "ministers'"))
            {
                break;
            }
        }

        return to;

        bool Digit(int k) => _tokens[k].Word.Kind == WordKind.Number && _tokens[k].Word.Text.Length == 1;
    }
}
