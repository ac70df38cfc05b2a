using System.Text;

namespace Linchpin.Reading.Documents.Mail;

/// <summary>The body of a message or of a part: how it was made fit to be sent, undone (RFC 2045), and its bytes as text.</summary>
internal static class MailBody
{
    /// <summary>The bytes that were sent.</summary>
    internal static byte[] Decoded(ReadOnlySpan<byte> body, string? encoding) => encoding switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body),
        _ => body.ToArray(),
    };

    /// <summary>Base64 with anything between that is none of its letters.</summary>
    internal static byte[] Base64(ReadOnlySpan<byte> body)
    {
        var bytes = new List<byte>(body.Length * 3 / 4);
        int held = 0, bits = 0;
        foreach (byte b in body)
        {
            int six = b switch
            {
                >= (byte)'A' and <= (byte)'Z' => b - 'A',
                >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            if (six < 0)
            {
                continue;
            }

            held = ((held << 6) | six) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
            }
        }

        return [.. bytes];
    }

    internal static byte[] QuotedPrintable(ReadOnlySpan<byte> body)
    {
        var bytes = new List<byte>(body.Length);
        for (int i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add(body[i]);
            }
            else if (i + 2 < body.Length && char.IsAsciiHexDigit((char)body[i + 1]) && char.IsAsciiHexDigit((char)body[i + 2]))
            {
                bytes.Add((byte)((Hex(body[i + 1]) << 4) | Hex(body[i + 2])));
                i += 2;
            }
            else
            {
                // A line that goes on: nothing but white space up to its end.
                int end = i + 1;
                while (end < body.Length && body[end] is (byte)' ' or (byte)'\t' or (byte)'\r')
                {
                    end++;
                }

                i = end < body.Length && body[end] == '\n' ? end : end == body.Length ? end : i;
            }
        }

        return [.. bytes];

        static int Hex(byte b) => b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
    }

    /// <summary>Bytes as text; <see langword="null"/> where the character set is not known, or is not what the bytes are in.</summary>
    internal static string? Text(byte[] bytes, string? charset)
    {
        try
        {
            string text = Of(charset).GetString(bytes);
            return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\0', ' ');
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }

        // ASCII and an unstated set are read as UTF-8, which holds both; where that does not fit, as Windows-1252, which senders mean.
        Encoding Of(string? name)
        {
            bool plain = name is null || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
            if (plain)
            {
                return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
            }

            string known = name!.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) ? "windows-1252" : name;
            return CodePagesEncodingProvider.Instance.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(known, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
    }
}
