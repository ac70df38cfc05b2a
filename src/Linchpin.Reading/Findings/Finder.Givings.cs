using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>What a party gives or is at work on: sums of money, things set aside or handed over, what "is being" built, what an agreement itself lays down.</content>
internal sealed partial class Finder
{
    /// <summary>With a sum of money after them these bind: "has committed 30 million euros".</summary>
    private static readonly HashSet<string> Gives = new(StringComparer.Ordinal)
    {
        "committed", "commits", "allocated", "allocates", "allocating", "awarded", "awards", "awarding", "granted", "contributed", "contributes", "contributing", "provided", "provides", "providing", "donated", "donates", "donating", "invested", "invests", "investing",
        "injected", "injecting", "disbursed", "budgeted", "offered", "offers", "offering", "channelled", "channeled", "funded", "funds", "funding", "financed", "finances", "financing", "lent", "lends", "lending", "approved", "approves", "put", "putting", "set", "poured", "pouring",
        "dedicated", "dedicating", "delivered", "mobilised", "mobilized", "mobilising", "mobilizing", "added", "paid", "pays", "paying", "spent", "spends", "spending", "earmarked", "pledging", "committing", "extended", "extends", "extending", "made", "making",
    };

    /// <summary>These bind without a sum: "earmarked five mines", "appointed an envoy".</summary>
    private static readonly HashSet<string> SetsAside = new(StringComparer.Ordinal) { "earmarked", "earmarks", "allocated", "allocates", "awarded", "donated", "appointed", "designated", "handed" };

    private static readonly HashSet<string> Currencies = new(StringComparer.Ordinal)
        { "million", "billion", "trillion", "crore", "dollars", "euros", "yen", "won", "rupees", "pounds", "yuan", "krone", "kroner", "kronor", "zloty", "francs", "dong", "baht", "ringgit", "pesos", "dirhams", "riyals", "usd", "aud", "eur", "jpy", "krw", "gbp", "inr", "cad", "us$", "a$", "c$", "s$" };

    /// <summary>What a party may be doing at the time of writing that others may count on.</summary>
    private static readonly HashSet<string> AtWork = new(StringComparer.Ordinal)
    {
        "building", "funding", "financing", "investing", "establishing", "creating", "opening", "launching", "joining", "developing", "constructing", "providing", "sharing", "expanding", "stepping", "ramping", "boosting", "rolling", "making", "supporting", "partnering", "deploying", "training", "increasing", "delivering",
        "contributing", "installing", "extending", "offering", "pooling", "working", "setting", "co-developing", "co-funding", "co-financing", "collaborating", "cooperating", "doubling", "tripling", "committing", "hosting", "advancing", "accelerating", "strengthening", "bringing", "helping", "scaling", "deepening", "broadening", "widening", "enhancing", "upgrading", "intensifying", "coordinating", "finalising", "finalizing", "implementing", "piloting", "testing",
    };

    private static readonly HashSet<string> LaysDown = new(StringComparer.Ordinal)
        { "commits", "commit", "establishes", "establish", "creates", "obliges", "binds", "requires", "advances", "expands", "extends", "strengthens", "deepens", "launches", "recognizes", "recognises", "enables", "provides", "sets", "formalises", "formalizes", "codifies", "brings", "supports", "paves", "bans", "prohibits", "guarantees", "removes", "eliminates", "opens", "grants", "calls" };

    /// <summary>All of them, so that most words are passed over at one look.</summary>
    private static readonly HashSet<string> Tells = [.. Gives, .. SetsAside, .. AtWork, .. LaysDown];

