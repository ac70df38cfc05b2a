namespace Linchpin.Reading.Tests.MarkedUp;

/// <summary>How finds agree with a mark-up, by the matching rules of the gold example's README.</summary>
internal sealed class Score
{
    private static readonly string[] Neutral = ["footnotes", "author-bios", "sidebar", "title-block", "caption", "urls"];

    private readonly Dictionary<string, (int Gold, int Right, int Found)> _counts = new(StringComparer.Ordinal);

    /// <summary>What the reader got wrong: the kind, whether it was missed or is not in the mark-up, and the words.</summary>
    internal List<(string Kind, bool Missed, string Words)> Errors { get; } = [];

    internal double F1(string kind)
    {
        (int gold, int right, int found) = _counts.GetValueOrDefault(kind);
        return gold == 0 && found == 0 ? 1 : 2.0 * right / (gold + found);
    }

    internal void Add(IReadOnlyList<Marked> gold, IReadOnlyList<Item> found, string text)
    {
        foreach (string kind in new[] { "actor", "mechanism" })
        {
            ByName(kind, [.. gold.Where(g => g.Kind == kind)], [.. found.Where(f => f.Kind == kind)], [.. gold.Where(g => g.Kind == "zone" && Neutral.Contains(g.Zone))], text);
        }

        foreach (string kind in new[] { "event", "commitment", "recommendation", "risk", "person-role" })
        {
            ByPassage(kind, [.. gold.Where(g => g.Kind == kind)], [.. found.Where(f => f.Kind == kind)], text);
        }
    }

    /// <summary>Right when a mention overlaps one of the gold mentions by half of the shorter; counted once for each canonical id.</summary>
    private void ByName(string kind, Marked[] gold, Item[] found, Marked[] neutral, string text)
    {
        var hit = new HashSet<Marked>();
        var wrong = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (Item item in found)
        {
            Marked[] fits = [.. gold.Where(g => Overlap(Places(item), g.Places) >= 0.5)];
            hit.UnionWith(fits);
            bool excused = Places(item).All(p => neutral.Any(z => z.Places[0].Start <= p.Start && p.End <= z.Places[0].End));
            if (fits.Length == 0 && !excused)
            {
                wrong.Add(item.Canonical!);
            }
        }

        int right = hit.Count(g => !g.Optional);
        Errors.AddRange(gold.Where(g => !g.Optional && !hit.Contains(g)).Select(g => (kind, true, Words(g, text))));
        Errors.AddRange(wrong.Select(w => (kind, false, w)));
        Count(kind, gold.Count(g => !g.Optional), right, right + wrong.Count);
    }

    /// <summary>Right when half of the shorter passage and 15 per cent of the longer one are common; one answer for each gold item, the best first.</summary>
    private void ByPassage(string kind, Marked[] gold, Item[] found, string text)
    {
        var pairs = from f in found from g in gold let share = Wide(Places(f), g.Places) >= 0.15 ? Overlap(Places(f), g.Places) : 0 where share >= 0.5 orderby share descending select (f, g);
        var used = new HashSet<Item>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<Marked>();
        int right = 0, ignored = 0;
        foreach ((Item f, Marked g) in pairs)
        {
            if (!used.Contains(f) && !taken.Contains(g))
            {
                used.Add(f);
                taken.Add(g);
                right += g.Optional ? 0 : 1;
                ignored += g.Optional ? 1 : 0;
            }
        }

        Errors.AddRange(gold.Where(g => !g.Optional && !taken.Contains(g)).Select(g => (kind, true, Words(g, text))));
        Errors.AddRange(found.Where(f => !used.Contains(f)).Select(f => (kind, false, string.Join(' ', f.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))));
        Count(kind, gold.Count(g => !g.Optional), right, found.Length - ignored);
    }

    private static string Words(Marked gold, string text) =>
        string.Join(' ', text[gold.Places[0].Start..gold.Places[0].End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Count(string kind, int gold, int right, int found)
    {
        (int g, int r, int f) = _counts.GetValueOrDefault(kind);
        _counts[kind] = (g + gold, r + right, f + found);
    }

    private static IReadOnlyList<Place> Places(Item item) =>
        item.Mentions.Count > 0 ? item.Mentions : item.Segments.Count > 0 ? item.Segments : [new Place(item.Start, item.End)];

    private static double Overlap(IReadOnlyList<Place> a, IReadOnlyList<Place> b) =>
        a.Max(x => b.Max(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start)) / (double)Math.Max(1, Math.Min(x.End - x.Start, y.End - y.Start))));

    private static double Wide(IReadOnlyList<Place> a, IReadOnlyList<Place> b)
    {
        int common = a.Sum(x => b.Sum(y => Math.Max(0, Math.Min(x.End, y.End) - Math.Max(x.Start, y.Start))));
        return common / (double)Math.Max(1, Math.Max(a.Sum(x => x.End - x.Start), b.Sum(y => y.End - y.Start)));
    }
}

/// <summary>One item of a mark-up.</summary>
internal sealed record Marked(string Kind, IReadOnlyList<Place> Places, bool Optional, string? Zone, IReadOnlyDictionary<string, string> Fields);
