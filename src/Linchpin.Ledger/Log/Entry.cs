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
    /// <param name="previous">Hash of the entry before, 32 bytes.</param>
    /// <param name="number">The entry's number, from 1.</param>
    /// <param name="recorded">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="kind">What it records.</param>
    /// <param name="payload">SHA-256 of what it records, 32 bytes.</param>
    internal static byte[] Hash(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload)
    {
        byte[] hash = new byte[32];
        Hash(previous, number, recorded, kind, payload, hash);
        return hash;
    }

    /// <summary>Writes SHA-256 of the record to <paramref name="hash"/>, which may be the place of the previous one.</summary>
    internal static void Hash(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload, Span<byte> hash)
    {
        Span<byte> record = stackalloc byte[Length];
        Record(previous, number, recorded, kind, payload, record);
        SHA256.HashData(record, hash);
    }

    /// <summary>The record.</summary>
    /// <param name="previous">Hash of the entry before, 32 bytes.</param>
    /// <param name="number">The entry's number, from 1.</param>
    /// <param name="recorded">Milliseconds since 1970-01-01 UTC.</param>
    /// <param name="kind">What it records.</param>
    /// <param name="payload">SHA-256 of what it records, 32 bytes.</param>
    internal static byte[] Record(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload)
    {
        byte[] record = new byte[Length];
        Record(previous, number, recorded, kind, payload, record);
        return record;
    }

    private static void Record(ReadOnlySpan<byte> previous, long number, long recorded, EntryKind kind, ReadOnlySpan<byte> payload, Span<byte> record)
    {
        "LPE1"u8.CopyTo(record);
        previous.CopyTo(record.Slice(4, 32));
        BinaryPrimitives.WriteInt64BigEndian(record.Slice(36, 8), number);
        BinaryPrimitives.WriteInt64BigEndian(record.Slice(44, 8), recorded);
        record[52] = (byte)kind;
        payload.CopyTo(record.Slice(53, 32));
    }
}
