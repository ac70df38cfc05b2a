namespace Linchpin.Reading.Documents.Pdf;

/// <summary>A word of a page with its box, in points from the upper left corner.</summary>
internal readonly record struct PdfWord(string Text, float Left, float Top, float Right, float Bottom)
{
    internal float Height => Bottom - Top;
}

/// <summary>A line of one column, or a part of one: its words joined, the marks of notes told apart.</summary>
internal sealed class PdfLine
{
    internal PdfLine(int page, IReadOnlyList<PdfWord> words)
    {
        Page = page;
        Height = words.Max(w => w.Height);
        Left = words.Min(w => w.Left);
        Right = words.Max(w => w.Right);
        PdfWord[] full = [.. words.Where(w => w.Height > Height * 0.8f)];
        Top = full.Min(w => w.Top);
        Bottom = full.Max(w => w.Bottom);
        var text = new System.Text.StringBuilder();
        var raised = new List<Place>();
        for (int i = 0; i < words.Count; i++)
        {
            PdfWord word = words[i];
            bool note = i > 0 && word.Height < Height * 0.8f && word.Bottom < Bottom - (Height * 0.15f) && IsNoteMark(word.Text);
            if (i > 0 && !(note && word.Left - words[i - 1].Right < Height * 0.12f))
            {
                text.Append(' ');
            }

            if (note)
            {
                raised.Add(new Place(text.Length, text.Length + word.Text.Length));
            }

            text.Append(word.Text);
        }

        Text = text.ToString();
        Raised = raised.Count == 0 ? [] : [.. raised];
    }

    internal int Page { get; }

    internal string Text { get; }

    internal float Left { get; }

    internal float Top { get; }

    internal float Right { get; }

    internal float Bottom { get; }

    /// <summary>The height of its tallest word: what stands for the size of its letters.</summary>
    internal float Height { get; }

    internal float Middle => (Top + Bottom) / 2;

    /// <summary>Raised marks of notes, within <see cref="Text"/>.</summary>
    internal Place[] Raised { get; }

    /// <summary>Whether a word is what sets a note: a few digits, or a star or dagger.</summary>
    internal static bool IsNoteMark(ReadOnlySpan<char> word)
    {
        word = word.Trim("[]().,");
        return word.Length is > 0 and <= 3 && (word.ContainsAnyExceptInRange('0', '9') ? word.IndexOfAnyExcept("*†‡§¶") < 0 : true);
    }
}

/// <summary>A page as the extractor gives it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Width">In points.</param>
/// <param name="Height">In points.</param>
/// <param name="Lines">In the extractor's order, which is not always the reader's.</param>
internal sealed record PdfPage(int Number, float Width, float Height, List<List<PdfWord>> Lines);
