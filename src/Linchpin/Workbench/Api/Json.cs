using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Language;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Api;

/// <summary>An entity by id and the name to show.</summary>
public sealed record NamedJson(string Id, string Name);

/// <summary>A value: its type, the line that pages show, and the field of its type.</summary>
public sealed record ValueJson(
    string Type, string Display, string? Text = null, double? Number = null, string? Unit = null, string? Base = null,
    string? Currency = null, string? Prices = null, int? Year = null, string? Date = null, string? Entity = null, string? Why = null);

/// <summary>A source: a passage of a document, or a dataset with the calculation.</summary>
public sealed record SourceJson(
    string Of, string Title, string? File, string? Published, int? Start = null, int? End = null, string? QuoteHash = null, string? Quote = null, string? Version = null, string? Derivation = null,
    LaterVersionJson? LaterVersion = null);

/// <summary>The latest version of a claim's document, and whether the passage's words stand in it; <see langword="null"/> where this node does not hold both texts.</summary>
public sealed record LaterVersionJson(string Document, bool? PassageStands);

/// <summary>A label.</summary>
public sealed record LabelJson(string Owner, string? Tlp, IReadOnlyList<string>? ReleasableTo, string? HoldUntil, string Display);

/// <summary>A claim as a view holds it.</summary>
public sealed record HeldClaimJson(
    string Id, NamedJson Subject, string Property, ValueJson Value, string? From, string? To, string Recorded, SourceJson Source,
    string Author, string AuthorKind, double? Confidence, Standing Standing, Certainty Dated, LabelJson Handling);

/// <summary>An entity with its claims.</summary>
public sealed record EntityJson(string Id, string Kind, string Name, IReadOnlyList<HeldClaimJson> Claims);

/// <summary>A part of a list: how many there are in all, how many were passed over, and the items.</summary>
public sealed record PageJson<T>(int Total, int Skip, IReadOnlyList<T> Items);

/// <summary>Turns what a view holds into what the API writes.</summary>
internal static class ToJson
{
    public static NamedJson Named(View view, EntityId id) => new(id.ToString(), Titles.For(view, Messages.English).Of(id));

    public static IReadOnlyList<NamedJson> Named(View view, IEnumerable<EntityId> ids) => [.. ids.Select(i => Named(view, i))];

    public static HeldClaimJson Claim(View view, HeldClaim c) => new(
        c.Claim.Id, Named(view, c.Subject), c.Claim.Property, Value(view, c.Value), c.Claim.Valid.From?.ToString(), c.Claim.Valid.To?.ToString(),
        c.Recorded.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Source(view, c), c.Claim.Author.Name + (c.Claim.Author.Version.Length > 0 ? " " + c.Claim.Author.Version : ""),
        c.Claim.Author.Kind.ToString().ToLowerInvariant(), c.Claim.Confidence, c.Standing, c.Dated, Label(c.Claim.Handling));

    public static IReadOnlyList<HeldClaimJson> Claims(View view, IEnumerable<HeldClaim> claims) => [.. claims.Select(c => Claim(view, c))];

    public static EntityJson Entity(View view, Entity e) => new(e.Id.ToString(), e.Id.Kind, Titles.For(view, Messages.English).Of(e.Id), Claims(view, e.Claims));

    public static LabelJson Label(Handling h) => new(h.Owner, h.Tlp?.Display(), h.ReleasableTo, h.HoldUntil?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), h.Display);

    public static PageJson<TOut> Page<TIn, TOut>(IReadOnlyList<TIn> all, int skip, int most, Func<TIn, TOut> shape) => new(all.Count, skip, [.. all.Skip(skip).Take(most).Select(shape)]);

    public static ValueJson Value(View view, Value value) => value switch
    {
        TextValue v => new("text", v.Display, Text: v.Words),
        QuantityValue v => new("quantity", v.Display, Number: v.Amount, Unit: v.Unit),
        ShareValue v => new("share", v.Display, Number: v.Part, Base: v.Base),
        MoneyValue v => new("money", v.Display, Number: (double)v.Amount, Currency: v.Currency, Prices: v.Prices, Year: v.Year),
        DateValue v => new("date", v.Display, Date: v.On.ToString()),
        EntityValue v => new("entity", Titles.For(view, Messages.English).Of(v.Id), Entity: v.Id.ToString()),
        UnknownValue v => new("unknown", v.Display, Why: v.Why),
        NotApplicableValue v => new("not-applicable", v.Display, Why: v.Why),
        _ => throw new InvalidOperationException(value.GetType().Name),
    };

    private static SourceJson Source(View view, HeldClaim c) => c.Claim.Source switch
    {
        DocumentSource d => new(
            d.Document.ToString(), Titles.For(view, Messages.English).Of(d.Document), view.FileNameOf(d.Document), c.Published?.ToString(),
            d.At.Start, d.At.End, d.At.QuoteHash, c.Quote,
            LaterVersion: view.InLatestVersion(c) is { } later ? new LaterVersionJson(later.Document.ToString(), later.Stands) : null),
        DatasetSource d => new(d.Dataset.ToString(), Titles.For(view, Messages.English).Of(d.Dataset), null, c.Published?.ToString(), Version: d.Version, Derivation: d.Derivation),
        _ => throw new InvalidOperationException(c.Claim.Source.GetType().Name),
    };
}
