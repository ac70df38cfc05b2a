namespace Linchpin.Ledger.Storage.Postgres;

/// <summary>PostgreSQL's: lists are arrays; full text is tsvector, whose lexemes are the words of <see cref="Words"/>.</summary>
internal sealed class PostgresDialect : Dialect
{
    private PostgresDialect()
    {
    }

    internal static PostgresDialect Only { get; } = new();

    internal override string In(string column, string parameter) => $"({column} = ANY (@{parameter}))";

    internal override object List(IEnumerable<long> values) => values.ToArray();

    internal override object List(IEnumerable<string> values) => values.ToArray();

    // GIN gives all rows that match and no order. What is said of a condition, not the condition, no index is used for.
    internal override string Matching(string index, bool common) =>
        $"SELECT rowid FROM {index} WHERE {(common ? "(words @@ CAST(@match AS tsquery)) IS TRUE" : "words @@ CAST(@match AS tsquery)")} ORDER BY rowid";

    internal override string ByPlace => "w.rowid, c.seq";

    // No word has a quotation mark or a backslash.
    internal override object Match(IReadOnlyList<SoughtWord> groups) =>
        string.Join(" & ", groups.Select(g => $"({string.Join(" | ", g.Words.Select(w => $"'{w}'{(g.Beginning ? ":*" : "")}"))})"));
}
