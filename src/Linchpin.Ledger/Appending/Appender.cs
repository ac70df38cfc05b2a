using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>Writes deposits inside one transaction: documents and their texts, datasets, claims, judgements, each with its log entry.</summary>
internal sealed class Appender
{
    private readonly Writing _writing;
    private readonly Labels _labels;
    private readonly LogTail _log;
    private readonly Sources _sources;
    private readonly WordIndex _words;
    private readonly Passages _passages;
    private readonly Judgements _judgements;
    private readonly Rows _claims;
    private readonly HashSet<UInt128> _known = [];

    internal Appender(Writing writing, long recorded)
    {
        _writing = writing;
        _labels = new Labels(writing);
        _log = new LogTail(writing, recorded);
        _sources = new Sources(writing, _labels, _log);
        _words = new WordIndex(writing);
        _passages = new Passages(writing, _words, _log.Before);
        _judgements = new Judgements(writing, _labels, _log);
        _claims = writing.Into("claim", "seq, id, subject, kind, property, single, entity, source, passage, held_from, held_to, published, recorded, handling, json");
    }

    /// <summary>Appends them one after the other; gives a receipt for each.</summary>
    /// <param name="deposits">The deposits.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="whole">Told after each.</param>
    internal List<Receipt> Append(IReadOnlyCollection<ReadyDeposit> deposits, CancellationToken cancel, Action whole)
    {
        _sources.Expect(deposits.SelectMany(d => d.Sources));
        Expect(deposits.SelectMany(d => d.Deposit.Claims));
        var receipts = new List<Receipt>(deposits.Count);
        foreach (ReadyDeposit deposit in deposits)
        {
            receipts.Add(Append(deposit, cancel));
            whole();
        }

        Finish();
        return receipts;
    }

    private Receipt Append(ReadyDeposit ready, CancellationToken cancel)
    {
        int documents = 0, added = 0, judgements = 0;
        foreach (Document document in ready.Deposit.Documents)
        {
            cancel.ThrowIfCancellationRequested();
            documents += Add(document) ? 1 : 0;
        }

        foreach (Dataset dataset in ready.Deposit.Datasets)
        {
            cancel.ThrowIfCancellationRequested();
            Add(dataset);
        }

        foreach (ReadyClaim claim in ready.Claims)
        {
            cancel.ThrowIfCancellationRequested();
            bool isNew = Add(claim);
            added += isNew ? 1 : 0;
            if (isNew && claim.Claim.Author.Kind == AuthorKind.Model)
            {
                // Whoever deposits it: what a model says is never in a view by mere omission.
                judgements += _judgements.Add(Judgement.Propose(claim.Claim)) ? 1 : 0;
            }
        }

        foreach (Judgement judgement in ready.Deposit.Judgements)
        {
            cancel.ThrowIfCancellationRequested();
            judgements += Add(judgement) ? 1 : 0;
        }

        return new Receipt(added, ready.Deposit.Claims.Count - added, documents, judgements, _log.Head);
    }

    /// <summary>Writes what still waits; the last thing before the transaction ends.</summary>
    internal void Finish() => _words.Flush();

    /// <summary>Number of the log's last entry.</summary>
    internal long Entries => _log.Number;

    /// <summary>Hash of the log's last entry.</summary>
    internal string Head => _log.Head;

    /// <summary>The instant that the entries added from now on bear.</summary>
    internal long Recorded
    {
        set => _log.Recorded = value;
    }

    /// <summary>Adds a document.</summary>
    internal bool Add(Document document) => _sources.Add(document, Index);

    /// <summary>Adds the text of a known document.</summary>
    internal void AddText(EntityId document, string text) => _sources.AddText(document, text, Index);

    /// <summary>Adds a dataset.</summary>
    internal void Add(Dataset dataset) => _sources.Add(dataset);

    /// <summary>Puts a known document or dataset under a stricter label.</summary>
    internal void Tighten(EntityId source, string version, Handling label) => _sources.Tighten(source, version, label);

    /// <summary>Adds a judgement; false where one that still counts says the same.</summary>
    internal bool Add(Judgement judgement) => _judgements.Add(judgement);

    /// <summary>Looks which of the claims are known, all at once; to be asked before they are added. What was expected before is forgotten.</summary>
    internal void Expect(IEnumerable<Claim> claims)
    {
        _known.Clear();
        _known.UnionWith(_writing.Known([.. claims.Select(ClaimRow.Key)]));
    }

    /// <summary>Adds a claim that was expected; false where it was known.</summary>
    internal bool Add(ReadyClaim ready)
    {
        Claim claim = ready.Claim;
        if (!_known.Add(ClaimRow.Key(claim)))
        {
            return false;
        }

        ClaimRow row = ready.Row;
        SourceRow source = _sources.Find(claim.Source);
        long? passage = claim.Source is DocumentSource from ? Passage(source, from.At, ready) : null;
        long entry = _log.Add(EntryKind.Claim, ready.Json, ready.Payload), handling = _labels.Number(claim.Handling, source.Labels);
        _claims.Number(entry).Blob(row.Id).Text(row.Subject).Text(row.Kind).Text(row.Property).Number(row.Single).Text(row.Entity).Number(source.Entry).Number(passage)
            .Number(row.HeldFrom).Number(row.HeldTo).Number(source.Published).Number(_log.Recorded).Number(handling).Utf8(ready.Json).End();
        _words.Value(entry, ready.Sought, claim.Property, handling);
        return true;
    }

    private long Passage(SourceRow source, Passage at, ReadyClaim ready)
    {
        ReadyQuote? quote = ready.Quote ?? (_sources.Quote(source, at.Start, at.End) is { } words ? ReadyQuote.Of(words) : null);
        return !source.HasText || quote?.Hash == at.QuoteHash ? _passages.Number(source.Entry, at, quote?.Sought, _labels.Number(source.Labels))
            : throw LedgerFaults.PassageDiffers.Because(
                $"{ready.Claim.Subject} {ready.Claim.Property}: characters {at.Start} to {at.End} of {source.Id} have another hash than {Shown.Short(at.QuoteHash)}.");
    }

    private void Index(SourceRow source, long passage, string quote) => _words.Passage(passage, SoughtBy.Of(quote), _labels.Number(source.Labels));
}
