namespace Linchpin.Supply.Tests;

/// <summary>A test on public data that are kept outside the repository; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (SharedData.Folder(folder) is null)
        {
            Skip = $"The public data (../shared/data/{folder}) are not on this machine.";
        }
    }
}

/// <summary>Public data beside the repository.</summary>
internal static class SharedData
{
    /// <summary>A folder of the data; <see langword="null"/> where it is not there.</summary>
    internal static string? Folder(string name)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "linchpin.slnx")))
            {
                string path = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", name));
                return Directory.Exists(path) ? path : null;
            }
        }

        return null;
    }
}
