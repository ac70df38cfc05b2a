using Linchpin.Claims;

namespace Linchpin.Workbench.Layout;

/// <summary>A way to sort a list by one of its columns.</summary>
/// <param name="Name">As the address has it: <c>sort=name</c>, or <c>sort=-name</c> for the other way round.</param>
/// <param name="Of">What a row is sorted by; <see langword="null"/> where the record does not say: such rows stand last either way.</param>
/// <param name="MostFirst">Whether the largest stands first where the address does not turn it round.</param>
internal sealed record SortKey<T>(string Name, Func<T, IComparable?> Of, bool MostFirst = false);

/// <summary>Sorting lists as the address asks.</summary>
internal static class Sorting
{
    /// <summary>The rows sorted; the first key where the address asks for none. Rows that are alike keep their order.</summary>
    /// <exception cref="FaultException"><c>workbench.query</c></exception>
    public static IReadOnlyList<T> SortedBy<T>(this IEnumerable<T> rows, Scope scope, params ReadOnlySpan<SortKey<T>> keys)
    {
        string[] names = new string[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            (names[i], names[keys.Length + i]) = (keys[i].Name, "-" + keys[i].Name);
        }

        string asked = scope.OneOf("sort", names);
        SortKey<T> key = keys[Array.IndexOf(names, asked) % keys.Length];
        IOrderedEnumerable<(T Row, IComparable? By)> known = rows.Select(r => (Row: r, By: key.Of(r))).OrderBy(r => r.By is null);
        return [.. (key.MostFirst != asked.StartsWith('-') ? known.ThenByDescending(r => r.By, Values) : known.ThenBy(r => r.By, Values)).Select(r => r.Row)];
    }

    // Words as people look them up; all else by its own order.
    private static readonly Comparer<IComparable?> Values = Comparer<IComparable?>.Create((a, b) =>
        a is string x && b is string y ? string.Compare(x, y, StringComparison.OrdinalIgnoreCase) : Comparer<object?>.Default.Compare(a, b));
}
