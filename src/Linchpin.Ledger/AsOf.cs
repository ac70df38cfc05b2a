namespace Linchpin.Ledger;

/// <summary>What an append did.</summary>
/// <param name="ClaimsAdded">Claims that were new.</param>
/// <param name="ClaimsKnown">Claims that were already there.</param>
/// <param name="DocumentsAdded">Documents that were new.</param>
/// <param name="JudgementsAdded">Judgements that were new.</param>
/// <param name="Head">Hash of the log's last entry after it.</param>
public sealed record Receipt(int ClaimsAdded, int ClaimsKnown, int DocumentsAdded, int JudgementsAdded, string Head);

/// <summary>The result of walking the log.</summary>
/// <param name="Entries">Entries walked.</param>
/// <param name="Head">Hash of the last entry that fits.</param>
/// <param name="FirstBad">Number of the first entry that does not fit; <see langword="null"/> where all do.</param>
/// <param name="Why">What does not fit, in words; <see langword="null"/> where all do.</param>
public sealed record Verification(long Entries, string Head, long? FirstBad, string? Why);

/// <summary>The three clocks that a view may be set to; an unset one means "up to now".</summary>
/// <param name="Valid">What held on this day.</param>
/// <param name="PublishedBy">What had been published by this day.</param>
/// <param name="KnownBy">What this node had recorded by the end of this day (UTC).</param>
/// <remarks>What a source does not date is kept and marked uncertain; so is what is dated less precisely than the question.</remarks>
public readonly record struct AsOf(DateOnly? Valid = null, DateOnly? PublishedBy = null, DateOnly? KnownBy = null);

/// <summary>For whom a view is made.</summary>
/// <param name="Name">The reader's name: a person, a partner's ISO alpha-3 code, or <c>public</c>.</param>
/// <param name="Organisation">The organisation or partner the reader belongs to; <see langword="null"/> for none.</param>
/// <param name="Owner">Whether the reader is this node's own and sees everything that is its own.</param>
/// <param name="Community">Whether the reader belongs to the community that TLP:GREEN names.</param>
public sealed record Reader(string Name, string? Organisation, bool Owner, bool Community)
{
    /// <summary>Anybody: sees TLP:CLEAR without a list and without a hold.</summary>
    public static Reader Public { get; } = new("public", null, false, false);

    /// <summary>The node's own reader, who sees everything that is its own.</summary>
    /// <param name="node">The name of the node, as in <see cref="Ledger.Owner"/>.</param>
    public static Reader OwnerOf(string node) => new(node, null, true, true);
}
