namespace Linchpin.Ledger.Storage;

/// <summary>What SQLite and PostgreSQL say differently. Everything else in the room's SQL is the same text for both.</summary>
internal abstract class Dialect
{
    /// <summary>Condition that the column's value is in the list handed over as that parameter.</summary>
    internal abstract string In(string column, string parameter);

    /// <summary>A list as a parameter's value.</summary>
    internal abstract object List(IEnumerable<long> values);

    /// <inheritdoc cref="List(IEnumerable{long})"/>
    internal abstract object List(IEnumerable<string> values);

    /// <summary>The places of a full-text index's rows, under the name <c>rowid</c>, that match the parameter <c>match</c>, in their order: a query.</summary>
    /// <param name="index">The index.</param>
    /// <param name="common">Whether so many rows match that the first of them are found sooner by going through all in order than by the index.</param>
    internal abstract string Matching(string index, bool common);

    /// <summary>How those places, <c>w.rowid</c>, are put in order with the claims <c>c</c> joined to them, so that no more is read than is asked for.</summary>
    internal abstract string ByPlace { get; }

    /// <summary>The parameter <c>match</c>: of each group one of its words.</summary>
    internal abstract object Match(IReadOnlyList<SoughtWord> groups);
}

/// <summary>What a row is to have: one of the words, or, where there are too many to name them, any that begins with the only one.</summary>
internal readonly record struct SoughtWord(IReadOnlyList<string> Words, bool Beginning = false);
