namespace Linchpin.Supply.Tests;

/// <summary>A test on data that are kept outside the repository; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (Shared is null)
        {
            Skip = "The shared data (../shared/data) are not on this machine.";
        }
    }

    internal static string? Shared { get; } = Find();

    private static string? Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "linchpin.slnx")))
            {
                string shared = Path.Combine(folder.FullName, "..", "shared", "data");
                return Directory.Exists(shared) ? Path.GetFullPath(shared) : null;
            }
        }

        return null;
    }
}
