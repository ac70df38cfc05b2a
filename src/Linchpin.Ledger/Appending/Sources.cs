using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>A document or dataset as stored.</summary>
/// <param name="Entry">Its log entry.</param>
/// <param name="Id">Its id.</param>
/// <param name="Version">A dataset's version; empty for a document.</param>
/// <param name="Published">First day that its date may mean.</param>
/// <param name="Labels">The labels it is held under.</param>
/// <param name="HasText">Whether the document's text is held.</param>
internal sealed record SourceRow(long Entry, EntityId Id, string Version, int? Published, LabelSet Labels, bool HasText);

/// <summary>Documents, their texts, and datasets, within one transaction.</summary>
internal sealed class Sources(SqliteConnection db, SqliteTransaction transaction, Labels labels, LogTail log) : IDisposable
{
    private readonly Dictionary<(EntityId, string), SourceRow> _known = [];
    private readonly Tightening _tightening = new(db, transaction, labels, log);
    private (long Entry, string Text)? _lastText;

    private readonly Statement _find = new(db, transaction, 2, "SELECT seq FROM source WHERE id = @0 AND version = @1");
    private readonly Statement _json = new(db, transaction, 1, "SELECT json FROM source WHERE seq = @0");
    private readonly Statement _handling = new(db, transaction, 1, "SELECT handling FROM source WHERE seq = @0");
    private readonly Statement _text = new(db, transaction, 1, "SELECT seq FROM text WHERE source = @0");

    private readonly Statement _add = new(
        db, transaction, 7, "INSERT INTO source (seq, id, version, published, recorded, handling, json) VALUES (@0, @1, @2, @3, @4, @5, @6)");

    private readonly Statement _addText = new(db, transaction, 4, "INSERT INTO text (seq, source, recorded, length) VALUES (@0, @1, @2, @3)");
    private readonly Statement _addPart = new(db, transaction, 3, "INSERT INTO text_part (source, start, words) VALUES (@0, @1, @2)");

    /// <summary>Stores the document, or its text where only that is new; false where the document was known.</summary>
    /// <param name="document">The document.</param>
    /// <param name="index">Told of each passage that was cited before the text was held, with its words.</param>
    internal bool Add(Document document, Action<long, string?> index)
    {
        Kind(document.Id, "document");
        SourceRow? known = Find(document.Id, "");
        if (known is not null)
        {
            var stored = Payload.ReadDocument((string)_json.Get(known.Entry)!);
            if (stored.ContentHash != document.ContentHash)
            {
                throw LedgerFaults.DocumentDiffers.Because($"{document.Id} is stored with content hash {stored.ContentHash}, not {Shown.Short(document.ContentHash)}.");
            }
        }

        SourceRow row = known is not null ? Tightened(known, document.Handling)
            : Add(document.Id, "", EntryKind.Document, Payload.Write(document), document.Published, document.Handling);
        if (document.Text is { } text)
        {
            AddText(row, text, index);
        }

        return known is null;
    }

    /// <summary>Stores the text of a document that is known.</summary>
    internal void AddText(EntityId document, string text, Action<long, string?> index) => AddText(Known(document, ""), text, index);

    /// <summary>Puts a known document or dataset under a stricter label.</summary>
    internal void Tighten(EntityId id, string version, Handling label) => Tightened(Known(id, version), label);

    /// <summary>Stores the dataset where that version of it is new.</summary>
    internal void Add(Dataset dataset)
    {
        Kind(dataset.Id, "dataset");
        if (Find(dataset.Id, dataset.Version) is { } known)
        {
            Tightened(known, dataset.Handling);
        }
        else
        {
            Add(dataset.Id, dataset.Version, EntryKind.Dataset, Payload.Write(dataset), dataset.Published, dataset.Handling);
        }
    }

    /// <summary>The document or dataset that a claim stands on.</summary>
    internal SourceRow Find(Source source) => Known(source.Of, source is DatasetSource d ? d.Version : "");

