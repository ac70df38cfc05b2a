using System.Numerics;

namespace Linchpin.Supply.Plans;

/// <summary>The Shapley value of a game with few players: each one's mean contribution over all orders in which they can join.</summary>
/// <remarks>phi_p = sum over the groups S without p of |S|! (n - |S| - 1)! / n! (v(S with p) - v(S)). Shapley (1953).</remarks>
internal static class ShapleyValue
{
    internal const int MostPlayers = 6;

    /// <param name="value">v by group; bit p of the index says whether player p is in it. The empty group is worth 0.</param>
    internal static double[] Of(double[] value)
    {
        int n = BitOperations.Log2((uint)value.Length);
        double[] weight = new double[n];
        for (int size = 0; size < n; size++)
        {
            weight[size] = Factorial(size) * Factorial(n - size - 1) / Factorial(n);
        }

        double[] share = new double[n];
        for (int p = 0; p < n; p++)
        {
            for (int group = 0; group < value.Length; group++)
            {
                if ((group & (1 << p)) == 0)
                {
                    share[p] += weight[BitOperations.PopCount((uint)group)] * (value[group | (1 << p)] - value[group]);
                }
            }
        }

        return share;
    }

    private static double Factorial(int n) => n < 2 ? 1 : n * Factorial(n - 1);
}
