namespace Linchpin.Supply.LinearProgrammes;

/// <content>The ratio test of the primal method, and the step itself.</content>
internal sealed partial class BoundedSimplex
{
    /// <summary>Which basic variable stops the entering one, after what length, and at which bound; -1 where it reaches its own other bound.</summary>
    private (int Leaving, double Length, bool Upper) Leaving(int entering, double direction, bool bland)
    {
        double own = _upper[entering] - _lower[entering];
        double shortest = double.PositiveInfinity;
        for (int i = 0; i < _m; i++)
        {
            if (Block(i, direction, out double distance, out double speed, out _))
            {
                double slack = bland ? 0 : Relaxed * Math.Max(1, Math.Abs(_x[_basic[i]]));
                shortest = Math.Min(shortest, (Math.Max(0, distance) + slack) / speed);
            }
        }

        int leaving = -1;
        double length = own;
        bool upper = false;
        double pivot = 0;
        if (own > shortest)
        {
            for (int i = 0; i < _m; i++)
            {
                if (Block(i, direction, out double distance, out double speed, out bool atUpper) && Math.Max(0, distance) / speed <= shortest)
                {
                    bool better = leaving < 0 || (bland ? _basic[i] < _basic[leaving] : Math.Abs(_alpha[i]) > pivot);
                    if (better)
                    {
                        (leaving, length, upper, pivot) = (i, Math.Max(0, distance) / speed, atUpper, Math.Abs(_alpha[i]));
                    }
                }
            }
        }

        return (leaving, length, upper);
    }

    /// <summary>Whether a basic variable moves towards a bound that stops it, how far off that is and how fast it gets there.</summary>
    private bool Block(int i, double direction, out double distance, out double speed, out bool atUpper)
    {
        double change = -direction * _alpha[i];
        int j = _basic[i];
        double x = _x[j];

        // What is outside is stopped where it comes back in; phase 1 has counted its further way out.
        bool below = _lower[j] - x > Allowance(_lower[j]);
        bool above = x - _upper[j] > Allowance(_upper[j]);
        atUpper = above || (!below && change > 0);
        double bound = atUpper ? _upper[j] : _lower[j];
        distance = change > 0 ? bound - x : x - bound;
        speed = Math.Abs(change);
        return speed > LeastPivot && double.IsFinite(bound) && (!below || change > 0) && (!above || change < 0);
    }

    private void Move(int entering, double direction, int leaving, double length, bool upper)
    {
        for (int i = 0; i < _m; i++)
        {
            _x[_basic[i]] -= direction * _alpha[i] * length;
        }

        _x[entering] += direction * length;
        if (leaving < 0)
        {
            _place[entering] = direction > 0 ? Place.Upper : Place.Lower;
            _x[entering] = direction > 0 ? _upper[entering] : _lower[entering];
            return;
        }

        int left = _basic[leaving];
        _place[left] = upper ? Place.Upper : Place.Lower;
        _x[left] = upper ? _upper[left] : _lower[left];
        _place[entering] = Place.Basic;
        _basic[leaving] = entering;
        _inverse.Exchange(_alpha, leaving);
    }
}
