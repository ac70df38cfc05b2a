using Linchpin.Claims;
using Linchpin.Intakes;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin;

/// <summary>Takes documents that were read into the ledger: each with its claims, and same-as judgements with what the record already knows, in one deposit.</summary>
/// <param name="ledger">Where to.</param>
/// <param name="label">The label of what is stored.</param>
/// <param name="originals">Where files are kept whose text was extracted.</param>
internal sealed class Intake(Ledger.Ledger ledger, Handling label, Originals originals)
{
    private KnownRecord? _known;
    private Versions? _versions;

    /// <summary>Stores it. Reading a document twice adds nothing; a changed document is stored as a version of the earlier one.</summary>
    public Receipt Store(ReadDocument read, CancellationToken cancel = default)
    {
        View view = OwnView();
        Document? held = view.Document(read.Document.Id);

        // The text that is held stays, whatever another version of an extractor makes of the file: the passages of the record count it.
        if (held?.Text is { } text && text != read.Document.Text && read.Original is not null)
        {
            read = Reading.Reading.ReadHeld(held, originals.Map(held), cancel);
        }

        originals.Keep(read);
        Deposit deposit = read.ToDeposit(label);

        // A document that was read before was also resolved before: proposing again would only judge a thing the same as itself.
        if (held?.Text is not null)
        {
            return ledger.Append(deposit, cancel);
        }

        _known ??= new KnownRecord(view);
        _versions ??= new Versions(view);
        deposit = deposit with { Judgements = Resolution.Propose(read, _known.Entities, label) };
        deposit = _versions.Tied(deposit, view, label);
        Receipt receipt = ledger.Append(deposit, cancel);
        _known.Learn(deposit);
        _versions.Learn(deposit);
        return receipt;
    }

    /// <summary>Whether the record holds the document with its text.</summary>
    public bool Holds(EntityId document) => OwnView().HoldsText(document);

    private View OwnView() => ledger.View(Reader.OwnerOf(ledger.Owner));
}
