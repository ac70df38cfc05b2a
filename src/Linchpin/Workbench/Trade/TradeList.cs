using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Trade;

/// <summary>Early warnings and concentrations of the record, with what else could be chosen.</summary>
/// <param name="Warnings">The latest first.</param>
/// <param name="Concentrations">The most concentrated first.</param>
/// <param name="Products">Products that the record has either of.</param>
public sealed record TradeList(IReadOnlyList<TradeRow> Warnings, IReadOnlyList<Entity> Concentrations, IReadOnlyList<EntityId> Products)
{
    /// <summary>Those that the address asks for.</summary>
    public static TradeList Find(Scope scope)
    {
        (TradeRow[] warnings, Entity[] concentrations) = scope.Seen.Once("trade", () => (
            scope.View.Entities("trade-warning").Select(TradeRow.Of).OfType<TradeRow>().OrderByDescending(r => r.Date.Earliest).ThenBy(r => r.Id).ToArray(),
            scope.View.Entities("concentration").Where(c => c.Linked("product").Count > 0).OrderByDescending(c => (c.First("hhi")?.Value as QuantityValue)?.Amount ?? -1).ThenBy(c => c.Id).ToArray()));
        string importers = scope.OneOf("importers", "all", "partners");
        bool Chosen(EntityId? user) => importers == "all" || user is null || scope.Partners.Contains(user.Value.Name);
        bool Wanted(EntityId product) => scope["product"] is not { } asked || product.Name == asked;
        return new TradeList(
            [.. warnings.Where(w => Chosen(w.Importer) && Wanted(w.Product))],
            [.. concentrations.Where(c => Wanted(c.Linked("product")[0]) && Chosen(c.Linked("user").Cast<EntityId?>().FirstOrDefault()))],
            [.. warnings.Select(w => w.Product).Concat(concentrations.Select(c => c.Linked("product")[0])).Distinct().Order()]);
    }
}

/// <summary>An early warning as a row.</summary>
/// <param name="Id">The warning.</param>
/// <param name="Warning">All its claims.</param>
/// <param name="Product">The product.</param>
/// <param name="Importer">The importer.</param>
/// <param name="Origin">The supplier country.</param>
/// <param name="Date">The month in which it began.</param>
public sealed record TradeRow(EntityId Id, Entity Warning, EntityId Product, EntityId Importer, EntityId Origin, PartialDate Date)
{
    /// <summary>A text of it; <see langword="null"/> where the record does not say.</summary>
    public string? Text(string property) => (Warning.First(property)?.Value as TextValue)?.Words;

    /// <summary>How sure, from 0 to 1; <see langword="null"/> where the record does not say.</summary>
    public double? Sure => Warning.First("certainty")?.Claim.Confidence;

    internal static TradeRow? Of(Entity w) =>
        w.Linked("product") is [var product, ..] && w.Linked("user") is [var user, ..] && w.Linked("supplier") is [var origin, ..] && w.First("date")?.Value is DateValue date
            ? new TradeRow(w.Id, w, product, user, origin, date.On) : null;
}
