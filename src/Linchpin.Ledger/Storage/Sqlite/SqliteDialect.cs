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

    // FTS5 reads its lists in the order of places and no further than it is asked.
    internal override string Matching(string index, bool common) => $"SELECT rowid FROM {index} WHERE {index} MATCH @match ORDER BY rowid";

    // Claims of one passage come in their order from its index; were that order asked for too, SQLite would sort all that match.
    internal override string ByPlace => "w.rowid";

    // No word has a quotation mark.
    internal override object Match(IReadOnlyList<SoughtWord> groups) =>
        string.Join(" AND ", groups.Select(g => $"({string.Join(" OR ", g.Words.Select(w => $"\"{w}\"{(g.Beginning ? "*" : "")}"))})"));
}
