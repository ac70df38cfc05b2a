using System.Globalization;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Reading;

namespace Linchpin.Starter;

/// <summary>Turns entries of the starter record into claims, with the ids that Reading gives to the same things.</summary>
/// <remarks>
/// <para><b>Ids:</b> a mechanism by its name and the countries that are members; a body by its key; a person by name; a role by person and office;
/// an event, commitment, recommendation or risk by its first passage, <c>kind/DOCUMENT-START</c>.</para>
/// <para><b>Valid time:</b> a fact's own <c>from</c>; else the date or founding that the fact states; else the first that the entry states; else undated.</para>
/// </remarks>
internal sealed class StarterClaims(IReadOnlyDictionary<string, Document> sources, Handling label)
{
    private readonly List<StarterEntry> _entries = [];
    private readonly Dictionary<string, EntityId> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<EntityId> _known = [];

    internal void Add(IReadOnlyList<StarterEntry> entries)
    {
        foreach (StarterEntry entry in entries)
        {
            _entries.Add(entry);
            EntityId id = IdOf(entry);
            if (!_ids.TryAdd(entry.Kind + "/" + entry.Key, id) || !_known.Add(id))
            {
                throw StarterFaults.Entry.Because($"There are two entries '{entry.Key}', or two that would have the id {id}.", entry.Place);
            }

            if (entry.Kind == "role")
            {
                _known.Add(PersonId(entry.Text("person")));
            }
        }
    }

    /// <summary>The claims of all entries, each once, in the order of the files.</summary>
    internal IEnumerable<Claim> Make() => _entries.SelectMany(e => e.Facts.SelectMany(f => Of(e, f))).DistinctBy(c => c.Id);

    private IEnumerable<Claim> Of(StarterEntry entry, StarterFact fact)
    {
        EntityId subject = _ids[entry.Kind + "/" + entry.Key];
        var source = new DocumentSource(SourceOf(entry, fact).Id, fact.At);
        var valid = new ValidTime(fact.From ?? DateIn(fact) ?? entry.Facts.Select(DateIn).FirstOrDefault(d => d is not null));
        Claim Make(EntityId about, string property, Value value) => new(about, property, value, valid, source, StarterRecord.Author, label);

        if (entry.Kind == "role")
        {
            yield return Make(subject, "title", new TextValue(entry.Text("title")));
        }

        foreach ((string property, JsonElement value) in fact.Values)
        {
            if (entry.Kind == "role" && property == "person")
            {
                string name = value.ToString();
                EntityId person = PersonId(name);
                yield return Make(subject, "person", new EntityValue(person));
                yield return Make(person, name == entry.Text("person") ? "name" : "alias", new TextValue(name));
            }
            else
            {
                yield return Make(subject, property, ValueOf(property, value, entry));
            }
        }
    }

    private Value ValueOf(string property, JsonElement value, StarterEntry entry)
    {
        Claims.ValueType type = Vocabulary.Properties.TryGetValue(property, out PropertyTerm? term) ? term.Type : Claims.ValueType.Text;
        if (value.ValueKind != (type == Claims.ValueType.Quantity ? JsonValueKind.Number : JsonValueKind.String))
        {
            throw StarterFaults.Entry.Because($"'{property}' is {value.ValueKind.ToString().ToLowerInvariant()}, which is not how {type.ToString().ToLowerInvariant()} is written.", entry.Place);
        }

        return type switch
        {
            Claims.ValueType.Entity => new EntityValue(Reference(property, value.ToString(), entry)),
            Claims.ValueType.Date => new DateValue(PartialDate.Parse(value.ToString())),
            Claims.ValueType.Quantity => new QuantityValue(value.GetDouble(), "1"),
            _ => new TextValue(value.ToString()),
        };
    }

    private EntityId Reference(string property, string words, StarterEntry entry)
    {
        if (property == "sector")
        {
            Vocabulary.SectorLabel(words);
            return EntityId.Sector(words);
        }

        if (words.Length == 3 && words.All(char.IsAsciiLetterUpper))
        {
            return EntityId.Country(Vocabulary.Country(words));
        }

        string key = property is "mechanism" or "event" ? property + "/" + words : words;
        if (_ids.TryGetValue(key, out EntityId id))
        {
            return id;
        }

        // Bodies and people are named by their ids, so that a line reads without a second file.
        return EntityId.TryParse(words, out id) && _known.Contains(id)
            ? id
            : throw StarterFaults.Reference.Because($"'{words}' as {property} of '{entry.Key}'.", entry.Place);
    }

    private EntityId IdOf(StarterEntry entry) => entry.Kind switch
    {
        "body" => EntityId.Of("body", entry.Key),
        "role" => EntityId.Of("role", PersonId(entry.Text("person")).Name + "-" + EntityId.Slug(entry.Text("title"))),
        "mechanism" => MechanismName.IdFor(
            entry.Facts.Select(f => f.First("name")).FirstOrDefault(n => n is not null) ?? throw StarterFaults.Entry.Because("A mechanism has no name.", entry.Place),
            [.. entry.Facts.SelectMany(f => f.Values).Where(v => v.Key == "member").Select(v => v.Value.ToString()).Where(Vocabulary.Countries.ContainsKey).Distinct()]),
        _ => EntityId.Of(entry.Kind, string.Create(CultureInfo.InvariantCulture, $"{SourceOf(entry, entry.Facts[0]).Id.Name}-{entry.Facts[0].At.Start}")),
    };

    // Initials are left out: one source writes them and another does not.
    private static EntityId PersonId(string name) =>
        EntityId.FromWords("person", string.Join(' ', name.Split(' ').Where(w => w.Length != 2 || w[1] != '.')));

    private Document SourceOf(StarterEntry entry, StarterFact fact) => sources.TryGetValue(fact.Source, out Document? document)
        ? document
        : throw StarterFaults.Reference.Because($"'{fact.Source}' is not in sources.json.", entry.Place);

    private static PartialDate? DateIn(StarterFact fact) => (fact.First("date") ?? fact.First("established")) is { } date ? PartialDate.Parse(date) : null;
}
