using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Exposures;

/// <summary>One user's exposures in one year, or those of all the partners, with what else could be chosen.</summary>
/// <param name="Chosen">The countries whose sectors use the supplies: one, or several partners; empty where the record has no exposure.</param>
/// <param name="Year">The table's year.</param>
/// <param name="Since">The earlier or later year that the rows are held against; <see langword="null"/> where none is asked for.</param>
/// <param name="Rows">The exposures as sorted. Regions that are no country come last, whatever their share.</param>
/// <param name="Users">Countries that the record has exposures of.</param>
/// <param name="Years">Years that the record has for the user, latest first.</param>
/// <param name="Sectors">Table sectors of the user.</param>
/// <param name="Suppliers">Suppliers of the user.</param>
public sealed record ExposureList(
    IReadOnlyList<EntityId> Chosen, int Year, int? Since, IReadOnlyList<ExposureRow> Rows, IReadOnlyList<EntityId> Users, IReadOnlyList<int> Years, IReadOnlyList<(EntityId Id, string Name)> Sectors, IReadOnlyList<EntityId> Suppliers)
{
    /// <summary>The word that asks for all the partners as users.</summary>
    public const string AllPartners = "partners";

    /// <summary>The measures, in the order of the table's columns.</summary>
    public static readonly string[] Measures =
        ["face-value-share", "look-through-share", "face-value-manufactures-share", "look-through-manufactures-share", "value-added-share", "look-through-coefficient"];

    /// <summary>The views of the page: the table of one year, years side by side, tiers of supply.</summary>
    public static readonly string[] Views = ["year", "years", "tiers"];

    /// <summary>The same exposures in every year that the record has, ordered by the latest; empty unless years are asked for.</summary>
    public IReadOnlyList<ExposureCourse> Courses { get; init; } = [];

    /// <summary>The exposures that the address asks for.</summary>
    public static ExposureList Find(Scope scope)
    {
        View record = scope.View;
        IReadOnlyList<EntityId> users = scope.Seen.Once("exposure-users", () => (IReadOnlyList<EntityId>)[.. record.Claims(new ClaimFilter(Kind: "exposure", Property: "user")).Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id).Distinct().Order()]);
        EntityId[] partners = [.. scope.Partners.Select(EntityId.Country).Where(users.Contains)];
        EntityId[] chosen = scope["user"] == AllPartners ? partners : scope["user"] is { } asked ? [EntityId.Country(Vocabulary.Country(asked))] : [.. partners.Concat(users).Take(1)];
        if (chosen.Length == 0)
        {
            return new ExposureList([], 0, null, [], users, [], [], []);
        }

        ExposureRow[] all = [.. chosen.SelectMany(of => scope.Seen.Once(("exposures", of), () => (ExposureRow[])[.. record.Claims(new ClaimFilter(Kind: "exposure", Property: "user", Names: of)).Select(c => c.Subject).Distinct()
            .Select(id => Row(record.Entity(id))).OfType<ExposureRow>()]))];
        int[] years = [.. all.Select(r => r.Year).Distinct().OrderDescending()];
        int year = scope.Number("year", years.FirstOrDefault());
        int? since = scope["since"] is null ? null : scope.Number("since", 0, 2999);
        ILookup<(EntityId, EntityId, EntityId), double?> before = all.Where(r => r.Year == since).ToLookup(r => (r.User, r.UserSector, r.Supplier), r => r.LookThrough);
        string view = scope.OneOf("view", Views);
        string measure = scope.OneOf("measure", "look-through-share", "face-value-share");
        ExposureRow[] ofYear = [.. all.Where(r => r.Year == year).Select(r => since is null ? r : r with { Before = before[(r.User, r.UserSector, r.Supplier)].FirstOrDefault() })];
        bool Wanted(ExposureRow r) => (scope["user-sector"] is null || r.UserSector.Name == scope["user-sector"])
            && (scope["supplier"] is null || r.Supplier.Name.Equals(scope["supplier"], StringComparison.OrdinalIgnoreCase));
        IEnumerable<ExposureRow> rows = (view == "years" ? all : ofYear).Where(Wanted);
        return new ExposureList(
            chosen, year, since, [.. Sorted(rows, scope.OneOf("sort", "look-through", "face-value", "gap", "change", "sector", "supplier"))], users, years,
            [.. ofYear.Select(r => (r.UserSector, r.UserSectorName)).Distinct().OrderBy(s => s.UserSectorName, StringComparer.Ordinal)],
            [.. ofYear.Select(r => r.Supplier).Distinct().Order()])
        {
            Courses = view == "years" ? ExposureCourse.Of(all.Where(Wanted), measure) : [],
        };
    }

    private static IEnumerable<ExposureRow> Sorted(IEnumerable<ExposureRow> rows, string by)
    {
        IOrderedEnumerable<ExposureRow> countriesFirst = rows.OrderBy(r => r.SupplierIsCountry ? 0 : 1);
        IOrderedEnumerable<ExposureRow> sorted = by switch
        {
            "face-value" => countriesFirst.ThenByDescending(r => r.FaceValue ?? -1),
            "change" => countriesFirst.ThenByDescending(r => r.Change ?? -2),
            "gap" => countriesFirst.ThenByDescending(r => r.Gap ?? -2),
            "sector" => countriesFirst.ThenBy(r => r.UserSectorName, StringComparer.Ordinal).ThenByDescending(r => r.LookThrough ?? -1),
            "supplier" => countriesFirst.ThenBy(r => r.Supplier).ThenByDescending(r => r.LookThrough ?? -1),
            _ => countriesFirst.ThenByDescending(r => r.LookThrough ?? -1),
        };
        return sorted.ThenBy(r => r.Id);
    }

    private static ExposureRow? Row(Entity? entity)
    {
        if (entity is null || Target(entity, "user") is not { } user || Target(entity, "user-sector") is not { } sector || Target(entity, "supplier") is not { } supplier
            || entity.First("year")?.Value is not QuantityValue year)
        {
            return null;
        }

        var measures = new Dictionary<string, HeldClaim>(StringComparer.Ordinal);
        foreach (string measure in Measures)
        {
            if (entity.First(measure) is { } claim)
            {
                measures[measure] = claim;
            }
        }

        return new ExposureRow(entity.Id, user, sector, SectorLinks.Default.PlainName(sector) ?? sector.Name, supplier, (int)year.Amount, measures);
    }

    private static EntityId? Target(Entity entity, string property) => (entity.First(property)?.Value as EntityValue)?.Id;
}

