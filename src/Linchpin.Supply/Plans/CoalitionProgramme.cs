using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Plans;

/// <summary>The linear programme of one coalition: what its members lose, and what they can put in its place for each other.</summary>
/// <remarks>
/// <para><b>Columns:</b> new production n and redirected exports d by member, sector and receiving member; stock b; the part r of each industry's production that is lost, in
/// steps; final use and harmless inputs that go without.</para>
/// <para><b>Steps of r:</b> of a missing input s an industry bears at most min(lost_sj, use_sj r_j): its own lost deliveries, and no more than its idle part
/// would have used. That is concave in r_j, so r_j is cut at the ratios lost / use into steps that the optimum fills in order, and needs no row of its own.</para>
/// <para>The switch between alone and together is the set of members, and nothing else.</para>
/// </remarks>
internal sealed class CoalitionProgramme
{
    private const double No = double.PositiveInfinity;

    private readonly PlanModel _model;
    private readonly int[] _affected;
    private readonly LinearProgramme _programme = new();
    private readonly Dictionary<(int Partner, int Sector), int> _need = [];
    private readonly Dictionary<(int Partner, int Sector), int> _substitute = [];
    private readonly Dictionary<(int Partner, int Sector), int> _capacity = [];
    private readonly Dictionary<(int Partner, int Sector), int> _redirect = [];
    private readonly List<(PlanCondition Condition, int Row)> _conditions = [];

    internal CoalitionProgramme(PlanModel model, IReadOnlyList<int> members, IReadOnlyList<PlanCondition> conditions)
    {
        _model = model;
        Members = members;
        _affected = model.Losses.Affected;
        AddRows(conditions.Where(c => members.Contains(c.Partner)));
        foreach (int q in members)
        {
            foreach (int s in _affected.Where(s => _need.ContainsKey((q, s))))
            {
                AddSupplies(q, s);
            }

            AddLosses(q);
        }
    }

    internal IReadOnlyList<int> Members { get; }

    internal LinearProgramme Programme => _programme;

    /// <summary>Deliveries, each with its column.</summary>
    internal List<(PlannedDelivery Delivery, int Column)> Deliveries { get; } = [];

    /// <summary>Steps of production lost, each with its column.</summary>
    internal List<(int Partner, int User, int Column)> Idle { get; } = [];

    /// <summary>Final use that goes without, each with its column.</summary>
    internal List<(int Partner, int Sector, int Column)> Unserved { get; } = [];

    /// <summary>Rows of spare capacity, then of redirected exports.</summary>
    internal IEnumerable<(bool Redirected, int Partner, int Sector, int Row)> Limits =>
        _capacity.Select(r => (false, r.Key.Partner, r.Key.Sector, r.Value)).Concat(_redirect.Select(r => (true, r.Key.Partner, r.Key.Sector, r.Value)));

    /// <summary>The same programme with every capacity raised by a millionth and a part of one that differs from row to row: its prices are single ones.</summary>
    internal LinearProgramme Raised()
    {
        const double Little = 1e-6;
        double[] upper = [.. _programme.RowUpper];
        foreach ((_, _, _, int row) in Limits)
        {
            upper[row] *= 1 + (Little * (1 + (Math.Sqrt(row + 2) % 1)));
        }

        return _programme.With(_programme.Cost, _programme.Lower, _programme.Upper, _programme.RowLower, upper);
    }

    private void AddRows(IEnumerable<PlanCondition> conditions)
    {
        foreach (int p in Members)
        {
            foreach (int s in _affected)
            {
                if (_model.Losses.Total[p][s] > 0)
                {
                    _need[(p, s)] = _programme.AddRow(_model.Losses.Total[p][s], No);
                    if (_model.Substitutability[s] < 1)
                    {
                        _substitute[(p, s)] = _programme.AddRow(-No, _model.Substitutability[s] * _model.Losses.Total[p][s]);
                    }
                }

                if (_model.Redirectable[p][s] > 0)
                {
                    _redirect[(p, s)] = _programme.AddRow(-No, _model.Redirectable[p][s]);
                }
            }

            foreach (int i in Enumerable.Range(0, _model.Sectors).Where(i => Binds(p, i)))
            {
                _capacity[(p, i)] = _programme.AddRow(-No, _model.Spare[p][i]);
            }
        }

        foreach (PlanCondition c in conditions)
        {
            double lost = c.Sectors.Sum(s => _model.Losses.Total[c.Partner][s]);
            if (c.Coverage is { } least && lost > 0)
            {
                _conditions.Add((c, _programme.AddRow(least * lost, No)));
            }

            if (c.Exports is { } most)
            {
                _conditions.Add((c, _programme.AddRow(-No, most * c.Sectors.Sum(s => _model.Exports[c.Partner][s]))));
            }
        }
    }

    /// <summary>Whether an industry's spare capacity can stop anything: not where all makers of its country together at their own most would leave some of it.</summary>
    private bool Binds(int p, int i)
    {
        double[][] own = _model.Required.Own[p];
        double called = _affected.Where(s => own[s][s] > 0).Sum(s => own[i][s] * _model.Spare[p][s] / own[s][s]);
        return _affected.Contains(i) || called > _model.Spare[p][i];
    }

