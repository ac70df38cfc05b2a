using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Exports;

/// <summary>The claims and sources of a view as CSV (RFC 4180, UTF-8, a header line): one column for each part of a value, source, clock and label, with reader and days in every row.</summary>
/// <remarks>An empty cell is what the record does not say. Numbers are written plainly with a point; words of others are made safe for spreadsheets and terminals.</remarks>
internal static class ClaimsCsv
{
    /// <summary>Writes every claim of the view, in the order they were recorded.</summary>
    internal static void WriteClaims(View view, TextWriter to, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        Head(to, ["id", "subject", "subject name", "property", "value type", "value", "number", "unit", "base", "currency", "prices", "year", "value entity", "holds from", "holds to", "published", "recorded",
            "source", "source title", "source version", "first character", "one past last character", "quote hash", "quote", "calculation", "author", "author kind", "author version", "confidence",
            "standing", "certain by its dates", .. Label, .. Asked]);
        long written = 0;
        foreach (HeldClaim held in view.EachClaim(new ClaimFilter()))
        {
            cancel.ThrowIfCancellationRequested();
            Claim claim = held.Claim;
            var at = (claim.Source as DocumentSource)?.At;
            var table = claim.Source as DatasetSource;
            Row(to, [
                claim.Id, held.Subject.ToString(), Words(view.NameOf(held.Subject)), claim.Property, .. Parts(view, held.Value),
                claim.Valid.From?.ToString(), claim.Valid.To?.ToString(), held.Published?.ToString(), Instant(held.Recorded),
                claim.Source.Of.ToString(), Words(view.NameOf(claim.Source.Of)), table?.Version, Number(at?.Start), Number(at?.End), at?.QuoteHash, Words(held.Quote), Words(table?.Derivation),
                Words(claim.Author.Name), claim.Author.Kind.ToString().ToLowerInvariant(), Words(claim.Author.Version), Number(claim.Confidence),
                held.Standing.ToString().ToLowerInvariant(), held.Dated == Certainty.Yes ? "yes" : "no", .. Labels(claim.Handling), .. Days(view)]);
            progress?.Report(++written);
        }
    }

    /// <summary>Writes the documents and datasets that the view shows.</summary>
    internal static void WriteSources(View view, TextWriter to)
    {
        Head(to, ["id", "kind", "title", "publisher", "published", "published by what", "file", "media type", "genre", "content hash or version", "citation", "unit", "prices", "year", "classification", "licence", .. Label, .. Asked]);
        foreach (Document d in view.Citations())
        {
            Row(to, [d.Id.ToString(), "document", Words(d.Title), Words(d.Publisher), d.Published?.ToString(), Words(d.PublishedBasis), Words(d.FileName), Words(d.MediaType), Words(d.Genre), d.ContentHash,
                null, null, null, null, null, null, .. Labels(d.Handling), .. Days(view)]);
        }

        foreach (Dataset d in view.Datasets())
        {
            Row(to, [d.Id.ToString(), "dataset", Words(d.Title), Words(d.Publisher), d.Published?.ToString(), null, null, null, null, d.Version, Words(d.Citation), Words(d.Unit), Words(d.Prices), Number(d.Year),
                Words(d.Classification), Words(d.Licence), .. Labels(d.Handling), .. Days(view)]);
        }
    }

    /// <summary>Writes the judgements that the view shows.</summary>
    internal static void WriteJudgements(View view, TextWriter to)
    {
        Head(to, ["id", "act", "on", "into", "reason", "author", "author kind", "recorded", "undone", .. Label, .. Asked]);
        foreach (HeldJudgement held in view.Judgements())
        {
            Judgement j = held.Judgement;
            Row(to, [held.Id, j.Act.ToString().ToLowerInvariant(), j.On, j.Into, Words(j.Reason), Words(j.By.Name), j.By.Kind.ToString().ToLowerInvariant(), Instant(held.Recorded), held.Undone ? "yes" : "no",
                .. Labels(j.Handling), .. Days(view)]);
        }
    }

    private static readonly string[] Label = ["owner", "TLP", "releasable to", "held until"];

    private static readonly string[] Asked = ["seen by", "held on", "published by", "known by"];

    private static string?[] Parts(View view, Value value) => value switch
    {
        TextValue v => ["text", Words(v.Words), null, null, null, null, null, null, null],
        QuantityValue v => ["quantity", Words(v.Display), Number(v.Amount), Words(v.Unit), null, null, null, null, null],
        ShareValue v => ["share", Words(v.Display), Number(v.Part), null, Words(v.Base), null, null, null, null],
        MoneyValue v => ["money", Words(v.Display), v.Amount.ToString(CultureInfo.InvariantCulture), null, null, Words(v.Currency), Words(v.Prices), Number(v.Year), null],
        DateValue v => ["date", v.On.ToString(), null, null, null, null, null, null, null],
        EntityValue v => ["entity", Words(view.NameOf(v.Id)), null, null, null, null, null, null, v.Id.ToString()],
        UnknownValue v => ["unknown", Words(v.Why), null, null, null, null, null, null, null],
        NotApplicableValue v => ["not-applicable", Words(v.Why), null, null, null, null, null, null, null],
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static string?[] Labels(Handling label) =>
        [Words(label.Owner), label.Tlp?.Display(), label.ReleasableTo is { } list ? Words(list.Count == 0 ? "nobody" : string.Join("; ", list)) : null, Day(label.HoldUntil)];

    private static string?[] Days(View view) => [Words(view.Reader.Name), Day(view.AsOf.Valid), Day(view.AsOf.PublishedBy), Day(view.AsOf.KnownBy)];

    private static void Head(TextWriter to, params ReadOnlySpan<string> names) => Row(to, [.. names]);

    // Ids, numbers and days are ours and hold no comma; all else has come through Words.
    private static void Row(TextWriter to, params ReadOnlySpan<string?> cells)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            to.Write(i > 0 ? "," : "");
            to.Write(cells[i]);
        }

        to.Write("\r\n");
    }

    private static string Words(string? text) => CsvCell.Of(text);

    private static string? Number(double? number) => number?.ToString("R", CultureInfo.InvariantCulture);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
