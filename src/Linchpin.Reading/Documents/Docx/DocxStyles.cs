using System.Xml;

namespace Linchpin.Reading.Documents.Docx;

/// <summary>What the style sheet of a DOCX says of its styles: what part of a page they make, and whether their words are seen.</summary>
internal sealed class DocxStyles
{
    private const int LongestChain = 32;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    internal static DocxStyles Of(DocxPackage package, string part)
    {
        var styles = new DocxStyles();
        Style? style = null;
        package.Walk(part, reader =>
        {
            if (reader.NodeType != XmlNodeType.Element || !DocxText.IsWord(reader))
            {
                return;
            }

            string? value = DocxText.Value(reader);
            switch (reader.LocalName)
            {
                case "style":
                    style = new Style();
                    styles._styles[reader.GetAttribute("styleId", reader.NamespaceURI) ?? ""] = style;
                    break;
                case "name" when style is not null:
                    style.Name = value?.ToLowerInvariant() ?? "";
                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = value;
                    break;
                case "outlineLvl" when style is not null:
                    style.Outline = int.TryParse(value, out int level) && level < 9;
                    break;
                case "numPr" when style is not null:
                    style.Numbered = true;
                    break;
                default:
                    style?.Look.Take(reader, value);
                    break;
            }
        });
        return styles;
    }

    /// <summary>The kind of part that a paragraph in this style is; <see langword="null"/> where the style says nothing.</summary>
    internal string? KindOf(string? id)
    {
        foreach (Style style in Chain(id))
        {
            string? kind = style.Name switch
            {
                "title" => "title",
                "subtitle" => "paragraph",
                "caption" => "caption",
                "header" or "footer" => "furniture",
                "footnote text" or "endnote text" => "footnote",
                _ when style.Name.StartsWith("toc ", StringComparison.Ordinal) => "furniture",
                _ when style.Name.StartsWith("heading", StringComparison.Ordinal) || style.Outline => "heading",
                _ when style.Numbered || style.Name.StartsWith("list ", StringComparison.Ordinal) => "item",
                _ => null,
            };
            if (kind is not null)
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>How words in this style look: what it and the styles under it say.</summary>
    internal Look LookOf(string? id)
    {
        var look = new Look();
        foreach (Style style in Chain(id))
        {
            look.Under(style.Look);
        }

        return look;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (int i = 0; i < LongestChain && id is not null && _styles.TryGetValue(id, out Style? style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style
    {
        internal string Name { get; set; } = "";

        internal string? BasedOn { get; set; }

        internal bool Outline { get; set; }

        internal bool Numbered { get; set; }

        internal Look Look { get; } = new();
    }
}

/// <summary>What properties say of how words look; <see langword="null"/> where they say nothing.</summary>
internal sealed class Look
{
    internal bool? Vanish { get; private set; }

    internal bool? White { get; private set; }

    internal bool? Filled { get; private set; }

    internal bool? Tiny { get; private set; }

    /// <summary>Whether nobody who looks at the page sees the words.</summary>
    internal bool Hidden => Vanish == true || Tiny == true || (White == true && Filled != true);

    internal void Take(XmlReader property, string? value)
    {
        switch (property.LocalName)
        {
            case "vanish":
                Vanish = value is not ("0" or "false" or "off");
                break;
            case "color":
                White = value is { Length: 6 } && value.All(c => c is 'F' or 'f') || property.GetAttribute("themeColor", property.NamespaceURI) is "background1" or "light1";
                break;
            case "highlight":
                Filled = value is not (null or "none" or "white");
                break;
            case "shd":
                string? fill = property.GetAttribute("fill", property.NamespaceURI);
                Filled = fill is not (null or "auto") && !fill.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase);
                break;
            case "sz":
                Tiny = int.TryParse(value, out int halves) && halves < 4;
                break;
        }
    }

    /// <summary>Takes over what this look leaves open.</summary>
    internal void Under(Look other)
    {
        Vanish ??= other.Vanish;
        White ??= other.White;
        Filled ??= other.Filled;
        Tiny ??= other.Tiny;
    }
}
