namespace Linchpin.Tests.Shared;

/// <summary>A test that needs PostgreSQL's server programs; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    /// <summary>Skips where the programs are missing.</summary>
    public PostgresFactAttribute()
    {
        if (PostgresServer.Programs is null)
        {
            Skip = "PostgreSQL's server programs (Debian: postgresql) are not on this machine.";
        }
    }
}
