using Linchpin.Briefing.Lattices;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>What sections have told in full, and where: a later section refers to it.</summary>
internal sealed class ToldOnce(Wording.Names names)
{
    private readonly Dictionary<string, string> _sections = new(StringComparer.Ordinal);

    /// <summary>The section that tells it, with the marker of the item there; <see langword="null"/> where none does yet.</summary>
    internal string? Where(string key) => _sections.GetValueOrDefault(key);

    /// <summary>Notes the section that tells it. What was told before stays where it was.</summary>
    internal void Tell(string key, string section, string? marker = null) => _sections.TryAdd(key, names.Say("told.place", section, marker is null ? "" : " " + marker));

    internal static string Key(Promise promise) => promise.Ids[0].ToString();

    internal static string Key(Exposure exposure) => FormattableString.Invariant($"{exposure.TableSector} {exposure.Year} {exposure.Dataset}");

    /// <summary>A recommendation or risk by its words and document: a restatement in the same words is the same.</summary>
    internal static string Key(Entity said) => said.First("what") is { } what
        ? FormattableString.Invariant($"{said.Id.Kind} {what.Claim.Source.Of} {Wording.Words.Clean(what.Value.Display).ToLowerInvariant()}")
        : said.Id.ToString();
}
