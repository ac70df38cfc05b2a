using System.Security.Cryptography;
using System.Text;

namespace Linchpin.Claims;

/// <summary>Where a claim stands: a passage of a document, or a calculation on a dataset. A claim without one cannot be made.</summary>
public abstract record Source
{
    private protected Source()
    {
    }

    /// <summary>The document or dataset.</summary>
    public abstract EntityId Of { get; }
}

/// <summary>A passage of a document.</summary>
/// <param name="Document">The document, <c>document/…</c>.</param>
/// <param name="At">The exact place.</param>
public sealed record DocumentSource(EntityId Document, Passage At) : Source
{
    /// <inheritdoc/>
    public override EntityId Of => Document;
}

/// <summary>A calculation on a dataset.</summary>
/// <param name="Dataset">The dataset, <c>dataset/…</c>.</param>
/// <param name="Version">SHA-256 of the dataset's files, lower-case hex.</param>
/// <param name="Derivation">The calculation that was run, with its settings: formula in words, cells, basis.</param>
public sealed record DatasetSource(EntityId Dataset, string Version, string Derivation) : Source
{
    /// <inheritdoc/>
    public override EntityId Of => Dataset;
}

/// <summary>An exact place in a document's decoded text.</summary>
/// <param name="Start">First UTF-16 code unit, from 0.</param>
/// <param name="End">One past the last UTF-16 code unit.</param>
/// <param name="QuoteHash">SHA-256 of the passage in UTF-8, lower-case hex: whoever has the document can check it.</param>
/// <remarks>The words themselves are kept with the document, never in the claim: a claim about a document that this node does not hold still has its place and hash.</remarks>
public sealed record Passage(int Start, int End, string QuoteHash)
{
    /// <summary>The passage of the text from start to end.</summary>
    /// <exception cref="FaultException"><c>claims.passage</c> where the place is not inside the text.</exception>
    public static Passage In(string text, int start, int end) => start < 0 || end <= start || end > text.Length
        ? throw ClaimsFaults.Passage.Because($"Characters {start} to {end} of a text of {text.Length}.")
        : new Passage(start, end, HashOf(text.AsSpan(start, end - start)));

    /// <summary>Whether the text has this passage at this place.</summary>
    public bool FitsIn(string text) => Start >= 0 && End > Start && End <= text.Length && HashOf(text.AsSpan(Start, End - Start)) == QuoteHash;

    /// <summary>SHA-256 of the words in UTF-8 (lone surrogates as U+FFFD), lower-case hex.</summary>
    public static string HashOf(ReadOnlySpan<char> words)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetMaxByteCount(words.Length)];
        int length = Encoding.UTF8.GetBytes(words, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
    }
}
