using Linchpin.Claims;

namespace Linchpin.Bench;

/// <summary>What the ledger's benchmarks store: 100 claims a document, each with its own passage, half of them naming other entities.</summary>
internal static class LedgerDeposits
{
    /// <summary>Claims of one document.</summary>
    internal const int ClaimsEach = 100;

    /// <summary>One document in so many is for a named reader alone; the others are open.</summary>
    internal const int Closed = 100;

    private static readonly string[] Sectors = ["semiconductors", "batteries", "critical-minerals", "artificial-intelligence", "quantum", "biotechnology"];
    private static readonly string[] Partners = ["USA", "KOR", "JPN", "IND", "AUS", "NLD", "DEU", "GBR"];

    /// <summary>The deposits, made as they are asked for.</summary>
    internal static IEnumerable<Deposit> Of(int claims, int from = 0) => Enumerable.Range(from, claims / ClaimsEach).Select(Made);

    private static Deposit Made(int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, ClaimsEach).Select(i => $"Promise number{number} about topic{i} was made."));
        string hash = Passage.HashOf(text);
        var label = number % Closed == 0 ? new Handling("bench", Tlp.Amber, ["KOR"]) : new Handling("bench", Tlp.Green);
        var author = new Author(AuthorKind.Extractor, "bench", "1");
        var document = new Document(Document.IdOf(hash), hash, $"{number}.txt", "text/plain", $"Readout {number}", "Bench", PartialDate.Of(2000 + (number % 24)), "stated", "readout", text, label);
        var claims = new Claim[ClaimsEach];
        EntityId commitment = EntityId.Of("commitment", $"c{number}"), mechanism = EntityId.Of("mechanism", $"m{number % 50_000}");
        for (int i = 0, start = 0; i < ClaimsEach; i++)
        {
            start = text.IndexOf($"Promise number{number} about topic{i} ", start, StringComparison.Ordinal);
            var source = new DocumentSource(document.Id, Passage.In(text, start, start + 20));
            claims[i] = (i % 10) switch
            {
                0 => Of(commitment, "what", new TextValue($"Promise number{number} topic{i}")),
                1 => Of(commitment, "sector", new EntityValue(EntityId.Sector(Sectors[(number + i) % Sectors.Length]))),
                2 => Of(commitment, "who", new EntityValue(EntityId.Country(Partners[(number + i) % Partners.Length]))),
                3 => Of(mechanism, "alias", new TextValue($"Mechanism {number} by topic{i}")),
                4 => Of(EntityId.Of("event", $"e{number}-{i}"), "participant", new EntityValue(EntityId.Country(Partners[i % Partners.Length]))),
                _ when i % 2 == 0 => Of(EntityId.Of("event", $"e{number}-{i}"), "what", new TextValue($"Topic{i} of meeting {number} in words of some length")),
                _ => Of(EntityId.Of("event", $"e{number}-{i}"), "mechanism", new EntityValue(mechanism)),
            };

            Claim Of(EntityId subject, string property, Value value) =>
                new(subject, property, value, new ValidTime(PartialDate.Of(2000 + (number % 24)), null), source, author, label);
        }

        return Claims.Deposit.Of(document, claims);
    }
}
