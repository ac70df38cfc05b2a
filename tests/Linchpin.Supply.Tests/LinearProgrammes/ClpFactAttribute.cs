using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Tests.LinearProgrammes;

/// <summary>A test that needs COIN-OR Clp; skipped where the machine has none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClpFactAttribute : FactAttribute
{
    public ClpFactAttribute()
    {
        if (ClpLibrary.Version is null)
        {
            Skip = "libClp.so.1 is not on this machine (Debian: apt-get install coinor-libclp1).";
        }
    }
}
