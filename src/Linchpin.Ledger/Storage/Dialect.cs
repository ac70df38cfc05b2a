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

    /// <summary>The rows of a full-text index, under the name <c>w</c>, that match the parameter <c>match</c>: what stands after FROM, and a condition.</summary>
    internal abstract (string From, string Where) Matching(string index);

    /// <summary>The parameter <c>match</c>: every one of the words, or a word that begins with it.</summary>
    internal abstract object Match(IReadOnlyList<string> words);
}
