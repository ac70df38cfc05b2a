using Linchpin.Claims;
using Linchpin.Reading.Statements;

namespace Linchpin.Reading;

/// <summary>Items as claims of the vocabulary, each with its own passage as source.</summary>
/// <remarks>Ids: <c>country/KOR</c>, <c>body/…</c>, <c>person/…</c>, <c>mechanism/…</c>, <c>role/person-title</c>; what happens once in a document is
/// <c>kind/</c>, the document's 16 hex digits, a hyphen and the start of its passage.</remarks>
internal sealed class ClaimsOf
{
    private static readonly Author Reader = new(AuthorKind.Extractor, "reading", Reading.Version);

    // How sure the reader is of a statement: as of an event told in a clause.
    private const double Sure = 0.7;

    private readonly ReadDocument _read;
    private readonly Handling _handling;
    private readonly string _text;
    private readonly Dictionary<string, EntityId> _actors = new(StringComparer.Ordinal);
    private readonly List<Claim> _claims = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    private ClaimsOf(ReadDocument read, Handling handling)
    {
        _read = read;
        _handling = handling;
        _text = read.Document.Text!;
    }

    internal static Deposit Make(ReadDocument read, Handling handling)
    {
        var claims = new ClaimsOf(read, handling);
        foreach (Item item in read.Items.Where(i => i.Kind == "actor"))
        {
            claims._actors.TryAdd(item.Canonical!, ActorId(item));
        }

        foreach (Item item in read.Items)
        {
            claims.Add(item);
        }

        HashSet<string> mechanisms = [.. read.Items.Where(i => i.Kind == "mechanism").Select(i => i.Canonical!)];
        foreach (Statement statement in read.Statements.Where(s => s.Mechanism is null || mechanisms.Contains(s.Mechanism)))
        {
            claims.Add(statement);
        }

        return Deposit.Of(read.Document with { Handling = handling }, claims._claims);
    }

    /// <summary>The id of something that one document tells of once, by where it stands.</summary>
    internal static EntityId IdOf(Document document, Item item) => item.Kind switch
    {
        "actor" => ActorId(item),
        "mechanism" => EntityId.Of("mechanism", item.Canonical!),
        "person-role" => EntityId.FromWords("role", $"{item.Canonical} {item.Role}"),
        _ => EntityId.Of(item.Kind, $"{document.ContentHash[..16]}-{item.Start}"),
    };

    /// <summary>The id of an outcome that a document tells of, by where it stands.</summary>
    internal static EntityId IdOf(Document document, Statement outcome) => EntityId.Of("outcome", $"{document.ContentHash[..16]}-{outcome.At.Start}");

    private void Add(Statement statement)
    {
        Source here = At(statement.At.Start, statement.At.End);
        if (statement.Property != "state")
        {
            // A stage that an event of this document gave already stands at the event's passage.
            EntityId mechanism = EntityId.Of("mechanism", statement.Mechanism!);
            if (statement.Value is DateValue && _claims.Exists(c => c.Subject == mechanism && c.Property == statement.Property && c.Value == statement.Value))
            {
                return;
            }

            Claim(mechanism, statement.Property, statement.Value, here, Sure);
            return;
        }

        EntityId id = IdOf(_read.Document, statement);
        var when = new ValidTime(statement.On);
        Claim(id, "state", statement.Value, here, Sure, when);
        Claim(id, "shows", Text(statement.Words), here, Sure, when);
        foreach (EntityId concerned in statement.Who.Select(Who).Concat(statement.Sectors.Select(EntityId.Sector)).Concat(statement.Mechanism is { } m ? [EntityId.Of("mechanism", m)] : []))
        {
            Claim(id, "concerns", new EntityValue(concerned), here, Sure, when);
        }
    }

    private static EntityId ActorId(Item item) => item.Type switch
    {
        "country" => EntityId.Country(item.Canonical!),
        "person" => EntityId.Of("person", item.Canonical!),
        _ => EntityId.Of("body", item.Canonical!),
    };

    private void Add(Item item)
    {
        EntityId id = IdOf(_read.Document, item);
        Source here = At(item.Start, item.End);
        ValidTime when = item.Date is { } date ? new ValidTime(PartialDate.Parse(date)) : ValidTime.Undated;
        switch (item.Kind)
        {
            case "actor" when item.Type != "country":
                Named(id, item);
                Claim(id, "country", item.Country is { } country ? new EntityValue(EntityId.Country(country)) : null, here, item);
                break;
            case "mechanism":
                when = Since(item.Canonical!);
                Named(id, item, when);
                foreach (string member in item.Members)
                {
                    EntityId who = Who(member);
                    Claim(id, who.Kind == "country" ? "member" : "party", new EntityValue(who), here, item, when);
                }

                Claim(id, "established", item.Established is { } on ? new DateValue(PartialDate.Parse(on)) : null, here, item);
                break;
            case "event":
                Claim(id, "type", Text(item.EventType), here, item, when);
                Claim(id, "place", Text(item.Place), here, item, when);
                Claim(id, "ordinal", item.Ordinal is { } n ? new QuantityValue(n, "1") : null, here, item, when);
                Each(id, "participant", item.Participants, here, item, when);
                Told(id, item, here, when);
                Begun(item, here);
                break;
            case "commitment":
                Claim(id, "act", Text(item.Act), here, item, when);
                Claim(id, "state", new TextValue(item.Act == "done" ? "delivered" : "stated"), here, item, when);
                Claim(id, "due", item.Due is { } due ? new DateValue(PartialDate.Parse(due)) : null, here, item, when);
                Claim(id, "event", item.EventStart is { } start ? new EntityValue(EntityId.Of("event", $"{_read.Document.ContentHash[..16]}-{start}")) : null, here, item, when);
                Each(id, "who", item.Who, here, item, when);
                Told(id, item, here, when);
                break;
            case "recommendation":
                Each(id, "who-should", item.WhoShould, here, item, when);
                Claim(id, "stance", new TextValue(Stance.Of(item.Quote)), here, item, when);
                Told(id, item, here, when);
                break;
            case "risk":
                foreach (string about in item.About)
                {
                    Claim(id, "about", new EntityValue(About(about)), here, item, when);
                }

                Told(id, item, here, when);
                break;
            case "person-role":
                Claim(id, "person", new EntityValue(EntityId.Of("person", item.Canonical!)), here, item);
                Claim(id, "title", Text(item.Role), here, item);
                Claim(id, "body", item.About.Count > 0 ? new EntityValue(Who(item.About[0])) : null, here, item);
                break;
        }
    }

