using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>What a row or column of a published table is.</summary>
internal enum LabelKind
{
    /// <summary>An industry of a country.</summary>
    Industry,

    /// <summary>A final demand category of a country; columns only.</summary>
    Final,

    /// <summary>Value added, taxes less subsidies or margins; rows only.</summary>
    PrimaryInput,

    /// <summary>Total output.</summary>
    Output,

    /// <summary>A sum of others, or an account that is not part of the table's balance.</summary>
    Ignored,
}

/// <summary>The label of a row or column as published: what it is, whose, and of which sector or category.</summary>
internal readonly record struct AxisLabel(LabelKind Kind, string Country, string Code);

/// <summary>A code with its name.</summary>
internal sealed record Named(string Code, string Name);

/// <summary>The industries and final demand columns of a published table in the order of the file, and where each goes: several published
/// regions may be one country.</summary>
internal sealed class TableAxis
{
    private readonly List<string> _countries = [];
    private readonly List<string> _sectors = [];
    private readonly List<string> _categories = [];
    private readonly Dictionary<string, int> _countryNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _sectorNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _categoryNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<AxisLabel, int> _published = [];
    private readonly HashSet<(int, int)> _present = [];
    private readonly Func<string, string> _countryOf;
    private readonly TableLimits _limits;

    /// <summary>An axis from the labels of its columns.</summary>
    /// <param name="labels">The labels in order.</param>
    /// <param name="countryOf">The country that a published region belongs to.</param>
    /// <param name="place">Where the labels stand.</param>
    /// <param name="limits">Bounds.</param>
    internal TableAxis(IEnumerable<AxisLabel> labels, Func<string, string> countryOf, string place, TableLimits limits)
    {
        _countryOf = countryOf;
        _limits = limits;
        foreach (AxisLabel label in labels.Where(l => l.Kind is LabelKind.Industry or LabelKind.Final))
        {
            if (!_published.TryAdd(label, _published.Count))
            {
                throw SupplyFaults.DuplicateCell.Because($"{Words(label)} stands twice.", place);
            }

            int country = Number(label.Country.Length == 0 ? "" : countryOf(label.Country), _countryNumbers, _countries);
            int code = label.Kind == LabelKind.Industry ? Number(label.Code, _sectorNumbers, _sectors) : Number(label.Code, _categoryNumbers, _categories);
            if (label.Kind == LabelKind.Industry)
            {
                _present.Add((country, code));
            }
        }

        if (_sectors.Count == 0 || _categories.Count == 0)
        {
            throw SupplyFaults.TableEmpty.Because($"{_sectors.Count} sectors and {_categories.Count} categories of final demand are named.", place);
        }

        string? without = _countries.FirstOrDefault(c => !_present.Any(p => p.Item1 == _countryNumbers[c]));
        if (without is not null)
        {
            throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(without)}' has final demand and no industry.", place, "Give the file as its provider publishes it.");
        }

        if ((long)_countries.Count * _sectors.Count > limits.Industries || (long)_countries.Count * _categories.Count > limits.Industries)
        {
            throw SupplyFaults.TableTooLarge.Because(
                $"{_countries.Count} countries, {_sectors.Count} sectors and {_categories.Count} categories; at most {limits.Industries:N0} industries and as many columns of final demand are held.", place);
        }
    }

    internal IReadOnlyList<string> Countries => _countries;

    internal IReadOnlyList<string> Sectors => _sectors;

    internal IReadOnlyList<string> Categories => _categories;

    internal int Industries => _countries.Count * _sectors.Count;

    internal int FinalColumns => _countries.Count * _categories.Count;

    /// <summary>Industries as published: before several regions are taken together.</summary>
    internal IReadOnlyList<AxisLabel> PublishedIndustries => [.. _published.Keys.Where(l => l.Kind == LabelKind.Industry)];

    /// <summary>Places of the rectangle that the file has no industry for.</summary>
    internal IReadOnlyList<int> Absent =>
        [.. Enumerable.Range(0, Industries).Where(i => !_present.Contains((i / _sectors.Count, i % _sectors.Count)))];

    /// <summary>The number of a label among all published, or -1.</summary>
    internal int Published(AxisLabel label) => _published.GetValueOrDefault(label, -1);

    /// <summary>The industry that a label is of, or -1.</summary>
    internal int Industry(AxisLabel label) => Published(label) < 0 ? -1 : (_countryNumbers[_countryOf(label.Country)] * _sectors.Count) + _sectorNumbers[label.Code];

    /// <summary>The final demand column that a label is of, or -1.</summary>
    internal int Final(AxisLabel label) => Published(label) < 0 ? -1 : (_countryNumbers[_countryOf(label.Country)] * _categories.Count) + _categoryNumbers[label.Code];

    internal static string Words(AxisLabel label) => $"{Shown.Short(label.Country)} {Shown.Short(label.Code)}";

    private int Number(string name, Dictionary<string, int> numbers, List<string> names)
    {
        if (name.Length == 0)
        {
            throw SupplyFaults.UnknownCode.Because("A label is empty.", remedy: "Give the file as its provider publishes it.");
        }

        if (!numbers.TryGetValue(name, out int number))
        {
            number = names.Count;
            numbers.Add(name, number);
            names.Add(name);
            if (names.Count > _limits.ListRows)
            {
                throw SupplyFaults.TableTooLarge.Because($"More than {_limits.ListRows:N0} countries, sectors or categories.");
            }
        }

        return number;
    }
}
