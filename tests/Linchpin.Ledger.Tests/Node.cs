using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>A ledger in a folder of its own, with a clock that the test sets; both are gone after the test.</summary>
public sealed class Node : IDisposable
{
    public const string Owner = "node";

    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-ledger-").FullName;
    private Ledger? _ledger;

    public Clock Clock { get; } = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public string FilePath => Path.Combine(_folder, "ledger.db");

    public Ledger Ledger => _ledger ??= Ledger.Open(FilePath, Owner, Clock, 2000);

    public static Reader OwnerReader { get; } = new(Owner, null, true, true);

    public View View => Ledger.View(OwnerReader);

    public string File(string name) => Path.Combine(_folder, name);

    public void Close()
    {
        _ledger?.Dispose();
        _ledger = null;
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>A clock that stands until it is moved.</summary>
public sealed class Clock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>Short ways to make documents and claims.</summary>
public static class Make
{
    public static readonly Author Analyst = Author.Person("Analyst");

    public static Handling Clear { get; } = Handling.Clear(Node.Owner);

    public static Document Document(string text, string? published = "2024-05-01", Handling? handling = null, bool held = true)
    {
        string hash = Passage.HashOf(text);
        return new Document(
            Claims.Document.IdOf(hash), hash, $"{hash[..6]}.txt", "text/plain", "Title " + hash[..6], "Publisher", published is null ? null : PartialDate.Parse(published),
            published is null ? null : "stated", "readout", held ? text : null, handling ?? Clear);
    }

    public static Claim Claim(Document from, string subject, string property, Value value, string? quote = null, string? valid = null, string? until = null, Handling? handling = null)
    {
        string text = from.Text ?? throw new ArgumentException("A document without its text has no passages to cite.", nameof(from));
        int start = quote is null ? 0 : text.IndexOf(quote, StringComparison.Ordinal);
        return new Claim(
            EntityId.Parse(subject), property, value, new ValidTime(Date(valid), Date(until)),
            new DocumentSource(from.Id, Passage.In(text, start, quote is null ? text.Length : start + quote.Length)), Analyst, handling ?? Clear);
    }

    public static Value Words(string words) => new TextValue(words);

    public static Value Entity(string id) => new EntityValue(EntityId.Parse(id));

    public static Value On(string date) => new DateValue(PartialDate.Parse(date));

    private static PartialDate? Date(string? text) => text is null ? null : PartialDate.Parse(text);
}
