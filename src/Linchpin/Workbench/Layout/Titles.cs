using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Linchpin.Briefing.Sectors;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Language;

namespace Linchpin.Workbench.Layout;

/// <summary>What to call an entity on a page: its name on record; where it has none, its words, its office, or what it measures. Never an id where the record says more.</summary>
internal sealed class Titles
{
    private const int Longest = 110;

    private static readonly ConditionalWeakTable<View, ConcurrentDictionary<string, Titles>> OfViews = [];

    private readonly View _view;
    private readonly ConcurrentDictionary<EntityId, string> _known = new();
    private readonly ConcurrentDictionary<string, bool> _read = new(StringComparer.Ordinal);

    private readonly Messages _words;

    private Titles(View view, Messages words) => (_view, _words) = (view, words);

    /// <summary>The titles of a view in a language; they live as long as it does.</summary>
    public static Titles For(View view, Messages words) => OfViews.GetValue(view, _ => new()).GetOrAdd(words.Language, _ => new Titles(view, words));

    /// <summary>The title; one line, cut where long.</summary>
    public string Of(EntityId id)
    {
        Read(id.Kind);
        if (!_known.TryGetValue(id, out string? title))
        {
            _known[id] = title = _words.NameOf(id) ?? id.Kind switch
            {
                "role" => Office(_view.Entity(id)),
                "exposure" => Exposure(_view.Entity(id)),
                "chokepoint" => Chokepoint(_view.Entity(id)),
                "loss" => Loss(_view.Entity(id)),
                "plan-burden" => Burden(_view.Entity(id)),
                "replacement" => Replaced(_view.Entity(id)),
                "sector" when SectorLinks.Default.PlainName(id) is { } plain => plain,
                "sector" when id.Name.EndsWith(":manuf", StringComparison.Ordinal) => _words["exposures.manufacturing"],
                _ => null,
            } ?? _view.NameOf(id);
        }

        return title;
    }

    /// <summary>The words of all that is promised, advised or feared, read at once: a list asks for many.</summary>
    private void Read(string kind)
    {
        if (kind == "event" && _read.TryAdd(kind, true))
        {
            foreach (Entity e in _view.Entities(kind).Where(e => e.First("name") is null))
            {
                _known.TryAdd(e.Id, Event(e));
            }
        }

        if (kind is not ("commitment" or "recommendation" or "risk") || !_read.TryAdd(kind, true))
        {
            return;
        }

        HashSet<EntityId> named = [.. _view.Claims(new ClaimFilter(Kind: kind, Property: "name")).Select(c => c.Subject)];
        foreach (HeldClaim what in _view.Claims(new ClaimFilter(Kind: kind, Property: "what")).Where(c => c.Value is TextValue && !named.Contains(c.Subject)))
        {
            _known.TryAdd(what.Subject, Cut(what.Value.Display));
        }
    }

    /// <summary>An event that no source names: what was done, or its type with who took part; where and when.</summary>
    private string Event(Entity e)
    {
        string type = e.First("type")?.Value.Display.Replace('-', ' ') ?? "event";
        string what = e.First("what")?.Value.Display
            ?? string.Join(", ", new[] { string.Concat(type[..1].ToUpperInvariant(), type[1..]) }.Concat((e.Linked("mechanism") is { Count: > 0 } m ? m : e.Linked("participant")).Take(3).Select(Of)));
        return Cut(string.Join(", ", new[] { what.TrimEnd('.'), e.First("place")?.Value.Display, e.First("date")?.Value.Display }.Where((x, i) => x is not null && (i == 0 || !what.Contains(x, StringComparison.Ordinal)))));
    }

    private string? Office(Entity? role)
    {
        string? office = role?.First("title")?.Value.Display;
        string? person = role?.First("person")?.Value is EntityValue p ? Of(p.Id) : null;
        return office is null ? person : person is null ? office : Cut($"{person}, {office}");
    }

    private string? Exposure(Entity? exposure) =>
        exposure?.First("user")?.Value is EntityValue user && exposure.First("user-sector")?.Value is EntityValue sector && exposure.First("supplier")?.Value is EntityValue supplier
            ? _words["title.exposure", Of(user.Id), Of(sector.Id), Of(supplier.Id)] + Year(exposure) : null;

    private string? Chokepoint(Entity? chokepoint) =>
        chokepoint?.First("supplier")?.Value is EntityValue supplier && chokepoint.First("supplying-sector")?.Value is EntityValue sector
            ? _words["title.chokepoint", Of(supplier.Id), Of(sector.Id)] + Year(chokepoint) : null;

    private static string Year(Entity entity) => entity.First("year")?.Value is QuantityValue year ? string.Create(CultureInfo.InvariantCulture, $", {year.Amount:0}") : "";

    private string? Burden(Entity? burden) => burden?.Linked("plan") is [var plan, ..] && burden.Linked("country") is [var country, ..] ? _words["title.burden", Of(country), Of(plan)] : null;

    private string? Replaced(Entity? r) => r?.Linked("supplier") is [var by, ..] && r.Linked("user") is [var to, ..] && r.Linked("supplying-sector") is [var sector, ..]
        ? _words["title.replacement", Of(sector), Of(by), Of(to)] + (r.First("type")?.Value is TextValue how ? ", " + how.Words.Replace('-', ' ') : "") : null;

    private string? Loss(Entity? loss) => loss?.First("cause")?.Value is EntityValue cause && loss.First("country")?.Value is EntityValue country
        ? _words["title.loss", Of(country.Id), Of(cause.Id)] : null;

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(text.LastIndexOf(' ', Longest) is > 60 and int space ? space : Longest)] + "…";
}
