using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>The numbers that sets of labels have in the store, within one transaction: a number is made where a set is new.</summary>
internal sealed class Labels
{
    private readonly Dictionary<string, long> _numbers = [];
    private readonly Dictionary<long, string> _texts = [];
    private readonly Dictionary<long, LabelSet> _sets = [];
    private readonly Dictionary<(Handling, LabelSet), LabelSet> _made = [];
    private readonly Rows _rows;
    private (Handling Own, LabelSet Under, long Number)? _last;

    internal Labels(Writing writing)
    {
        _rows = writing.Into("handling", "id, json");
        foreach ((long id, string json) in writing.Db.Query<(long, string)>("SELECT id, json FROM handling"))
        {
            _numbers.Add(json, id);
            _texts.Add(id, json);
        }
    }

    /// <summary>The number of the set.</summary>
    internal long Number(LabelSet labels)
    {
        if (!_numbers.TryGetValue(labels.Json, out long number))
        {
            // Rows are never taken away, so the numbers have no gaps.
            number = _numbers.Count + 1;
            _rows.Number(number).Text(labels.Json).End();
            _numbers.Add(labels.Json, number);
            _texts.Add(number, labels.Json);
        }

        return number;
    }

    /// <summary>The number of the set that is a thing's own label and those of what it stands on.</summary>
    internal long Number(Handling own, LabelSet under)
    {
        if (_last is { } last && ReferenceEquals(last.Own, own) && ReferenceEquals(last.Under, under))
        {
            return last.Number;
        }

        if (!_made.TryGetValue((own, under), out LabelSet? labels))
        {
            labels = under.With(own);
            _made.Add((own, under), labels);
        }

        _last = (own, under, Number(labels));
        return _last.Value.Number;
    }

    /// <summary>The set of that number.</summary>
    internal LabelSet Of(long number)
    {
        if (!_sets.TryGetValue(number, out LabelSet? labels))
        {
            labels = LabelSet.Read(_texts[number]);
            _sets.Add(number, labels);
        }

        return labels;
    }
}
