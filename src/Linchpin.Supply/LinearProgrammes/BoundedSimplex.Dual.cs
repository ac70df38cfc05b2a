namespace Linchpin.Supply.LinearProgrammes;

/// <summary>The dual method, run first where the beginning allows it; the primal method then finishes and checks.</summary>
/// <remarks>
/// <para>Where every column rests at the bound that its cost favours, the basis of all rows is dual feasible, as it is in every programme whose
/// costs are not negative. The dual method then needs about as many steps as there are rows, the primal one many more.</para>
/// <para><b>Choice:</b> the largest breach leaves. Columns that would change sides are turned over to their other bound as long as the breach is not
/// made good by that (bound flipping; Maros 2003, ch. 10). It stops without harm whenever the numbers turn bad: nothing is concluded from it.</para>
/// </remarks>
internal sealed partial class BoundedSimplex
{
    private const double LeastDualPivot = 1e-7;

    /// <summary>Puts boxed columns at the bound that their cost favours; says whether all the others are there already.</summary>
    private bool Favour()
    {
        bool all = true;
        for (int j = 0; j < _n; j++)
        {
            if (_place[j] != Place.Basic && _lower[j] != _upper[j])
            {
                double cost = _cost[j];
                _place[j] = cost < 0 && double.IsFinite(_upper[j]) ? Place.Upper : cost > 0 && double.IsFinite(_lower[j]) ? Place.Lower : _place[j];
                all &= (_place[j] != Place.Lower || cost >= 0) && (_place[j] != Place.Upper || cost <= 0) && (_place[j] != Place.Free || cost == 0);
            }
        }

        Settle();
        return all;
    }

    /// <summary>Runs the dual method from the basis of all rows.</summary>
    /// <returns>Steps taken.</returns>
    private int RunDual(int mostSteps, CancellationToken cancel)
    {
        double[] reduced = new double[_n + _m];
        double[] along = new double[_n + _m];
        double[] row = new double[_m];
        int step = 0;
        for (; step < mostSteps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            if (step % Renewal == 0)
            {
                if (step > 0)
                {
                    Renew([.. _basic.Where(j => j < _n)]);
                }

                Reprice(reduced);
            }

            int leaving = Worst(out bool below);
            if (leaving < 0)
            {
                return step;
            }

            _inverse.RowOf(leaving, row);
            Along(row, along);
            int entering = Turn(leaving, below, reduced, along);
            if (entering < 0)
            {
                return step;
            }

            Product(entering);
            if (Math.Abs(_alpha[leaving] - along[entering]) > 1e-6 * Math.Max(1, Math.Abs(along[entering])))
            {
                return step;
            }

            double ratio = reduced[entering] / along[entering];
            for (int j = 0; j < reduced.Length; j++)
            {
                reduced[j] = _place[j] == Place.Basic ? 0 : reduced[j] - (ratio * along[j]);
            }

            int left = _basic[leaving];
            double length = (_x[left] - (below ? _lower[left] : _upper[left])) / _alpha[leaving];
            Move(entering, Math.Sign(length), leaving, Math.Abs(length), !below);
            reduced[left] = -ratio;
            reduced[entering] = 0;
        }

        return step;
    }

    private void Reprice(double[] reduced)
    {
        for (int i = 0; i < _m; i++)
        {
            _basicCost[i] = _cost[_basic[i]];
        }

        _inverse.Price(_basicCost, _price);
        for (int j = 0; j < reduced.Length; j++)
        {
            reduced[j] = _place[j] == Place.Basic ? 0 : Reduced(j, false);
        }
    }

    private int Worst(out bool below)
    {
        int worst = -1;
        double most = 0;
        below = false;
        for (int i = 0; i < _m; i++)
        {
            int j = _basic[i];
            double under = _lower[j] - _x[j];
            double over = _x[j] - _upper[j];
            double breach = under > Allowance(_lower[j]) ? under : over > Allowance(_upper[j]) ? over : 0;
            if (breach > most)
            {
                (worst, most, below) = (i, breach, under > over);
            }
        }

        return worst;
    }

    /// <summary>The row of the tableau: what a unit of each variable takes from the leaving one.</summary>
    private void Along(double[] row, double[] along)
    {
        for (int j = 0; j < _n; j++)
        {
            double sum = 0;
            for (int k = _start[j]; k < _start[j + 1] && _place[j] != Place.Basic; k++)
            {
                sum += row[_row[k]] * _value[k];
            }

            along[j] = sum;
        }

        row.CopyTo(along, _n);
    }

    /// <summary>Turns over the columns whose turn comes before the breach is made good; the one at which it is enters.</summary>
    private int Turn(int leaving, bool below, double[] reduced, double[] along)
    {
        int breached = _basic[leaving];
        double breach = below ? _lower[breached] - _x[breached] : _x[breached] - _upper[breached];
        var candidates = new List<(double Ratio, double Pivot, int Column)>();
        for (int j = 0; j < along.Length; j++)
        {
            if (_place[j] == Place.Basic || _lower[j] == _upper[j] || Math.Abs(along[j]) < LeastDualPivot)
            {
                continue;
            }

            // A column at its lower bound can only rise; it helps where that moves the leaving variable towards its bound.
            bool rises = below == along[j] < 0;
            if (_place[j] == Place.Free || rises == (_place[j] == Place.Lower))
            {
                candidates.Add((Math.Abs(reduced[j]) / Math.Abs(along[j]), Math.Abs(along[j]), j));
            }
        }

        candidates.Sort((a, b) => a.Ratio != b.Ratio ? a.Ratio.CompareTo(b.Ratio) : a.Pivot != b.Pivot ? b.Pivot.CompareTo(a.Pivot) : a.Column.CompareTo(b.Column));
        int last = 0;
        double left = breach;
        while (last < candidates.Count - 1 && left - (candidates[last].Pivot * (_upper[candidates[last].Column] - _lower[candidates[last].Column])) > 0)
        {
            left -= candidates[last].Pivot * (_upper[candidates[last].Column] - _lower[candidates[last].Column]);
            last++;
        }

        if (candidates.Count == 0)
        {
            return -1;
        }

        TurnOver(candidates, last);
        return candidates[last].Column;
    }

    private void TurnOver(List<(double Ratio, double Pivot, int Column)> candidates, int count)
    {
        double[] change = new double[_m];
        for (int k = 0; k < count; k++)
        {
            int j = candidates[k].Column;
            bool up = _place[j] == Place.Lower;
            double by = up ? _upper[j] - _lower[j] : _lower[j] - _upper[j];
            _place[j] = up ? Place.Upper : Place.Lower;
            _x[j] = up ? _upper[j] : _lower[j];
            if (j >= _n)
            {
                change[j - _n] += by;
            }

            for (int e = j < _n ? _start[j] : 0; j < _n && e < _start[j + 1]; e++)
            {
                change[_row[e]] += _value[e] * by;
            }
        }

        if (count > 0)
        {
            _inverse.Times([.. Enumerable.Range(0, _m)], change, _alpha);
            for (int i = 0; i < _m; i++)
            {
                _x[_basic[i]] -= _alpha[i];
            }
        }
    }
}
