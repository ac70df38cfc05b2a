using Linchpin.Reading.Words;

namespace Linchpin.Reading.Mentions;

/// <content>Short forms that a text defines in brackets, and two things that turn out to be one.</content>
internal sealed partial class Names
{
    /// <summary>"Nuclear Consultative Group (NCG)", "the initiative … or iCET": the short form is another name.</summary>
    private void ReadAcronyms(Sentence sentence)
    {
        for (int i = sentence.From + 1; i + 2 < sentence.To; i++)
        {
            bool brackets = _tokens[i].Word.Mark('(') && _tokens[i + 1].Word.IsWord && _tokens[i + 2].Word.Mark(')');
            if (brackets && Acronym(_tokens[i + 1].Word) && At(i - 1) is null or { Thing.Kind: ThingKind.Country } && At(i + 1) is null && Initials(i, sentence))
            {
                continue;
            }

            if (!brackets || !Acronym(_tokens[i + 1].Word) || At(i - 1) is not { } named || named.To != i || named.Form is MentionForm.Demonym or MentionForm.Place)
            {
                continue;
            }

            string form = _tokens[i + 1].Word.Text;
            if (At(i + 1) is { } there && there.Thing != named.Thing)
            {
                if (there.Thing.Kind == named.Thing.Kind && there.Thing.Kind != ThingKind.Country)
                {
                    Merge(there.Thing, named.Thing);
                }

                continue;
            }

            _acronyms.TryAdd(form, named.Thing);
            if (At(i + 1) is null)
            {
                Add(named.Thing, i + 1, i + 2, MentionForm.Name);
            }
        }
    }

    /// <summary>"Research for Transformation (RFT) programme": capitals whose initials the bracket repeats, before a head noun.</summary>
    private bool Initials(int bracket, Sentence sentence)
    {
        int after = bracket + 3;
        int headAt = Enumerable.Range(after, Math.Max(0, Math.Min(10, sentence.To - after))).FirstOrDefault(k => MechanismHead(_tokens[k].Word), -1);
        bool follows = headAt >= 0 && Enumerable.Range(after, headAt - after).All(k => _tokens[k].Word.IsWord || _tokens[k].Word.Mark('-') || _tokens[k].Word.Kind == WordKind.Number || _tokens[k].Word.Mark('(') || _tokens[k].Word.Mark(')'));
        if (!follows)
        {
            // "initiatives like the Fjord Sensor Incentive (FSI)"
            headAt = Enumerable.Range(Math.Max(sentence.From, bracket - 14), Math.Min(14, bracket - sentence.From)).LastOrDefault(k => MechanismHead(_tokens[k].Word) && k + 1 < bracket && _tokens[k + 1].Lower is "like" or "such" or "including" or "called" or "named", -1);
        }

        if (headAt < 0)
        {
            return false;
        }

        string letters = _tokens[bracket + 1].Word.Text.ToUpperInvariant();
        int from = bracket, left = letters.Length;
        while (from > sentence.From && left > 0)
        {
            Word word = _tokens[from - 1].Word;
            bool digit = word.Kind == WordKind.Number && word.Text.Length == 1 && word.Text[0] == letters[left - 1];
            bool link = word.Mark(',') || word.Mark('-') || word.Lower is "of" or "and" or "for" or "in" or "on" or "the" or "through" or "with" or "to" or "by" or "from";
            if (!link && !digit && !(word.IsWord && word.Capital && word.Text[0] == letters[left - 1]))
            {
                // "SMART" takes two letters of one word.
                if (!(word.IsWord && word.Capital && left > 1 && word.Text[0] == letters[left - 2]))
                {
                    return false;
                }

                left--;
            }

            left -= link ? 0 : 1;
            from--;
        }

        if (left == 0)
        {
            string name = _page.Words(from, bracket);
            Thing thing = Get(ThingKind.Mechanism, MechanismName.IdFor(name, []).Name, name, (_tokens[headAt].Word.Head ?? Lexicon.Shared.HeadOf(MechanismName.Singular(_tokens[headAt].Lower)))!.Type);
            thing.Reported = true;
            Add(thing, from, bracket, MentionForm.Name);
            Add(thing, bracket + 1, bracket + 2, MentionForm.Name);
            _acronyms.TryAdd(_tokens[bracket + 1].Word.Text, thing);
        }

        return left == 0;
    }

    private static bool MechanismHead(Word word) => word.Head is { Class: HeadClass.Mechanism } || (word.IsWord && !word.Capital && word.Lower.EndsWith('s') && Lexicon.Shared.HeadOf(MechanismName.Singular(word.Lower)) is { Class: HeadClass.Mechanism });

    private static bool Acronym(Word word) => word.Text.Length is >= 2 and <= 12 && word.Text.Count(char.IsUpper) >= 2;

    /// <summary>Two things turn out to be one: the mentions of the first go to the second, which takes the well-known id if either has it.</summary>
    private void Merge(Thing known, Thing named)
    {
        Thing kept = known.Mentions.Count > 0 && known.Mentions[0].From < named.Mentions[0].From ? known : named;
        Thing away = kept == known ? named : known;
        foreach (Mention m in away.Mentions)
        {
            int at = _mentions.IndexOf(m);
            Mention moved = m with { Thing = kept };
            _mentions[at] = moved;
            kept.Mentions.Add(moved);
            kept.Alias(_page.Words(m.From, m.To));
        }

        kept.Members.UnionWith(away.Members);
        kept.Country ??= away.Country;
        kept.Size = Math.Max(kept.Size, away.Size);
        kept.Canonical = known.WellKnown || named.WellKnown ? (known.WellKnown ? known : named).Canonical : named.Canonical;
        kept.WellKnown |= away.WellKnown;
        kept.Name = named.Name;
        away.Mentions.Clear();
        away.Reported = false;
        foreach (string key in _things.Where(p => p.Value == away).Select(p => p.Key).ToArray())
        {
            _things[key] = kept;
        }

        foreach (string key in _acronyms.Where(p => p.Value == away).Select(p => p.Key).ToArray())
        {
            _acronyms[key] = kept;
        }
    }

    private void ReadLaterForms(Sentence sentence)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            Word word = _tokens[i].Word;
            if (!word.IsWord || At(i) is not null || (_headless.Count + _firms.Count > 0 && (word.Capital || word.MixedCaps) && Again(i, sentence)))
            {
                continue;
            }

            if (_acronyms.TryGetValue(word.Text, out Thing? thing))
            {
                Add(thing, i, i + 1, MentionForm.Name);
            }
        }
    }
}
