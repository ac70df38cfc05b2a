using System.Globalization;

namespace Linchpin.Reading.Documents.Html;

/// <summary>A property that bears on whether words are seen.</summary>
internal enum Seen : byte
{
    Display,
    Visibility,
    Opacity,
    FontSize,
    Color,
    Background,
    Place,
}

/// <summary>One declaration of a style: a property, its value as far as it matters, and whether it is important.</summary>
/// <param name="Property">Which.</param>
/// <param name="Value">1 where it hides and 0 where it shows; for colours red, green and blue, or <see cref="Unknown"/> or <see cref="Transparent"/>.</param>
/// <param name="Important">Whether it is marked so.</param>
internal readonly record struct Declaration(Seen Property, int Value, bool Important)
{
    internal const int Unknown = -1;
    internal const int Transparent = -2;
}

/// <summary>Reads the declarations between the braces of a rule, or of a <c>style</c> attribute (CSS 2.2 and what is in use since), keeping those that bear on whether words are seen.</summary>
internal static class Declarations
{
    private const int MostDeclarations = 200;

    private static readonly Dictionary<string, int> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["white"] = 0xFFFFFF, ["black"] = 0, ["snow"] = 0xFFFAFA, ["ivory"] = 0xFFFFF0, ["whitesmoke"] = 0xF5F5F5, ["ghostwhite"] = 0xF8F8FF, ["floralwhite"] = 0xFFFAF0, ["red"] = 0xFF0000, ["blue"] = 0xFF, ["navy"] = 0x80,
        ["gray"] = 0x808080, ["grey"] = 0x808080, ["silver"] = 0xC0C0C0, ["green"] = 0x8000, ["yellow"] = 0xFFFF00, ["maroon"] = 0x800000, ["orange"] = 0xFFA500, ["teal"] = 0x8080, ["purple"] = 0x800080, ["transparent"] = Declaration.Transparent,
    };

    internal static Declaration[] Read(ReadOnlySpan<char> block)
    {
        var found = new List<Declaration>();
        bool outside = false, hidesOverflow = false, noHeight = false;
        int read = 0;
        foreach (Range range in block.Split(';'))
        {
            if (++read > MostDeclarations)
            {
                break;
            }

            ReadOnlySpan<char> declaration = block[range];
            int colon = declaration.IndexOf(':');
            if (colon <= 0)
            {
                continue;
            }

            string name = declaration[..colon].Trim().ToString().ToLowerInvariant();
            string value = declaration[(colon + 1)..].Trim().ToString().ToLowerInvariant();
            bool important = value.EndsWith("!important", StringComparison.Ordinal) || value.EndsWith("! important", StringComparison.Ordinal);
            value = important ? value[..value.LastIndexOf('!')].TrimEnd() : value;
            switch (name)
            {
                case "display":
                    Add(Seen.Display, value == "none");
                    break;
                case "visibility":
                    Add(Seen.Visibility, value is "hidden" or "collapse");
                    break;
                case "opacity":
                    Add(Seen.Opacity, Number(value) is < 0.05);
                    break;
                case "font-size":
                    Add(Seen.FontSize, Number(value) is { } size && size < (value.EndsWith("px", StringComparison.Ordinal) || value.EndsWith("pt", StringComparison.Ordinal) ? 2 : 0.05));
                    break;
                case "color" when value is not ("inherit" or "currentcolor"):
                    found.Add(new Declaration(Seen.Color, Colour(value), important));
                    break;
                case "background-color" or "background" when value is not ("none" or "inherit" or "initial"):
                    found.Add(new Declaration(Seen.Background, value.Contains("url(", StringComparison.Ordinal) || value.Contains("gradient", StringComparison.Ordinal) ? Declaration.Unknown : Colour(value), important));
                    break;
                case "text-indent" or "left" or "top" or "right" or "margin-left":
                    outside |= Number(value) is < -900;
                    break;
                case "clip":
                    outside |= value.StartsWith("rect(0", StringComparison.Ordinal) || value.StartsWith("rect(1px", StringComparison.Ordinal);
                    break;
                case "clip-path":
                    outside |= value.StartsWith("inset(50%", StringComparison.Ordinal) || value.StartsWith("inset(100%", StringComparison.Ordinal);
                    break;
                case "overflow":
                    hidesOverflow = value == "hidden";
                    break;
                case "height" or "max-height" or "width" or "max-width":
                    noHeight |= Number(value) is 0;
                    break;
            }

            void Add(Seen property, bool hides) => found.Add(new Declaration(property, hides ? 1 : 0, important));
        }

        if (outside || (hidesOverflow && noHeight))
        {
            found.Add(new Declaration(Seen.Place, 1, false));
        }

        return [.. found];
    }

    internal static int Colour(string value)
    {
        value = value.Trim();
        if (Names.TryGetValue(value, out int named))
        {
            return named;
        }

        if (value.StartsWith('#'))
        {
            string hex = value[1..];
            bool clear = hex.Length is 8 or 4 && hex.AsSpan(hex.Length == 8 ? 6 : 3).Trim('0').IsEmpty;
            hex = hex.Length is 3 or 4 ? string.Concat(hex.Take(3).SelectMany(c => new[] { c, c })) : hex.Length is 6 or 8 ? hex[..6] : "";
            return clear ? Declaration.Transparent : int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int colour) ? colour : Declaration.Unknown;
        }

        int open = value.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && value.StartsWith("rgb", StringComparison.Ordinal))
        {
            string[] parts = value[(open + 1)..].TrimEnd(')').Split([',', ' ', '/'], StringSplitOptions.RemoveEmptyEntries);
            int[] bands = [.. parts.Take(3).Select(p => Number(p) is { } n ? (int)Math.Clamp(p.EndsWith('%') ? n * 2.55 : n, 0, 255) : -1)];
            bool clear = parts.Length > 3 && Number(parts[3]) is < 0.05;
            return clear ? Declaration.Transparent : bands.Length == 3 && bands.All(b => b >= 0) ? (bands[0] << 16) | (bands[1] << 8) | bands[2] : Declaration.Unknown;
        }

        return Declaration.Unknown;
    }

    /// <summary>The number at the start of a value; <see langword="null"/> where there is none.</summary>
    private static double? Number(string value)
    {
        int end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '.' or '-' or '+'))
        {
            end++;
        }

        return end > 0 && double.TryParse(value.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
    }
}
