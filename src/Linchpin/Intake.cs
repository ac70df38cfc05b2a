using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin;

/// <summary>Takes a document that was read into the ledger: its claims, and same-as judgements with what the record already knows, in one deposit.</summary>
/// <param name="ledger">Where to.</param>
/// <param name="label">The label of what is stored.</param>
/// <param name="originals">Where files are kept whose text was extracted.</param>
internal sealed class Intake(Ledger.Ledger ledger, Handling label, Originals originals)
{
    // The kinds that Resolution proposes on; bodies and people have one id by their name.
    private static readonly string[] Resolved = ["mechanism", "event", "commitment", "recommendation"];

    // Read from the record once; what each document adds is added here, so that a folder costs as much a document as one document does.
    private Dictionary<EntityId, KnownEntity>? _known;

    /// <summary>Stores it. Reading a document twice adds nothing.</summary>
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

        _known ??= Resolved.SelectMany(view.Entities).ToDictionary(e => e.Id, Of);
        Receipt receipt = ledger.Append(deposit with { Judgements = Resolution.Propose(read, [.. _known.Values], label) }, cancel);
        Learn(deposit, _known);
        return receipt;
    }

    private void Learn(Deposit deposit, Dictionary<EntityId, KnownEntity> known)
    {
        View view = OwnView();
        foreach (EntityId id in deposit.Claims.Select(c => c.Subject).Where(s => Resolved.Contains(s.Kind, StringComparer.Ordinal)).Distinct())
        {
            if (view.Entity(id) is { } entity)
            {
                known[entity.Id] = Of(entity);
            }
        }
    }

    private View OwnView() => ledger.View(Reader.OwnerOf(ledger.Owner));

    private static KnownEntity Of(Entity entity)
    {
        string[] names = [.. entity.Claims.Where(c => c.Claim.Property is "name" or "alias").Select(c => c.Value).OfType<TextValue>().Select(t => t.Words).Distinct(StringComparer.Ordinal)];
        DocumentSource? place = entity.Claims.Select(c => c.Claim.Source).OfType<DocumentSource>().FirstOrDefault();
        return new KnownEntity(
            entity.Id,
            entity.Name,
            names,
            [.. entity.Linked("member").Select(m => m.Name)],
            entity.Linked("mechanism").Cast<EntityId?>().FirstOrDefault(),
            (entity.First("date")?.Value as DateValue)?.On,
            (entity.First("type")?.Value as TextValue)?.Words,
            place?.Document,
            place?.At.Start ?? 0,
            place?.At.End ?? 0);
    }
}
