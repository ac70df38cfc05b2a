using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>The numbers that sets of labels have in the file, within one transaction: a number is made where a set is new.</summary>
internal sealed class Labels(SqliteConnection db, SqliteTransaction transaction) : IDisposable
{
    private readonly Dictionary<LabelSet, long> _numbers = [];
    private readonly Dictionary<long, LabelSet> _sets = [];
    private readonly Dictionary<(Handling, LabelSet), LabelSet> _made = [];
    private readonly Statement _find = new(db, transaction, 1, "SELECT id FROM handling WHERE json = @0");
    private readonly Statement _get = new(db, transaction, 1, "SELECT json FROM handling WHERE id = @0");
    private readonly Statement _add = new(db, transaction, 1, "INSERT INTO handling (json) VALUES (@0) RETURNING id");

    /// <summary>The number of the set.</summary>
    internal long Number(LabelSet labels)
    {
        if (!_numbers.TryGetValue(labels, out long number))
        {
            number = (long)(_find.Get(labels.Json) ?? _add.Get(labels.Json))!;
            _numbers.Add(labels, number);
        }

        return number;
    }

    /// <summary>The number of the set that is a thing's own label and those of what it stands on.</summary>
    internal long Number(Handling own, LabelSet under)
    {
        if (!_made.TryGetValue((own, under), out LabelSet? labels))
        {
            labels = under.With(own);
            _made.Add((own, under), labels);
        }

        return Number(labels);
    }

    /// <summary>The set of that number.</summary>
    internal LabelSet Of(long number)
    {
        if (!_sets.TryGetValue(number, out LabelSet? labels))
        {
            labels = LabelSet.Read((string)_get.Get(number)!);
            _sets.Add(number, labels);
        }

        return labels;
    }

    public void Dispose()
    {
        _find.Dispose();
        _get.Dispose();
        _add.Dispose();
    }
}
