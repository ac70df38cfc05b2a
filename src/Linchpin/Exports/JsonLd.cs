using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Exports;

/// <summary>A view as JSON-LD 1.1 (W3C 2020) in the terms of PROV-O (W3C 2013): sources, claims and judgements as entities, readings and calculations as activities, people and programs as agents.</summary>
/// <remarks>
/// <para>The context stands in the file; nothing is fetched. What PROV-O has no word for is under <c>lp:</c> (<c>urn:linchpin:</c>): a claim's passage and dates, its standing, its handling (TLP 2.0).</para>
/// <para>A claim is an <c>rdf:Statement</c>: it is quoted, not asserted. One node is in memory at a time.</para>
/// </remarks>
internal sealed class JsonLd : IDisposable
{
    private const int FlushAt = 1 << 16;

    private static readonly (string Prefix, string Iri)[] Context =
    [
        ("prov", "http://www.w3.org/ns/prov#"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("dcterms", "http://purl.org/dc/terms/"), ("owl", "http://www.w3.org/2002/07/owl#"), ("lp", "urn:linchpin:"),
    ];

    private readonly View _view;
    private readonly Utf8JsonWriter _json;
    private readonly CancellationToken _cancel;

    private JsonLd(View view, Stream to, CancellationToken cancel) => (_view, _json, _cancel) =
        (view, new Utf8JsonWriter(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = false }), cancel);

    /// <summary>Writes the view.</summary>
    internal static void Write(View view, Stream to, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        using var file = new JsonLd(view, to, cancel);

        // What a model proposes and nobody accepted is in no view: for others than the owner neither is that it was proposed.
        IEnumerable<HeldJudgement> judgements = view.Judgements().Where(j => view.Reader.Owner || j.Judgement.Act != JudgementAct.Propose || view.Claim(j.Judgement.On) is { Standing: not Standing.Proposed });
        file.Write(view.Citations(), view.Datasets(), view.EachClaim(new ClaimFilter()), judgements, progress);
    }

