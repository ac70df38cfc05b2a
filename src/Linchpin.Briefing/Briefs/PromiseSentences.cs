using System.Text.RegularExpressions;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says what was promised and what came of it, with the verb of the claim's act and no more than the passage.</summary>
internal sealed partial class PromiseSentences(BriefContext brief)
{
    /// <summary>What was promised: parties, verb, the source's words or a person's summary, mechanism, date.</summary>
    internal Sentence Promised(Promise promise, int longest)
    {
        string parties = promise.Parties.Count > 0 ? brief.Names.List(promise.Parties) : "parties that the source does not name";
        string when = promise.Date is { } date ? Words.When(date) : "";
        string under = promise.Mechanisms.Count > 0 ? " under " + brief.Names.List(promise.Mechanisms) : "";
        string attribution = Attribution(promise);
        string undated = promise.Date is null ? "; the source gives no date" : "";
        PromiseText text = PromiseText.Of(promise);
        string act = promise.ActWord ?? "";
        string tail = $"{under}{attribution}{undated}.";
        string lead = when.Length > 0 ? Words.Capital(when) + ", " : "";
        string sentence = text switch
        {
            { Words.Length: 0 } => $"{Noun(act)} by {parties} is on record{(when.Length > 0 ? ", dated " + Words.Date(promise.Date!.Value) : "")}{under}{attribution}; the record does not say what it binds them to{undated}.",
            { Quoted: true } when text.After(act) is { } rest => $"{lead}{parties} {act} {Words.Quoted(rest, longest)}{tail}",
            { Quoted: true } => $"{Noun(act)} by {parties}{(when.Length > 0 ? " " + when : "")}{under} is on record{attribution}{undated}: {Words.Quoted(text.Words, longest)}.",
            _ => $"{lead}{parties} {Summarised(act, Words.Cut(text.Words, longest * 2))}{tail}",
        };
        return brief.Fact(sentence, Behind(promise));
    }

    /// <summary>The promise named inside another sentence: its first words.</summary>
    internal static string Short(Promise promise)
    {
        PromiseText text = PromiseText.Of(promise);
        string words = text.After(promise.ActWord ?? "") ?? text.Words;
        return words.Length == 0 ? "the commitment whose text the record does not hold" : Words.Quoted(words, 80);
    }

    /// <summary>What came of it, as a source shows; <see langword="null"/> where the record shows nothing.</summary>
    internal Sentence? Outcome(Promise promise, string subject)
    {
        if (promise.StateClaim is not { } claim || promise.State is PromiseState.Unknown or PromiseState.Stated)
        {
            return promise.ActWord == "done" && promise.Act is { } act ? brief.Fact($"The source tells of {subject} as done.", [act]) : null;
        }

        string how = promise.State switch
        {
            PromiseState.InProgress => "in progress",
            PromiseState.Delivered => "delivered",
            PromiseState.Lapsed => "lapsed",
            _ => "superseded",
        };
        string when = claim.Claim.Valid.From is { } from ? ", " + Words.When(from)
            : claim.Published is { } published ? $", in a source of {Words.Date(published)}" : ", at a date that the source does not state";
        string quote = claim.Quote is { } words && claim.Claim.Source != promise.What.FirstOrDefault()?.Claim.Source ? ": " + Words.Quoted(words, 240) : "";
        return brief.Fact($"The record shows {subject} as {how}{when}{quote}.", [claim]);
    }

    /// <summary>A later meeting of its mechanism; <see langword="null"/> where none is dated after it.</summary>
    internal Sentence? MetAgain(Promise promise, string subject) => promise.MetAgain is { } met
        ? brief.Fact(
            $"{brief.Names.Of(promise.Mechanisms.First(m => met.Claims.Any(c => c.Value is EntityValue v && v.Id == m) || promise.Mechanisms.Count == 1))} met again after {subject}, {Words.When(met.On)}; a meeting alone is no delivery.",
            met.Claims)
        : null;

