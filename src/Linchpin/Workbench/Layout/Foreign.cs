using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Linchpin.Workbench.Layout;

/// <summary>Text that others wrote, made safe to look at: encoded, kept apart from the direction of the page, with characters that reorder or hide text drawn as signs.</summary>
/// <remarks>The joiners U+200C and U+200D stay: Hindi and other scripts are written with them.</remarks>
internal static class Foreign
{
    /// <summary>The text in an element that isolates its direction.</summary>
    public static RenderFragment Text(string? text) => builder =>
    {
        builder.OpenElement(0, "bdi");
        Add(builder, text ?? "");
        builder.CloseElement();
    };

    /// <summary>Adds the text with hidden characters as signs.</summary>
    public static void Add(RenderTreeBuilder builder, string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!Hides(text[i]))
            {
                continue;
            }

            builder.AddContent(1, text[start..i]);
            builder.OpenElement(2, "span");
            builder.AddAttribute(3, "class", "hidden-sign");
            builder.AddContent(4, string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}"));
            builder.CloseElement();
            start = i + 1;
        }

        builder.AddContent(5, text[start..]);
    }

    /// <summary>Whether the character is not seen, or changes the order in which others are seen.</summary>
    public static bool Hides(char c) => c is not ('\t' or '\n' or '\r' or '\u200C' or '\u200D' or '\u00AD' or '\uFEFF')
        && (char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
