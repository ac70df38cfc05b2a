using System.Globalization;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Mail;

/// <summary>The fields at the head of a message or of one of its parts (RFC 5322, RFC 2045, RFC 2047), unfolded and decoded.</summary>
internal sealed class MailHead
{
    private const int MostFields = 2000;
    private const int LongestField = 1 << 16;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads fields up to the first empty line; says where the body begins.</summary>
    internal static (MailHead Head, int Body) Read(ReadOnlySpan<byte> part, string fileName)
    {
        var head = new MailHead();
        string? name = null;
        var value = new StringBuilder();
        int at = 0, fields = 0;
        while (at < part.Length)
        {
            int newline = part[at..].IndexOf((byte)'\n');
            int end = newline < 0 ? part.Length : at + newline;
            ReadOnlySpan<byte> line = part[at..end].TrimEnd((byte)'\r');
            at = newline < 0 ? part.Length : end + 1;
            if (line.IsEmpty)
            {
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t')
            {
                value.Append(' ').Append(Encoding.UTF8.GetString(line).Trim());
            }
            else
            {
                head.Keep(name, value);
                int colon = line.IndexOf((byte)':');
                name = colon > 0 ? Encoding.ASCII.GetString(line[..colon]).Trim() : null;
                value.Clear().Append(colon > 0 ? Encoding.UTF8.GetString(line[(colon + 1)..]).Trim() : "");
                fields++;
            }

            if (fields > MostFields || value.Length > LongestField)
            {
                throw ReadingFaults.TooLarge.Because($"The head of the message has more than {MostFields} fields, or one of more than {LongestField} characters.", fileName);
            }
        }

        head.Keep(name, value);
        return (head, at);
    }

    /// <summary>The first field of that name, decoded; <see langword="null"/> where there is none.</summary>
    internal string? Field(string name) => _fields.TryGetValue(name, out string? value) ? Decoded(value).Trim() : null;

    /// <summary>The value of a field before its first semicolon, lower case.</summary>
    internal string? Kind(string name) => _fields.TryGetValue(name, out string? value) ? value.Split(';', 2)[0].Trim().ToLowerInvariant() : null;

    /// <summary>A parameter of a field, as <c>charset</c> of <c>Content-Type</c>; RFC 2231's one-piece form included.</summary>
    internal string? Parameter(string field, string name)
    {
        if (!_fields.TryGetValue(field, out string? value))
        {
            return null;
        }

        for (int at = 0; (at = value.IndexOf(name, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += name.Length)
        {
            ReadOnlySpan<char> rest = value.AsSpan(at + name.Length);
            bool begins = at > 0 && value[at - 1] is ';' or ' ' or '\t';
            bool extended = rest.StartsWith("*");
            rest = (extended ? rest[1..] : rest).TrimStart();
            if (!begins || !rest.StartsWith("="))
            {
                continue;
            }

            rest = rest[1..].TrimStart();
            bool quoted = rest.StartsWith("\"");
            int end = quoted ? rest[1..].IndexOf('"') : rest.IndexOfAny(';', ' ');
            string words = (quoted ? (end < 0 ? rest[1..] : rest.Slice(1, end)) : end < 0 ? rest : rest[..end]).ToString();
            return extended ? Uri.UnescapeDataString(words[(words.LastIndexOf('\'') + 1)..]) : Decoded(words);
        }

        return null;
    }

    /// <summary>The day of the Date field in the sender's own zone; <see langword="null"/> where it is missing or no calendar has it.</summary>
    internal PartialDate? Date()
    {
        string[] words = (Field("Date") ?? "").Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 2 < words.Length; i++)
        {
            int month = words[i + 1].Length >= 3 ? Array.IndexOf(Months, words[i + 1][..3].ToLowerInvariant()) + 1 : 0;
            if (month > 0 && int.TryParse(words[i], NumberStyles.None, CultureInfo.InvariantCulture, out int day) && int.TryParse(words[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is > 1900 and < 2200)
            {
                return PartialDate.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"), out PartialDate date) ? date : null;
            }
        }

        return null;
    }

    private void Keep(string? name, StringBuilder value)
    {
        if (name is not null)
        {
            _fields.TryAdd(name, value.ToString());
        }
    }

    /// <summary>Encoded words, <c>=?utf-8?B?…?=</c>; one that cannot be decoded stays as it stands.</summary>
    private static string Decoded(string value)
    {
        var words = new StringBuilder(value.Length);
        int from = 0;
        bool afterWord = false;
        for (int at; (at = value.IndexOf("=?", from, StringComparison.Ordinal)) >= 0;)
        {
            int charset = value.IndexOf('?', at + 2);
            int end = charset > 0 && charset + 3 <= value.Length ? value.IndexOf("?=", charset + 3, StringComparison.Ordinal) : -1;
            string? decoded = end > 0 && value[charset + 2] == '?' ? Word(value[(at + 2)..charset], value[charset + 1], value.AsSpan(charset + 3, end - charset - 3)) : null;
            if (decoded is null)
            {
                words.Append(value, from, at + 2 - from);
                from = at + 2;
                afterWord = false;
                continue;
            }

            // White space between two encoded words only folds the line.
            ReadOnlySpan<char> between = value.AsSpan(from, at - from);
            words.Append(afterWord && between.IsWhiteSpace() ? default : between).Append(decoded);
            from = end + 2;
            afterWord = true;
        }

        words.Append(value, from, value.Length - from);
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = char.IsControl(words[i]) ? ' ' : words[i];
        }

        return words.ToString();
    }

    private static string? Word(string charset, char encoding, ReadOnlySpan<char> words)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(words.ToString().Replace('_', encoding is 'q' or 'Q' ? ' ' : '_'));
        byte[]? decoded = encoding is 'b' or 'B' ? MailBody.Base64(bytes) : encoding is 'q' or 'Q' ? MailBody.QuotedPrintable(bytes) : null;
        int language = charset.IndexOf('*', StringComparison.Ordinal);
        return decoded is null ? null : MailBody.Text(decoded, language < 0 ? charset : charset[..language]);
    }
}
