using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>The numbers that labels have in the file, within one transaction: a number is made where a label is new.</summary>
internal sealed class Labels(SqliteConnection db, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<Handling, long> _numbers = [];
    private readonly Dictionary<long, Handling> _labels = [];
    private readonly Statement _find = new(db, transaction, 1, "SELECT id FROM handling WHERE json = @0");
    private readonly Statement _get = new(db, transaction, 1, "SELECT json FROM handling WHERE id = @0");
    private readonly Statement _add = new(db, transaction, 1, "INSERT INTO handling (json) VALUES (@0) RETURNING id");

    internal long Number(Handling label)
    {
        if (!_numbers.TryGetValue(label, out long number))
        {
            string json = Payload.Write(label);
            number = (long)(_find.Get(json) ?? _add.Get(json))!;
            _numbers.Add(label, number);
        }

        return number;
    }

    internal Handling Label(long number)
    {
        if (!_labels.TryGetValue(number, out Handling? label))
        {
            label = Payload.ReadHandling((string)_get.Get(number)!);
            _labels.Add(number, label);
        }

        return label;
    }

    public void Dispose()
    {
        _find.Dispose();
        _get.Dispose();
        _add.Dispose();
    }
}