    /// <summary>A dated launch, or the first of a series of meetings, says when its mechanism was established. An announcement does not, nor does taking effect.</summary>
    private void Begun(Item item, Source here)
    {
        if (item is { Mechanism: { } mechanism, Date: { } date } && (item.EventType == "launch" || item.Ordinal == 1)
            && !_read.Statements.Any(s => s.Mechanism == mechanism && s.Property is "in-force" or "announced" && s.At.Start < item.End && item.Start < s.At.End))
        {
            Claim(EntityId.Of("mechanism", mechanism), "established", new DateValue(PartialDate.Parse(date)), here, item);
        }
    }

    /// <summary>What events, commitments, recommendations and risks have in common: the words, the date, the mechanism, the sectors, whose words they are.</summary>
    private void Told(EntityId id, Item item, Source here, ValidTime when)
    {
        Claim(id, "what", Text(item.What), here, item, when);
        Claim(id, "attribution", Text(item.Attribution), here, item, when);
        if (item.Kind != "risk")
        {
            Claim(id, "date", item.Date is { } date ? new DateValue(PartialDate.Parse(date)) : null, here, item, when);
            Claim(id, "mechanism", item.Mechanism is { } mechanism ? new EntityValue(EntityId.Of("mechanism", mechanism)) : null, here, item, when);
        }

        foreach (string sector in item.Sectors)
        {
            Claim(id, "sector", new EntityValue(EntityId.Sector(sector)), here, item, when);
        }
    }

    /// <summary>A mechanism holds since the first day that the document gives for its beginning, signature or taking effect: a roadmap of 2020 told of in 2024 holds since 2020.</summary>
    private ValidTime Since(string mechanism)
    {
        PartialDate[] begun = [.. _read.Statements.Where(s => s.Mechanism == mechanism && s.Property is "established" or "signed" or "in-force").Select(s => s.Value).OfType<DateValue>().Select(d => d.On).Order()];
        return begun.Length > 0 ? new ValidTime(begun[0]) : ValidTime.Undated;
    }

    private void Named(EntityId id, Item item, ValidTime when = default)
    {
        Source here = At(item.Start, item.End);
        Claim(id, "name", Text(item.Name), here, item, when);
        Claim(id, "type", Text(item.Type), here, item, when);
        foreach (string alias in item.Aliases.Where(a => a != item.Name))
        {
            Place at = item.Mentions.FirstOrDefault(m => Same(m, alias), new Place(item.Start, item.End));
            Claim(id, "alias", Text(alias), At(at.Start, at.End), item, when);
        }
    }

    private bool Same(Place at, string alias) => at.End - at.Start >= alias.Length - 4 && at.End - at.Start <= alias.Length + 12
        && string.Concat(_text.AsSpan(at.Start, at.End - at.Start).ToString().Where(c => !char.IsWhiteSpace(c))) == string.Concat(alias.Where(c => !char.IsWhiteSpace(c)));

    private void Each(EntityId id, string property, IReadOnlyList<string> who, Source here, Item item, ValidTime when)
    {
        foreach (string name in who)
        {
            Claim(id, property, new EntityValue(Who(name)), here, item, when);
        }
    }

    private EntityId Who(string canonical) => Vocabulary.Countries.ContainsKey(canonical) ? EntityId.Country(canonical)
        : _actors.TryGetValue(canonical, out EntityId id) ? id : EntityId.Of("body", canonical);

    private EntityId About(string name) => Vocabulary.Countries.ContainsKey(name) ? EntityId.Country(name)
        : Vocabulary.Sectors.Any(s => s.Id == name) ? EntityId.Sector(name) : EntityId.Of("mechanism", name);

    private static TextValue? Text(string? words) => string.IsNullOrWhiteSpace(words) ? null : new TextValue(words);

    private DocumentSource At(int start, int end) => new(_read.Document.Id, Passage.In(_text, start, end));

    private void Claim(EntityId id, string property, Value? value, Source source, Item item, ValidTime when = default) => Claim(id, property, value, source, item.Confidence, when);

    private void Claim(EntityId id, string property, Value? value, Source source, double? confidence, ValidTime when = default)
    {
        if (value is null)
        {
            return;
        }

        var claim = new Claim(id, property, value, when, source, Reader, _handling, confidence);
        if (_ids.Add(claim.Id))
        {
            _claims.Add(claim);
        }
    }
}
