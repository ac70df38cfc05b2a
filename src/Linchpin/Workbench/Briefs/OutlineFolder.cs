using System.Security.Cryptography;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Claims;
using Linchpin.Commands;

namespace Linchpin.Workbench.Briefs;

/// <summary>The briefs that somebody arranged and named: an outline each, in the home's folder <c>briefs</c>.</summary>
/// <param name="home">The node's home; without one nothing is kept.</param>
internal sealed class OutlineFolder(Home? home)
{
    private const int LongestName = 60, MostKept = 500;

    private readonly Lock _saving = new();

    /// <summary>The names, in their order.</summary>
    public IReadOnlyList<string> Names => Folder is { } folder && Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => EntityId.Slug(n) == n).Order(StringComparer.Ordinal).Take(MostKept)] : [];

    private string? Folder => home is null ? null : Path.Combine(home.Folder, "briefs");

    /// <summary>The outline of that name, with the hash by which a later change of it is known.</summary>
    /// <exception cref="FaultException"><c>workbench.not-found</c>, <c>briefing.outline</c></exception>
    public (BriefOutline Outline, string Revision) Read(string name)
    {
        string path = Named(name) is { } named && File.Exists(named) ? named : throw WorkbenchFaults.NotFound.Because($"No brief is kept here under the name '{Shown.Short(name)}'.");
        byte[] bytes = File.ReadAllBytes(path);
        return (BriefOutline.Read(bytes, path), Hash(bytes));
    }

    /// <summary>Keeps an outline. Where somebody has changed the one of that name since it was opened, or it is new and the name is taken, it is kept under the next free name and nothing is overwritten.</summary>
    /// <param name="name">The name as its author wrote it.</param>
    /// <param name="outline">The outline.</param>
    /// <param name="revision">The hash of what was opened; <see langword="null"/> for a new one.</param>
    /// <returns>The name that it is kept under.</returns>
    /// <exception cref="FaultException"><c>workbench.field</c>, <c>workbench.jobs-elsewhere</c>, <c>program.output</c></exception>
    public string Save(string name, BriefOutline outline, string? revision)
    {
        string slug = EntityId.Slug(name) is { Length: > 0 and <= LongestName } usable ? usable
            : throw WorkbenchFaults.Field.Because($"'{Shown.Short(name)}' is no name for a brief: 1 to {LongestName} letters and digits.");
        byte[] bytes = outline.Checked(slug).Write();
        lock (_saving)
        {
            string? path = Named(slug) ?? throw WorkbenchFaults.JobsElsewhere.Because("This workbench has no home to keep a brief in.");
            for (int n = 2; File.Exists(path) && Hash(File.ReadAllBytes(path)) is var kept && kept != revision && kept != Hash(bytes); n++)
            {
                revision = null;
                path = Named($"{slug}-{n}")!;
            }

            if (!File.Exists(path) && Names.Count >= MostKept)
            {
                throw WorkbenchFaults.JobsFull.Because($"{MostKept} briefs are kept.", remedy: "Delete some in the home's folder 'briefs'.");
            }

            WholeFile.WriteBytes(path, to => to.Write(bytes));
            return Path.GetFileNameWithoutExtension(path);
        }
    }

    private string? Named(string name) => Folder is { } folder && EntityId.Slug(name) == name && name.Length is > 0 and <= LongestName + 8 ? Path.Combine(folder, name + ".json") : null;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));
}
