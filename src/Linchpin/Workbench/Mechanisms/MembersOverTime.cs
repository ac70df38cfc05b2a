using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Entities;

namespace Linchpin.Workbench.Mechanisms;

/// <summary>Who belongs to a mechanism or took part in its meetings, year by year.</summary>
/// <param name="Years">The latest years with a dated meeting on record, in their order. A year without one is left out: nothing is known of it.</param>
/// <param name="Rows">Members by name of their id, then those that only took part.</param>
public sealed record MembersOverTime(IReadOnlyList<int> Years, IReadOnlyList<MemberRow> Rows)
{
    private const int MostYears = 12;

    /// <summary>Those of a mechanism with these meetings.</summary>
    public static MembersOverTime Of(Entity mechanism, IReadOnlyList<Entity> meetings)
    {
        (Entity Event, int Year)[] dated = [.. meetings.Where(e => Profile.On(e) is not null).Select(e => (e, Profile.On(e)!.Value.Year))];
        int[] years = [.. dated.Select(d => d.Year).Distinct().Order().TakeLast(MostYears)];
        ILookup<EntityId, HeldClaim> members = mechanism.Of("member").Where(c => c.Value is EntityValue).ToLookup(c => ((EntityValue)c.Value).Id);
        ILookup<EntityId, Entity> took = meetings.SelectMany(e => e.Linked("participant"), (e, who) => (e, who)).Where(t => t.who.Kind is "country" or "body").ToLookup(t => t.who, t => t.e);
        return new MembersOverTime(years,
        [
            .. members.Select(g => g.Key).Concat(took.Select(g => g.Key)).Distinct().OrderByDescending(members.Contains).ThenByDescending(who => took[who].Count()).ThenBy(who => who)
                .Select(who => new MemberRow(
                    who, [.. members[who]], took[who].FirstOrDefault()?.Of("participant").FirstOrDefault(c => c.Value is EntityValue v && v.Id == who),
                    [.. years.Select(y => dated.Count(d => d.Year == y && d.Event.Linked("participant").Contains(who)))])),
        ]);
    }
}

/// <summary>A member of a mechanism, or who took part without a source that calls it a member.</summary>
/// <param name="Id">Who.</param>
/// <param name="Claims">The claims that it is a member; empty where it only took part.</param>
/// <param name="TookPart">A claim that it took part; <see langword="null"/> where no meeting names it.</param>
/// <param name="Meetings">Of each year, the meetings on record that name it. Zero: there were meetings on record, and none names it.</param>
public sealed record MemberRow(EntityId Id, IReadOnlyList<HeldClaim> Claims, HeldClaim? TookPart, IReadOnlyList<int> Meetings)
{
    /// <summary>From when it is a member, as a source states.</summary>
    public PartialDate? From => Claims.Select(c => c.Claim.Valid.From).Where(d => d is not null).Min();

    /// <summary>Until when, as a source states.</summary>
    public PartialDate? To => Claims.Select(c => c.Claim.Valid.To).Where(d => d is not null).Max();
}
