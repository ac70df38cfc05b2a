using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>A supplying industry with deliveries that bans, quotas or tariffs rule: which countries, and what passes each border on a day.</summary>
internal sealed class RuledSupplier
{
    private readonly Shock[][] _shocks;

    internal RuledSupplier(ArioModel model, int industry, IReadOnlyList<Shock> ruling)
    {
        Industry = industry;
        Shock[] mine = [.. ruling.Where(s => s.Deliveries.ContainsKey(industry))];
        Countries = [.. mine.SelectMany(s => s.Deliveries[industry]).Distinct().Order()];
        _shocks = [.. Countries.Select(c => mine.Where(s => s.Deliveries[industry].Contains(c)).ToArray())];
        int sectors = model.Table.Sectors.Count;
        Before = [.. Countries.Select(c => VectorMath.Sum(model.Flow.Row(industry).Slice(c * sectors, sectors)) + model.Final[industry, c])];
        HasQuota = mine.Any(s => s.About.Kind == EventKind.Quota);
    }

    /// <summary>The industry's number.</summary>
    internal int Industry { get; }

    /// <summary>The countries on the other side, in rising order.</summary>
    internal int[] Countries { get; }

    /// <summary>Deliveries a day to each of them before any event, to production and final demand.</summary>
    internal double[] Before { get; }

    /// <summary>Whether a quota is among the rules: then what passes depends on what is asked for.</summary>
    internal bool HasQuota { get; }

    /// <summary>Whether any rule is felt on a day.</summary>
    internal bool RuledOn(int day) => Array.Exists(_shocks, s => Array.Exists(s, k => Felt(k, day)));

    /// <summary>The part of what is asked for that passes to a country on a day; k counts <see cref="Countries"/>. At most one rule is felt on
    /// one delivery at one time.</summary>
    internal double Passes(int k, int day, double asked)
    {
        Shock? felt = Array.Find(_shocks[k], s => Felt(s, day));
        return felt is null ? 1 : felt.Passes(day, asked, Before[k]);
    }

    /// <summary>The part of the final demand kept out that turns to other suppliers.</summary>
    internal double Diverted(int k, int day) => Array.Find(_shocks[k], s => Felt(s, day))?.About.Diverted ?? 0;

    /// <summary>From the first day in force to one day after the last, on which all passes: what was ordered under the rule is delivered as it was ordered.</summary>
    internal static bool Felt(Shock shock, int day) => day >= shock.About.Start && day <= shock.Last;
}
