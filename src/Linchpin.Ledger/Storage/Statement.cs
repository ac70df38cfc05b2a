using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Storage;

/// <summary>A prepared statement with parameters <c>@0, @1, …</c>, run many times in one transaction.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    internal Statement(SqliteConnection db, SqliteTransaction transaction, int parameters, string sql)
    {
        _command = db.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        for (int i = 0; i < parameters; i++)
        {
            _command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(null, $"@{i}") });
        }
    }

    /// <summary>Runs it; <see langword="null"/> is stored as NULL.</summary>
    internal void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; <see langword="null"/> where there is no row or it is NULL.</summary>
    internal object? Get(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is var x && x is DBNull ? null : x;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
