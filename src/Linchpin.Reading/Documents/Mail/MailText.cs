using Linchpin.Claims;
using Linchpin.Reading.Documents.Html;

namespace Linchpin.Reading.Documents.Mail;

/// <summary>E-mail to text (RFC 5322, MIME): its head, the plain text or else the HTML of its body, quoted replies apart. Attachments are named and not opened.</summary>
internal sealed class MailText
{
    private const int MostParts = 1000;
    private const int DeepestNesting = 32;

    private readonly byte[] _file;
    private readonly string _fileName;
    private readonly ExtractedText _text;
    private readonly List<string> _attached = [];
    private int _parts;

    private MailText(byte[] file, string fileName, long limit)
    {
        (_file, _fileName) = (file, fileName);
        _text = new ExtractedText(limit, fileName);
    }

    internal static ExtractedText Read(byte[] file, string fileName, long limit, CancellationToken cancel)
    {
        var mail = new MailText(file, fileName, limit);
        mail.Read(cancel);
        return mail._text;
    }

    private void Read(CancellationToken cancel)
    {
        (MailHead head, int body) = MailHead.Read(_file, _fileName);
        if (head.Field("From") is null && head.Field("Subject") is null && head.Field("Date") is null)
        {
            throw ReadingFaults.Damaged.Because("The file is named as an e-mail and has none of the fields From, Subject and Date at its head.", _fileName);
        }

        _text.Title = head.Field("Subject") is { Length: > 0 } subject ? subject : null;
        _text.Publisher = head.Field("From");
        _text.Published = head.Date();
        _text.PublishedBasis = _text.Published is null ? null : "Date field of the message";
        Part("title", 0, _text.Title ?? "");
        Part("furniture", 0, string.Join('\n', ((string[])["From", "To", "Cc", "Date"]).Select(f => (f, head.Field(f))).Where(f => f.Item2 is not null).Select(f => $"{f.f}: {f.Item2}")));
        foreach ((MailHead of, string words, int number) in Bodies(head, body, cancel))
        {
            Words(of, words, number, cancel);
        }

        if (_attached.Count > 0)
        {
            _text.Notes.Add($"{_attached.Count} attachments were not opened: {Shown.Short(string.Join(", ", _attached), 200)}");
        }
    }

