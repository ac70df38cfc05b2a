using System.Globalization;
using System.Text.RegularExpressions;

namespace Linchpin.Supply.Import;

/// <summary>The year of a table: what its files state, what their names state and what the user states must agree.</summary>
internal static partial class ImportedYear
{
    internal static int Of(int? stated, int? inside, ImportFiles files)
    {
        int[] named = NamedYears(files);
        int? name = named.Length == 1 ? named[0] : null;
        if (stated is < 1900 or > 2100)
        {
            throw SupplyFaults.YearContradictory.Because($"{stated.Value.ToString(CultureInfo.InvariantCulture)} is not a year of a table.", remedy: "Give a year from 1900 to 2100.");
        }

        if (stated is not null && (inside ?? name) is { } found && found != stated)
        {
            throw SupplyFaults.YearContradictory.Because($"The year stated is {stated}, and the {(inside is null ? "files' names" : "files")} state {found}.");
        }

        if (inside is not null && name is not null && inside != name)
        {
            throw SupplyFaults.YearContradictory.Because($"The files state {inside}, and their names {name}.", remedy: "Give the file its own name again.");
        }

        return stated ?? inside ?? name ?? throw SupplyFaults.YearUnstated.Because(
            named.Length == 0 ? "Neither the files nor their names state one." : $"The names state {string.Join(" and ", named.Order())}.");
    }

    /// <summary>Years in the names of tables; of the folder where no name has one, as EXIOBASE's IOT_2011_ixi.</summary>
    private static int[] NamedYears(ImportFiles files)
    {
        int[] years = [.. files.Names.Where(n => files.Folder is null || n.Contains(".csv", StringComparison.OrdinalIgnoreCase)).SelectMany(YearsOf).Distinct()];
        return years.Length > 0 || files.Folder is not { } folder ? years : [.. YearsOf(Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/'))).Distinct()];
    }

    /// <summary>Years in a name; the year of an edition (ICIO2021, WIOD2016) is none of the data.</summary>
    private static IEnumerable<int> YearsOf(string name) =>
        YearIn().Matches(name).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"(?<!\d)(?<!ICIO[-_]?)(?<!WIOD[-_]?)((?:19|20)\d\d)(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex YearIn();
}