    /// <summary>The words at that place; <see langword="null"/> where the text is not held or has no such place.</summary>
    internal string? Quote(SourceRow row, int start, int end)
    {
        if (!row.HasText)
        {
            return null;
        }

        if (_lastText?.Entry != row.Entry)
        {
            _lastText = (row.Entry, DocumentText.Whole(db, row.Entry, transaction));
        }

        string text = _lastText!.Value.Text;
        return start >= 0 && end > start && end <= text.Length ? text[start..end] : null;
    }

    private SourceRow Known(EntityId id, string version) => Find(id, version)
        ?? throw LedgerFaults.SourceUnknown.Because($"{id}{(version.Length > 0 ? " of version " + Shown.Short(version) : "")} is not in the ledger.");

    private static void Kind(EntityId id, string kind)
    {
        if (id.Kind != kind)
        {
            throw LedgerFaults.DocumentDiffers.Because($"{id} is not the id of a {kind}.", remedy: $"Give the {kind} an id that begins with {kind}/.");
        }
    }

    // What is handed in again under a stricter label is kept under it from then on; a looser label changes nothing.
    private SourceRow Tightened(SourceRow known, Handling label)
    {
        if (known.Labels.Strictest.Combine(label).Equals(known.Labels.Strictest))
        {
            return known;
        }

        _tightening.Add(known, label);
        SourceRow row = known with { Labels = known.Labels.With(label) };
        _known[(known.Id, known.Version)] = row;
        return row;
    }

    private SourceRow? Find(EntityId id, string version)
    {
        if (!_known.TryGetValue((id, version), out SourceRow? row) && _find.Get(id.ToString(), version) is long entry)
        {
            string json = (string)_json.Get(entry)!;
            PartialDate? published = id.Kind == "document" ? Payload.ReadDocument(json).Published : Payload.ReadDataset(json).Published;
            row = new SourceRow(entry, id, version, published?.Earliest.DayNumber, labels.Of((long)_handling.Get(entry)!), _text.Get(entry) is not null);
            _known[(id, version)] = row;
        }

        return row;
    }

    private SourceRow Add(EntityId id, string version, EntryKind kind, string json, PartialDate? published, Handling label)
    {
        var row = new SourceRow(log.Add(kind, json), id, version, published?.Earliest.DayNumber, LabelSet.Of(label), false);
        _add.Run(row.Entry, id.ToString(), version, row.Published, log.Recorded, labels.Number(row.Labels), json);
        _known[(id, version)] = row;
        return row;
    }

    private void AddText(SourceRow row, string text, Action<long, string?> index)
    {
        text = DocumentText.Storable(text);
        if (row.HasText)
        {
            if (DocumentText.Whole(db, row.Entry, transaction) != text)
            {
                throw LedgerFaults.TextDiffers.Because($"{row.Id} is stored with another decoded text.");
            }

            return;
        }

        using var hash = Payload.TextHash(row.Id.ToString());
        foreach ((int start, int end) in DocumentText.Parts(text))
        {
            byte[] words = Encoding.UTF8.GetBytes(text, start, end - start);
            hash.AppendData(words);
            _addPart.Run(row.Entry, start, words);
        }

        _addText.Run(log.Add(EntryKind.Text, hash.GetHashAndReset()), row.Entry, log.Recorded, text.Length);

        SourceRow held = row with { HasText = true };
        _known[(row.Id, "")] = held;
        _lastText = (row.Entry, text);
        foreach ((long passage, int start, int end) in DocumentText.Passages(db, row.Entry, transaction))
        {
            index(passage, Quote(held, start, end));
        }
    }

    public void Dispose()
    {
        _tightening.Dispose();
        foreach (Statement statement in (Statement[])[_find, _json, _handling, _text, _add, _addText, _addPart])
        {
            statement.Dispose();
        }
    }
}
