namespace Linchpin.Supply.LinearProgrammes;

/// <summary>The simplex method for bounded variables, in managed code.</summary>
/// <remarks>
/// <para><b>Form:</b> every row gets a logical variable: A x + s = 0 with -upper &lt;= s &lt;= -lower, so the first basis is the identity and needs
/// no artificial variable. Phase 1 minimises the sum of what lies outside its bounds; an outside variable blocks where it comes back.</para>
/// <para><b>Choice:</b> the largest reduced cost enters; among the variables that block within the tolerance the one with the largest pivot leaves.
/// After 40 steps without gain both choices go by the smallest index (Bland 1977) until a step gains, so it cannot run in a circle.</para>
/// <para><b>Accuracy:</b> rows and columns are scaled by powers of two; the inverse is made anew every 100 steps and before an answer is believed;
/// bounds hold to 1e-9 relative.</para>
/// <para><b>Size:</b> the inverse is dense, 8 m^2 bytes for m rows: hundreds of rows, tens of thousands of columns.</para>
/// <para>Chvátal (1983), ch. 8; Maros (2003), ch. 9.</para>
/// </remarks>
internal sealed partial class BoundedSimplex
{
    private const double Feasible = 1e-9;
    private const double Relaxed = 1e-11;
    private const double Worth = 1e-9;
    private const double LeastPivot = 1e-9;
    private const int Patience = 40;
    private const int Renewal = 100;

    private readonly LinearProgramme _programme;
    private readonly Scaling _scaling;
    private readonly int _m;
    private readonly int _n;
    private readonly int[] _start;
    private readonly int[] _row;
    private readonly double[] _value;
    private readonly double[] _cost;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _x;
    private readonly Place[] _place;
    private readonly int[] _basic;
    private readonly double[] _basicCost;
    private readonly double[] _price;
    private readonly double[] _alpha;
    private readonly BasisInverse _inverse;

    private BoundedSimplex(LinearProgramme programme)
    {
        _programme = programme;
        _m = programme.Rows;
        _n = programme.Columns;
        _scaling = new Scaling(programme);
        _start = [.. programme.Start];
        _row = [.. programme.EntryRow];
        _value = [.. programme.EntryValue];
        _cost = new double[_n + _m];
        _lower = new double[_n + _m];
        _upper = new double[_n + _m];
        for (int j = 0; j < _n; j++)
        {
            double scale = _scaling.Column[j];
            _cost[j] = programme.Cost[j] * scale * _scaling.Cost;
            _lower[j] = programme.Lower[j] / scale;
            _upper[j] = programme.Upper[j] / scale;
            for (int k = _start[j]; k < _start[j + 1]; k++)
            {
                _value[k] *= scale * _scaling.Row[_row[k]];
            }
        }

        for (int r = 0; r < _m; r++)
        {
            _lower[_n + r] = -programme.RowUpper[r] * _scaling.Row[r];
            _upper[_n + r] = -programme.RowLower[r] * _scaling.Row[r];
        }

        _x = new double[_n + _m];
        _place = new Place[_n + _m];
        _basic = new int[_m];
        _basicCost = new double[_m];
        _price = new double[_m];
        _alpha = new double[_m];
        _inverse = new BasisInverse(_m);
    }

    /// <summary>Solves a programme.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="start">Where to begin: places of columns, then rows; <see langword="null"/> for the basis of all rows.</param>
    /// <param name="mostSteps">Steps after which it gives up.</param>
    /// <param name="cancel">Stops it.</param>
    internal static LinearSolution Solve(LinearProgramme programme, Place[]? start = null, int mostSteps = 200_000, CancellationToken cancel = default)
    {
        for (int i = 0; i < programme.Columns + programme.Rows; i++)
        {
            bool column = i < programme.Columns;
            double lower = column ? programme.Lower[i] : programme.RowLower[i - programme.Columns];
            double upper = column ? programme.Upper[i] : programme.RowUpper[i - programme.Columns];
            if (lower > upper)
            {
                return new LinearSolution(LinearStatus.Infeasible, 0, [], [], [], [], 0);
            }
        }

        var simplex = new BoundedSimplex(programme);
        simplex.Begin(start);
        int before = start is null && simplex.Favour() ? simplex.RunDual(mostSteps, cancel) : 0;
        return simplex.Run(before, mostSteps, cancel);
    }

    private void Begin(Place[]? start)
    {
        var entering = new List<int>();
        for (int j = 0; j < _n + _m; j++)
        {
            Place wanted = start is null ? (j < _n ? Place.Lower : Place.Basic) : j < _n ? start[j] : Turned(start[j]);
            _place[j] = wanted == Place.Basic ? Place.Basic : Resting(j, wanted);
            if (wanted == Place.Basic && j < _n)
            {
                entering.Add(j);
            }
        }

        Renew(entering);
    }

    /// <summary>A logical variable is its row's sum with the sign turned.</summary>
    private static Place Turned(Place place) => place switch
    {
        Place.Lower => Place.Upper,
        Place.Upper => Place.Lower,
        _ => place,
    };

