using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says what was promised and what came of it, with the verb of the claim's act and no more than the passage.</summary>
internal sealed class PromiseSentences(BriefContext brief)
{
    /// <summary>What stands for one promise in a sentence on it: a marker, or this.</summary>
    internal static Said It { get; } = new("promise.it");

    /// <summary>The characters that each of several promises in one sentence has: fewer than one alone, enough for a clause.</summary>
    internal static int Each(int longest, int together) => Math.Max(longest / together, 60);

    /// <summary>What was promised: date, mechanism, parties, verb, the source's words or a person's summary.</summary>
    internal Sentence Promised(Promise promise, int longest) => Promised([promise], longest);

    /// <summary>Promises of the same parties, day and mechanisms in one sentence; one alone where a source's words must stand whole.</summary>
    internal Sentence Promised(IReadOnlyList<Promise> together, int longest)
    {
        brief.References.Weigh(together.SelectMany(p => p.Claims));
        return brief.Fact(ReadsOn(together, longest) ?? Apart(together, longest), together.SelectMany(Cited));
    }

    private IEnumerable<HeldClaim> Cited(Promise promise)
    {
        HeldClaim[] behind = [.. Behind(promise)];
        HashSet<EntityId> sources = [.. behind.OrderBy(c => c.Claim.Property != "what").Select(c => c.Claim.Source.Of).Distinct().Take(brief.MostSources)];
        return behind.Where(c => sources.Contains(c.Claim.Source.Of));
    }

    /// <summary>In English, where the words go on from the act's verb: "In 2023, A and B agreed to build a line and to staff it."; else <see langword="null"/>.</summary>
    private string? ReadsOn(IReadOnlyList<Promise> together, int longest)
    {
        Promise first = together[0];
        string parties = Parties(first, out bool one);
        Predicate?[] said = brief.Names.English ? [.. together.Select(p => PromiseText.Of(p).Say(p.ActWord ?? "", one, longest))] : [null];
        if (said.Any(s => s is null))
        {
            return null;
        }

        IEnumerable<string> verbs = said.GroupBy(s => s!.Value.Verb).Select(g => $"{g.Key} {Words.List([.. g.Select(s => s!.Value.Object)])}".TrimStart());
        string when = first.Date is { } date ? Words.When(date) + ", " : "";
        string under = first.Mechanisms.Count > 0 ? $"{brief.Names.Say(Under(first))}" : "";
        return $"{when}{under}{parties} {Words.List([.. verbs])}{Told(Attribution(first))}{Told(Undated(first))}.";
    }

    /// <summary>The act as a noun, with the words apart.</summary>
    private string Apart(IReadOnlyList<Promise> together, int longest)
    {
        Promise first = together[0];
        object when = first.Date is { } date ? new Said("promise.when", new When(date)) : "";
        object under = first.Mechanisms.Count > 0 ? Under(first) : "";
        object[] head = [PromiseText.Did(first.ActWord), Parties(first, out _), when, under, Attribution(first), Undated(first)];
        string[] words = [.. together.Select(PromiseText.Of).Where(t => t.Text.Length > 0).Select(t => t.Quoted ? Words.Quoted(t.Text, longest) : Words.Cut(t.Text, longest * 2).TrimEnd('.'))];
        return words.Length == 0 ? brief.Say("promise.bare", head) : brief.Say("promise.told", [.. head, string.Join("; ", words)]);
    }

    private string Told(object part) => part is Said said ? brief.Names.Say(said) : "";

    private static object Undated(Promise promise) => promise.Date is not null ? ""
        : (promise.What.Count > 0 ? promise.What[0] : promise.Act)?.Published is { } on ? new Said("promise.undated-source", new InProse(on)) : new Said("promise.undated");

    /// <summary>Promises that other sections tell in full: how many, and where each stands.</summary>
    internal Sentence ToldUnder(IReadOnlyList<Promise> told)
    {
        brief.References.Weigh(told.SelectMany(p => p.Claims));
        return brief.ToldUnder(
            new Said(told.Count == 1 ? "promise.told-under.one" : "promise.told-under.many", new Spelled(told.Count)), told.Select(p => (brief.Told.Where(ToldOnce.Key(p))!, Behind(p))));
    }

    /// <summary>Whether two promises may share a sentence.</summary>
    internal static bool Together(Promise a, Promise b) => a.Countries.SequenceEqual(b.Countries) && a.Parties.SequenceEqual(b.Parties) && a.Mechanisms.SequenceEqual(b.Mechanisms)
        && a.Date == b.Date && Attributed(a) is null && Attributed(b) is null && Joins(a) && Joins(b);

