using Linchpin.Ledger;

namespace Linchpin.Workbench.Editions;

/// <summary>What every page of a public edition rests on and says of it.</summary>
/// <param name="Publisher">Who publishes: the node's name, or the name given.</param>
/// <param name="Day">The day on which it was made (UTC).</param>
/// <param name="View">The one view that all its pages show: the public's. What the public may see is decided by the Ledger and nowhere else.</param>
/// <param name="Record">SHA-256 of that view as JSON-LD, in hex: the same for every edition of the same released record.</param>
/// <param name="Languages">The languages of its pages; the first stands in the folder itself, each other in a folder named after it.</param>
internal sealed record Edition(string Publisher, DateOnly Day, View View, string Record, IReadOnlyList<string> Languages)
{
    /// <summary>The record's hash as pages print it.</summary>
    public string ShortRecord => Record[..16];

    /// <summary>The file of a page of this edition, from its folder.</summary>
    public string FileOf(EditionAddress address) => address.Language.Length == 0 || address.Language == Languages[0] ? address.File : address.Language + "/" + address.File;
}

/// <summary>What to publish.</summary>
/// <param name="Partners">The partners of the lattice and the brief, ISO 3166 alpha-3; empty takes the three that most mechanisms of the released record have as members.</param>
/// <param name="AsOf">The clocks of the view.</param>
/// <param name="Languages">Languages of the pages, the first in the folder itself.</param>
/// <param name="Publisher">Who publishes; <see langword="null"/> is the node's name.</param>
internal sealed record EditionSettings(IReadOnlyList<string> Partners, AsOf AsOf, IReadOnlyList<string> Languages, string? Publisher);

/// <summary>A file of an edition: its path with forward slashes, and its bytes.</summary>
internal sealed record EditionFile(string Path, byte[] Content);
