using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>The part of each delivery that a scenario's events take away, day by day, before anybody reacts.</summary>
/// <remarks>
/// <para><b>Equation:</b> c_iq(t) = 1 - (1 - k_i(t)) times the product over the bans and quotas of i to q of what passes of the deliveries before, k the
/// loss of capacity.</para>
/// <para>Capital to be rebuilt comes back as the rebuilding demand would have it were all of it met: a part 1 / rebuild_tau of what is left each
/// day. Tariffs, shifts of demand and stock releases take no delivery away: they are named in <see cref="NotCounted"/>.</para>
/// </remarks>
internal sealed class DeliveryCuts
{
    private readonly ScenarioSettings _settings;
    private readonly Shock[] _capacity;
    private readonly Shock[] _border;
    private readonly Shock[] _ruling;

    internal DeliveryCuts(ArioModel model, ScenarioTimeline timeline)
    {
        _settings = model.Settings;
        _capacity = [.. timeline.Shocks.Where(s => s.CutsCapacity)];
        _border = [.. timeline.Shocks.Where(s => s.About.Kind is EventKind.ExportBan or EventKind.Quota)];
        _ruling = [.. timeline.Shocks.Where(s => s.RulesDeliveries)];
        NotCounted = [.. timeline.Shocks.Where(s => !_capacity.Contains(s) && !_border.Contains(s)).Select(s => ScenarioForm.Word(s.About.Kind)).Distinct()];
        Suppliers = [.. _capacity.SelectMany(s => s.Industries).Concat(_border.SelectMany(s => s.Deliveries.Keys)).Distinct().Order()];
    }

    /// <summary>Industries with a delivery that is cut on some day.</summary>
    internal int[] Suppliers { get; }

    /// <summary>Kinds of event in the scenario that the plan does not count.</summary>
    internal IReadOnlyList<string> NotCounted { get; }

    /// <summary>The part of an industry's capacity that is gone on a day.</summary>
    internal double Capacity(int industry, int day)
    {
        double gone = 0;
        foreach (Shock shock in _capacity)
        {
            if (Array.BinarySearch(shock.Industries, industry) >= 0)
            {
                gone += shock.About.Kind == EventKind.CapitalRebuild ? Rebuilt(shock, day) : shock.Cut(day);
            }
        }

        return Math.Min(1, gone);
    }

    /// <summary>The part of an industry's deliveries to a country that is gone on a day.</summary>
    internal double Of(int industry, int country, int day)
    {
        double left = 1 - Capacity(industry, day);
        foreach (Shock shock in _border)
        {
            // What is asked for is what was delivered before: the plan begins before anybody asks for more.
            left *= Rules(shock, industry, country) ? shock.Passes(day, 1, 1) : 1;
        }

        return 1 - left;
    }

    /// <summary>Whether any ban, quota or tariff rules an industry's exports.</summary>
    internal bool Ruled(int industry) => _ruling.Any(s => s.Deliveries.ContainsKey(industry));

    /// <summary>Whether a ban or quota stands between an industry and a country on some day: then nothing more can be sent there.</summary>
    internal bool Barred(int industry, int country) => _border.Any(s => Rules(s, industry, country) && s.Passes(s.About.Start, 1, 1) < 1);

    private static bool Rules(Shock shock, int industry, int country) =>
        shock.Deliveries.TryGetValue(industry, out int[]? countries) && Array.BinarySearch(countries, country) >= 0;

    private double Rebuilt(Shock shock, int day) => day < shock.About.Start ? 0
        : shock.About.Share * Math.Pow(1 - (1 / _settings.RebuildTau), Math.Max(0, day - shock.RebuildFrom));
}
