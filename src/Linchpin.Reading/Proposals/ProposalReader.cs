using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Reading.Documents;

namespace Linchpin.Reading.Proposals;

/// <summary>Reads one proposal after another and holds each to the document and the vocabulary.</summary>
internal sealed class ProposalReader(Document document, ReadableText text, IReadOnlyList<Claim> known)
{
    /// <summary>The sorts of event that may be proposed.</summary>
    internal static readonly string[] EventTypes = ["meeting", "summit", "signing", "launch", "announcement", "publication", "exercise", "visit", "other"];

    private const int LongestQuote = 1000, LongestName = 200, MostNames = 40;

    private static readonly string[] Kinds = ["mechanism", "event", "commitment", "recommendation", "risk", "person-role"];

    private readonly KnownParties _parties = new(text.Clean, known);
    private readonly List<(string Kind, Place Place)> _told =
        [.. known.Where(c => c.Source is DocumentSource d && d.Document == document.Id).Select(c => (c.Subject.Kind, d: ((DocumentSource)c.Source).At)).Distinct().Select(c => (c.Kind, new Place(c.d.Start, c.d.End)))];

    private readonly HashSet<EntityId> _subjects = [.. known.Select(c => c.Subject)];
    private readonly List<Func<Author, Claim>> _claims = [];

    internal int Taken { get; private set; }

    internal static string? KindOf(JsonElement proposal) =>
        proposal.ValueKind == JsonValueKind.Object && proposal.TryGetProperty("kind", out JsonElement kind) && kind.ValueKind == JsonValueKind.String ? kind.GetString() : null;

    internal List<Claim> Claims(Author author) => [.. _claims.Select(make => make(author)).DistinctBy(c => c.Id)];

    /// <summary>Takes a proposal whole, or says why not.</summary>
    internal RefusedProposal? Take(JsonElement proposal, Place part)
    {
        string quote = "";
        try
        {
            string kind = KindOf(proposal) ?? throw new Refusal("not of the form that was asked for");
            quote = Text(proposal, "quote", LongestQuote) ?? throw new Refusal("no quote");
            if (!Kinds.Contains(kind, StringComparer.Ordinal))
            {
                throw new Refusal("a kind that is not asked for");
            }

            Place place = Find(proposal, quote, part);
            string subject = kind == "person-role" ? "role" : kind;
            if (_told.Any(t => t.Kind == subject && Same(t.Place, place)))
            {
                throw new Refusal("the record has it already");
            }

            var made = new ProposedClaims(document, text.Source, place, proposal, this);
            _claims.AddRange(made.Of(kind));
            _told.Add((subject, place));
            Taken++;
            return null;
        }
        catch (Refusal e)
        {
            return new RefusedProposal(e.Message, 1, Shown.Short(quote, 120));
        }
    }

    internal KnownParties Parties => _parties;

    /// <summary>The id of what is proposed by its name, which the record must not have yet.</summary>
    internal EntityId New(EntityId id) => _subjects.Add(id) ? id : throw new Refusal("the record has it already");

    /// <summary>A text field, trimmed; <see langword="null"/> where it is absent, empty or null.</summary>
    internal static string? Text(JsonElement proposal, string field, int most = LongestName)
    {
        if (!proposal.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        string? words = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : throw new Refusal("not of the form that was asked for");
        return words.Length == 0 ? null : words.Length <= most ? words : throw new Refusal($"a {field} that is too long");
    }

    /// <summary>A list of text; empty where it is absent or null.</summary>
    internal static List<string> List(JsonElement proposal, string field)
    {
        if (!proposal.TryGetProperty(field, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() <= MostNames && value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(v => v.GetString()!.Trim()).Where(v => v.Length is > 0 and <= LongestName).Distinct(StringComparer.Ordinal)]
            : throw new Refusal("not of the form that was asked for");
    }

    /// <summary>A date, whose year must stand in the document.</summary>
    internal PartialDate? Date(JsonElement proposal, string field)
    {
        if (Text(proposal, field) is not { } words)
        {
            return null;
        }

        return !PartialDate.TryParse(words, out PartialDate date) ? throw new Refusal("a date that is none")
            : text.Clean.Contains(date.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal) ? date
            : throw new Refusal("a date of a year that the document does not name");
    }

    /// <summary>The place of the quote in the source. A quote stands in the part that was sent, letter for letter, within one block of the page.</summary>
    private Place Find(JsonElement proposal, string quote, Place part)
    {
        if (!quote.Any(char.IsLetter) || quote.Length < 3)
        {
            throw new Refusal("a quote without words");
        }

        int at = text.Clean.IndexOf(quote, part.Start, part.End - part.Start, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new Refusal("a quote that does not stand in the document");
        }

        // Offsets are not asked for. A model that gives them and is wrong is not believed in the rest either.
        if (proposal.TryGetProperty("start", out JsonElement start) | proposal.TryGetProperty("end", out JsonElement end))
        {
            if (!Number(start, out int from) || !Number(end, out int to) || from < 0 || to > part.End - part.Start || to - from != quote.Length
                || string.CompareOrdinal(text.Clean, part.Start + from, quote, 0, quote.Length) != 0)
            {
                throw new Refusal("offsets at which the quote does not stand");
            }

            at = part.Start + from;
        }

        int last = at + quote.Length;
        bool across = quote.Contains("\n\n", StringComparison.Ordinal) || quote.Contains("\r\n\r\n", StringComparison.Ordinal)
            || (text.Marked.Count > 0 && !text.Marked.Any(b => b.Start <= at && last <= b.End));
        return across ? throw new Refusal("a quote across paragraphs") : new Place(text.SourceStart(at), text.SourceEnd(last));
    }

    private static bool Number(JsonElement value, out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }

    // Half of the shorter in common, and not a small part of the longer, is the same passage.
    private static bool Same(Place a, Place b)
    {
        int common = Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);
        int shorter = Math.Min(a.End - a.Start, b.End - b.Start), longer = Math.Max(a.End - a.Start, b.End - b.Start);
        return common * 2 >= shorter && common * 100 >= longer * 15;
    }
}

/// <summary>Why a proposal is not taken.</summary>
internal sealed class Refusal(string reason) : Exception(reason);