    private void AddSupplies(int q, int s)
    {
        PlanSettings settings = _model.Settings;
        foreach (int p in Members.Where(p => _model.CanSend(p, s, q)))
        {
            double abroad = p == q ? 0 : settings.PremiumAbroad;
            Add(new PlannedDelivery(PlannedKind.NewProduction, p, q, s, settings.PremiumNew + abroad), No);
            if (_redirect.ContainsKey((p, s)))
            {
                Add(new PlannedDelivery(PlannedKind.RedirectedExport, p, q, s, settings.PremiumRedirected + abroad), No);
            }
        }

        if (_model.Stock[q][s] > 0)
        {
            Add(new PlannedDelivery(PlannedKind.Stock, q, q, s, settings.PremiumStock), _model.Stock[q][s]);
        }
    }

    private void Add(PlannedDelivery d, double most)
    {
        var entries = new SortedDictionary<int, double>();
        Put(_need[(d.To, d.Sector)], 1);
        if (d.Kind != PlannedKind.Stock && _substitute.TryGetValue((d.To, d.Sector), out int substitute))
        {
            Put(substitute, 1);
        }

        if (d.Kind == PlannedKind.RedirectedExport)
        {
            Put(_redirect[(d.By, d.Sector)], 1);
        }

        foreach ((PlanCondition c, int row) in _conditions)
        {
            bool covers = c.Coverage is not null && c.Partner == d.To && c.Sectors.Contains(d.Sector);
            bool sends = c.Exports is not null && c.Partner == d.By && d.To != d.By && c.Sectors.Contains(d.Sector);
            Put(row, covers || sends ? 1 : 0);
        }

        if (d.Kind == PlannedKind.NewProduction)
        {
            for (int i = 0; i < _model.Sectors; i++)
            {
                Put(_capacity.GetValueOrDefault((d.By, i), -1), _model.Required.Own[d.By][i][d.Sector]);
            }

            // Inputs that are themselves being lost: the maker must have them on top of what it lost.
            foreach (int input in _affected)
            {
                double more = _model.Required.Lost[d.By][input][d.Sector];
                Put(_need.GetValueOrDefault((d.By, input), -1), -more);
                Put(_substitute.GetValueOrDefault((d.By, input), -1), -more * _model.Substitutability[input]);
                foreach ((PlanCondition c, int row) in _conditions)
                {
                    Put(c.Coverage is not null && c.Partner == d.By && c.Sectors.Contains(input) ? row : -1, -more * (c.Coverage ?? 0));
                }
            }
        }

        Deliveries.Add((d, _programme.AddColumn(d.Premium, 0, most, [.. entries.Select(e => (e.Key, e.Value))])));

        void Put(int row, double value)
        {
            if (row >= 0 && value != 0)
            {
                entries[row] = entries.GetValueOrDefault(row) + value;
            }
        }
    }

    private void AddLosses(int q)
    {
        LostDeliveries losses = _model.Losses;
        double harm = _model.Settings.HarmWeight;
        for (int j = 0; j < _model.Sectors; j++)
        {
            int user = j;
            (int Sector, double Ratio)[] ratios =
            [
                .. _affected.Where(s => losses.OfUser[q][s][user] > 0 && losses.UseOfUser[q][s][user] > 0)
                    .Select(s => (s, Math.Min(1, losses.OfUser[q][s][user] / losses.UseOfUser[q][s][user]))).OrderBy(r => r.Item2),
            ];
            double from = 0;
            for (int k = 0; k < ratios.Length; k++)
            {
                double width = ratios[k].Ratio - from;
                if (width > 1e-12)
                {
                    (int, double)[] bears = [.. ratios[k..].Select(r => (_need[(q, r.Sector)], losses.UseOfUser[q][r.Sector][user])).OrderBy(e => e.Item1)];
                    Idle.Add((q, j, _programme.AddColumn(harm * _model.ValueAdded[q][j], 0, width, bears)));
                    from = ratios[k].Ratio;
                }
            }
        }

        foreach (int s in _affected.Where(s => _need.ContainsKey((q, s))))
        {
            if (losses.Final[q][s] > 0)
            {
                Unserved.Add((q, s, _programme.AddColumn(harm * _model.Settings.FinalWeight, 0, losses.Final[q][s], (_need[(q, s)], 1))));
            }

            if (losses.Harmless[q][s] > 0)
            {
                _programme.AddColumn(0, 0, losses.Harmless[q][s], (_need[(q, s)], 1));
            }
        }
    }
}

/// <summary>A delivery that a plan may make.</summary>
/// <param name="Kind">Where it comes from.</param>
/// <param name="By">Who makes it, by number among the partners.</param>
/// <param name="To">Who receives it.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Premium">Its cost above the usual price, a unit.</param>
internal sealed record PlannedDelivery(PlannedKind Kind, int By, int To, int Sector, double Premium);
