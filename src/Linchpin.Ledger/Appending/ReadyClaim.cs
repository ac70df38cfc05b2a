using System.Security.Cryptography;
using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>A claim with all that its row is made of and that the store need not be asked for, so that it can be made while an earlier deposit is written.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Row">Its columns.</param>
/// <param name="Json">Its canonical JSON in UTF-8.</param>
/// <param name="Payload">SHA-256 of that.</param>
/// <param name="Sought">What its value is found by; <see langword="null"/> where it is not searched.</param>
/// <param name="Quote">Its passage, where the text came in the same deposit.</param>
internal sealed record ReadyClaim(Claim Claim, ClaimRow Row, byte[] Json, byte[] Payload, SoughtBy? Sought, ReadyQuote? Quote)
{
    internal static ReadyClaim Of(Claim claim, ReadyQuote? quote)
    {
        byte[] json = ClaimJson.Utf8(claim);
        return new ReadyClaim(claim, ClaimRow.Of(claim), json, SHA256.HashData(json), ClaimRow.Searched(claim) is { } words ? SoughtBy.Of(words) : null, quote);
    }
}

/// <summary>A cited passage.</summary>
/// <param name="Hash">The hash of its words; <see langword="null"/> where the text has no such place.</param>
/// <param name="Sought">What it is found by.</param>
internal sealed record ReadyQuote(string? Hash, SoughtBy Sought)
{
    private static readonly ReadyQuote Nowhere = new(null, default);

    internal static ReadyQuote Of(string text, int start, int end) => start < 0 || end <= start || end > text.Length ? Nowhere : Of(text[start..end]);

    internal static ReadyQuote Of(string words) => new(Passage.HashOf(words), SoughtBy.Of(words));
}

/// <summary>A deposit with its claims made ready.</summary>
/// <param name="Deposit">The deposit.</param>
/// <param name="Claims">Its claims, in their order.</param>
/// <param name="Sources">The documents and datasets that it holds or cites.</param>
internal sealed record ReadyDeposit(Deposit Deposit, IEnumerable<ReadyClaim> Claims, IReadOnlyList<(EntityId Id, string Version)> Sources)
{
    /// <summary>Makes each claim ready when it is asked for: a large deposit is never held twice.</summary>
    internal static ReadyDeposit Of(Deposit deposit)
    {
        var texts = deposit.Documents.Where(d => d.Text is not null).DistinctBy(d => d.Id).ToDictionary(d => d.Id, d => DocumentText.Storable(d.Text!));
        return new ReadyDeposit(deposit, Ready(deposit.Claims, texts), Appending.Sources.Of(deposit));
    }

    /// <summary>The same with every claim made ready now.</summary>
    internal ReadyDeposit Whole() => this with { Claims = [.. Claims] };

    private static IEnumerable<ReadyClaim> Ready(IEnumerable<Claim> claims, Dictionary<EntityId, string> texts)
    {
        // Claims that follow each other often cite one passage.
        (DocumentSource? At, ReadyQuote? Quote) last = default;
        foreach (Claim claim in claims)
        {
            if (claim.Source is DocumentSource at && (last.At?.Document != at.Document || last.At.At.Start != at.At.Start || last.At.At.End != at.At.End))
            {
                last = (at, texts.TryGetValue(at.Document, out string? text) ? ReadyQuote.Of(text, at.At.Start, at.At.End) : null);
            }

            yield return ReadyClaim.Of(claim, claim.Source is DocumentSource ? last.Quote : null);
        }
    }
}