    /// <summary>The texts to read, each with its head: of alternatives the plain one, else the HTML.</summary>
    private List<(MailHead Head, string Words, int Number)> Bodies(MailHead first, int firstBody, CancellationToken cancel)
    {
        var found = new List<(MailHead Head, string Words, int Number)>();
        var open = new Stack<(MailHead Head, int From, int To, int Depth, int Group)>();
        var groups = new Dictionary<int, int>();
        open.Push((first, firstBody, _file.Length, 0, -1));
        while (open.TryPop(out (MailHead Head, int From, int To, int Depth, int Group) part))
        {
            cancel.ThrowIfCancellationRequested();
            string kind = part.Head.Kind("Content-Type") ?? "text/plain";
            if (kind.StartsWith("multipart/", StringComparison.Ordinal) && part.Head.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
            {
                if (part.Depth >= DeepestNesting)
                {
                    throw ReadingFaults.TooDeep.Because($"Parts of the message are nested more than {DeepestNesting} deep.", _fileName);
                }

                int group = kind == "multipart/alternative" ? part.From : part.Group;
                foreach ((int from, int to) in Split(part.From, part.To, boundary).AsEnumerable().Reverse())
                {
                    (MailHead head, int body) = MailHead.Read(_file.AsSpan(from, to - from), _fileName);
                    open.Push((head, from + body, to, part.Depth + 1, group));
                }

                continue;
            }

            _parts++;
            string? name = part.Head.Parameter("Content-Disposition", "filename") ?? part.Head.Parameter("Content-Type", "name");
            if (kind is not ("text/plain" or "text/html") || part.Head.Kind("Content-Disposition") == "attachment")
            {
                _attached.Add(name ?? kind);
                continue;
            }

            byte[] bytes = MailBody.Decoded(_file.AsSpan(part.From, part.To - part.From), part.Head.Kind("Content-Transfer-Encoding"));
            string charset = part.Head.Parameter("Content-Type", "charset") ?? "us-ascii";
            string words = MailBody.Text(bytes, charset)
                ?? throw ReadingFaults.TextEncoding.Because($"Part {_parts} is said to be in '{Shown.Short(charset, 40)}', and is not or cannot be read so.", _fileName);
            if (string.IsNullOrWhiteSpace(words))
            {
                continue;
            }

            // Of alternatives one is read: the plain text, which has nothing hidden.
            if (part.Group >= 0 && groups.TryGetValue(part.Group, out int known))
            {
                bool better = kind == "text/plain" && found[known].Head.Kind("Content-Type") == "text/html";
                found[known] = better ? (part.Head, words, _parts) : found[known];
                continue;
            }

            if (part.Group >= 0)
            {
                groups.Add(part.Group, found.Count);
            }

            found.Add((part.Head, words, _parts));
        }

        return found;
    }

    /// <summary>Pieces between the lines of a boundary.</summary>
    private List<(int From, int To)> Split(int from, int to, string boundary)
    {
        byte[] mark = System.Text.Encoding.UTF8.GetBytes("--" + boundary);
        var pieces = new List<(int, int)>();
        int begun = -1;
        for (int at = from; at < to;)
        {
            int step = _file.AsSpan(at, to - at).IndexOf(mark);
            int found = step < 0 ? to : at + step;
            bool atLine = found == to || found == from || _file[found - 1] == '\n';
            if (atLine)
            {
                if (begun >= 0 && found > begun)
                {
                    pieces.Add((begun, found));
                }

                if (pieces.Count > MostParts)
                {
                    throw ReadingFaults.TooLarge.Because($"The message has more than {MostParts} parts, which is the limit.", _fileName);
                }

                int after = found + mark.Length;
                bool last = after + 1 < to && _file[after] == '-' && _file[after + 1] == '-';
                int line = found < to ? _file.AsSpan(found, to - found).IndexOf((byte)'\n') : -1;
                begun = last || line < 0 ? -1 : found + line + 1;
                at = begun < 0 ? to : begun;
                continue;
            }

            at = found + mark.Length;
        }

        return pieces;
    }

    private void Words(MailHead head, string words, int number, CancellationToken cancel)
    {
        ReadableText readable = head.Kind("Content-Type") == "text/html" ? HtmlText.Read(words, _fileName) : ReadableText.Plain(words);
        bool quoted = false;
        foreach (Block block in Blocks.Cut(readable))
        {
            cancel.ThrowIfCancellationRequested();
            string text = readable.Clean[block.Start..block.End];
            quoted |= BeginsQuotation(text);
            bool line = text[0] == '>';
            Part(quoted || line ? "quotation" : KindOf(block.Mark), number, text);
        }
    }

    private static string KindOf(BlockMark mark) => mark switch
    {
        BlockMark.Title or BlockMark.Heading => "heading",
        BlockMark.Item => "item",
        BlockMark.Caption => "caption",
        BlockMark.Furniture => "furniture",
        BlockMark.Sidebar => "sidebar",
        BlockMark.Table => "table",
        _ => "paragraph",
    };

    /// <summary>What mail programs write above the message that is replied to; everything below it is that message.</summary>
    private static bool BeginsQuotation(string block) =>
        (block.Length < 300 && block.StartsWith("On ", StringComparison.Ordinal) && block.EndsWith("wrote:", StringComparison.Ordinal))
        || block.StartsWith("-----Original Message", StringComparison.OrdinalIgnoreCase)
        || block.StartsWith("---------- Forwarded message", StringComparison.OrdinalIgnoreCase)
        || (block.StartsWith("From:", StringComparison.Ordinal) && block.Contains("\nSent:", StringComparison.Ordinal));

    private void Part(string kind, int number, string words)
    {
        _text.Begin();
        _text.Add(words.AsSpan().Trim());
        _text.End(kind, number);
    }
}
