using Linchpin.Claims;
using Linchpin.Reading.Mentions;

namespace Linchpin.Reading.Proposals;

/// <summary>Whom and what a proposal may name: countries, the well-known, and what the record knows by name in the document. A name must stand in the document.</summary>
internal sealed class KnownParties
{
    private readonly string _text;
    private readonly Dictionary<string, EntityId> _named = new(StringComparer.Ordinal);

    internal KnownParties(string text, IReadOnlyList<Claim> known)
    {
        _text = text;
        foreach (Claim claim in known.Where(c => c.Property is "name" or "alias"))
        {
            if (claim.Value is TextValue name)
            {
                _named.TryAdd(name.Words, claim.Subject);
            }
        }
    }

    /// <summary>A country, body, person or mechanism by a name that stands in the document.</summary>
    internal EntityId Party(string name) => Find(name) ?? throw new Refusal(Stands(name) ? "a party that the record does not know" : "a name that does not stand in the document");

    /// <summary>A mechanism by a name that stands in the document.</summary>
    internal EntityId Mechanism(string name) => Find(name) is { Kind: "mechanism" } id ? id
        : throw new Refusal(Stands(name) ? "a mechanism that the record does not know" : "a name that does not stand in the document");

    /// <summary>Names a mechanism that is proposed, so that other proposals may name it.</summary>
    internal void Add(string name, EntityId id) => _named.TryAdd(name, id);

    /// <summary>Whether the name stands in the document as written.</summary>
    internal bool Stands(string name) => _text.Contains(name, StringComparison.Ordinal);

    private EntityId? Find(string name)
    {
        if (!Stands(name))
        {
            return null;
        }

        if (_named.TryGetValue(name, out EntityId id))
        {
            return id;
        }

        return NameTables.Countries.Find(name) is { Form: not MentionForm.Seat } country ? EntityId.Country(country.Iso3)
            : NameTables.Known.Find(name) is { } known ? EntityId.Of(known.Kind == ThingKind.Mechanism ? "mechanism" : "body", known.Id) : null;
    }
}
