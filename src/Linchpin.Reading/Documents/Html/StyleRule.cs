namespace Linchpin.Reading.Documents.Html;

/// <summary>An element that is open, as selectors see it.</summary>
internal readonly record struct Named(string Tag, string? Id, string[] Classes);

/// <summary>A selector with its declarations.</summary>
internal sealed class StyleRule
{
    private const int LongestSelector = 16;

    private readonly List<(string? Tag, string? Id, string[] Classes, bool IsChild)> _parts;

    private StyleRule(List<(string? Tag, string? Id, string[] Classes, bool IsChild)> parts, Declaration[] declarations, int order)
    {
        _parts = parts;
        Declarations = declarations;
        (string? tag, string? id, string[] classes, _) = parts[^1];
        Key = id is not null ? "#" + id : classes.Length > 0 ? "." + classes[0] : tag ?? "*";
        long weight = parts.Sum(p => (p.Id is null ? 0L : 1_000_000) + (p.Classes.Length * 1_000L) + (p.Tag is null ? 0 : 1));
        Rank = (weight << 20) + order;
    }

    internal Declaration[] Declarations { get; }

    /// <summary>What of its last part an element is looked up by.</summary>
    internal string Key { get; }

    /// <summary>Its specificity, then its place in the sheets.</summary>
    internal long Rank { get; }

    /// <summary>Reads one selector; <see langword="null"/> where it needs more than tags, classes, ids and what they stand in.</summary>
    internal static StyleRule? Of(string selector, Declaration[] declarations, int order)
    {
        if (selector.Length is 0 or > 500 || selector.AsSpan().IndexOfAny(":[+~") >= 0 || selector.Contains("||", StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<(string?, string?, string[], bool)>();
        bool child = false;
        foreach (string word in selector.Replace(">", " > ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word == ">")
            {
                child = parts.Count > 0;
                continue;
            }

            if (parts.Count == LongestSelector)
            {
                return null;
            }

            parts.Add(Part(word, child));
            child = false;
        }

        return parts.Count == 0 || child ? null : new StyleRule(parts, declarations, order);
    }

    /// <summary>Whether it selects the last of the open elements; the cost in steps is added.</summary>
    internal bool Selects(IReadOnlyList<Named> open, ref long steps)
    {
        int at = open.Count - 1;
        steps += 1 + Declarations.Length;
        if (!Fits(_parts[^1], open[at]))
        {
            return false;
        }

        for (int part = _parts.Count - 2; part >= 0; part--)
        {
            bool child = _parts[part + 1].IsChild;
            at--;
            while (at >= 0 && !child && !Fits(_parts[part], open[at]))
            {
                at--;
                steps++;
            }

            if (at < 0 || !Fits(_parts[part], open[at]))
            {
                return false;
            }

            steps++;
        }

        return true;
    }

    private static bool Fits((string? Tag, string? Id, string[] Classes, bool) part, Named element)
    {
        foreach (string name in part.Classes)
        {
            if (Array.IndexOf(element.Classes, name) < 0)
            {
                return false;
            }
        }

        return (part.Tag is null || part.Tag == element.Tag) && (part.Id is null || part.Id == element.Id);
    }

    private static (string?, string?, string[], bool) Part(string word, bool child)
    {
        string? id = null, tag = null;
        var classes = new List<string>();
        for (int i = 0; i < word.Length;)
        {
            int end = word.AsSpan(i + 1).IndexOfAny('.', '#') is var next and >= 0 ? i + 1 + next : word.Length;
            string name = word[i..end];
            if (name[0] == '.')
            {
                classes.Add(name[1..]);
            }
            else if (name[0] == '#')
            {
                id = name[1..];
            }
            else
            {
                tag = name == "*" ? null : name.ToLowerInvariant();
            }

            i = end;
        }

        return (tag, id, [.. classes], child);
    }
}