    /// <summary>Whether a sum of money stands in the tokens.</summary>
    private bool Sum(int from, int to)
    {
        for (int k = from; k < to; k++)
        {
            if (_tokens[k].Word is { Kind: WordKind.Mark } mark && mark.Text[0] is '$' or '€' or '£' or '¥' or '₩' or '₹')
            {
                return true;
            }

            if (Currencies.Contains(_tokens[k].Lower) && ((k > from && _tokens[k - 1].Word.Kind == WordKind.Number) || (k + 1 < to && _tokens[k + 1].Word.Kind == WordKind.Number)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"has committed AUD 30 million to a cable", "earmarked five mines", "is investing 825 million dollars in a plant".</summary>
    private Promise? GivingAt(int i, Sentence sentence)
    {
        string word = _tokens[i].Lower;
        bool aside = (word == "set" && i + 1 < sentence.To && _tokens[i + 1].Lower == "aside") || (word == "put" && i + 1 < sentence.To && _tokens[i + 1].Lower is "up" or "forward");
        bool kind = word is "offered" or "offers" && Enumerable.Range(i + 1, Math.Max(0, Math.Min(sentence.To, i + 6) - i - 1)).Any(k => _tokens[k].Lower is "land" or "training" or "loans" or "loan" or "credit" or "funding" or "tax" or "access" or "berths" or "visas" or "scholarships" or "ships" or "aircraft" or "engineers" or "guarantees" or "places" or "seats" or "posts" or "slots" or "grants" or "fellowships" or "data" or "facilities" or "help" or "assistance" or "support");
        bool sum = Gives.Contains(word) && (word is not ("set" or "put") || aside) && Sum(i + 1, Math.Min(sentence.To, i + 13));
        if ((!sum && !kind && !SetsAside.Contains(word)) || _clauses.Hedged(i, sentence) || (i > sentence.From && _tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition)) || _clauses.Quoted(i, sentence))
        {
            return null;
        }

        bool gerund = word.EndsWith("ing", StringComparison.Ordinal);
        bool passive = Enumerable.Range(_clauses.GroupStart(i, sentence), i - _clauses.GroupStart(i, sentence)).Any(k => _tokens[k].Lower is "was" or "were" or "been" or "is" or "are" or "being");
        if (passive != gerund)
        {
            return null;
        }

        return Done(i, sum ? "pledged" : "done", sentence);
    }

    /// <summary>A promise of the verb's subject, where that is somebody.</summary>
    private Promise? Done(int i, string act, Sentence sentence)
    {
        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        bool party = subject.Kind is Clauses.SubjectKind.Party or Clauses.SubjectKind.We || (subject.Kind is Clauses.SubjectKind.Group or Clauses.SubjectKind.Pronoun or Clauses.SubjectKind.Mechanism && subject.Who.Count > 0) || Unnamed(i, subject, sentence);
        bool relative = subject.From > sentence.From && _tokens[subject.From - 1].Lower is "which" or "how" or "what" or "whether" or "where";
        return party && !relative && !ProperConcern(subject) ? new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, act, subject.Who, true, true) : null;
    }

    /// <summary>"are sharing mapping data", "is working with both partners to …": in a report of what was agreed, what is under way is a part of it. Elsewhere only what builds or joins.</summary>
    private Promise? AtWorkAt(int i, Sentence sentence)
    {
        if (!(i > sentence.From && AtWork.Contains(_tokens[i].Lower) && Enumerable.Range(_clauses.GroupStart(i, sentence), i - _clauses.GroupStart(i, sentence)).Any(k => _tokens[k].Lower is "is" or "are")) || _clauses.Hedged(i, sentence) || _clauses.Quoted(i, sentence))
        {
            return null;
        }

        return !Advises || (_tokens[i].Lower is "establishing" or "creating" or "opening" or "joining" or "building" or "co-developing" or "setting" && Promises(i + 1, Math.Min(sentence.To, i + 12))) ? Done(i, "stated", sentence) : null;
    }

    private bool Promises(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(k => Promised.Contains(_tokens[k].Lower));

    /// <summary>"The agreement commits both sides to …", "The deal also advances joint efforts …": what an agreement of several parties lays down.</summary>
    private Promise? LaidDownAt(int i, Sentence sentence)
    {
        if (!LaysDown.Contains(_tokens[i].Lower) || i == sentence.From || _tokens[i - 1].Word.Is(Use.Determiner | Use.Preposition | Use.Modal) || _tokens[i - 1].Lower is "which" or "that" or "who" || (i + 1 < sentence.To && _tokens[i + 1].Lower == "to") || _clauses.Hedged(i, sentence))
        {
            return null;
        }

        if (_tokens[i].Lower == "calls" && !(i + 1 < sentence.To && _tokens[i + 1].Lower is "for" or "on"))
        {
            return null;
        }

        if (Advises && _tokens[i].Lower is not ("commits" or "establishes" or "creates" or "obliges" or "advances" or "expands" or "sets" or "formalises" or "formalizes" or "codifies"))
        {
            return null;
        }

        Clauses.Subject subject = _clauses.SubjectOf(i, sentence);
        if (_tokens[i].Lower is "commits" or "obliges" or "binds" or "commit" && i + 3 < sentence.To && _tokens[i + 1].Lower is "the" or "both" or "all" or "its" && Enumerable.Range(i + 2, 2).Any(k => _tokens[k].Lower is "signatories" or "parties" or "sides" or "members" or "partners" or "governments" or "countries") && subject.Kind is not Clauses.SubjectKind.None)
        {
            return new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "signed", subject.Who.Count >= 2 ? subject.Who : _clauses.Present(i), true, true);
        }

        if (_tokens[i].Lower is "commits" or "obliges" or "binds" or "requires" && _names.Starting(i + 1) is { Thing.Kind: ThingKind.Country or ThingKind.Body } obliged && Enumerable.Range(obliged.To, Math.Max(0, Math.Min(sentence.To, obliged.To + 8) - obliged.To)).Any(k => _tokens[k].Lower == "to") && Instrument(subject.From, i))
        {
            return new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "signed", [.. _parties.AsParties(Run(obliged, sentence)).Distinct(StringComparer.Ordinal)], true, true);
        }

        Mention? named = subject.Kind == Clauses.SubjectKind.Mechanism ? _names.In(subject.From, i).FirstOrDefault(m => m.Thing.Kind == ThingKind.Mechanism) : null;
        bool instrument = named?.Thing.Type is "agreement" or "mou" or "treaty" or "programme" || (subject.Kind is Clauses.SubjectKind.Other or Clauses.SubjectKind.Mechanism or Clauses.SubjectKind.Group && Instrument(subject.From, i));
        instrument &= !(subject.From > sentence.From && _tokens[subject.From - 1].Word.Is(Use.Conjunction) && _tokens[subject.From - 1].Lower is not ("and" or "but"));
        IReadOnlyList<string> who = subject.Who.Count >= 2 ? subject.Who : _clauses.Present(i);
        return instrument && who.Count >= 2 ? new Promise(subject.From, _clauses.End(i, sentence, sentence.To), i, "signed", who, true, true) : null;
    }

    /// <summary>Whether the noun that ends the subject is an instrument: "the agreement", "this new programme".</summary>
    private bool Instrument(int from, int to)
    {
        int head = to - 1;
        while (head > from && (_tokens[head].Word.Is(Use.Adverb | Use.Auxiliary) || _tokens[head].Word.Kind == WordKind.Mark))
        {
            head--;
        }

        return _tokens[from].Word is { } first && (first.Is(Use.Determiner) || first.Capital) && _tokens[head].Lower is "agreement" or "memorandum" or "mou" or "deal" or "pact" or "arrangement" or "initiative" or "programme" or "program" or "framework" or "partnership" or "project" or "compact" or "accord" or "treaty" or "collaboration" or "fund" or "network" or "centre" or "center" or "scheme" or "facility" or "package" or "plan" or "roadmap" or "protocol" or "declaration";
    }
}
