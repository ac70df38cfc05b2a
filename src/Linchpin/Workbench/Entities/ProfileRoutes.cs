using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;
using Linchpin.Workbench.Exports;

namespace Linchpin.Workbench.Entities;

/// <summary>An actor as the API lists it.</summary>
public sealed record ActorJson(string Id, string Name, string? Type, IReadOnlyList<NamedJson> Countries, int Mechanisms, int Meetings, int Commitments, int Offices, int Documents, string? LastEvent);

/// <summary>A person as the API lists them.</summary>
public sealed record PersonJson(string Id, string Name, IReadOnlyList<OfficeJson> Offices, IReadOnlyList<NamedJson> Countries, int Meetings, int Commitments, int Documents);

/// <summary>An office of a person: its words, where it belongs, when held as far as stated, and the dates of the sources that tell of it.</summary>
public sealed record OfficeJson(string Id, string? Title, NamedJson? Body, string? From, string? To, string? ToldFirst, string? ToldLast);

/// <summary>Countries, bodies and people: the lists, a page each, and their API. Mechanisms have their list in their own folder and the same page.</summary>
internal static class ProfileRoutes
{
    private const int MostOnPage = 100;

    private static readonly QueryTerm[] ActorTerms =
    [
        new("country", "Only this country and its bodies, ISO 3166 alpha-3."), new("type", "Only actors of this type."), new("q", "Only actors whose name has these letters."),
        new("sort", "meetings, name, type, mechanisms, last, commitments, offices or documents; with a minus before it the other way round."),
    ];

    private static readonly QueryTerm[] PersonTerms =
    [
        new("country", "Only people of this country, ISO 3166 alpha-3."), new("body", "Only people with an office in this body or country, kind/name."), new("q", "Only people whose name or office has these letters."),
        new("sort", "name, told, meetings, commitments or documents; with a minus before it the other way round."),
    ];

    /// <summary>Maps them.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPage("/actors", ActorTerms, (scope, _) => Routes.Page<ActorsPage>(
            scope, ("All", ActorList.All(scope)), ("Found", ActorList.Of(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapPage("/actors/{name}", [], (scope, http) => Page(scope, Actor(scope, http)));
        app.MapFiles("/actors", ActorTerms, ActorList.Of, scope =>
        [
            new("name", r => scope.NameOf(r.Id)), new("type", r => r.Type), new("countries", r => string.Join("; ", r.Countries.Select(scope.NameOf))), new("mechanisms", r => Count(r.Mechanisms)), new("meetings", r => Count(r.Meetings)),
            new("latest event", r => r.Last?.ToString()), new("commitments", r => Count(r.Commitments)), new("offices", r => Count(r.Offices)), new("documents", r => Count(r.Documents)), new("id", r => r.Id.ToString()),
        ], (scope, r) => RecordTies.Of(scope).Documents[r.Id]);
        app.MapClaimFiles("/actors/{name}", [], (scope, http) => EntityRoutes.About(scope, Actor(scope, http)));
        app.MapApi("/api/actors", "Countries and bodies with how much the record has of each.", ActorTerms, (scope, _) =>
            ToJson.Page(ActorList.Of(scope), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), r => new ActorJson(
                r.Id.ToString(), ToJson.Named(scope.View, r.Id).Name, r.Type, ToJson.Named(scope.View, r.Countries), r.Mechanisms, r.Meetings, r.Commitments, r.Offices, r.Documents, r.Last?.ToString())));

        app.MapPage("/people", PersonTerms, (scope, _) => Routes.Page<PeoplePage>(
            scope, ("All", PersonList.All(scope)), ("Found", PersonList.Of(scope)), ("Skip", scope.Number("skip", 0)), ("Most", Routes.Most(scope, MostOnPage))));
        app.MapPage("/people/{name}", [], (scope, http) => Page(scope, EntityRoutes.One(scope, http, "person")));
        app.MapFiles("/people", PersonTerms, PersonList.Of, scope =>
        [
            new("name", r => scope.NameOf(r.Entity.Id)), new("offices", r => string.Join("; ", r.Offices.Select(o => o.Body is { } body ? $"{o.Title}, {scope.NameOf(body)}" : o.Title))),
            new("countries", r => string.Join("; ", r.Countries.Select(scope.NameOf))), new("told of in", r => r.Told?.ToString()), new("meetings", r => Count(r.Meetings)), new("commitments", r => Count(r.Commitments)),
            new("documents", r => Count(r.Documents)), new("id", r => r.Entity.Id.ToString()),
        ], (_, r) => r.Entity.Claims.Concat(r.Offices.Select(o => o.Claim)));
        app.MapClaimFiles("/people/{name}", [], (scope, http) => EntityRoutes.About(scope, EntityRoutes.One(scope, http, "person")));
        app.MapApi("/api/people", "People with their offices and how much the record has of each.", PersonTerms, (scope, _) =>
            ToJson.Page(PersonList.Of(scope), scope.Number("skip", 0), Routes.Most(scope, MostOnPage), r => new PersonJson(
                r.Entity.Id.ToString(), ToJson.Named(scope.View, r.Entity.Id).Name, [.. r.Offices.Select(o => Shape(scope.View, o))], ToJson.Named(scope.View, r.Countries), r.Meetings, r.Commitments, r.Documents)));
    }

    /// <summary>The page of a mechanism, actor or person; under another id that it was merged into, its own address.</summary>
    internal static IResult Page(Scope scope, Entity entity) => Layout.Address.Of(entity.Id) is var own && Uri.UnescapeDataString(own) != scope.Path
        ? Results.Redirect(scope.Link(own)) : Routes.Page<ProfilePage>(scope, ("Of", Profile.Of(scope, entity)));

    private static OfficeJson Shape(View view, Office o) => new(
        o.Role.Id.ToString(), o.Title, o.Body is { } body ? ToJson.Named(view, body) : null, o.From?.ToString(), o.To?.ToString(), o.Told?.First.ToString(), o.Told?.Last.ToString());

    private static Entity Actor(Scope scope, HttpContext http) => EntityRoutes.One(scope, http, Vocabulary.Countries.ContainsKey($"{http.Request.RouteValues["name"]}") ? "country" : "body");

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
