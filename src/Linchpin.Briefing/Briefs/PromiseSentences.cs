using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says what was promised and what came of it, with the verb of the claim's act and no more than the passage.</summary>
internal sealed class PromiseSentences(BriefContext brief)
{
    /// <summary>What was promised: date, mechanism, parties, verb, the source's words or a person's summary.</summary>
    internal Sentence Promised(Promise promise, int longest) => Promised([promise], longest);

    /// <summary>Promises of the same parties, day and mechanisms in one sentence; one alone where a source's words must stand whole.</summary>
    internal Sentence Promised(IReadOnlyList<Promise> together, int longest)
    {
        Promise first = together[0];
        string parties = Parties(first, out bool one);
        string attribution = Attribution(first);
        string undated = first.Date is null ? "; " + Words.Undated((first.What.Count > 0 ? first.What[0] : first.Act)?.Published) : "";
        Predicate?[] said = [.. together.Select(p => PromiseText.Of(p).Say(p.ActWord ?? "", one, longest))];
        string sentence;
        if (said.All(s => s is not null))
        {
            IEnumerable<string> verbs = said.GroupBy(s => s!.Value.Verb).Select(g => $"{g.Key} {Words.List([.. g.Select(s => s!.Value.Object)])}".TrimStart());
            sentence = $"{Lead(first)}{parties} {Words.List([.. verbs])}{attribution}{undated}.";
        }
        else
        {
            PromiseText text = PromiseText.Of(first);
            string words = text.Quoted ? Words.Quoted(text.Text, longest) : Words.Cut(text.Text, longest * 2).TrimEnd('.');
            string when = first.Date is { } date ? " " + Words.When(date) : "";
            string under = first.Mechanisms.Count > 0 ? $" {Under(first)}" : "";
            sentence = text.Text.Length == 0
                ? $"{PromiseText.Noun(first.ActWord)} by {parties}{when}{under} is on record{attribution}{undated}; the record does not say what it binds them to."
                : $"{PromiseText.Noun(first.ActWord)} by {parties}{when}{under} is on record{attribution}{undated}: {words}.";
        }

        brief.References.Weigh(together.SelectMany(p => p.Claims));
        return brief.Fact(sentence, together.SelectMany(Behind));
    }

    /// <summary>Promises that other sections tell in full: how many, and where each stands.</summary>
    internal Sentence ToldUnder(IReadOnlyList<Promise> told)
    {
        brief.References.Weigh(told.SelectMany(p => p.Claims));
        return brief.ToldUnder(
            told.Count == 1 ? "A promise that bears on this too is told under " : $"{Words.Capital(Words.Count(told.Count))} promises that bear on this too are told under ",
            told.Select(p => (brief.Told.Where(ToldOnce.Key(p))!, Behind(p))));
    }

    /// <summary>Whether two promises may share a sentence.</summary>
    internal static bool Together(Promise a, Promise b) => a.Countries.SequenceEqual(b.Countries) && a.Parties.SequenceEqual(b.Parties) && a.Mechanisms.SequenceEqual(b.Mechanisms)
        && a.Date == b.Date && Attributed(a) is null && Attributed(b) is null && Joins(a) && Joins(b);

    private static bool Joins(Promise promise) => PromiseText.Of(promise) is { Quoted: false } text && text.Say(promise.ActWord ?? "", true, 100) is not null;

    /// <summary>What came of it, as a source shows; <see langword="null"/> where the record shows nothing.</summary>
    internal Sentence? Outcome(Promise promise, string subject)
    {
        // A step told as done by the very passage that shows it delivered has been told already.
        if (promise.StateClaim is not { } claim || promise.State is PromiseState.Unknown or PromiseState.Stated
            || (promise.State == PromiseState.Delivered && promise.ActWord == "done" && claim.Claim.Source == promise.Act?.Claim.Source && claim.Claim.Valid.From is null))
        {
            return null;
        }

        string how = promise.State switch
        {
            PromiseState.InProgress => "in progress",
            PromiseState.Delivered => "delivered",
            PromiseState.Lapsed => "lapsed",
            _ => "superseded",
        };
        string when = claim.Claim.Valid.From is { } from ? Words.Date(from)
            : claim.Published is { } published ? "in a source of " + Words.Date(published) : "at no stated date";
        string quote = claim.Quote is { } words && claim.Claim.Source != promise.What.FirstOrDefault()?.Claim.Source ? ": " + Words.Quoted(words, 240) : "";
        return brief.Fact($"The record shows {subject} {how} ({when}){quote}.", [claim]);
    }

