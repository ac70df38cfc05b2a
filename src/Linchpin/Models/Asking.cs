using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading.Proposals;

namespace Linchpin.Models;

/// <summary>Asks a model about documents of the record and stores what can be taken of its answers, as proposals that wait for a person.</summary>
/// <param name="ledger">The record.</param>
/// <param name="endpoint">Where.</param>
/// <param name="reader">Who the endpoint is: it gets no document that this reader may not read.</param>
/// <param name="originals">Where the maps of extracted texts are kept.</param>
/// <param name="clock">For the limit of time.</param>
internal sealed class Asking(Ledger.Ledger ledger, ModelEndpoint endpoint, Reader reader, Originals originals, TimeProvider clock) : IDisposable
{
    private readonly ModelClient _client = new(endpoint, clock);

    /// <summary>Asks about one document. Either all its parts were answered and what was taken is stored, or a fault says why not and nothing is.</summary>
    /// <exception cref="FaultException"><c>program.model-release</c>, <c>program.model-unreachable</c>, <c>program.model-answer</c>, <c>reading.answer</c>, <c>reading.empty</c></exception>
    internal async Task<Asked> About(Document document, CancellationToken cancel)
    {
        // The ledger decides, on every asking: labels may have become stricter since the document was read.
        if (ledger.View(reader).Citation(document.Id) is null)
        {
            throw ModelFaults.Release.Because($"Its label does not let it go to '{Shown.Short(reader.Name)}'.", document.FileName);
        }

        View own = ledger.View(Reader.OwnerOf(ledger.Owner));
        var of = new ClaimFilter(Source: document.Id);
        var proposing = new Proposing(document, [.. own.Claims(of).Concat(own.Claims(of with { Proposed = true })).Select(c => c.Claim)], originals.Map(document));
        for (int part = 0; part < proposing.Parts; part++)
        {
            proposing.Take(part, await _client.Ask(Proposing.Instructions, proposing.Part(part), cancel).ConfigureAwait(false));
        }

        Receipt receipt = ledger.Append(proposing.ToDeposit(endpoint.Model), cancel);
        return new Asked(document, proposing.Taken, receipt.ClaimsAdded, proposing.Refused, proposing.Unsent);
    }

    public void Dispose() => _client.Dispose();
}

/// <summary>What came of asking about a document.</summary>
/// <param name="Document">The document.</param>
/// <param name="Taken">Proposals that were taken.</param>
/// <param name="Claims">Claims that were stored for them.</param>
/// <param name="Refused">Proposals that were not.</param>
/// <param name="Unsent">Characters that were not sent, because the document is too long.</param>
internal sealed record Asked(Document Document, int Taken, int Claims, IReadOnlyList<RefusedProposal> Refused, int Unsent);
