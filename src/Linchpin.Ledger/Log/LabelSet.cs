using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger.Log;

/// <summary>All labels that something is held under: its own and those of what it was made from, each once.</summary>
/// <remarks>
/// The parts are kept, not only the strictest of them. A reader outside the community who is named on one part's list would otherwise be let through to
/// what another part keeps for the community.
/// </remarks>
internal sealed class LabelSet : IEquatable<LabelSet>
{
    private LabelSet(IEnumerable<Handling> parts)
    {
        string[] written = [.. parts.Select(Payload.Write).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Json = "[" + string.Join(',', written) + "]";
        Parts = Parse(Json);
        Strictest = Parts.Aggregate((a, b) => a.Combine(b));
    }

    /// <summary>The labels, in a fixed order.</summary>
    internal IReadOnlyList<Handling> Parts { get; }

    /// <summary>The combination of all.</summary>
    internal Handling Strictest { get; }

    /// <summary>The set as stored: equal sets are equal text.</summary>
    internal string Json { get; }

    internal static LabelSet Of(Handling label) => new([label]);

    internal static LabelSet Read(string json) => new(Parse(json));

    internal LabelSet With(params IEnumerable<Handling> others) => new(Parts.Concat(others));

    public bool Equals(LabelSet? other) => other?.Json == Json;

    public override bool Equals(object? obj) => Equals(obj as LabelSet);

    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);

    private static Handling[] Parse(string json)
    {
        using JsonDocument list = JsonDocument.Parse(json);
        return [.. list.RootElement.EnumerateArray().Select(ClaimJson.ReadHandling)];
    }
}