    private static bool Joins(Promise promise) => PromiseText.Of(promise) is { Quoted: false } text && text.Say(promise.ActWord ?? "", true, 100) is not null;

    /// <summary>What came of it, as a source shows; <see langword="null"/> where the record shows nothing.</summary>
    internal Sentence? Outcome(Promise promise, object subject, int longestEvidence = 240)
    {
        // A step told as done by the very passage that shows it delivered has been told already.
        if (promise.StateClaim is not { } claim || promise.State is PromiseState.Unknown or PromiseState.Stated
            || (promise.State == PromiseState.Delivered && promise.ActWord == "done" && claim.Claim.Source == promise.Act?.Claim.Source && claim.Claim.Valid.From is null))
        {
            return null;
        }

        Said how = new("promise.state-" + promise.State.Code());
        object when = claim.Claim.Valid.From is { } from ? new InProse(from) : claim.Published is { } published ? new Said("promise.in-source", new InProse(published)) : new Said("promise.no-stated-date");
        object quote = claim.Quote is { } words && claim.Claim.Source != promise.What.FirstOrDefault()?.Claim.Source ? new Said("promise.quoted", Words.Quoted(words, longestEvidence)) : "";
        return brief.Fact(new Said("promise.outcome", subject, how, when, quote), [claim]);
    }

    /// <summary>A later meeting of its mechanism; <see langword="null"/> where none is dated after it.</summary>
    internal Sentence? MetAgain(Promise promise, object subject) => promise.MetAgain is { } met ? brief.Fact(new Said("promise.met-again", met.Mechanism, subject, new When(met.On)), met.Claims) : null;

    /// <summary>By when it is or was due; <see langword="null"/> where no day is stated, or it is shown as delivered.</summary>
    internal Sentence? Due(Promise promise, object subject)
    {
        if (promise.Due is not { Value: DateValue { On: var due } } claim || promise.State is PromiseState.Delivered or PromiseState.Superseded)
        {
            return null;
        }

        var by = new Said(due.Precision == "day" ? "promise.by-day" : "promise.by-end", new InProse(due));
        return brief.Fact(new Said(due.Latest < brief.RecordAsOf ? "promise.was-due" : "promise.is-due", subject, by), [claim]);
    }

    /// <summary>All the claims that the sentence on a promise rests on.</summary>
    internal static IEnumerable<HeldClaim> Behind(Promise promise) => promise.Claims
        .Where(c => c.Claim.Property is "what" or "who" or "act" or "mechanism" or "date" || c == Attributed(promise));

    /// <summary>"South Korea and the United States"; bodies of a country that is named too stand in brackets after it.</summary>
    private string Parties(Promise promise, out bool one)
    {
        EntityId[] bodies = [.. promise.Parties.Where(p => p.Kind != "country")];
        EntityId[] named = [.. promise.Parties.Except(bodies)];
        EntityId[] through = [.. bodies.Where(b => brief.Index.CountriesOf(b) is { Count: > 0 } of && of.All(named.Contains))];
        EntityId[] shown = [.. promise.Parties.Except(through)];
        one = shown.Length == 1;
        return shown.Length == 0 ? brief.Say("promise.nobody-named")
            : through.Length == 0 ? brief.Names.List(shown) : brief.Say("promise.with", brief.Names.List(shown), brief.Names.List(through));
    }

    /// <summary>"under the …" where the record has the parties as members; else "in connection with the …".</summary>
    private Said Under(Promise promise)
    {
        bool members = promise.Mechanisms.All(m => brief.Index[m] is { } mechanism
            && mechanism.Linked("member").Concat(mechanism.Linked("party")).SelectMany(brief.Index.CountriesOf).ToHashSet() is var of && promise.Countries.All(of.Contains));
        return new Said(members ? "promise.under" : "promise.connection", brief.Names.List(promise.Mechanisms));
    }

    /// <summary>Whose words the promise is: an attribution at the passage of its words, not at that of a later state.</summary>
    private static HeldClaim? Attributed(Promise promise) => promise.Claims.FirstOrDefault(c => c.Claim.Property == "attribution" && c.Value is TextValue
        && promise.Claims.Any(w => w.Claim.Property is "what" or "act" && Near(w.Claim.Source, c.Claim.Source)));

    private static bool Near(Source a, Source b) => a is DocumentSource x && b is DocumentSource y && x.Document == y.Document && x.At.Start < y.At.End && y.At.Start < x.At.End;

    private static object Attribution(Promise promise) =>
        Attributed(promise) is { } claim ? new Said("promise.according-to", Words.Cut(Words.Clean(claim.Value.Display), 120).TrimEnd('.')) : "";
}
