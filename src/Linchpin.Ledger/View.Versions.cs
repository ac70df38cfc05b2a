using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>What became of a claim's passage in the latest version of its document.</summary>
/// <param name="Document">The latest version.</param>
/// <param name="Stands">Whether the same words stand in it, however its lines break; <see langword="null"/> where this node does not hold both texts.</param>
public sealed record LaterPassage(EntityId Document, bool? Stands);

/// <content>Versions of documents: which replaces which, by the claims that say so and that the reader may see.</content>
public sealed partial class View
{
    private const int MostVersions = 1000;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<EntityId, EntityId?> _latest = new();
    private LastRead? _lastRead;

    /// <summary>The document's next version; <see langword="null"/> where there is none for this reader.</summary>
    public EntityId? NextVersion(EntityId document) => Claims(new ClaimFilter(Names: document, Property: "supersedes", Most: 1)) is [var link] ? link.Subject : null;

    /// <summary>The version of the document before this one; <see langword="null"/> where there is none for this reader.</summary>
    public EntityId? EarlierVersion(EntityId document) =>
        Claims(new ClaimFilter(Subject: document, Property: "supersedes", Most: 1)) is [{ Value: EntityValue earlier }] ? earlier.Id : null;

    /// <summary>What became of the claim's passage; <see langword="null"/> where its document has no later version for this reader, and for a claim from a dataset.</summary>
    public LaterPassage? InLatestVersion(HeldClaim held)
    {
        if (held.Claim.Source is not DocumentSource source || LatestVersion(source.Document) is not { } latest)
        {
            return null;
        }

        // Read once: another thread may ask of another document meanwhile.
        LastRead? read = _lastRead;
        if (read?.Document != latest)
        {
            _lastRead = read = new LastRead(latest, Document(latest)?.Text is { } text ? Spaced(text) : null);
        }

        return new LaterPassage(latest, held.Quote is null || read.Words is null ? null : read.Words.Contains(Spaced(held.Quote), StringComparison.Ordinal));
    }

    private EntityId? LatestVersion(EntityId document) => _latest.GetOrAdd(document, first =>
    {
        EntityId? latest = null;
        var seen = new HashSet<EntityId> { first };
        for (EntityId at = first; seen.Count < MostVersions && NextVersion(at) is { } next && seen.Add(next); at = next)
        {
            latest = next;
        }

        return latest;
    });

    private sealed record LastRead(EntityId Document, string? Words);

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
