using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Exposures;

/// <summary>One exposure over the years of the record: the same using sector and supplier.</summary>
/// <param name="Latest">Its row of the latest year that has one.</param>
/// <param name="Measure">Which measure.</param>
/// <param name="Years">The claim of the measure by year; a year that the record has none of is left out: it may have been below the publishing floor.</param>
public sealed record ExposureCourse(ExposureRow Latest, string Measure, IReadOnlyDictionary<int, HeldClaim> Years)
{
    /// <summary>The share in a year, 0 to 1; <see langword="null"/> where the record does not say.</summary>
    public double? Share(int year) => (Years.GetValueOrDefault(year)?.Value as ShareValue)?.Part;

    /// <summary>Courses of these rows, countries before regions that are none, the largest share of the latest year first.</summary>
    internal static IReadOnlyList<ExposureCourse> Of(IEnumerable<ExposureRow> rows, string measure) =>
    [
        .. rows.GroupBy(r => (r.User, r.UserSector, r.Supplier))
            .Select(g => new ExposureCourse(
                g.MaxBy(r => r.Year)!, measure,
                g.Where(r => r.Measures.ContainsKey(measure)).GroupBy(r => r.Year).ToDictionary(y => y.Key, y => y.First().Measures[measure])))
            .Where(c => c.Years.Count > 0)
            .OrderBy(c => c.Latest.SupplierIsCountry ? 0 : 1).ThenByDescending(c => c.Latest.Year).ThenByDescending(c => c.Share(c.Latest.Year) ?? -1).ThenBy(c => c.Latest.Id),
    ];
}
