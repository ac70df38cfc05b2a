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

    internal override (string From, string Where) Matching(string index) => ($"{index} w", "w.words @@ CAST(@match AS tsquery)");

    // Letters and digits alone stand between the quotes.
    internal override object Match(IReadOnlyList<string> words) => string.Join(" & ", words.Select(w => $"'{w}':*"));
}
