using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Proofs;

namespace Linchpin.Ledger;

/// <summary>What a partner keeps to hold a ledger to: how many entries its log had, and the root of the Merkle tree over them (RFC 9162, SHA-256).</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="Root">The root, lower-case hex.</param>
public sealed record LogHead(long Entries, string Root)
{
    /// <summary>The head as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => ProofJson.Write(json, this);
}

/// <summary>What partners hand one another about a log: a <see cref="LogHead"/>, an <see cref="InclusionProof"/> or a <see cref="ConsistencyProof"/>.</summary>
public static class LogProof
{
    /// <summary>Reads whichever of the three the JSON holds.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="place">What to call the file in a fault.</param>
    /// <exception cref="FaultException"><c>ledger.proof</c></exception>
    public static object Read(ReadOnlyMemory<byte> json, string place) => ProofJson.Read(json, place);
}

/// <summary>Shows that a claim was recorded in a log of a given head, to somebody who has neither the ledger nor the other claims.</summary>
/// <param name="Head">The head.</param>
/// <param name="Claim">The claim's canonical JSON.</param>
/// <param name="Number">The number of its entry, from 1.</param>
/// <param name="Recorded">When it was recorded.</param>
/// <param name="Previous">Hash of the entry before, lower-case hex.</param>
/// <param name="Path">Roots of the tree's other parts, from the leaf upwards, lower-case hex.</param>
public sealed record InclusionProof(LogHead Head, string Claim, long Number, DateTimeOffset Recorded, string Previous, IReadOnlyList<string> Path)
{
    /// <summary>Whether the proof leads from the claim to the head's root.</summary>
    public bool Holds => Number >= 1 && MerklePath.Includes(
        MerkleTree.Leaf(Entry.Record(Convert.FromHexString(Previous), Number, Recorded.ToUnixTimeMilliseconds(), EntryKind.Claim, Payload.Hash(Claim))),
        Number - 1, Head.Entries, [.. Path.Select(Convert.FromHexString)], Convert.FromHexString(Head.Root));

    /// <summary>The proof as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => ProofJson.Write(json, this);
}

/// <summary>Shows that a later log begins with every entry of an earlier one, unchanged and in order.</summary>
/// <param name="From">The earlier head.</param>
/// <param name="To">The later head.</param>
/// <param name="Path">Roots of the tree's parts, lower-case hex.</param>
public sealed record ConsistencyProof(LogHead From, LogHead To, IReadOnlyList<string> Path)
{
    /// <summary>Whether the proof leads from the one root to the other.</summary>
    public bool Holds => MerklePath.Extends(
        From.Entries, Convert.FromHexString(From.Root), To.Entries, Convert.FromHexString(To.Root), [.. Path.Select(Convert.FromHexString)]);

    /// <summary>The proof as one JSON object.</summary>
    public void WriteTo(Utf8JsonWriter json) => ProofJson.Write(json, this);
}
