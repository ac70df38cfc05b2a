using Linchpin.Claims;

namespace Linchpin.Supply.Indicators;

/// <summary>Puts what the stars of a name pattern stand for into a descriptor's words: a release whose year or revision is only in its file's
/// name.</summary>
internal static class IndicatorNames
{
    /// <summary>The descriptor with <c>{1}</c>, <c>{2}</c> in id, title and classification filled from the file's name.</summary>
    internal static IndicatorDescriptor Filled(IndicatorDescriptor about, string name)
    {
        if (!(about.Title + about.Classification).Contains('{', StringComparison.Ordinal))
        {
            return about;
        }

        List<string> stars = Stars(about.File, name);
        string Fill(string text)
        {
            for (int i = 0; i < stars.Count; i++)
            {
                text = text.Replace(FormattableString.Invariant($"{{{i + 1}}}"), Shown.Short(stars[i], 40), StringComparison.Ordinal);
            }

            return text;
        }

        return about with
        {
            Id = EntityId.Slug($"{about.Id} {string.Join(' ', stars)}") is { Length: > 0 and <= 100 } id ? id : about.Id,
            Title = Fill(about.Title).TrimEnd(' ', ','),
            Classification = about.Classification is null ? null : Fill(about.Classification),
        };
    }

    private static List<string> Stars(string pattern, string name)
    {
        string[] parts = pattern.Split('*');
        var stars = new List<string>();
        int at = parts[0].Length;
        for (int i = 1; i < parts.Length; i++)
        {
            int next = i == parts.Length - 1 ? name.Length - parts[i].Length : name.IndexOf(parts[i], at, StringComparison.Ordinal);
            stars.Add(name[at..next]);
            at = next + parts[i].Length;
        }

        // The last star may stand for how the file is packed, which says nothing of what is in it.
        string ending = stars[^1];
        stars[^1] = ending.EndsWith(".csv.gz", StringComparison.Ordinal) ? ending[..^7] : ending.EndsWith(".csv", StringComparison.Ordinal) ? ending[..^4] : ending;
        return [.. (pattern.EndsWith(".csv*", StringComparison.Ordinal) ? stars[..^1] : stars).Select(s => s.Replace('_', ' ').Trim())];
    }
}