    /// <summary>A later meeting of its mechanism; <see langword="null"/> where none is dated after it.</summary>
    internal Sentence? MetAgain(Promise promise, string subject) => promise.MetAgain is { } met
        ? brief.Fact(
            $"{brief.Names.Of(met.Mechanism)} met again after {subject}, {Words.When(met.On)}; a meeting alone is no delivery.",
            met.Claims)
        : null;

    /// <summary>By when it is or was due; <see langword="null"/> where no day is stated, or it is shown as delivered.</summary>
    internal Sentence? Due(Promise promise, string subject)
    {
        if (promise.Due is not { Value: DateValue { On: var due } } claim || promise.State is PromiseState.Delivered or PromiseState.Superseded)
        {
            return null;
        }

        return due.Latest < brief.RecordAsOf
            ? brief.Fact($"{subject} was due {By(due)}; the record does not say whether it was met.", [claim])
            : brief.Fact($"{subject} is due {By(due)}.", [claim]);
    }

    /// <summary>All the claims that the sentence on a promise rests on.</summary>
    internal static IEnumerable<HeldClaim> Behind(Promise promise) => promise.Claims
        .Where(c => c.Claim.Property is "what" or "who" or "act" or "mechanism" or "date" || c == Attributed(promise));

    private string Lead(Promise promise)
    {
        string when = promise.Date is { } date ? Words.When(date) + ", " : "";
        return when + (promise.Mechanisms.Count > 0 ? Under(promise) + ", " : "");
    }

    /// <summary>"South Korea and the United States"; bodies of a country that is named too stand in brackets after it.</summary>
    private string Parties(Promise promise, out bool one)
    {
        EntityId[] bodies = [.. promise.Parties.Where(p => p.Kind != "country")];
        EntityId[] named = [.. promise.Parties.Except(bodies)];
        EntityId[] through = [.. bodies.Where(b => brief.Index.CountriesOf(b) is { Count: > 0 } of && of.All(named.Contains))];
        EntityId[] shown = [.. promise.Parties.Except(through)];
        one = shown.Length == 1;
        return shown.Length == 0 ? "parties that the source does not name"
            : brief.Names.List(shown) + (through.Length > 0 ? $" (with {brief.Names.List(through)})" : "");
    }

    /// <summary>"under the …" where the record has the parties as members; else "in connection with the …".</summary>
    private string Under(Promise promise)
    {
        bool members = promise.Mechanisms.All(m => brief.Index[m] is { } mechanism
            && mechanism.Linked("member").Concat(mechanism.Linked("party")).SelectMany(brief.Index.CountriesOf).ToHashSet() is var of && promise.Countries.All(of.Contains));
        return (members ? "under " : "in connection with ") + brief.Names.List(promise.Mechanisms);
    }

    private static string By(PartialDate due) => "by " + (due.Precision == "day" ? Words.Date(due) : "the end of " + Words.Date(due));

    /// <summary>Whose words the promise is: an attribution at the passage of its words, not at that of a later state.</summary>
    private static HeldClaim? Attributed(Promise promise) => promise.Claims.FirstOrDefault(c => c.Claim.Property == "attribution" && c.Value is TextValue
        && promise.Claims.Any(w => w.Claim.Property is "what" or "act" && Near(w.Claim.Source, c.Claim.Source)));

    private static bool Near(Source a, Source b) => a is DocumentSource x && b is DocumentSource y && x.Document == y.Document && x.At.Start < y.At.End && y.At.Start < x.At.End;

    private static string Attribution(Promise promise) =>
        Attributed(promise) is { } claim ? $", according to {Words.Cut(Words.Clean(claim.Value.Display), 120).TrimEnd('.')}" : "";
}
