using System.Text.Json;

namespace Linchpin.Ledger.Storage.Sqlite;

/// <summary>SQLite's: lists are JSON, taken apart by json_each; full text is FTS5.</summary>
internal sealed class SqliteDialect : Dialect
{
    private SqliteDialect()
    {
    }

    internal static SqliteDialect Only { get; } = new();

    internal override string In(string column, string parameter) => $"{column} IN (SELECT value FROM json_each(@{parameter}))";

    internal override object List(IEnumerable<long> values) => JsonSerializer.Serialize(values);

    internal override object List(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    internal override (string From, string Where) Matching(string index) => ($"{index} w", $"w.{index} MATCH @match");

    internal override object Match(IReadOnlyList<string> words) => string.Join(' ', words.Select(w => $"\"{w}\"*"));
}
