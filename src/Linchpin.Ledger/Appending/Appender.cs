using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>Writes one deposit inside one transaction: documents and their texts, datasets, claims, judgements, each with its log entry.</summary>
internal sealed class Appender : IDisposable
{
    private readonly Labels _labels;
    private readonly LogTail _log;
    private readonly Sources _sources;
    private readonly Statement _findClaim, _addClaim, _findPassage, _addPassage, _addValueWords, _addPassageWords;
    private readonly Judgements _judgements;

    internal Appender(SqliteConnection db, SqliteTransaction transaction, long recorded)
    {
        _labels = new Labels(db, transaction);
        _log = new LogTail(db, transaction, recorded);
        _sources = new Sources(db, transaction, _labels, _log);
        _judgements = new Judgements(db, transaction, _labels, _log);
        _findClaim = new Statement(db, transaction, 1, "SELECT seq FROM claim WHERE id = @0");
        _addClaim = new Statement(db, transaction, 15, """
            INSERT INTO claim (seq, id, subject, kind, property, single, entity, source, passage, held_from, held_to, published, recorded, handling, json)
            VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, @11, @12, @13, @14)
            """);
        _findPassage = new Statement(db, transaction, 3, "SELECT id FROM passage WHERE source = @0 AND start = @1 AND until = @2");
        _addPassage = new Statement(db, transaction, 3, "INSERT INTO passage (source, start, until) VALUES (@0, @1, @2) RETURNING id");
        _addValueWords = new Statement(db, transaction, 2, "INSERT INTO value_words (rowid, words) VALUES (@0, @1)");
        _addPassageWords = new Statement(db, transaction, 2, "INSERT INTO passage_words (rowid, words) VALUES (@0, @1)");
    }

    internal Receipt Append(Deposit deposit, CancellationToken cancel)
    {
        int documents = 0, added = 0, judgements = 0;
        foreach (Document document in deposit.Documents)
        {
            cancel.ThrowIfCancellationRequested();
            documents += Add(document) ? 1 : 0;
        }

        foreach (Dataset dataset in deposit.Datasets)
        {
            cancel.ThrowIfCancellationRequested();
            Add(dataset);
        }

        foreach (Claim claim in deposit.Claims)
        {
            cancel.ThrowIfCancellationRequested();
            bool isNew = Add(claim);
            added += isNew ? 1 : 0;
            if (isNew && claim.Author.Kind == AuthorKind.Model)
            {
                // Whoever deposits it: what a model says is never in a view by mere omission.
                judgements += _judgements.Add(Judgement.Propose(claim)) ? 1 : 0;
            }
        }

        foreach (Judgement judgement in deposit.Judgements)
        {
            cancel.ThrowIfCancellationRequested();
            judgements += Add(judgement) ? 1 : 0;
        }

        return new Receipt(added, deposit.Claims.Count - added, documents, judgements, _log.Head);
    }

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
    internal bool Add(Document document) => _sources.Add(document, IndexPassage);

    /// <summary>Adds the text of a known document.</summary>
    internal void AddText(EntityId document, string text) => _sources.AddText(document, text, IndexPassage);

    /// <summary>Adds a dataset.</summary>
    internal void Add(Dataset dataset) => _sources.Add(dataset);

    /// <summary>Puts a known document or dataset under a stricter label.</summary>
    internal void Tighten(EntityId source, string version, Handling label) => _sources.Tighten(source, version, label);

    /// <summary>Adds a judgement; false where one that still counts says the same.</summary>
    internal bool Add(Judgement judgement) => _judgements.Add(judgement);

    /// <summary>Adds a claim; false where it was known.</summary>
    internal bool Add(Claim claim)
    {
        ClaimRow row = ClaimRow.Of(claim);
        if (_findClaim.Get(row.Id) is not null)
        {
            return false;
        }

        SourceRow source = _sources.Find(claim.Source);
        long? passage = claim.Source is DocumentSource from ? Passage(source, from.At, claim) : null;
        string json = ClaimJson.Write(claim);
        long entry = _log.Add(EntryKind.Claim, json);
        _addClaim.Run(
            entry, row.Id, row.Subject, row.Kind, row.Property, row.Single, row.Entity, source.Entry, passage, row.HeldFrom, row.HeldTo, source.Published, _log.Recorded,
            _labels.Number(claim.Handling, source.Labels), json);
        if (ClaimRow.Searched(claim) is { } words)
        {
            _addValueWords.Run(entry, words);
        }

        return true;
    }

    private long Passage(SourceRow source, Passage at, Claim claim)
    {
        string? quote = _sources.Quote(source, at.Start, at.End);
        if (source.HasText && (quote is null || Claims.Passage.HashOf(quote) != at.QuoteHash))
        {
            throw LedgerFaults.PassageDiffers.Because(
                $"{claim.Subject} {claim.Property}: characters {at.Start} to {at.End} of {source.Id} have another hash than {Shown.Short(at.QuoteHash)}.");
        }

        if (_findPassage.Get(source.Entry, at.Start, at.End) is long known)
        {
            return known;
        }

        long passage = (long)_addPassage.Get(source.Entry, at.Start, at.End)!;
        IndexPassage(passage, quote);
        return passage;
    }

    private void IndexPassage(long passage, string? quote)
    {
        if (quote is not null)
        {
            _addPassageWords.Run(passage, quote);
        }
    }

    public void Dispose()
    {
        foreach (IDisposable part in (IDisposable[])
            [_labels, _log, _sources, _judgements, _findClaim, _addClaim, _findPassage, _addPassage, _addValueWords, _addPassageWords])
        {
            part.Dispose();
        }
    }
}
