using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Bench;

/// <summary>Appending and asking at a stated number of claims: 100 claims a document, half of them naming other entities.</summary>
internal static class LedgerBench
{
    private const int Documents = 1000;
    private const int ClaimsEach = 100;

    public static int Run(Measure measure)
    {
        Measure.Head();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("linchpin-bench-");
        try
        {
            Deposit[] deposits = [.. Enumerable.Range(0, Documents).Select(Deposit)];
            int run = 0;
            measure.Of($"append {Documents * ClaimsEach:#,0} claims in {Documents:#,0} deposits", 3, () => Fill(Path.Combine(folder.FullName, $"{run++}.db"), deposits), (Documents * ClaimsEach, "claims"));

            using var ledger = Ledger.Ledger.Open(Path.Combine(folder.FullName, "0.db"), "bench", TimeProvider.System);
            var owner = new Reader("bench", null, Owner: true, Community: true);
            int at = 0;
            measure.Of("entity view", 50, () => ledger.View(owner).Entity(EntityId.Of("mechanism", $"m{at++ * 37 % 500}")));
            measure.Of("entity view as published by a day", 50, () => ledger.View(owner, new AsOf(PublishedBy: new DateOnly(2015, 6, 30))).Entity(EntityId.Of("mechanism", $"m{at++ * 37 % 500}")));
            measure.Of("search, two words", 20, () => ledger.View(owner).Search($"promise number{at++ % 1000}"));
            measure.Of("verify", 3, () => ledger.Verify());
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static void Fill(string path, IEnumerable<Deposit> deposits)
    {
        using var ledger = Ledger.Ledger.Open(path, "bench", TimeProvider.System);
        foreach (Deposit deposit in deposits)
        {
            ledger.Append(deposit);
        }
    }

    private static Deposit Deposit(int number)
    {
        string text = string.Join(' ', Enumerable.Range(0, ClaimsEach).Select(i => $"Promise number{number} about topic{i} was made."));
        string hash = Passage.HashOf(text);
        var label = Handling.Clear("bench");
        var document = new Document(Document.IdOf(hash), hash, $"{number}.txt", "text/plain", $"Readout {number}", "Bench", PartialDate.Of(2000 + (number % 24)), "stated", "readout", text, label);
        var claims = new Claim[ClaimsEach];
        for (int i = 0; i < ClaimsEach; i++)
        {
            int start = text.IndexOf($"Promise number{number} about topic{i} ", StringComparison.Ordinal);
            var source = new DocumentSource(document.Id, Passage.In(text, start, start + 20));
            claims[i] = i % 2 == 0
                ? new Claim(EntityId.Of("mechanism", $"m{number % 500}"), "alias", new TextValue($"Promise number{number} topic{i}"), default, source, new Author(AuthorKind.Extractor, "bench", "1"), label)
                : new Claim(EntityId.Of("commitment", $"c{number}-{i}"), "mechanism", new EntityValue(EntityId.Of("mechanism", $"m{number % 500}")), default, source, new Author(AuthorKind.Extractor, "bench", "1"), label);
        }

        return Claims.Deposit.Of(document, claims);
    }
}
