using System.Text;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

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
internal sealed class Sources(Writing writing, Labels labels, LogTail log)
{
    private const int MostKnown = 50_000;

    private readonly Dictionary<(EntityId, string), SourceRow?> _known = [];
    private readonly Tightening _tightening = new(writing, labels, log);
    private (long Entry, string Text)? _lastText;

    /// <summary>The documents and datasets that a deposit holds or cites.</summary>
    internal static IReadOnlyList<(EntityId Id, string Version)> Of(Deposit deposit) =>
    [
        .. deposit.Documents.Select(d => (d.Id, "")),
        .. deposit.Datasets.Select(d => (d.Id, d.Version)),
        .. deposit.Claims.Select(c => Of(c.Source)).Distinct(),
    ];

    /// <summary>Looks for all of them at once.</summary>
    internal void Expect(IEnumerable<(EntityId Id, string Version)> wanted)
    {
        if (_known.Count > MostKnown)
        {
            _known.Clear();
        }

        HashSet<(EntityId Id, string Version)> unknown = [.. wanted.Where(w => !_known.ContainsKey(w))];
        if (unknown.Count == 0)
        {
            return;
        }

        foreach ((EntityId, string) one in unknown)
        {
            _known[one] = null;
        }

        string sql = $"""
            SELECT s.seq, s.id, s.version, s.published, s.handling, t.seq FROM source s LEFT JOIN text t ON t.source = s.seq
            WHERE {writing.Dialect.In("s.id", "ids")}
            """;
        foreach ((long entry, string id, string version, long? published, long handling, long? text) in writing.Db.Query<(long, string, string, long?, long, long?)>(
            sql, new { ids = writing.Dialect.List(unknown.Select(u => u.Id.ToString()).Distinct()) }))
        {
            EntityId of = EntityId.Parse(id);
            _known[(of, version)] = new SourceRow(entry, of, version, (int?)published, labels.Of(handling), text is not null);
        }
    }

    /// <summary>Stores the document, or its text where only that is new; false where the document was known.</summary>
    /// <param name="document">The document.</param>
    /// <param name="index">Told of each passage that was cited before the text was held, with its words.</param>
    internal bool Add(Document document, Action<SourceRow, long, string> index)
    {
        Kind(document.Id, "document");
        SourceRow? known = Find((document.Id, ""));
        if (known is not null)
        {
            Document stored = Payload.ReadDocument(writing.Db.QuerySingle<string>("SELECT json FROM source WHERE seq = @Entry", new { known.Entry }));
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
    internal void AddText(EntityId document, string text, Action<SourceRow, long, string> index) => AddText(Known((document, "")), text, index);

    /// <summary>Puts a known document or dataset under a stricter label.</summary>
    internal void Tighten(EntityId id, string version, Handling label) => Tightened(Known((id, version)), label);

    /// <summary>Stores the dataset where that version of it is new.</summary>
    internal void Add(Dataset dataset)
    {
        Kind(dataset.Id, "dataset");
        if (Find((dataset.Id, dataset.Version)) is { } known)
        {
            Tightened(known, dataset.Handling);
        }
        else
        {
            Add(dataset.Id, dataset.Version, EntryKind.Dataset, Payload.Write(dataset), dataset.Published, dataset.Handling);
        }
    }

    /// <summary>The document or dataset that a claim stands on.</summary>
    internal SourceRow Find(Source source) => Known(Of(source));

    /// <summary>The words at that place; <see langword="null"/> where the text is not held or has no such place.</summary>
    internal string? Quote(SourceRow row, int start, int end)
    {
        if (!row.HasText)
        {
            return null;
        }

        if (_lastText?.Entry != row.Entry)
        {
            _lastText = (row.Entry, DocumentText.Whole(writing.Db, row.Entry));
        }

        string text = _lastText!.Value.Text;
        return start >= 0 && end > start && end <= text.Length ? text[start..end] : null;
    }

    private SourceRow Known((EntityId Id, string Version) wanted) => Find(wanted) ?? throw LedgerFaults.SourceUnknown.Because(
        $"{wanted.Id}{(wanted.Version.Length > 0 ? " of version " + Shown.Short(wanted.Version) : "")} is not in the ledger.");

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

    private static (EntityId Id, string Version) Of(Source source) => (source.Of, source is DatasetSource d ? d.Version : "");

    private SourceRow? Find((EntityId, string) wanted)
    {
        Expect([wanted]);
        return _known[wanted];
    }

    private SourceRow Add(EntityId id, string version, EntryKind kind, string json, PartialDate? published, Handling label)
    {
        var row = new SourceRow(log.Add(kind, json), id, version, published?.Earliest.DayNumber, LabelSet.Of(label), false);
        writing.Into("source", "seq, id, version, published, recorded, handling, json")
            .Number(row.Entry).Text(id.ToString()).Text(version).Number(row.Published).Number(log.Recorded).Number(labels.Number(row.Labels)).Text(json).End();
        _known[(id, version)] = row;
        return row;
    }

    private void AddText(SourceRow row, string text, Action<SourceRow, long, string> index)
    {
        text = DocumentText.Storable(text);
        if (row.HasText)
        {
            if (DocumentText.Whole(writing.Db, row.Entry) != text)
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
            writing.Into("text_part", "source, start, words").Number(row.Entry).Number(start).Blob(words).End();
        }

        writing.Into("text", "seq, source, recorded, length")
            .Number(log.AddHash(EntryKind.Text, hash.GetHashAndReset())).Number(row.Entry).Number(log.Recorded).Number(text.Length).End();

        SourceRow held = row with { HasText = true };
        _known[(row.Id, "")] = held;
        _lastText = (row.Entry, text);
        foreach ((long passage, int start, int end) in row.Entry > log.Before ? [] : DocumentText.Passages(writing.Db, row.Entry))
        {
            if (Quote(held, start, end) is { } quote)
            {
                index(held, passage, quote);
            }
        }
    }
}
