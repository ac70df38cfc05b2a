using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Linchpin.Claims;
using Linchpin.Tests.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Linchpin.Ledger.Tests;

/// <summary>Where a test's ledger is kept.</summary>
public enum Kept
{
    /// <summary>A file of SQLite's.</summary>
    InFile,

    /// <summary>A schema of a PostgreSQL database.</summary>
    OnServer,
}

/// <summary>A ledger in a folder of its own, or in a schema of its own on the tests' one server, with a clock that the test sets.</summary>
public sealed class Node(Kept kept = Kept.InFile) : IDisposable
{
    public const string Owner = "node";

    private static readonly Lazy<PostgresServer> Server = new(() =>
    {
        var server = new PostgresServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private static int _schemas;

    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-ledger-").FullName;
    private readonly string? _address = kept == Kept.OnServer ? NewAddress() : null;
    private Ledger? _ledger;

    /// <summary>An address on the tests' server that no test has used; the test is skipped where the server's programs are missing.</summary>
    public static string NewAddress() => PostgresServer.Programs is null
        ? throw new InvalidOperationException("$XunitDynamicSkip$PostgreSQL's server programs (Debian: postgresql) are not on this machine.")
        : $"postgresql://postgres:{PostgresServer.Password}@127.0.0.1:{Server.Value.Port}/postgres?schema=ledger_{Interlocked.Increment(ref _schemas)}";

    public Clock Clock { get; } = new(new DateTimeOffset(2025, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public string FilePath => Path.Combine(_folder, "ledger.db");

    /// <summary>What the ledger is opened by.</summary>
    public string Place => _address ?? FilePath;

    public Ledger Ledger => _ledger ??= Ledger.Open(Place, Owner, Clock, 2000);

    /// <summary>Changes what is stored behind the ledger's back, in SQLite's words, which are put into PostgreSQL's where the store is that; gives the rows changed.</summary>
    public int Tamper(string sql)
    {
        using DbConnection behind = Behind();
        return behind.Execute(_address is null ? sql
            : Regex.Replace(sql, @"(?:zero|random)blob\((\d+)\)", "decode(repeat('00', $1), 'hex')").Replace("CAST('Another text.' AS BLOB)", "'Another text.'::bytea").Replace("x'41'", "'A'::bytea"));
    }

    /// <summary>Closes the ledger and opens what holds it.</summary>
    public DbConnection Behind()
    {
        Close();
        DbConnection db = _address is null ? new SqliteConnection($"Data Source={FilePath};Pooling=False;Foreign Keys=False")
            : new NpgsqlConnection(Storage.Postgres.PostgresPlace.Parse(_address).Settings.ConnectionString);
        db.Open();
        return db;
    }

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
