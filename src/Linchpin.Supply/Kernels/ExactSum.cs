namespace Linchpin.Supply.Kernels;

/// <summary>A sum of doubles that carries what rounding takes away, so that the order of many addends hardly matters.</summary>
/// <remarks><para><b>Equation:</b> Neumaier's compensated sum: s = a + b; the error of that addition, (a - s) + b for |a| >= |b|, is added up
/// apart and comes back at the end. The result is as good as a sum in twice the digits, rounded once, for up to 10^8 addends without
/// cancellation of the whole.</para></remarks>
internal struct ExactSum
{
    private double _sum;
    private double _lost;

    internal readonly double Value => _sum + _lost;

    internal void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? (_sum - sum) + value : (value - sum) + _sum;
        _sum = sum;
    }
}
