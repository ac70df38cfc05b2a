using Linchpin.Claims;
using Linchpin.Intakes;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin;

/// <summary>Takes documents that were read into the ledger: each with its claims, and same-as judgements with what the record already knows, in one deposit.</summary>
/// <param name="ledger">Where to.</param>
/// <param name="label">The label of what is stored.</param>
internal sealed class Intake(Ledger.Ledger ledger, Handling label)
{
    private KnownRecord? _known;

    /// <summary>Stores it. Reading a document twice adds nothing.</summary>
    public Receipt Store(ReadDocument read, CancellationToken cancel = default)
    {
        Deposit deposit = read.ToDeposit(label);

        // A document that was read before was also resolved before: proposing again would only judge a thing the same as itself.
        if (Holds(read.Document.Id))
        {
            return ledger.Append(deposit, cancel);
        }

        _known ??= new KnownRecord(OwnView());
        deposit = deposit with { Judgements = Resolution.Propose(read, _known.Entities, label) };
        Receipt receipt = ledger.Append(deposit, cancel);
        _known.Learn(deposit);
        return receipt;
    }

    /// <summary>Whether the ledger holds the document with its text.</summary>
    public bool Holds(EntityId document) => OwnView().HoldsText(document);

    private View OwnView() => ledger.View(Reader.OwnerOf(ledger.Owner));
}
