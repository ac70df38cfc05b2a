using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Changes;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Agendas;

/// <summary>Writes an agenda as a document with the brief's own parts: sections, sentences with citations, references. It has no findings.</summary>
internal sealed class AgendaDocument(RecordIndex index, Names names, Agenda agenda, DateOnly recordAsOf)
{
    private readonly Names _names = names;
    private readonly References _references = new(index, names);

    internal Brief Make()
    {
        BriefSection[] sections = [.. Sections()];
        _references.Weigh(_names.Used.SelectMany(id => index[id]?.Of("name").Where(c => c.Value.Display == index.NameOf(id)) ?? []));
        return new Brief
        {
            Title = _names.Say("paper.title", agenda.Name, new InProse(PartialDate.On(agenda.On))),
            Language = _names.Phrases.Language,
            Header = [new BriefLine(_names.Say("paper.members"), agenda.Members.Count == 0 ? _names.Say("paper.not-stated") : BriefHeader.Opened(_names, _names.List(agenda.Members))), .. BriefHeader.Clocks(_names, index.View, recordAsOf)],
            Label = _references.Label ?? Handling.Unlabelled(index.View.Reader.Name),
            Findings = [],
            Order = "",
            Sections = sections,
            Closing = [.. Closing()],
            References = _references.Numbered(),
        };
    }

    private IEnumerable<BriefSection> Sections()
    {
        if (agenda.Items.Count > 0)
        {
            yield return new BriefSection("agenda", _names.Say("paper.agenda"), [.. agenda.Items.GroupBy(i => i.Kind).Select(k => new BriefPart(Say(k.Key.Heading()), [.. k.Select(Item)]))]);
        }

        if (agenda.Gaps.Count > 0)
        {
            yield return new BriefSection("gaps", _names.Say("paper.gaps"), [new BriefPart(_names.Say("paper.by-sector"), [.. agenda.Gaps.Select(Gap)])]);
        }

        if (agenda.Last is { } last)
        {
            yield return new BriefSection("last-round", _names.Say("paper.last-round"), Round(last));
        }

        if (agenda.Since.Count > 0)
        {
            yield return new BriefSection("since", _names.Say("paper.since"), [new BriefPart(_names.Say("paper.by-dates"), [.. agenda.Since.Select(Change)])]);
        }

        if (agenda.After is { } after)
        {
            BriefPart[] told = [.. after.Held is { } held ? Round(held) : [], .. after.New.Count == 0 ? [] : new[] { new BriefPart(_names.Say("paper.new"), [.. after.New.Select(New)]) }];
            if (told.Length > 0)
            {
                yield return new BriefSection("this-round", _names.Say("paper.this-round"), told);
            }
        }
    }

    private BriefItem Item(AgendaItem item)
    {
        string parties = item.Parties.Count == 0 ? "" : _names.List(item.Parties) + ": ";
        return new BriefItem(item.Number + ".", [Fact(parties + (item.Subject.Kind == "sector" ? _names.Bare(item.Subject) : item.What) + ".", item.Claims), Silence(item.Why), .. Outcome(item.Outcome)]);
    }

    private BriefItem Gap(AgendaGap gap) => new(null,
    [
        Fact(_names.Say("paper.outcome", _names.Heading(gap.Sector), _names.English ? Words.Uncapital(gap.Cell.Sentence) : gap.Cell.Says), gap.Cell.Exposures[0].Members.Select(m => m.LookThroughClaim)), .. Outcome(gap.Outcome),
    ]);

    private IEnumerable<Sentence> Outcome(AgendaOutcome? outcome)
    {
        if (outcome is not null)
        {
            string why = Say(outcome.Why), words = _names.Say("paper.outcome", BriefHeader.Opened(_names, Say(outcome.Kind.Word())), _names.English ? Words.Uncapital(why) : why);
            yield return outcome.Claims.Count == 0 ? Silence(words) : Fact(words, outcome.Claims);
        }
    }

    private BriefPart[] Round(Round round)
    {
        string when = $"{(round.On is { } on ? _names.Date(on) : _names.Say("paper.undated"))}{(round.Place is { } place ? ", " + Words.Clean(place) : "")}{(index[round.Event]?.First("name") is null ? "" : ": " + _names.Of(round.Event))}.";
        return
        [
            new(_names.Say("paper.when-where"), [new BriefItem(round.Claims.Count > 0 ? Fact(when, round.Claims) : Silence(when))]),
            new(_names.Say("paper.who-came"), round.Came.Count == 0 ? [new BriefItem(Silence(new Said("paper.nobody")))] : [.. round.Came.Select(c => new BriefItem(
                Fact($"{_names.Of(c.Who)}{(c.Office is { } office ? ", " + Words.Clean(office) : "")}{(c.PassedOn is { } passed ? "; " + Say(passed) : "")}.", c.Claims)))]),
        ];
    }

    private BriefItem Change(ChangeLine line)
    {
        string facts = line.To is { } to ? _names.Say("paper.from-to", State(line.From!.Value), State(to))
            : string.Join("; ", line.Facts.Select(f => _names.Say("paper.value", _names.Property(Vocabulary.Properties[f.Property]), _names.Joined([.. f.Values.Select(v => v is EntityValue e ? _names.Of(e.Id) : Words.Clean(v.Display))]))));
        return new BriefItem(Fact($"{Words.Cut(Words.Clean(line.What), 160)}: {facts}.", line.Claims));
    }

    private BriefItem New(Promise promise) => new(Fact($"{_names.List(promise.Parties)}: {Words.Cut(Words.Clean(promise.What[0].Value.Display), 200)}.", [promise.What[0]]));

    private IEnumerable<Sentence> Closing()
    {
        if (agenda.Items.Count == 0)
        {
            yield return Silence(new Said("paper.nothing-open"));
        }

        if (agenda.WithoutGaps is { } without)
        {
            yield return Silence(without);
        }

        if (agenda.Last is null)
        {
            yield return Silence(new Said("paper.no-earlier"));
        }

        yield return Note(new Said("paper.order"));
        yield return Note(new Said("paper.record"));
    }

    private Sentence Fact(string text, IEnumerable<HeldClaim> claims)
    {
        IReadOnlyList<Reference> cites = _references.Of(claims);
        return cites.Count > 0 ? new Sentence(SentenceKind.Fact, [new Phrase(BriefHeader.Opened(_names, text), cites)])
            : throw new InvalidOperationException("A sentence that states a fact was made without a source: " + text);
    }

    private static Said State(PromiseState state) => new("paper.state-" + state.Code());

    private Sentence Silence(Said said) => Silence(Say(said));

    private Sentence Silence(string text) => new(SentenceKind.Silence, [new Phrase(BriefHeader.Opened(_names, text), [])]);

    private Sentence Note(Said said) => new(SentenceKind.Note, [new Phrase(BriefHeader.Opened(_names, Say(said)), [])]);

    private string Say(Said said) => _names.Say(said);
}
