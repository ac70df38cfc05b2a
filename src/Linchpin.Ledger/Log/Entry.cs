using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Linchpin.Ledger.Log;

/// <summary>What an entry of the log records. The numbers are part of the entry's hash and never change.</summary>
internal enum EntryKind : byte
{
    /// <summary>A document's citation.</summary>
    Document = 1,

    /// <summary>A document's decoded text.</summary>
    Text = 2,

    /// <summary>A dataset's label.</summary>
    Dataset = 3,

    /// <summary>A claim.</summary>
    Claim = 4,

    /// <summary>A judgement.</summary>
    Judgement = 5,

    /// <summary>A stricter label for a document or dataset.</summary>
    Label = 6,
}

/// <summary>The fixed record that an entry's hash covers. The room's README draws it.</summary>
internal static class Entry
{
    /// <summary>Bytes of the record.</summary>
    internal const int Length = 85;

    /// <summary>What the first entry has for the hash of the one before: 32 zero bytes.</summary>
    internal static readonly byte[] Origin = new byte[32];

    /// <summary>SHA-256 of the record.</summary>
    /// <inheritdoc cref="Record"/>
    internal static byte[] Hash(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload) =>
        SHA256.HashData(Record(previous, number, recorded, kind, payload));

    /// <summary>The record.</summary>
    /// <param name="previous">Hash of the entry before, 32 bytes.</param>
    /// <param name="number">The entry's number, from 1.</param>
    /// <param name="recorded">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="kind">What it records.</param>
    /// <param name="payload">SHA-256 of what it records, 32 bytes.</param>
    internal static byte[] Record(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[Length];
        "LPE1"u8.CopyTo(record);
        previous.CopyTo(record.AsSpan(4, 32));
        BinaryPrimitives.WriteInt64BigEndian(record.AsSpan(36, 8), number);
        BinaryPrimitives.WriteInt64BigEndian(record.AsSpan(44, 8), recorded);
        record[52] = (byte)kind;
        payload.CopyTo(record.AsSpan(53, 32));
        return record;
    }
}
