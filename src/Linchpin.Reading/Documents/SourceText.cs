using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents;

/// <summary>A file's bytes, read within a limit, hashed and decoded; refused where it is not text.</summary>
internal sealed record SourceText(string Text, string ContentHash, string Encoding)
{
    /// <summary>Windows-1252 in 0x80 to 0x9F; 0 where the code page has no character.</summary>
    private const string HighControls = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";

    internal static SourceText Read(Stream content, string fileName, long limit, CancellationToken cancel) => Of(Bytes(content, fileName, limit, cancel), fileName);

    /// <summary>The bytes of a document, to the end.</summary>
    internal static byte[] Bytes(Stream content, string fileName, long limit, CancellationToken cancel)
    {
        if (content.CanSeek && content.Length - content.Position > limit)
        {
            throw TooLarge(fileName, limit, content.Length - content.Position);
        }

        (long, DateTime)? before = StateOf(content);
        byte[] bytes = ReadAll(content, fileName, limit, cancel);
        if (StateOf(content) != before)
        {
            throw ReadingFaults.Changed.Because("Its length or its time of writing is another after reading than before.", fileName);
        }

        return bytes.Length > 0 ? bytes : throw ReadingFaults.Empty.Because("The document has no bytes.", fileName);
    }

    /// <summary>Bytes as text.</summary>
    internal static SourceText Of(byte[] bytes, string fileName)
    {
        (string text, string encoding) = Decode(bytes, fileName);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw ReadingFaults.Empty.Because("The document has nothing but white space.", fileName);
        }

        return new SourceText(text, HashOf(bytes), encoding);
    }

    internal static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static (long Length, DateTime Written)? StateOf(Stream content)
    {
        if (content is not FileStream file)
        {
            return null;
        }

        try
        {
            return (RandomAccess.GetLength(file.SafeFileHandle), File.GetLastWriteTimeUtc(file.SafeFileHandle));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    private static byte[] ReadAll(Stream content, string fileName, long limit, CancellationToken cancel)
    {
        using var all = new MemoryStream(content.CanSeek ? (int)Math.Min(limit, content.Length - content.Position) : 0);
        byte[] part = new byte[81920];
        try
        {
            for (int n; (n = content.Read(part, 0, part.Length)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                if (all.Length + n > limit)
                {
                    throw TooLarge(fileName, limit, null);
                }

                all.Write(part, 0, n);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ReadingFaults.Unreadable.Because(Shown.Short(e.Message, 200), fileName, inner: e);
        }

        return all.TryGetBuffer(out ArraySegment<byte> buffer) && buffer.Count == buffer.Array!.Length ? buffer.Array : all.ToArray();
    }

    private static FaultException TooLarge(string fileName, long limit, long? length) => ReadingFaults.TooLarge.Because(
        length is { } n ? $"The document has {n} bytes; the limit is {limit}." : $"The document has more than {limit} bytes, which is the limit.", fileName);

    private static (string Text, string Encoding) Decode(byte[] bytes, string fileName)
    {
        try
        {
            return bytes switch
            {
                [0xEF, 0xBB, 0xBF, ..] => (NoBinary(new UTF8Encoding(false, true).GetString(bytes.AsSpan(3)), fileName), "UTF-8 with a byte order mark"),
                [0xFF, 0xFE, ..] => (NoBinary(new UnicodeEncoding(false, false, true).GetString(bytes.AsSpan(2)), fileName), "UTF-16, little endian"),
                [0xFE, 0xFF, ..] => (NoBinary(new UnicodeEncoding(true, false, true).GetString(bytes.AsSpan(2)), fileName), "UTF-16, big endian"),
                _ => (NoBinary(new UTF8Encoding(false, true).GetString(bytes), fileName), "UTF-8"),
            };
        }
        catch (DecoderFallbackException e)
        {
            bool marked = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];
            if (!marked)
            {
                NoBinary(Latin(bytes), fileName);
            }

            return marked || !IsWindows1252(bytes)
                ? throw ReadingFaults.TextEncoding.Because($"The bytes are neither UTF-8 nor plainly Windows-1252; the first that does not fit is at {e.Index}.", fileName, inner: e)
                : (Latin(bytes), "Windows-1252");
        }
    }

    /// <summary>Control characters that no text has: a picture, an archive, a PDF.</summary>
    private static string NoBinary(string text, string fileName)
    {
        int controls = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\0' || (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v') && ++controls > 8 + (text.Length / 1000)))
            {
                throw ReadingFaults.Binary.Because($"Character {i} is a control character (U+{(int)c:X4}) that no text has.", fileName);
            }
        }

        return text.StartsWith("%PDF-", StringComparison.Ordinal) || text.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            ? throw ReadingFaults.Binary.Because("The document is a PDF or an archive, not a text.", fileName)
            : text;
    }

    /// <summary>Plainly Windows-1252: only bytes that the code page has, few of them, each one a letter beside a letter or a mark of typography, and no UTF-8 sequence among them.</summary>
    private static bool IsWindows1252(byte[] bytes)
    {
        int high = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            byte b = bytes[i];
            if (b < 0x80)
            {
                continue;
            }

            high++;
            if (b < 0xA0 && HighControls[b - 0x80] == '\0')
            {
                return false;
            }

            bool sequence = b is >= 0xC2 and <= 0xF4 && i + 1 < bytes.Length && bytes[i + 1] is >= 0x80 and <= 0xBF;
            if (sequence)
            {
                return false;
            }
        }

        return high * 5 < bytes.Length;
    }

    private static string Latin(byte[] bytes) => string.Create(bytes.Length, bytes, static (chars, b) =>
    {
        for (int i = 0; i < chars.Length; i++)
        {
            char c = b[i] is >= 0x80 and < 0xA0 ? HighControls[b[i] - 0x80] : (char)b[i];
            chars[i] = c == '\0' && b[i] != 0 ? '\uFFFD' : c;
        }
    });
}
