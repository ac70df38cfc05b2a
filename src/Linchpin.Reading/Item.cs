using System.Text.Encodings.Web;
using System.Text.Json;

namespace Linchpin.Reading;

/// <summary>One thing found in a document: an actor, mechanism, event, commitment, recommendation, risk, person-role or zone, with its passage.</summary>
/// <remarks>
/// <para><b>Place:</b> <see cref="Start"/> and <see cref="End"/> count UTF-16 code units of the decoded source; <see cref="Quote"/> is exactly that piece of it.</para>
/// <para><b>Missing:</b> a field that does not apply to the kind, or that the document does not state, is <see langword="null"/> or empty and is not written.</para>
/// <para><b>Names:</b> countries are ISO 3166 alpha-3 codes, all others canonical ids in lower case with hyphens.</para>
/// </remarks>
public sealed record Item(string Kind, string Source, int Start, int End, string Quote)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The pieces of the passage, in order, where a page header or a note stands inside the sentence; empty where it is unbroken.</summary>
    public IReadOnlyList<Place> Segments { get; init; } = [];

    /// <summary>Canonical id, for an actor or a mechanism.</summary>
    public string? Canonical { get; init; }

    /// <summary>Name, for an actor or a mechanism.</summary>
    public string? Name { get; init; }

    /// <summary>Every form of the name in this document.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Every place that names it, by its start.</summary>
    public IReadOnlyList<Place> Mentions { get; init; } = [];

    /// <summary>Which sort of its kind: country, government-body, dialogue, framework …</summary>
    public string? Type { get; init; }

    /// <summary>The country that a body belongs to, alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Members of a mechanism as the document names them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>When a mechanism was established, where the document says so; ISO 8601 cut to what is stated.</summary>
    public string? Established { get; init; }

    /// <summary>The zone, for a zone.</summary>
    public string? Zone { get; init; }

    /// <summary>Which sort of event: meeting, summit, signing, launch, announcement, publication, exercise …</summary>
    public string? EventType { get; init; }

    /// <summary>The mechanism that an event or a commitment belongs to, by canonical id.</summary>
    public string? Mechanism { get; init; }

    /// <summary>The date as the document words it.</summary>
    public string? DateAsWritten { get; init; }

    /// <summary>The date, ISO 8601 cut to what is stated; <see langword="null"/> where the document does not date it.</summary>
    public string? Date { get; init; }

    /// <summary><c>year</c>, <c>month</c>, <c>day</c> or <c>none</c>.</summary>
    public string? Precision { get; init; }

    /// <summary>Where an event took place, as written.</summary>
    public string? Place { get; init; }

    /// <summary>Who took part in an event.</summary>
    public IReadOnlyList<string> Participants { get; init; } = [];

    /// <summary>Which in its series an event is: 10 for the tenth.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Who is bound by a commitment.</summary>
    public IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Who should do what is recommended.</summary>
    public IReadOnlyList<string> WhoShould { get; init; } = [];

    /// <summary>What was promised, advised or feared: the source's words without line breaks.</summary>
    public string? What { get; init; }

    /// <summary>How a commitment was made: agreed, pledged, announced, signed, launched, stated, done, intended, negotiating.</summary>
    public string? Act { get; init; }

    /// <summary>Start of the passage of the event at which a commitment was made; <see langword="null"/> where none is told.</summary>
    public int? EventStart { get; init; }

    /// <summary>By when a commitment is to be kept, where stated.</summary>
    public string? Due { get; init; }

    /// <summary>Whose words they are, where they are not the document's own.</summary>
    public string? Attribution { get; init; }

    /// <summary>Sectors of co-operation by the controlled list.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>What a risk is about: countries, mechanisms, sectors.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The person of a person-role.</summary>
    public string? Person { get; init; }

    /// <summary>The office of a person-role, as written.</summary>
    public string? Role { get; init; }

    /// <summary>The body or country of a person-role, as written.</summary>
    public string? Body { get; init; }

    /// <summary>How sure the reader is, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>The item as one JSON object on one line, in the fields of the marked-up examples.</summary>
    public string ToJsonLine()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteString("source", Source);
            json.WriteString("quote", Quote);
            json.WriteNumber("start", Start);
            json.WriteNumber("end", End);
            Places(json, "segments", Segments);
            Text(json, "zone", Zone);
            Text(json, "canonical", Canonical);
            Text(json, "name", Name);
            List(json, "aliases", Aliases);
            Text(json, "type", Type);
            Text(json, "country", Country);
            List(json, "members", Members, Kind == "mechanism");
            Text(json, "established", Established);
            Places(json, "mentions", Mentions);
            Text(json, "event_type", EventType);
            Text(json, "mechanism", Mechanism);
            Text(json, "date_as_written", DateAsWritten);
            if (Kind is "event" or "commitment")
            {
                json.WriteString("date", Date);
                json.WriteString("precision", Precision ?? "none");
            }

            Text(json, "place", Place);
            List(json, "participants", Participants, Kind == "event");
            if (Ordinal is { } ordinal)
            {
                json.WriteNumber("ordinal", ordinal);
            }

            List(json, "who", Who, Kind == "commitment");
            List(json, "who_should", WhoShould, Kind == "recommendation");
            Text(json, Kind == "risk" ? "text" : "what", What);
            Text(json, "act", Act);
            Text(json, "due", Due);
            Text(json, "attribution", Attribution);
            List(json, "sectors", Sectors, Kind is "commitment" or "recommendation");
            List(json, "about", About);
            Text(json, "person", Person);
            Text(json, "role", Role);
            Text(json, "body", Body);
            if (Confidence is { } confidence)
            {
                json.WriteNumber("confidence", confidence);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyList<string> values, bool always = false)
    {
        if (values.Count > 0 || always)
        {
            json.WriteStartArray(name);
            foreach (string value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
    }

    private static void Places(Utf8JsonWriter json, string name, IReadOnlyList<Place> places)
    {
        if (places.Count > 0)
        {
            json.WriteStartArray(name);
            foreach (Place place in places)
            {
                json.WriteStartObject();
                json.WriteNumber("start", place.Start);
                json.WriteNumber("end", place.End);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }
}

/// <summary>A piece of the decoded source, in UTF-16 code units.</summary>
/// <param name="Start">First code unit, from 0.</param>
/// <param name="End">One past the last.</param>
public readonly record struct Place(int Start, int End);

/// <summary>A part of the page that is not prose.</summary>
/// <param name="Kind"><c>title</c>, <c>subtitle</c>, <c>heading</c>, <c>furniture</c>, <c>caption</c>, <c>footnotes</c>, <c>name-list</c>, <c>urls</c>, <c>author-bios</c>, <c>boilerplate</c>, <c>sidebar</c>, <c>table</c>, <c>quotation</c> (a message replied to).</param>
/// <param name="Start">First code unit of the decoded source.</param>
/// <param name="End">One past the last.</param>
public sealed record Zone(string Kind, int Start, int End);
