using Linchpin.Claims;

namespace Linchpin.Reading.Statements;

/// <summary>What a passage says of a mechanism's life, or of what came of something promised: beside the items, and made into claims with them.</summary>
/// <param name="Mechanism">The mechanism's canonical id; <see langword="null"/> for an outcome of something that is not named.</param>
/// <param name="Property">The property of the vocabulary that it gives; <c>state</c> for an outcome.</param>
/// <param name="Value">Its value.</param>
/// <param name="At">Where it stands.</param>
internal sealed record Statement(string? Mechanism, string Property, Value Value, Place At)
{
    /// <summary>When it came about, for an outcome; <see langword="null"/> where not stated.</summary>
    internal PartialDate? On { get; init; }

    /// <summary>The words, for an outcome.</summary>
    internal string Words { get; init; } = "";

    /// <summary>Whom an outcome names: ISO codes and ids of bodies.</summary>
    internal IReadOnlyList<string> Who { get; init; } = [];

    /// <summary>Sectors that an outcome names.</summary>
    internal IReadOnlyList<string> Sectors { get; init; } = [];
}
