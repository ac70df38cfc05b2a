using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Reading.Proposals;

/// <summary>The claims of one proposal, all at its passage, in the form that <see cref="ClaimsOf"/> gives to what was read.</summary>
internal sealed class ProposedClaims(Document document, string source, Place place, JsonElement proposal, ProposalReader reader)
{
    private readonly List<Func<Author, Claim>> _claims = [];
    private readonly DocumentSource _here = new(document.Id, Passage.In(source, place.Start, place.End));
    private EntityId _subject;
    private ValidTime _when;

    /// <exception cref="Refusal">A field that cannot be taken.</exception>
    internal IReadOnlyList<Func<Author, Claim>> Of(string kind)
    {
        if (kind == "mechanism")
        {
            Mechanism();
            return _claims;
        }

        if (kind == "person-role")
        {
            Role();
            return _claims;
        }

        _subject = EntityId.Of(kind, $"{document.ContentHash[..16]}-{place.Start}");
        PartialDate? date = kind == "risk" ? null : reader.Date(proposal, "date");
        _when = new ValidTime(date);
        switch (kind)
        {
            case "event":
                Word("type", ProposalReader.EventTypes, required: true);
                Each("participant", "participants");
                break;
            case "commitment":
                Word("act", Vocabulary.Properties["act"].Values, required: true);
                Claim("state", new TextValue(ProposalReader.Text(proposal, "act") == "done" ? "delivered" : "stated"));
                Each("who", "who", required: true);
                break;
            case "recommendation":
                Each("who-should", "who");
                break;
        }

        Claim("what", new TextValue(string.Join(' ', source[place.Start..place.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        if (kind != "risk")
        {
            Claim("date", date is { } on ? new DateValue(on) : null);
            Claim("mechanism", ProposalReader.Text(proposal, "mechanism") is { } name ? new EntityValue(reader.Parties.Mechanism(name)) : null);
        }

        foreach (string sector in ProposalReader.List(proposal, "sectors"))
        {
            Claim("sector", Vocabulary.Sectors.Any(s => s.Id == sector) ? new EntityValue(EntityId.Sector(sector)) : throw new Refusal("a sector that is not on the list"));
        }

        return _claims;
    }

    private void Mechanism()
    {
        string name = Named("name");
        EntityId[] members = [.. ProposalReader.List(proposal, "members").Select(reader.Parties.Party)];
        _subject = reader.New(MechanismName.IdFor(name, [.. members.Select(m => m.Name)]));
        Claim("name", new TextValue(name));
        foreach (EntityId member in members)
        {
            Claim(member.Kind == "country" ? "member" : "party", new EntityValue(member));
        }

        reader.Parties.Add(name, _subject);
    }

    private void Role()
    {
        string person = Named("person"), role = Named("role");
        var holder = EntityId.FromWords("person", person);
        EntityId? body = ProposalReader.Text(proposal, "body") is { } named ? reader.Parties.Party(named) : null;
        _subject = reader.New(EntityId.FromWords("role", $"{holder.Name} {role}"));
        Claim("person", new EntityValue(holder));
        Claim("title", new TextValue(role));
        Claim("body", body is { } of ? new EntityValue(of) : null);
        _subject = holder;
        Claim("name", new TextValue(person));
    }

    /// <summary>A name that the quote itself has.</summary>
    private string Named(string field)
    {
        string name = ProposalReader.Text(proposal, field) ?? throw new Refusal($"no {field}");
        string quote = source[place.Start..place.End];
        return !name.Any(char.IsLetterOrDigit) ? throw new Refusal($"no {field}")
            : quote.Contains(name, StringComparison.Ordinal) ? name : throw new Refusal($"a {field} that its quote does not have");
    }

    private void Word(string property, IReadOnlyList<string> words, bool required)
    {
        string? word = ProposalReader.Text(proposal, property);
        if (word is null ? required : !words.Contains(word, StringComparer.Ordinal))
        {
            throw new Refusal(word is null ? $"no {property}" : $"a word for {property} that is not on the list");
        }

        Claim(property, word is null ? null : new TextValue(word));
    }

    private void Each(string property, string field, bool required = false)
    {
        List<string> names = ProposalReader.List(proposal, field);
        if (required && names.Count == 0)
        {
            throw new Refusal($"no {field}");
        }

        foreach (string name in names)
        {
            Claim(property, new EntityValue(reader.Parties.Party(name)));
        }
    }

    private void Claim(string property, Value? value)
    {
        if (value is not null)
        {
            (EntityId subject, ValidTime when) = (_subject, _when);
            _claims.Add(author => new Claim(subject, property, value, when, _here, author, document.Handling));
        }
    }
}