    /// <summary>By when it was due, where that day has passed and the record does not show it delivered.</summary>
    internal Sentence? Overdue(Promise promise, string subject)
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
    internal static IEnumerable<HeldClaim> Behind(Promise promise) =>
        promise.Claims.Where(c => c.Claim.Property is "what" or "who" or "act" or "mechanism" or "date" or "attribution");

    private static string By(PartialDate due) => "by " + (due.Precision == "day" ? Words.Date(due) : "the end of " + Words.Date(due));

    private static string Attribution(Promise promise)
    {
        HeldClaim? claim = promise.Claims.FirstOrDefault(c => c.Claim.Property == "attribution" && c.Value is TextValue);
        return claim is null ? "" : $", in the words of {Words.Cut(Words.Clean(claim.Value.Display), 120).TrimEnd('.')}";
    }

    private static string Noun(string act) => act switch
    {
        "agreed" => "an agreement",
        "pledged" => "a pledge",
        "announced" => "an announcement",
        "signed" => "a signing",
        "launched" => "a launch",
        "stated" => "a stated commitment",
        "done" => "a step reported as done",
        "intended" => "a stated aim",
        "negotiating" => "a negotiation",
        _ => "a commitment",
    };

    private static string Summarised(string act, string summary)
    {
        string text = summary.TrimEnd('.');
        bool infinitive = text.StartsWith("to ", StringComparison.Ordinal);
        return (act, infinitive) switch
        {
            ("agreed" or "pledged", true) => $"{act} {text}",
            ("announced" or "stated", true) => $"{act} that they would {text[3..]}",
            ("intended", true) => $"stated the aim {text}",
            ("negotiating", true) => $"were negotiating {text}",
            ("", _) => $"made a commitment: {text}",
            ("intended", _) => $"stated an aim: {text}",
            ("negotiating", _) => $"were in talks: {text}",
            ("done", _) => $"are reported to have done this: {text}",
            _ => $"{act}: {text}",
        };
    }

    /// <summary>A promise's words, and whether they are the source's own that this node can check.</summary>
    private readonly record struct PromiseText(string Words, bool Quoted)
    {
        internal static PromiseText Of(Promise promise)
        {
            if (promise.What.Count == 0)
            {
                return new PromiseText(promise.Act?.Quote is { } passage ? Wording.Words.Clean(passage) : "", true);
            }

            HeldClaim what = promise.What[0];
            string words = Wording.Words.Clean(what.Value.Display);
            if (what.Claim.Author.Kind == AuthorKind.Person || what.Quote is null)
            {
                return new PromiseText(words, false);
            }

            // Only words that stand in the passage go between quotation marks.
            string quote = Wording.Words.Clean(what.Quote);
            return new PromiseText(quote.Contains(words, StringComparison.Ordinal) ? words : quote, true);
        }

        /// <summary>What follows the act's own verb in the source, where it stands there once, affirmed and in the active voice.</summary>
        internal string? After(string act)
        {
            if (!Quoted || act is not ("agreed" or "pledged" or "announced" or "signed" or "launched"))
            {
                return null;
            }

            MatchCollection verbs = Regex.Matches(Words, $@"\b{act}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (verbs.Count != 1 || verbs[0].Index > 110)
            {
                return null;
            }

            string before = Words[..verbs[0].Index];
            string rest = Words[(verbs[0].Index + act.Length)..].TrimStart();
            return !NotSo().IsMatch(before) && Object().IsMatch(rest) ? rest : null;
        }
    }

    [GeneratedRegex(@"\b(?:not|never|yet|no|nor|without|if|would|could|should|may|might|can|be|is|are|was|were|been|being|by|said|says|that|which)\b|n[’']t\b|[;:“""]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotSo();

    [GeneratedRegex(@"^(?:to|on|that|the|a|an|its|their|his|her|new|plans)\s+\S+\s+\S+", RegexOptions.CultureInvariant)]
    private static partial Regex Object();
}
