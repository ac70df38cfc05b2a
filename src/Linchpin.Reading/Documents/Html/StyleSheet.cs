using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Html;

/// <summary>The rules of a page's own style sheets that bear on whether words are seen, found by the last part of their selectors.</summary>
/// <remarks>Selectors of tags, classes and ids, one within another or a child of another, are applied; of media, those for a screen. Rules that need the pointer, a sibling or a
/// counted child are not applied. Linked sheets are never fetched.</remarks>
internal sealed class StyleSheet
{
    private const int MostRules = 20_000;
    private const int DeepestBlocks = 16;

    private readonly Dictionary<string, List<StyleRule>> _byKey = new(StringComparer.Ordinal);
    private readonly string _fileName;
    private int _rules;

    internal StyleSheet(string fileName) => _fileName = fileName;

    internal bool IsEmpty => _rules == 0;

    /// <summary>The rules whose last selector part has that key: <c>#id</c>, <c>.class</c>, a tag, or <c>*</c>.</summary>
    internal List<StyleRule>? Of(string key) => _byKey.GetValueOrDefault(key);

    internal void Add(string sheet)
    {
        string css = WithoutComments(sheet);
        int depth = 0;
        for (int i = 0; i < css.Length;)
        {
            int mark = css.AsSpan(i).IndexOfAny('{', '}', ';');
            if (mark < 0)
            {
                return;
            }

            ReadOnlySpan<char> before = css.AsSpan(i, mark).Trim();
            char at = css[i + mark];
            i += mark + 1;
            if (at == '}')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (at == '{')
            {
                bool goesIn = before.StartsWith("@media", StringComparison.OrdinalIgnoreCase) ? OnScreen(before)
                    : before.StartsWith("@supports", StringComparison.OrdinalIgnoreCase) || before.StartsWith("@layer", StringComparison.OrdinalIgnoreCase) || before.StartsWith("@container", StringComparison.OrdinalIgnoreCase);
                if (goesIn && ++depth <= DeepestBlocks)
                {
                    continue;
                }

                int end = EndOfBlock(css, i);
                if (!before.StartsWith("@"))
                {
                    Rule(before, css.AsSpan(i, end - i));
                }

                i = Math.Min(css.Length, end + 1);
            }
        }
    }

    private void Rule(ReadOnlySpan<char> selectors, ReadOnlySpan<char> block)
    {
        Declaration[] declarations = Declarations.Read(block);
        if (declarations.Length == 0)
        {
            return;
        }

        foreach (Range range in selectors.Split(','))
        {
            if (StyleRule.Of(selectors[range].Trim().ToString(), declarations, _rules) is not { } rule)
            {
                continue;
            }

            if (++_rules > MostRules)
            {
                throw ReadingFaults.TooLarge.Because($"The style sheets of the page have more than {MostRules} rules about what is seen.", _fileName);
            }

            if (!_byKey.TryGetValue(rule.Key, out List<StyleRule>? rules))
            {
                _byKey.Add(rule.Key, rules = []);
            }

            rules.Add(rule);
        }
    }

    private static bool OnScreen(ReadOnlySpan<char> media) => media.IndexOf("screen", StringComparison.OrdinalIgnoreCase) >= 0 || media.IndexOf("all", StringComparison.OrdinalIgnoreCase) >= 0
        || (media.IndexOf("print", StringComparison.OrdinalIgnoreCase) < 0 && media.IndexOf("speech", StringComparison.OrdinalIgnoreCase) < 0);

    /// <summary>Where the block that is open ends: its closing brace, those of blocks within it passed over.</summary>
    private static int EndOfBlock(string css, int from)
    {
        int depth = 1;
        for (int i = from; i < css.Length; i++)
        {
            depth += css[i] == '{' ? 1 : css[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return css.Length;
    }

    private static string WithoutComments(string sheet)
    {
        if (!sheet.Contains("/*", StringComparison.Ordinal))
        {
            return sheet;
        }

        var css = new System.Text.StringBuilder(sheet.Length);
        int from = 0;
        for (int open; (open = sheet.IndexOf("/*", from, StringComparison.Ordinal)) >= 0;)
        {
            css.Append(sheet, from, open - from);
            int close = sheet.IndexOf("*/", open + 2, StringComparison.Ordinal);
            from = close < 0 ? sheet.Length : close + 2;
        }

        return css.Append(sheet, from, sheet.Length - from).ToString();
    }
}
