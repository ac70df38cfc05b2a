using System.Data.Common;

namespace Linchpin.Ledger.Storage;

/// <summary>One transaction that appends.</summary>
internal abstract class Writing
{
    /// <summary>The transaction's connection, on which all that was added before is seen.</summary>
    internal abstract DbConnection Db { get; }

    /// <summary>How the store says what SQL does not say in one way.</summary>
    internal abstract Dialect Dialect { get; }

    /// <summary>Where rows of a table are added; the same for the same table throughout.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns in the order in which each row's values will come.</param>
    internal abstract Rows Into(string table, string columns);

    /// <summary>Which of these claims were committed before: the first 16 bytes of their hashes.</summary>
    internal abstract HashSet<UInt128> Known(IReadOnlyCollection<UInt128> claims);

    /// <summary>Adds to the numbers of rows in which words are: of values, of passages.</summary>
    internal abstract void Count(IReadOnlyDictionary<string, (long Values, long Passages)> words);
}

/// <summary>Rows that are added to one table. The values of a row come in the order of the columns, and then <see cref="End"/>.</summary>
internal abstract class Rows
{
    /// <summary>A number; <see langword="null"/> is stored as NULL.</summary>
    internal abstract Rows Number(long? value);

    /// <summary>Text; <see langword="null"/> is stored as NULL.</summary>
    internal abstract Rows Text(string? value);

    /// <summary>Text that is in UTF-8 already.</summary>
    internal abstract Rows Utf8(ReadOnlySpan<byte> text);

    /// <summary>Bytes.</summary>
    internal abstract Rows Blob(ReadOnlySpan<byte> bytes);

    /// <summary>Words that a full-text index finds the row by, each once, with a space between two.</summary>
    internal abstract Rows Words(string line);

    /// <summary>Ends the row.</summary>
    internal abstract void End();
}
