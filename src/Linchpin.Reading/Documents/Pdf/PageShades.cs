namespace Linchpin.Reading.Documents.Pdf;

/// <summary>Pages drawn small and in grey, one after the other, to tell which words of a page are seen: where the place of a word has one shade only, nothing is to be read there.</summary>
/// <remarks>So words in the colour of what is behind them, under a picture or off the page are told, whatever way a file has of hiding them. Words over a picture count as seen:
/// that is how recognised text stands in a scan.</remarks>
internal sealed class PageShades(Stream output)
{
    /// <summary>Pixels of the longer side of a page.</summary>
    internal const int Side = 800;

    /// <summary>How far the shades of a place may differ that has nothing to be read.</summary>
    private const int LeastContrast = 8;

    private readonly byte[] _pixels = new byte[Side * Side];
    private int _width, _height;

    /// <summary>Takes the next page; false where there is none, or none that can be understood.</summary>
    internal bool Next()
    {
        // "P5 width height 255" and the pixels: netpbm's PGM.
        if (output.ReadByte() != 'P' || output.ReadByte() != '5')
        {
            return false;
        }

        (_width, _height) = (Number(), Number());
        return Number() == 255 && _width is > 0 and <= Side && _height is > 0 and <= Side && output.ReadAtLeast(_pixels.AsSpan(0, _width * _height), _width * _height, throwOnEndOfStream: false) == _width * _height;
    }

    /// <summary>Whether something can be read at the place of a word.</summary>
    internal bool Shows(PdfWord word, PdfPage page)
    {
        float across = _width / Math.Max(1, page.Width), down = _height / Math.Max(1, page.Height), inset = word.Height * 0.1f;
        int left = Math.Clamp((int)(word.Left * across), 0, _width), right = Math.Clamp((int)MathF.Ceiling(word.Right * across), left, _width);
        int top = Math.Clamp((int)((word.Top + inset) * down), 0, _height), bottom = Math.Clamp((int)MathF.Ceiling((word.Bottom - inset) * down), top, _height);
        byte least = 255, most = 0;
        for (int y = top; y < bottom; y++)
        {
            foreach (byte shade in _pixels.AsSpan((y * _width) + left, right - left))
            {
                least = Math.Min(least, shade);
                most = Math.Max(most, shade);
            }
        }

        return most - least >= LeastContrast;
    }

    private int Number()
    {
        int c = output.ReadByte();
        while (c is ' ' or '\n' or '\r' or '\t')
        {
            c = output.ReadByte();
        }

        int number = 0;
        for (; c is >= '0' and <= '9' && number < 1_000_000; c = output.ReadByte())
        {
            number = (number * 10) + c - '0';
        }

        return number;
    }
}
