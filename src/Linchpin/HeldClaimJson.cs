using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin;

/// <summary>A claim of a view as JSON, the same on the command line and in the API: resolved names, clocks, standing, source with its passage.</summary>
internal static class HeldClaimJson
{
    /// <summary>Writes the claim as one object.</summary>
    public static void Write(Utf8JsonWriter json, HeldClaim held, View view)
    {
        Claim claim = held.Claim;
        json.WriteStartObject();
        json.WriteString("id", claim.Id);
        json.WriteString("subject", held.Subject.ToString());
        json.WriteString("subjectName", view.NameOf(held.Subject));
        json.WriteString("property", claim.Property);
        json.WritePropertyName("value");
        ClaimJson.Write(json, held.Value);
        json.WriteString("display", held.Value is EntityValue e ? view.NameOf(e.Id) : held.Value.Display);
        Date(json, "from", claim.Valid.From);
        Date(json, "to", claim.Valid.To);
        Date(json, "published", held.Published);
        json.WriteString("recorded", held.Recorded.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("dated", held.Dated.ToString().ToLowerInvariant());
        json.WriteString("standing", held.Standing.ToString().ToLowerInvariant());
        json.WriteStartObject("source");
        switch (claim.Source)
        {
            case DocumentSource d:
                json.WriteString("document", d.Document.ToString());
                json.WriteString("file", view.Document(d.Document)?.FileName);
                json.WriteNumber("start", d.At.Start);
                json.WriteNumber("end", d.At.End);
                json.WriteString("quoteHash", d.At.QuoteHash);
                json.WriteString("quote", held.Quote);
                break;
            case DatasetSource d:
                json.WriteString("dataset", d.Dataset.ToString());
                json.WriteString("version", d.Version);
                json.WriteString("derivation", d.Derivation);
                break;
        }

        json.WriteEndObject();
        json.WriteStartObject("author");
        json.WriteString("kind", claim.Author.Kind.ToString().ToLowerInvariant());
        json.WriteString("name", claim.Author.Name);
        json.WriteString("version", claim.Author.Version);
        json.WriteEndObject();
        if (claim.Confidence is { } confidence)
        {
            json.WriteNumber("confidence", confidence);
        }

        json.WritePropertyName("handling");
        ClaimJson.Write(json, claim.Handling);
        json.WriteEndObject();
    }

    private static void Date(Utf8JsonWriter json, string name, PartialDate? date)
    {
        if (date is { } d)
        {
            json.WriteString(name, d.ToString());
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
