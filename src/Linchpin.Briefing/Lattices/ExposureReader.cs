using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>Reads the record's exposures by using country and table sector, and joins those that several partners share.</summary>
internal sealed class ExposureReader
{
    /// <summary>Below the threshold, so many of the largest are shown.</summary>
    private const int ShownBelow = 3;

    private readonly RecordIndex _index;
    private readonly LatticeSettings _settings;
    private readonly IReadOnlyList<EntityId> _partners;
    private readonly Dictionary<(EntityId User, EntityId Sector), List<Known>> _known = [];

    internal ExposureReader(RecordIndex index, LatticeSettings settings, IReadOnlyList<EntityId> partners)
    {
        _index = index;
        _settings = settings;
        _partners = partners;
        foreach (Entity exposure in index.Exposures)
        {
            if (Read(exposure) is { } known && partners.Contains(known.User) && known.User != known.Supplier)
            {
                if (!_known.TryGetValue((known.User, known.Sector), out List<Known>? list))
                {
                    _known.Add((known.User, known.Sector), list = []);
                }

                // One table on two bases gives two exposures: the one recorded last is shown.
                int same = list.FindIndex(k => k.Supplier == known.Supplier && k.Year == known.Year && k.Dataset == known.Dataset);
                if (same < 0)
                {
                    list.Add(known);
                }
                else if (list[same].Share.LookThroughClaim.Recorded < known.Share.LookThroughClaim.Recorded)
                {
                    list[same] = known;
                }
            }
        }
    }

    /// <summary>What the members share in the table sectors of a sector of co-operation, largest first: all at or above the threshold, a few below it,
    /// and suppliers that are not counted.</summary>
    internal IReadOnlyList<Exposure> Of(string sector, IReadOnlyList<EntityId> members)
    {
        var shared = new List<Exposure>();
        foreach (SectorLink link in _settings.Links.Of(sector))
        {
            shared.AddRange(Shared(link, members));
        }

        shared.Sort(static (a, b) => (b.Share, a.SupplierName, a.TableSectorName).CompareTo((a.Share, b.SupplierName, b.TableSectorName)));
        int below = 0;
        return [.. shared.Where(e => e.Place == SupplierPlace.NotACountry || e.Share >= _settings.Threshold || below++ < ShownBelow)];
    }

    private IEnumerable<Exposure> Shared(SectorLink link, IReadOnlyList<EntityId> members)
    {
        EntityId sector = link.TableSector!.Value;
        var lists = new List<List<Known>>(members.Count);
        foreach (EntityId member in members)
        {
            if (!_known.TryGetValue((member, sector), out List<Known>? list))
            {
                return [];
            }

            lists.Add(list);
        }

        // Shares of two tables are not shared, be they of one year.
        int[] years = [.. lists.Select(l => l.Select(k => (k.Year, k.Dataset))).Aggregate((a, b) => a.Intersect(b)).Select(s => s.Year).Where(y => _settings.Year is not { } wanted || y == wanted)];
        if (years.Length == 0)
        {
            return [];
        }

        int year = years.Max();
        string name = _settings.Links.PlainName(sector) ?? _index.NameOf(sector) ?? "";
        return lists[0].Where(k => k.Year == year)
            .Select(first => (first, all: lists.Select(l => l.Find(k => k.Year == year && k.Dataset == first.Dataset && k.Supplier == first.Supplier)).ToArray()))
            .Where(x => x.all.All(k => k is not null))
            .Select(x => new Exposure(
                sector, name, link.Fit!.Value, link.Reason, x.first.Supplier, _index.NameOf(x.first.Supplier) ?? "", PlaceOf(x.first.Supplier),
                year, x.first.Dataset, [.. x.all.Select(k => k!.Share)]));
    }

    private SupplierPlace PlaceOf(EntityId supplier) => _partners.Contains(supplier) ? SupplierPlace.Partner
        : supplier.Kind == "country" && Vocabulary.Countries.ContainsKey(supplier.Name) ? SupplierPlace.Foreign
        : SupplierPlace.NotACountry;

    private static Known? Read(Entity exposure)
    {
        if (exposure.First("user") is not { Value: EntityValue user } userClaim
            || exposure.First("user-sector") is not { Value: EntityValue sector } sectorClaim
            || exposure.First("supplier") is not { Value: EntityValue supplier } supplierClaim
            || exposure.First("year") is not { Value: QuantityValue year } yearClaim
            || exposure.First("look-through-share") is not { Value: ShareValue share } shareClaim)
        {
            return null;
        }

        HeldClaim? face = exposure.First("face-value-share");
        HeldClaim[] claims = face is null
            ? [shareClaim, userClaim, sectorClaim, supplierClaim, yearClaim]
            : [shareClaim, face, userClaim, sectorClaim, supplierClaim, yearClaim];
        return new Known(
            user.Id, sector.Id, supplier.Id, (int)year.Amount, shareClaim.Claim.Source.Of,
            new MemberShare(user.Id, exposure.Id, share, shareClaim, face?.Value as ShareValue, face, claims));
    }

    private sealed record Known(EntityId User, EntityId Sector, EntityId Supplier, int Year, EntityId Dataset, MemberShare Share);
}
