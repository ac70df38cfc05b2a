namespace Linchpin.Supply.Ensembles;

/// <summary>Philox 4x32 with ten rounds: a random number as a function of a key and a counter (Salmon and others 2011, SC11).</summary>
/// <remarks>There is no state: the number for a run and a quantity is the same whatever else is drawn, in which order and on which machine.</remarks>
internal static class Philox
{
    private const int Rounds = 10;

    /// <summary>Evenly spread over 0 to 1, both ends left out: an odd multiple of 2^-54.</summary>
    /// <param name="seed">The key.</param>
    /// <param name="run">Number of the run.</param>
    /// <param name="quantity">Number of what is drawn in it.</param>
    internal static double Uniform(ulong seed, int run, int quantity)
    {
        (uint a, uint b, _, _) = Block(((uint)run, (uint)quantity, 0, 0), ((uint)seed, (uint)(seed >> 32)));
        ulong bits = (((ulong)b << 32) | a) >> 11;
        return (bits + 0.5) * (1.0 / (1UL << 53));
    }

    /// <summary>The block of a counter under a key.</summary>
    internal static (uint A, uint B, uint C, uint D) Block((uint A, uint B, uint C, uint D) counter, (uint A, uint B) key)
    {
        for (int round = 0; round < Rounds; round++)
        {
            ulong one = 0xD2511F53UL * counter.A;
            ulong two = 0xCD9E8D57UL * counter.C;
            counter = ((uint)(two >> 32) ^ counter.B ^ key.A, (uint)two, (uint)(one >> 32) ^ counter.D ^ key.B, (uint)one);
            key = (unchecked(key.A + 0x9E3779B9), unchecked(key.B + 0xBB67AE85));
        }

        return counter;
    }
}
