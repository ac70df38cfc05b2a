using System.Net;
using System.Text;

namespace Linchpin.Workbench.Editions;

/// <summary>Makes a page of the workbench one that stands in a folder: links become files, and what needs a server is gone: forms, scripts, charts, links to what is not published.</summary>
/// <remarks>It reads what the workbench's own components write: attributes in double quotes, text encoded. It is no reader of foreign HTML.</remarks>
internal sealed class EditionHtml
{
    private static readonly string[] Gone = ["form", "script", "dialog", "noscript", "lp-chart", "button", "template", "select", "datalist", "iframe", "object", "embed", "img"];
    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private readonly StringBuilder _out = new();
    private readonly Func<string, string?> _file;
    private string? _gone;
    private int _depth;
    private string? _link;

    private EditionHtml(Func<string, string?> file) => _file = file;

    /// <summary>The page as a file.</summary>
    /// <param name="html">The page as the workbench answered it.</param>
    /// <param name="file">Where a link leads in the edition, from this page; <see langword="null"/> for what is not in it.</param>
    public static string Of(string html, Func<string, string?> file)
    {
        var page = new EditionHtml(file);
        for (int at = 0; at < html.Length;)
        {
            int tag = html.IndexOf('<', at);
            page.Text(html.AsSpan(at, (tag < 0 ? html.Length : tag) - at));
            if (tag < 0)
            {
                break;
            }

            at = page.Tag(html, tag);
        }

        return page._out.ToString();
    }

    private void Text(ReadOnlySpan<char> text)
    {
        if (_gone is null)
        {
            _out.Append(text);
        }
    }

    /// <summary>Takes one tag; gives the place after it.</summary>
    private int Tag(string html, int at)
    {
        if (html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal))
        {
            return html.IndexOf("-->", at, StringComparison.Ordinal) + 3;
        }

        int end = End(html, at);
        string name = Name(html, at);
        if (html[at + 1] == '/')
        {
            Close(name);
        }
        else if (html[at + 1] == '!')
        {
            Text(html.AsSpan(at, end - at));
        }
        else
        {
            Open(name, Attributes(html, at + 1 + name.Length, end));
        }

        // What stands in a script is no markup.
        return name == "script" && html[at + 1] != '/' ? html.IndexOf("</script", end, StringComparison.Ordinal) : end;
    }

    private void Open(string name, List<(string Name, string? Value)> attributes)
    {
        if (_gone is not null)
        {
            _depth += name == _gone && !Void.Contains(name) ? 1 : 0;
            return;
        }

        string? Given(string attribute) => attributes.FirstOrDefault(a => a.Name == attribute).Value;
        bool kept = attributes.Any(a => a.Name == "data-edition");
        string? reference = Given("href") ?? Given("src") ?? Given("action");
        string? target = reference is null || reference.StartsWith('#') || (kept && !reference.StartsWith('/')) ? reference : _file(WebUtility.HtmlDecode(reference));
        bool lost = reference is not null && target is null;
        bool download = attributes.Any(a => a.Name == "download") || (Given("class") ?? "").Split(' ').Contains("button");
        if ((!kept && (Gone.Contains(name) || (name == "input") || (name == "meta" && Given("http-equiv") == "refresh"))) || (lost && (name != "a" || download)))
        {
            if (!Void.Contains(name))
            {
                (_gone, _depth) = (name, 1);
            }

            return;
        }

        string written = name;
        if (name == "a")
        {
            written = _link = lost ? "span" : "a";
        }

        _out.Append('<').Append(written);
        foreach ((string attribute, string? value) in attributes)
        {
            if (attribute.StartsWith("hx-", StringComparison.Ordinal) || attribute.StartsWith("data-", StringComparison.Ordinal) || (lost && (attribute is "href" or "rel")))
            {
                continue;
            }

            _out.Append(' ').Append(attribute);
            if (value is not null)
            {
                _out.Append("=\"").Append(attribute is "href" or "src" or "action" ? WebUtility.HtmlEncode(target) : value).Append('"');
            }
        }

        _out.Append(Void.Contains(name) ? " />" : ">");
    }

    private void Close(string name)
    {
        if (_gone is not null)
        {
            if (name == _gone && --_depth == 0)
            {
                _gone = null;
            }

            return;
        }

        _out.Append("</").Append(name == "a" ? _link ?? "a" : name).Append('>');
    }

    private static int End(string html, int at)
    {
        bool quoted = false;
        for (int i = at; i < html.Length; i++)
        {
            quoted ^= html[i] == '"';
            if (html[i] == '>' && !quoted)
            {
                return i + 1;
            }
        }

        return html.Length;
    }

    private static string Name(string html, int at)
    {
        int start = html[at + 1] == '/' ? at + 2 : at + 1;
        int end = start;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-'))
        {
            end++;
        }

        return html[start..end].ToLowerInvariant();
    }

    private static List<(string Name, string? Value)> Attributes(string html, int from, int end)
    {
        var found = new List<(string, string?)>();
        int at = from;
        while (true)
        {
            while (at < end && (char.IsWhiteSpace(html[at]) || html[at] is '/' or '>'))
            {
                at++;
            }

            if (at >= end)
            {
                return found;
            }

            int start = at;
            while (at < end && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>'))
            {
                at++;
            }

            string name = html[start..at].TrimEnd('/');
            if (at < end && html[at] == '=' && html[at + 1] == '"')
            {
                int close = html.IndexOf('"', at + 2);
                found.Add((name, html[(at + 2)..close]));
                at = close + 1;
            }
            else if (name.Length > 0)
            {
                found.Add((name, null));
            }
            else
            {
                at++;
            }
        }
    }
}