    /// <summary>Writes some claims of the view, with their sources and the judgements on them.</summary>
    internal static void Write(View view, Cited cited, Stream to)
    {
        using var file = new JsonLd(view, to, CancellationToken.None);
        HashSet<string> ids = [.. cited.Claims.Select(c => c.Claim.Id)];
        file.Write(cited.Documents, cited.Datasets, cited.Claims, view.Judgements().Where(j => !j.Judgement.OnEntities && ids.Contains(j.Judgement.On)), null);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void Write(IEnumerable<Document> documents, IEnumerable<Dataset> datasets, IEnumerable<HeldClaim> claims, IEnumerable<HeldJudgement> judgements, IProgress<long>? progress)
    {
        _json.WriteStartObject();
        _json.WriteStartObject("@context");
        foreach ((string prefix, string iri) in Context)
        {
            _json.WriteString(prefix, iri);
        }

        _json.WriteEndObject();
        _json.WriteStartArray("@graph");
        Asked();
        foreach (Document document in documents)
        {
            Source(document);
        }

        foreach (Dataset dataset in datasets)
        {
            Source(dataset);
        }

        long written = 0;
        foreach (HeldClaim held in claims)
        {
            Claim(held);
            progress?.Report(++written);
        }

        foreach (HeldJudgement held in judgements)
        {
            Judgement(held);
        }

        _json.WriteEndArray();
        _json.WriteEndObject();
    }

    private void Asked() => Node("lp:view", ["lp:View"], () =>
    {
        _json.WriteString("lp:reader", _view.Reader.Name);
        Day("lp:heldOn", _view.AsOf.Valid);
        Day("lp:publishedBy", _view.AsOf.PublishedBy);
        Day("lp:knownBy", _view.AsOf.KnownBy);
    });

    private void Source(Document d) => Node(Id(d.Id), ["prov:Entity", "lp:Document"], () =>
    {
        Words("dcterms:title", d.Title ?? d.FileName);
        Words("dcterms:publisher", d.Publisher);
        Date("dcterms:issued", d.Published);
        Words("dcterms:format", d.MediaType);
        Words("dcterms:type", d.Genre);
        _json.WriteString("lp:sha256", d.ContentHash);
        if (_view.EarlierVersion(d.Id) is { } earlier)
        {
            Link("prov:wasRevisionOf", Id(earlier));
        }

        Label(d.Handling);
    });

    private void Source(Dataset d) => Node(Id(d.Id), ["prov:Entity", "lp:Dataset"], () =>
    {
        Words("dcterms:title", d.Title);
        Words("dcterms:publisher", d.Publisher);
        Words("dcterms:bibliographicCitation", d.Citation);
        Words("dcterms:license", d.Licence);
        Date("dcterms:issued", d.Published);
        _json.WriteString("lp:version", d.Version);
        Words("lp:unit", d.Unit);
        Words("lp:prices", d.Prices);
        _json.WriteNumber("lp:year", d.Year);
        Label(d.Handling);
    });

    private void Claim(HeldClaim held)
    {
        Claim claim = held.Claim;
        Node("lp:claim/" + claim.Id, ["prov:Entity", "rdf:Statement"], () =>
        {
            _json.WriteStartObject("rdf:subject");
            _json.WriteString("@id", Id(held.Subject));
            _json.WriteString("rdfs:label", _view.NameOf(held.Subject));
            _json.WriteEndObject();
            Link("rdf:predicate", "lp:property/" + claim.Property);
            Object(held.Value);
            Date("lp:holdsFrom", claim.Valid.From);
            Date("lp:holdsTo", claim.Valid.To);
            Instant("prov:generatedAtTime", held.Recorded);
            Link("prov:wasDerivedFrom", Id(claim.Source.Of));
            Passage(claim.Source, held.Quote);
            Activity(claim);
            Agent("prov:wasAttributedTo", claim.Author);
            if (claim.Confidence is { } confidence)
            {
                _json.WriteNumber("lp:confidence", confidence);
            }

            _json.WriteString("lp:standing", held.Standing.ToString().ToLowerInvariant());
            Label(claim.Handling);
        });
    }

    private void Judgement(HeldJudgement held) => Node("lp:judgement/" + held.Id, ["prov:Entity", "lp:Judgement"], () =>
    {
        Judgement j = held.Judgement;
        _json.WriteString("lp:act", j.Act.ToString().ToLowerInvariant());
        Link("lp:on", j.OnEntities ? Id(EntityId.Parse(j.On)) : (j.Act == JudgementAct.Undo ? "lp:judgement/" : "lp:claim/") + j.On);
        if (j.Into is { } into)
        {
            Link("lp:into", j.OnEntities ? Id(EntityId.Parse(into)) : "lp:claim/" + into);
        }

        _json.WriteString("rdfs:comment", j.Reason);
        Instant("prov:generatedAtTime", held.Recorded);
        Agent("prov:wasAttributedTo", j.By);
        _json.WriteBoolean("lp:undone", held.Undone);
        Label(j.Handling);
    });

    /// <summary>What made the claim: the reading of a document, or a calculation on a dataset. Its node says the same wherever it stands.</summary>
    private void Activity(Claim claim)
    {
        if (claim.Author.Kind == AuthorKind.Person)
        {
            return;
        }

        string derivation = (claim.Source as DatasetSource)?.Derivation ?? "";
        string id = $"{Agent(claim.Author)}\n{claim.Source.Of}\n{derivation}";
        _json.WriteStartObject("prov:wasGeneratedBy");
        _json.WriteString("@id", "lp:activity/" + Claims.Passage.HashOf(id)[..32]);
        Types("prov:Activity", claim.Source is DocumentSource ? "lp:Reading" : "lp:Calculation");
        Link("prov:used", Id(claim.Source.Of));
        Link("prov:wasAssociatedWith", Agent(claim.Author));
        if (derivation.Length > 0)
        {
            _json.WriteString("rdfs:comment", derivation);
        }

        _json.WriteEndObject();
    }

    private void Passage(Source source, string? quote)
    {
        if (source is DocumentSource { At: var at })
        {
            _json.WriteStartObject("lp:passage");
            _json.WriteNumber("lp:start", at.Start);
            _json.WriteNumber("lp:end", at.End);
            _json.WriteString("lp:sha256", at.QuoteHash);
            Words("lp:quote", quote);
            _json.WriteEndObject();
        }
    }

    private void Object(Value value)
    {
        switch (value)
        {
            case EntityValue v:
                Link("rdf:object", Id(v.Id));
                return;
            case TextValue v:
                _json.WriteString("rdf:object", v.Words);
                return;
            case DateValue v:
                Date("rdf:object", v.On);
                return;
        }

        _json.WriteStartObject("rdf:object");
        switch (value)
        {
            case QuantityValue v:
                Types("lp:Quantity");
                Typed("lp:amount", v.Amount.ToString("R", CultureInfo.InvariantCulture), "xsd:double");
                _json.WriteString("lp:unit", v.Unit);
                break;
            case ShareValue v:
                Types("lp:Share");
                Typed("lp:amount", v.Part.ToString("R", CultureInfo.InvariantCulture), "xsd:double");
                _json.WriteString("lp:base", v.Base);
                break;
            case MoneyValue v:
                Types("lp:Money");
                Typed("lp:amount", v.Amount.ToString(CultureInfo.InvariantCulture), "xsd:decimal");
                _json.WriteString("lp:currency", v.Currency);
                _json.WriteString("lp:prices", v.Prices);
                _json.WriteNumber("lp:year", v.Year);
                break;
            case UnknownValue v:
                Types("lp:Unknown");
                _json.WriteString("rdfs:comment", v.Why);
                break;
            case NotApplicableValue v:
                Types("lp:NotApplicable");
                _json.WriteString("rdfs:comment", v.Why);
                break;
            default:
                throw new InvalidOperationException(value.GetType().Name);
        }

        _json.WriteEndObject();
    }

    private void Label(Handling label)
    {
        _json.WriteStartObject("lp:handling");
        _json.WriteString("lp:owner", label.Owner);
        _json.WriteString("lp:tlp", label.Tlp?.Display() ?? "not labelled");
        if (label.ReleasableTo is { } list)
        {
            _json.WriteStartObject("lp:releasableTo");
            _json.WriteStartArray("@list");
            foreach (string name in list)
            {
                _json.WriteStringValue(name);
            }

            _json.WriteEndArray();
            _json.WriteEndObject();
        }

        Day("lp:heldUntil", label.HoldUntil);
        _json.WriteEndObject();
    }

    private void Agent(string term, Author author)
    {
        _json.WriteStartObject(term);
        _json.WriteString("@id", Agent(author));
        Types(author.Kind == AuthorKind.Person ? "prov:Person" : "prov:SoftwareAgent");
        _json.WriteString("rdfs:label", author.Version.Length > 0 ? $"{author.Name} {author.Version}" : author.Name);
        _json.WriteEndObject();
    }

    private void Node(string id, string[] types, Action body)
    {
        _cancel.ThrowIfCancellationRequested();
        _json.WriteStartObject();
        _json.WriteString("@id", id);
        Types(types);
        body();
        _json.WriteEndObject();
        if (_json.BytesPending > FlushAt)
        {
            _json.Flush();
        }
    }

    private void Types(params ReadOnlySpan<string> types)
    {
        _json.WriteStartArray("@type");
        foreach (string type in types)
        {
            _json.WriteStringValue(type);
        }

        _json.WriteEndArray();
    }

    private void Link(string term, string id)
    {
        _json.WriteStartObject(term);
        _json.WriteString("@id", id);
        _json.WriteEndObject();
    }

    private void Words(string term, string? words)
    {
        if (words is not null)
        {
            _json.WriteString(term, words);
        }
    }

    private void Date(string term, PartialDate? date)
    {
        if (date is { } on)
        {
            Typed(term, on.ToString(), on.Precision switch { "day" => "xsd:date", "month" => "xsd:gYearMonth", _ => "xsd:gYear" });
        }
    }

    private void Day(string term, DateOnly? day)
    {
        if (day is { } on)
        {
            Typed(term, on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "xsd:date");
        }
    }

    private void Instant(string term, DateTimeOffset at) => Typed(term, at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), "xsd:dateTime");

    private void Typed(string term, string value, string type)
    {
        _json.WriteStartObject(term);
        _json.WriteString("@value", value);
        _json.WriteString("@type", type);
        _json.WriteEndObject();
    }

    private static string Id(EntityId id) => "lp:" + id;

    private static string Agent(Author author) =>
        $"lp:agent/{author.Kind.ToString().ToLowerInvariant()}/{Uri.EscapeDataString(author.Name)}{(author.Version.Length > 0 ? "/" + Uri.EscapeDataString(author.Version) : "")}";
}