/// <summary>One exposure as a row of the table.</summary>
/// <param name="Id">The exposure.</param>
/// <param name="User">The country whose sector uses the supplies.</param>
/// <param name="UserSector">That sector in the table's classification.</param>
/// <param name="UserSectorName">Its name in plain words, or its code where none is listed.</param>
/// <param name="Supplier">Where the supplies come from.</param>
/// <param name="Year">The table's year.</param>
/// <param name="Measures">The claims of its measures, by property.</param>
public sealed record ExposureRow(EntityId Id, EntityId User, EntityId UserSector, string UserSectorName, EntityId Supplier, int Year, IReadOnlyDictionary<string, HeldClaim> Measures)
{
    /// <summary>Whether the supplier is a country; the table's rest of the world is none and is never ranked as one.</summary>
    public bool SupplierIsCountry => Supplier.Kind == "country" && Vocabulary.Countries.ContainsKey(Supplier.Name);

    /// <summary>Direct inputs from the supplier, 0 to 1; <see langword="null"/> where the record does not say.</summary>
    public double? FaceValue => Share("face-value-share");

    /// <summary>Direct and indirect inputs, 0 to 1; <see langword="null"/> where the record does not say.</summary>
    public double? LookThrough => Share("look-through-share");

    /// <summary>Look-through exposure of the same sector to the same supplier in the year held against; <see langword="null"/> where none is asked for, and where the
    /// record does not say: it may have been below the publishing floor.</summary>
    public double? Before { get; init; }

    /// <summary>Look-through less that of the year held against, as a difference of shares.</summary>
    public double? Change => LookThrough - Before;

    /// <summary>Look-through less face-value, as a difference of shares.</summary>
    public double? Gap => LookThrough - FaceValue;

    /// <summary>A measure's share; <see langword="null"/> where the record does not say.</summary>
    public double? Share(string measure) => (Measures.GetValueOrDefault(measure)?.Value as ShareValue)?.Part;
}
