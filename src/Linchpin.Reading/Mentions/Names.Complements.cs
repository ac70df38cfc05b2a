using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>What follows a head and belongs to the name: "on Critical Minerals", "between Japan and India", "of 1920".</content>
internal sealed partial class Names
{
    private Candidate Complement(Candidate c, Sentence sentence)
    {
        int i = c.To;
        if (i + 1 >= sentence.To || !_tokens[i].Word.IsWord)
        {
            return c;
        }

        string link = _tokens[i].Lower;
        int next = i + 1 + (_tokens[i + 1].Lower is "the" or "a" ? 1 : 0);
        if (next >= sentence.To)
        {
            return c;
        }

        if (link is "between" or "among" or "amongst" or "of" or "with" or "comprising")
        {
            var listed = new SortedSet<string>(StringComparer.Ordinal);
            int to = PartyList(i + 1, sentence, listed, out int count);
            bool beside = link is "between" or "among" or "amongst";
            if (count >= 2 && beside)
            {
                c.Members.UnionWith(listed);
                return c with { To = to, Between = true };
            }

            // "the sonar trilateral of Japan, Kenya and Norway", "a coalition of Ghana and Togo"
            if (count >= 2 && link is "of" or "comprising" && (c.Group || _tokens[c.At].Lower is "alliance" or "coalition" or "group" or "grouping" or "consortium" or "minilateral" or "club" or "triangle" or "troika" or "quad" or "circle" || (count >= 3 && c.Head.Type == "dialogue")))
            {
                c.Members.UnionWith(listed);
                return c with { To = to, Between = true };
            }
        }

        bool named = c.Capitals > 0 || _tokens[c.At].Word.Capital;
        if (link is "on" or "for" or "of" or "to" or "against" && Capital(next, sentence) && At(next) is not { Thing.Kind: ThingKind.Country or ThingKind.Person } && !(link == "of" && c.Capitals > 1 && At(next) is { Thing.Canonical: "eu" or "asean" }) && (_tokens[c.At].Word.Capital || (link is "on" or "for" && _tokens[next].Word.Is(Use.StopName | Use.Modifier))))
        {
            int to = CapitalRun(next, sentence);
            if (_tokens[c.At].Lower is "code" or "centre" or "center" && to + 1 < sentence.To && _tokens[to].Lower is "for" or "on" && Capital(to + 1, sentence))
            {
                to = CapitalRun(to + 1, sentence);
            }

            int telling = Enumerable.Range(next, to - next).Count(k => _tokens[k].Word is { IsWord: true, Capital: true } word && !word.Is(Use.StopName));
            return c with { To = to, Capitals = c.Capitals + (telling > 1 && _tokens[c.At].Lower is "partnership" or "coalition" or "alliance" or "network" or "fund" or "platform" or "club" or "declaration" or "agreement" or "principles" or "process" or "initiative" or "programme" or "program" ? 2 : 1) };
        }

        if (link == "of" && _tokens[next].Word.Kind == WordKind.Number && IsOrdinalOrYear(next) && named)
        {
            return c with { To = next + 1, Capitals = c.Capitals + 1 };
        }

        if (link is "for" or "on" && _tokens[c.At].Word is { Capital: false } && _tokens[c.At].Lower is "roadmap" or "agreement" or "treaty" or "pact" or "accord" or "arrangement" or "protocol" or "memorandum" or "letter" or "mou" or "moc"
            && _tokens[next].Word is { IsWord: true, Function: false } && c.Members.Count < 2)
        {
            int to = Topic(next, sentence);
            return to > next ? c with { To = to } : c;
        }

        // "trilateral cooperation on critical and emerging technologies", "this trilateral in the technology domain"
        if (c.Group && link is "on" or "in" && _tokens[next].Word is { IsWord: true, Capital: false, Function: false } && c.Members.Count == 0 && (link == "on" || _tokens[c.At].Lower == "trilateral"))
        {
            int to = next;
            while (to < sentence.To && to - next < 6 && ((_tokens[to].Word.IsWord && !_tokens[to].Word.Function && !_tokens[to].Word.Is(Use.Auxiliary)) || _tokens[to].Lower == "and" || Glue(to, sentence)))
            {
                to++;
            }

            return c with { To = _tokens[to - 1].Lower == "and" ? to - 1 : to };
        }

        return c;
    }

    private int CapitalRun(int i, Sentence sentence)
    {
        while (i < sentence.To)
        {
            bool link = _tokens[i].Lower is "and" or "&" or "of" or "the" or "," && i + 1 < sentence.To;
            int after = i + 1 < sentence.To && _tokens[i + 1].Lower is "and" or "the" ? i + 2 : i + 1;
            if (Capital(i, sentence) && At(i) is not { Thing.Kind: ThingKind.Country })
            {
                i++;
            }
            else if (Glue(i, sentence) && Capital(i + 1, sentence))
            {
                i += 2;
            }
            else if (link && after < sentence.To && Capital(after, sentence) && At(after) is null && !HeadAhead(after, sentence) && (_tokens[i].Lower != "," || CommaSeries(i)) && _tokens[i].Lower != "the")
            {
                i = after;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    /// <summary>"the U.S., South Korea, and India", "the Harbour Ministry and Ghana": reads countries and bodies into the set; returns one past the last.</summary>
    private int PartyList(int i, Sentence sentence, SortedSet<string> into, out int count)
    {
        count = 0;
        int to = i;
        while (i < sentence.To && i - to < 4)
        {
            if (At(i) is { Thing.Kind: ThingKind.Country or ThingKind.Body } named && named.From == i && named.Form != MentionForm.Demonym)
            {
                into.Add(named.Thing.Canonical);
                count++;
                i = to = named.To;
            }
            else if (_tokens[i].Lower is "the" or "and" or "," or "both" || _tokens[i].Word.Mark(',') || Glue(i, sentence))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        return to;
    }
}
