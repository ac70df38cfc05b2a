using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin.Intakes;

/// <summary>Finds the document that another is a changed version of, and ties what stands unchanged in both.</summary>
/// <remarks>
/// A version has the publisher and the file name or title of the earlier one, and at least half of the shorter text's three-word sequences in common with it.
/// Nothing is taken from the earlier version: its claims stay, and say what it said.
/// </remarks>
internal sealed class Versions
{
    /// <summary>The kinds whose ids are a document's hash and a place in it.</summary>
    private static readonly string[] Placed = ["event", "commitment", "recommendation", "risk"];

    private static readonly Author Reader = new(AuthorKind.Extractor, "reading", Reading.Reading.Version);

    private const double LeastShared = 0.5;
    private const int Sequence = 3, MostCandidates = 8, MostPassage = 200;

    private readonly Dictionary<string, List<EntityId>> _called = new(StringComparer.Ordinal);
    private readonly HashSet<EntityId> _superseded;

    /// <summary>Reads what documents there are from a view of the owner's.</summary>
    internal Versions(View view)
    {
        _superseded = [.. view.EachClaim(new ClaimFilter(Property: "supersedes")).Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id)];
        foreach (Document document in view.Citations())
        {
            Learn(document);
        }
    }

    /// <summary>The deposit with what ties it to the earlier version, where there is one.</summary>
    internal Deposit Tied(Deposit deposit, View view, Handling label)
    {
        Document document = deposit.Documents[0];
        if (document.Text is not { } text || Earlier(document, text, view) is not { Document: { } earlier } found)
        {
            return deposit;
        }

        var link = new Claim(
            document.Id, "supersedes", new EntityValue(earlier.Id), ValidTime.Undated, new DocumentSource(document.Id, FirstLine(text)), Reader, label, Math.Round(found.Shared, 3));
        return deposit with { Claims = [.. deposit.Claims, link], Judgements = [.. deposit.Judgements, .. Ties(deposit, earlier, view, label)] };
    }

    /// <summary>Takes in what was stored.</summary>
    internal void Learn(Deposit deposit)
    {
        foreach (EntityValue earlier in deposit.Claims.Where(c => c.Property == "supersedes").Select(c => c.Value).OfType<EntityValue>())
        {
            _superseded.Add(earlier.Id);
        }

        Learn(deposit.Documents[0]);
    }

    private void Learn(Document document)
    {
        foreach (string key in Keys(document))
        {
            if (!_called.TryGetValue(key, out List<EntityId>? ids))
            {
                _called.Add(key, ids = []);
            }

            ids.Add(document.Id);
        }
    }

    private (Document? Document, double Shared) Earlier(Document document, string text, View view)
    {
        HashSet<string>? sequences = null;
        (Document? Document, double Shared) best = (null, LeastShared);
        foreach (EntityId id in Keys(document).SelectMany(k => _called.TryGetValue(k, out List<EntityId>? ids) ? ids : []).Distinct()
            .Where(id => id != document.Id && !_superseded.Contains(id)).TakeLast(MostCandidates))
        {
            if (view.Document(id) is { Text: { } other } candidate && Shared(sequences ??= Sequences(text), Sequences(other)) is var shared && shared >= best.Shared)
            {
                best = (candidate, shared);
            }
        }

        return best;
    }

    private static IEnumerable<Judgement> Ties(Deposit deposit, Document earlier, View view, Handling label)
    {
        Document document = deposit.Documents[0];
        var judged = deposit.Judgements.Where(j => j.Act == JudgementAct.SameAs).Select(j => j.On).ToHashSet(StringComparer.Ordinal);
        ILookup<(string, string), EntityId> before = Passages(
            view.EachClaim(new ClaimFilter(Source: earlier.Id)).Select(h => h.Claim), earlier.Id, earlier.Text!).ToLookup(p => (p.Id.Kind, p.Words), p => p.Id);
        foreach (var now in Passages(deposit.Claims, document.Id, document.Text!).GroupBy(p => (p.Id.Kind, p.Words)))
        {
            // Words that stand several times tell which is which only by their order, and only where there are as many.
            EntityId[] then = [.. before[now.Key]];
            foreach ((EntityId id, EntityId kept) in then.Length == now.Count() ? now.Select(p => p.Id).Zip(then) : [])
            {
                if (!judged.Contains(id.ToString()))
                {
                    yield return Judgement.SameAs(id, kept, Reader, $"The passage stands unchanged in the earlier version {earlier.Id}.", label);
                }
            }
        }
    }

    /// <summary>The things named by their place in the document, in that order, with the words of their passage.</summary>
    private static IEnumerable<(EntityId Id, string Words)> Passages(IEnumerable<Claim> claims, EntityId document, string text) => claims
        .Where(c => Placed.Contains(c.Subject.Kind, StringComparer.Ordinal) && c.Source is DocumentSource)
        .Select(c => (c.Subject, ((DocumentSource)c.Source).At, Start: StartOf(c.Subject, document)))
        .Where(c => c.Start == c.At.Start && c.At.End <= text.Length)
        .GroupBy(c => c.Subject)
        .Select(g => g.MaxBy(c => c.At.End))
        .OrderBy(c => c.Start)
        .Select(c => (c.Subject, Words(text[c.At.Start..c.At.End])));

    private static int? StartOf(EntityId id, EntityId document) =>
        id.Name.StartsWith(document.Name + "-", StringComparison.Ordinal) && int.TryParse(id.Name.AsSpan(document.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            ? start : null;

    private static IEnumerable<string> Keys(Document document)
    {
        string publisher = Words(document.Publisher ?? "").ToUpperInvariant();
        yield return $"file {Words(document.FileName).ToUpperInvariant()} of {publisher}";
        if (publisher.Length > 0 && document.Title is { } title)
        {
            yield return $"title {Words(title).ToUpperInvariant()} of {publisher}";
        }
    }

    private static double Shared(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : (double)one.Count(other.Contains) / Math.Min(one.Count, other.Count);

    private static HashSet<string> Sequences(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, Math.Max(0, words.Length - Sequence + 1)).Select(i => string.Join(' ', words, i, Sequence))];
    }

    /// <summary>The words with one space between them, however the lines break.</summary>
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Passage FirstLine(string text)
    {
        int start = text.Length - text.AsSpan().TrimStart().Length;
        int end = text.AsSpan(start) is var rest && rest.IndexOfAny('\r', '\n') is > 0 and var feed ? start + feed : text.Length;
        end = Math.Min(end, start + MostPassage);
        return Passage.In(text, start, end < text.Length && char.IsLowSurrogate(text[end]) ? end - 1 : end);
    }
}