    /// <summary>The bound where a variable outside the basis can rest; the other where the wished one is none.</summary>
    private Place Resting(int j, Place wished) => wished == Place.Upper && double.IsFinite(_upper[j]) ? Place.Upper
        : double.IsFinite(_lower[j]) ? Place.Lower : double.IsFinite(_upper[j]) ? Place.Upper : Place.Free;

    private LinearSolution Run(int before, int mostSteps, CancellationToken cancel)
    {
        int since = before > 0 ? 1 : 0;
        int stalled = 0;
        double best = double.MaxValue;
        bool lastPhaseOne = true;
        for (int step = before; step < mostSteps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (since >= Renewal)
            {
                Renew([.. _basic.Where(j => j < _n)]);
                since = 0;
            }

            bool phaseOne = Costs(out double goal);
            if (goal < best - (1e-12 * Math.Abs(best)) || phaseOne != lastPhaseOne)
            {
                stalled = 0;
                best = goal;
                lastPhaseOne = phaseOne;
            }

            bool bland = ++stalled > Patience;
            _inverse.Price(_basicCost, _price);
            (int entering, double direction) = Entering(phaseOne, bland);
            if (entering < 0)
            {
                if (since > 0)
                {
                    // An end is believed only of an inverse made anew.
                    Renew([.. _basic.Where(j => j < _n)]);
                    since = 0;
                    continue;
                }

                return Result(phaseOne ? LinearStatus.Infeasible : LinearStatus.Optimal, step);
            }

            Product(entering);
            (int leaving, double length, bool upper) = Leaving(entering, direction, bland);
            if (double.IsPositiveInfinity(length))
            {
                if (since > 0)
                {
                    Renew([.. _basic.Where(j => j < _n)]);
                    since = 0;
                    continue;
                }

                return Result(phaseOne ? LinearStatus.Unsolved : LinearStatus.Unbounded, step);
            }

            Move(entering, direction, leaving, length, upper);
            since += leaving >= 0 ? 1 : 0;
        }

        return Result(LinearStatus.Unsolved, mostSteps);
    }

    /// <summary>The costs of the basic variables: in phase 1 the slope of what lies outside, else the programme's own.</summary>
    private bool Costs(out double goal)
    {
        bool phaseOne = false;
        goal = 0;
        for (int i = 0; i < _m; i++)
        {
            int j = _basic[i];
            double under = _lower[j] - _x[j];
            double over = _x[j] - _upper[j];
            _basicCost[i] = under > Allowance(_lower[j]) ? -1 : over > Allowance(_upper[j]) ? 1 : 0;
            goal += _basicCost[i] == 0 ? 0 : Math.Max(under, over);
            phaseOne |= _basicCost[i] != 0;
        }

        if (!phaseOne)
        {
            goal = 0;
            for (int j = 0; j < _n; j++)
            {
                goal += _cost[j] * _x[j];
            }

            for (int i = 0; i < _m; i++)
            {
                _basicCost[i] = _cost[_basic[i]];
            }
        }

        return phaseOne;
    }

    private static double Allowance(double bound) => Feasible * Math.Max(1, Math.Abs(bound));

    private (int Entering, double Direction) Entering(bool phaseOne, bool bland)
    {
        int best = -1;
        double most = Worth;
        double direction = 0;
        for (int j = 0; j < _n + _m; j++)
        {
            if (_place[j] == Place.Basic || _lower[j] == _upper[j])
            {
                continue;
            }

            double reduced = Reduced(j, phaseOne);
            double gain = _place[j] switch
            {
                Place.Lower => -reduced,
                Place.Upper => reduced,
                _ => Math.Abs(reduced),
            };
            if (gain > most)
            {
                (best, most, direction) = (j, gain, reduced < 0 ? 1 : -1);
                if (bland)
                {
                    break;
                }
            }
        }

        return (best, direction);
    }

    private double Reduced(int j, bool phaseOne)
    {
        if (j >= _n)
        {
            return -_price[j - _n];
        }

        double reduced = phaseOne ? 0 : _cost[j];
        for (int k = _start[j]; k < _start[j + 1]; k++)
        {
            reduced -= _price[_row[k]] * _value[k];
        }

        return reduced;
    }

    private void Product(int j)
    {
        if (j < _n)
        {
            int first = _start[j];
            int count = _start[j + 1] - first;
            _inverse.Times(_row.AsSpan(first, count), _value.AsSpan(first, count), _alpha);
        }
        else
        {
            _inverse.Times([j - _n], [1], _alpha);
        }
    }

    private LinearSolution Result(LinearStatus status, int steps)
    {
        double[] x = new double[_n];
        double[] reduced = new double[_n];
        double[] price = new double[_m];
        double objective = 0;
        for (int j = 0; j < _n; j++)
        {
            x[j] = Math.Clamp(_x[j] * _scaling.Column[j], _programme.Lower[j], _programme.Upper[j]);
            reduced[j] = _place[j] == Place.Basic ? 0 : Reduced(j, false) / _scaling.Column[j] / _scaling.Cost;
            objective += _programme.Cost[j] * x[j];
        }

        for (int r = 0; r < _m; r++)
        {
            price[r] = _price[r] * _scaling.Row[r] / _scaling.Cost;
        }

        return new LinearSolution(status, objective, x, price, reduced, [.. _place.Take(_n), .. _place.Skip(_n).Select(Turned)], steps);
    }
}
