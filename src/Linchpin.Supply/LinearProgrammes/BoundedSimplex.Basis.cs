namespace Linchpin.Supply.LinearProgrammes;

/// <content>The basis: its inverse made anew, and the values that follow from it.</content>
internal sealed partial class BoundedSimplex
{
    /// <summary>Makes the inverse anew from the identity, one structural column after another, and the basic values with it.</summary>
    /// <param name="entering">The structural columns of the basis. One that depends on the others is put out of it.</param>
    private void Renew(List<int> entering)
    {
        _inverse.Reset();
        bool[] taken = new bool[_m];
        for (int i = 0; i < _m; i++)
        {
            _basic[i] = _n + i;
            taken[i] = _place[_n + i] == Place.Basic;
        }

        // Short columns first keep the inverse sparse for longer.
        foreach (int j in entering.OrderBy(j => _start[j + 1] - _start[j]).ThenBy(j => j))
        {
            Product(j);
            int at = -1;
            for (int i = 0; i < _m; i++)
            {
                at = !taken[i] && Math.Abs(_alpha[i]) > 1e-8 && (at < 0 || Math.Abs(_alpha[i]) > Math.Abs(_alpha[at])) ? i : at;
            }

            if (at < 0)
            {
                _place[j] = Resting(j, Place.Lower);
                continue;
            }

            taken[at] = true;
            _basic[at] = j;
            _place[j] = Place.Basic;
            _inverse.Exchange(_alpha, at);
        }

        for (int i = 0; i < _m; i++)
        {
            if (!taken[i])
            {
                _place[_n + i] = Place.Basic;
            }
        }

        Settle();
    }

    /// <summary>x of the basis from x outside it: B x_B = -N x_N.</summary>
    private void Settle()
    {
        double[] right = new double[_m];
        for (int j = 0; j < _n + _m; j++)
        {
            if (_place[j] == Place.Basic)
            {
                continue;
            }

            double x = _place[j] switch
            {
                Place.Lower => _lower[j],
                Place.Upper => _upper[j],
                _ => 0,
            };
            _x[j] = x;
            if (j >= _n)
            {
                right[j - _n] -= x;
                continue;
            }

            for (int k = _start[j]; k < _start[j + 1] && x != 0; k++)
            {
                right[_row[k]] -= _value[k] * x;
            }
        }

        int[] all = [.. Enumerable.Range(0, _m)];
        _inverse.Times(all, right, _alpha);
        for (int i = 0; i < _m; i++)
        {
            _x[_basic[i]] = _alpha[i];
        }
    }
}
