using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Lattices;

/// <summary>Reads the record's chokepoints with the losses of the chosen partners, and ranks them for a set of members.</summary>
internal sealed class ChokepointReader
{
    /// <summary>So many of the most costly are shown.</summary>
    private const int Shown = 5;

    private readonly RecordIndex _index;
    private readonly LatticeSettings _settings;
    private readonly IReadOnlyList<EntityId> _partners;
    private readonly List<Known> _known = [];

    internal ChokepointReader(RecordIndex index, LatticeSettings settings, IReadOnlyList<EntityId> partners)
    {
        _index = index;
        _settings = settings;
        _partners = partners;
        ILookup<EntityId, MemberLoss> losses = index.Losses.Select(Loss).OfType<(EntityId Cause, MemberLoss Loss)>()
            .Where(l => partners.Contains(l.Loss.Partner)).ToLookup(l => l.Cause, l => l.Loss);
        foreach (Entity chokepoint in index.Chokepoints)
        {
            if (Read(chokepoint, [.. losses[chokepoint.Id]]) is not { } known)
            {
                continue;
            }

            // One table on two bases gives two chokepoints: the one recorded last is shown.
            int same = _known.FindIndex(k => (k.Supplier, k.Sector, k.Year, k.Dataset) == (known.Supplier, known.Sector, known.Year, known.Dataset));
            if (same < 0)
            {
                _known.Add(known);
            }
            else if (_known[same].Behind[0].Recorded < known.Behind[0].Recorded)
            {
                _known[same] = known;
            }
        }
    }

    /// <summary>The most costly supplier industries of the row's table sectors for these members, of the latest year that names them all.</summary>
    internal IReadOnlyList<Chokepoint> Of(string sector, IReadOnlyList<EntityId> members) => Ranked(
        [.. _settings.Links.Of(sector).SelectMany(link => _known.Where(k => k.Sector == link.TableSector!.Value).Select(k => (k, (Fit?)link.Fit!.Value)))], members);

    /// <summary>The most costly supplier industries of all sectors for these members.</summary>
    internal IReadOnlyList<Chokepoint> Of(IReadOnlyList<EntityId> members) => Ranked([.. _known.Select(k => (k, (Fit?)null))], members);

    /// <summary>Every supplier industry of every year with a loss of each member that is not the supplier, most costly first.</summary>
    internal IReadOnlyList<Chokepoint> All() =>
        [.. _known.Select(k => Made(k, null, _partners)).OfType<Chokepoint>().OrderByDescending(c => c.Loss).ThenBy(c => c.Id)];

    private IReadOnlyList<Chokepoint> Ranked(IReadOnlyList<(Known Known, Fit? Fit)> known, IReadOnlyList<EntityId> members)
    {
        Chokepoint[] all = [.. known.Select(k => Made(k.Known, k.Fit, members)).OfType<Chokepoint>().Where(c => _settings.Year is not { } year || c.Year == year)];
        return all.Length == 0 ? []
            : [.. all.Where(c => c.Year == all.Max(a => a.Year)).OrderByDescending(c => c.Loss).ThenBy(c => c.Id).Take(Shown)];
    }

    private Chokepoint? Made(Known known, Fit? fit, IReadOnlyList<EntityId> members)
    {
        EntityId[] others = [.. members.Where(m => m != known.Supplier)];
        MemberLoss[] losses = [.. others.Select(m => known.Losses.FirstOrDefault(l => l.Partner == m)).OfType<MemberLoss>()];

        // A member whose loss the record does not hold would count as one who loses nothing.
        bool whole = losses.Length == others.Length && losses.Length > 0;
        return !whole || losses.Select(l => l.Loss.Currency).Distinct().Count() > 1 ? null : new Chokepoint(
            known.Id, known.Sector, _settings.Links.PlainName(known.Sector) ?? _index.NameOf(known.Sector) ?? "", fit, known.Supplier, _index.NameOf(known.Supplier) ?? "",
            _partners.Contains(known.Supplier) ? SupplierPlace.Partner : SupplierPlace.Foreign, known.Year, known.Dataset, losses, known.Behind);
    }

    private static Known? Read(Entity chokepoint, IReadOnlyList<MemberLoss> losses) =>
        chokepoint.First("supplier") is { Value: EntityValue supplier } supplierClaim && supplier.Id.Kind == "country" && Vocabulary.Countries.ContainsKey(supplier.Id.Name)
        && chokepoint.First("supplying-sector") is { Value: EntityValue sector } sectorClaim && chokepoint.First("year") is { Value: QuantityValue year } yearClaim
            ? new Known(chokepoint.Id, supplier.Id, sector.Id, (int)year.Amount, sectorClaim.Claim.Source.Of, losses, [.. new[] { supplierClaim, sectorClaim, yearClaim, chokepoint.First("world-loss"), chokepoint.First("own-loss") }.OfType<HeldClaim>()]) : null;

    private static (EntityId Cause, MemberLoss Loss)? Loss(Entity loss)
    {
        if (loss.First("cause") is not { Value: EntityValue { Id.Kind: "chokepoint" } cause } || loss.First("country") is not { Value: EntityValue country }
            || loss.First("value-added-loss") is not { Value: MoneyValue money } claim)
        {
            return null;
        }

        HeldClaim? share = loss.First("value-added-loss-share");
        return (cause.Id, new MemberLoss(country.Id, loss.Id, money, claim, share?.Value as ShareValue, share));
    }

    private sealed record Known(EntityId Id, EntityId Supplier, EntityId Sector, int Year, EntityId Dataset, IReadOnlyList<MemberLoss> Losses, IReadOnlyList<HeldClaim> Behind);
}
