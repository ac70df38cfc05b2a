using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin;

/// <summary>A conflict as JSON, the same on the command line and in the API.</summary>
internal static class ConflictJson
{
    /// <summary>Writes the conflict as one object: subject, property, class, and the sides with their claims.</summary>
    public static void Write(Utf8JsonWriter json, Conflict conflict, View view)
    {
        json.WriteStartObject();
        json.WriteString("subject", conflict.Subject.ToString());
        json.WriteString("subjectName", conflict.SubjectName);
        json.WriteString("property", conflict.Property.Id);
        json.WriteStartArray("sides");
        foreach (ConflictSide side in conflict.Sides)
        {
            json.WriteStartObject();
            json.WritePropertyName("value");
            ClaimJson.Write(json, side.Value);
            json.WriteStartArray("claims");
            foreach (HeldClaim held in side.Claims)
            {
                HeldClaimJson.Write(json, held, view);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
