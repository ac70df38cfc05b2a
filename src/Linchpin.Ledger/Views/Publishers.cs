using Linchpin.Claims;

namespace Linchpin.Ledger.Views;

/// <summary>Which documents of a view are independent of each other.</summary>
/// <remarks>
/// Documents of one publisher are not; nor is a document of which eight tenths of the runs of five words stand in another, whoever published it. Only the first
/// 20,000 words are compared. A dataset counts by who made it. Made for one answer and one thread: it holds what it has read of the documents.
/// </remarks>
internal sealed class Publishers(View view)
{
    private const int Run = 5, MostWords = 20_000;
    private const double SameText = 0.8;
    private readonly Dictionary<EntityId, (string? Publisher, HashSet<ulong> Runs)> _known = [];

    internal Corroboration Of(IEnumerable<HeldClaim> claims)
    {
        EntityId[] sources = [.. claims.Select(c => c.Claim.Source.Of).Distinct().Order()];
        if (sources.Length == 1)
        {
            return Known(sources[0]).Publisher is null ? new(0, 1) : new(1, 0);
        }

        // Each group is one voice: documents that share a publisher or a text with one of it. A copy without a name counts with its original.
        var voices = new List<List<(string? Publisher, HashSet<ulong> Runs)>>();
        foreach ((string? Publisher, HashSet<ulong> Runs) source in sources.Select(Known))
        {
            List<List<(string? Publisher, HashSet<ulong> Runs)>> same =
                [.. voices.Where(v => v.Exists(s => (s.Publisher is not null && s.Publisher == source.Publisher) || Same(s.Runs, source.Runs)))];
            voices.RemoveAll(same.Contains);
            voices.Add([.. same.SelectMany(v => v), source]);
        }

        int stated = voices.Count(v => v.Exists(s => s.Publisher is not null));
        return new(stated, voices.Count - stated);
    }

    private (string? Publisher, HashSet<ulong> Runs) Known(EntityId source)
    {
        if (!_known.TryGetValue(source, out var known))
        {
            if (source.Kind == "dataset")
            {
                known = (view.Dataset(source) is { } dataset ? Folded(dataset.Publisher) : null, []);
            }
            else
            {
                Document? document = view.Document(source);
                known = (document?.Publisher is { } publisher ? Folded(publisher) : null, document?.Text is { } text ? Runs(text) : []);
            }

            _known.Add(source, known);
        }

        return known;
    }

    private static string Folded(string publisher) => string.Concat(publisher.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool Same(HashSet<ulong> a, HashSet<ulong> b)
    {
        (HashSet<ulong> less, HashSet<ulong> more) = a.Count <= b.Count ? (a, b) : (b, a);
        return less.Count > 0 && less.Count(more.Contains) >= SameText * less.Count;
    }

    private static HashSet<ulong> Runs(string text)
    {
        var runs = new HashSet<ulong>();
        var last = new ulong[Run];
        int words = 0;
        for (int i = 0; i < text.Length && words < MostWords;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            // FNV-1a over the word in lower case.
            ulong hash = 14695981039346656037;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                hash = unchecked((hash ^ char.ToLowerInvariant(text[i])) * 1099511628211);
            }

            last[words++ % Run] = hash;
            if (words >= Run)
            {
                ulong run = 0;
                for (int k = 0; k < Run; k++)
                {
                    run = unchecked((run * 1099511628211) ^ last[(words + k) % Run]);
                }

                runs.Add(run);
            }
        }

        return runs;
    }
}
