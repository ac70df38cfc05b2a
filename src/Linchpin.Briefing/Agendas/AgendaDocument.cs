using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>Writes an agenda as a document with the brief's own parts: sections, sentences with citations, references. It has no findings.</summary>
internal sealed class AgendaDocument(RecordIndex index, Agenda agenda, DateOnly recordAsOf)
{
    private readonly References _references = new(index);
    private readonly Names _names = new(index);

    internal Brief Make()
    {
        BriefSection[] sections = [.. Sections()];
        _references.Weigh(_names.Used.SelectMany(id => index[id]?.Of("name").Where(c => c.Value.Display == index.NameOf(id)) ?? []));
        return new Brief(
            $"{agenda.Name}: agenda for {Words.Date(agenda.On)}", [.. Header()], _references.Label ?? Handling.Unlabelled(index.View.Reader.Name), [], "",
            sections, [.. Closing()], _references.Numbered());
    }

    private IEnumerable<BriefLine> Header()
    {
        string reader = index.View.Reader.Name;
        yield return new BriefLine("Members", agenda.Members.Count == 0 ? "not stated" : Words.Capital(_names.List(agenda.Members)));
        yield return new BriefLine("Made for", Words.Clean(Vocabulary.Countries.ContainsKey(reader) ? Vocabulary.CountryName(reader) : reader));
        yield return new BriefLine("Record as of", Words.Date(recordAsOf));
        AsOf clocks = index.View.AsOf;
        foreach ((string name, DateOnly? day) in new[] { ("What held on", clocks.Valid), ("Sources published by", clocks.PublishedBy), ("Known here by", clocks.KnownBy) })
        {
            if (day is { } set && set != recordAsOf)
            {
                yield return new BriefLine(name, Words.Date(set));
            }
        }
    }

    private IEnumerable<BriefSection> Sections()
    {
        if (agenda.Items.Count > 0)
        {
            yield return new BriefSection("agenda", "Agenda", [.. agenda.Items.GroupBy(i => i.Kind).Select(k => new BriefPart(Say(k.Key.Heading()), [.. k.Select(Item)]))]);
        }

        if (agenda.Gaps.Count > 0)
        {
            yield return new BriefSection("gaps", "Exposed together, nothing promised", [new BriefPart("By sector", [.. agenda.Gaps.Select(Gap)])]);
        }

        if (agenda.Last is { } last)
        {
            yield return new BriefSection("last-round", "The last round", Round(last));
        }

        if (agenda.Since.Count > 0)
        {
            yield return new BriefSection("since", "What changed since", [new BriefPart("By the sources’ own dates", [.. agenda.Since.Select(Change)])]);
        }

        if (agenda.After is { } after)
        {
            BriefPart[] told = [.. after.Held is { } held ? Round(held) : [], .. after.New.Count == 0 ? [] : new[] { new BriefPart("New commitments", [.. after.New.Select(New)]) }];
            if (told.Length > 0)
            {
                yield return new BriefSection("this-round", "This round", told);
            }
        }
    }

    private BriefItem Item(AgendaItem item)
    {
        string parties = item.Parties.Count == 0 ? "" : _names.List(item.Parties) + ": ";
        return new BriefItem(item.Number + ".", [Fact(parties + item.What + ".", item.Claims), BriefContext.Silence(Say(item.Why)), .. Outcome(item.Outcome)]);
    }

    private BriefItem Gap(AgendaGap gap) => new(null,
    [
        Fact($"{gap.Sector.Label}: {Words.Uncapital(gap.Cell.Sentence)}", gap.Cell.Exposures[0].Members.Select(m => m.LookThroughClaim)), .. Outcome(gap.Outcome),
    ]);

    private IEnumerable<Sentence> Outcome(AgendaOutcome? outcome)
    {
        if (outcome is not null)
        {
            string words = $"{Words.Capital(Say(outcome.Kind.Word()))}: {Words.Uncapital(Say(outcome.Why))}";
            yield return outcome.Claims.Count == 0 ? BriefContext.Silence(words) : Fact(words, outcome.Claims);
        }
    }

    private BriefPart[] Round(Round round)
    {
        string when = $"{(round.On is { } on ? Words.Date(on) : "Undated")}{(round.Place is { } place ? ", " + Words.Clean(place) : "")}{(index[round.Event]?.First("name") is null ? "" : ": " + _names.Of(round.Event))}.";
        return
        [
            new("When and where", [new BriefItem(round.Claims.Count > 0 ? Fact(when, round.Claims) : BriefContext.Silence(when))]),
            new("Who came", round.Came.Count == 0 ? [new BriefItem(BriefContext.Silence("The record does not say who came."))] : [.. round.Came.Select(c => new BriefItem(
                Fact($"{_names.Of(c.Who)}{(c.Office is { } office ? ", " + Words.Clean(office) : "")}{(c.PassedOn is { } passed ? "; " + Say(passed) : "")}.", c.Claims)))]),
        ];
    }

    private BriefItem Change(ChangeLine line)
    {
        string facts = line.To is { } to ? $"from {line.From!.Value.Code()} to {to.Code()}"
            : string.Join("; ", line.Facts.Select(f => $"{Vocabulary.Properties[f.Property].Label.ToLowerInvariant()} {Words.List([.. f.Values.Select(v => v is EntityValue e ? _names.Of(e.Id) : Words.Clean(v.Display))])}"));
        return new BriefItem(Fact($"{Words.Cut(Words.Clean(line.What), 160)}: {facts}.", line.Claims));
    }

    private BriefItem New(Promise promise) => new(Fact($"{_names.List(promise.Parties)}: {Words.Cut(Words.Clean(promise.What[0].Value.Display), 200)}.", [promise.What[0]]));

    private IEnumerable<Sentence> Closing()
    {
        if (agenda.Items.Count == 0)
        {
            yield return BriefContext.Silence("The record has nothing open under this mechanism on that day.");
        }

        if (agenda.WithoutGaps is { } without)
        {
            yield return BriefContext.Silence(Say(without));
        }

        if (agenda.Last is null)
        {
            yield return BriefContext.Silence("The record dates no earlier round.");
        }

        yield return BriefContext.Note("The items are what sources published before the day of the round leave open; they are ordered by why they are open, then by date.");
        yield return BriefContext.Note("“The record” is what this node holds and this reader may see; what it does not say may still be so.");
    }

    private Sentence Fact(string text, IEnumerable<HeldClaim> claims)
    {
        IReadOnlyList<Reference> cites = _references.Of(claims);
        return cites.Count > 0 ? new Sentence(SentenceKind.Fact, [new Phrase(Words.Capital(text), cites)])
            : throw new InvalidOperationException("A sentence that states a fact was made without a source: " + text);
    }

    private string Say(Said said) => Phrases.English.Say(said, _names.Of);
}
