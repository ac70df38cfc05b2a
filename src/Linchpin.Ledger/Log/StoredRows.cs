using System.Data.Common;
using System.Text;
using System.Text.Json;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;

namespace Linchpin.Ledger.Log;

/// <summary>Holds the columns that rows are searched and released by to what the log covers: a row whose JSON is whole but whose subject, date or label was changed is found.</summary>
internal sealed class StoredRows
{
    private readonly DbConnection _db;
    private readonly Dictionary<long, LabelSet> _labels;
    private readonly Dictionary<long, Stored> _sources = [];
    private readonly Dictionary<(Handling, LabelSet), LabelSet> _made = [];

    internal StoredRows(DbConnection db)
    {
        _db = db;
        _labels = db.Query<(long Id, string Json)>("SELECT id, json FROM handling").ToDictionary(r => r.Id, r => LabelSet.Read(r.Json));
    }

    /// <summary>What is wrong with the row's columns; <see langword="null"/> where they fit its JSON.</summary>
    internal string? Misfit(EntryKind kind, long number, string json, StoredClaim? claim)
    {
        try
        {
            return kind switch
            {
                EntryKind.Claim => Claim(claim!, ClaimJson.Read(json)),
                EntryKind.Judgement => Judgement(number, Payload.ReadJudgement(json)),
                EntryKind.Document or EntryKind.Dataset => Source(number, kind),
                EntryKind.Label => Label(number, json),
                _ => null,
            };
        }
        catch (Exception e) when (e is FaultException or JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            // The payload is what was recorded, and this program cannot read it: a ledger from another version, or written by another hand.
            return "The row cannot be read: " + Shown.Short(e.Message, 200);
        }
    }

    /// <summary>Hash of the text as stored; of nothing where its parts do not stand one after the other.</summary>
    internal byte[] TextHash(long number)
    {
        (long source, long length, string id) = _db.QuerySingle<(long, long, string)>(
            "SELECT t.source, t.length, s.id FROM text t JOIN source s ON s.seq = t.source WHERE t.seq = @number", new { number });
        using var hash = Payload.TextHash(id);
        long at = 0;
        foreach ((long start, byte[] words) in _db.Query<(long, byte[])>(
            "SELECT start, words FROM text_part WHERE source = @source ORDER BY start", new { source }, buffered: false))
        {
            hash.AppendData(start == at ? words : []);
            at += Encoding.UTF8.GetCharCount(words);
        }

        return at == length ? hash.GetHashAndReset() : [];
    }

    /// <summary>A row that the log has no entry for.</summary>
    internal (long Number, string What)? Unlogged()
    {
        foreach (string table in new[] { "source", "text", "claim", "judgement", "label" })
        {
            if (_db.ExecuteScalar<long?>($"SELECT min(t.seq) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM log l WHERE l.seq = t.seq)") is { } row)
            {
                return (row, table);
            }
        }

        return null;
    }

    private string? Claim(StoredClaim row, Claim claim)
    {
        ClaimRow made = ClaimRow.Of(claim);
        Stored source = Of(row.Source);
        bool passage = claim.Source is DocumentSource from
            ? (row.PassageSource, row.PassageStart, row.PassageUntil) == (row.Source, from.At.Start, from.At.End)
            : row.PassageSource is null;
        return !row.Id.AsSpan().SequenceEqual(made.Id) ? "The claim's id is not its hash."
            : (row.Subject, row.Kind, row.Property, row.Single, row.Entity, row.HeldFrom, row.HeldTo)
                != (made.Subject, made.Kind, made.Property, made.Single, made.Entity, made.HeldFrom, made.HeldTo) ? "The claim's columns are not what its record says."
            : source.Id != claim.Source.Of.ToString() || source.Version != (claim.Source is DatasetSource d ? d.Version : "") || !passage || row.Published != source.Published
                ? "The claim's row points to another source than its record."
            : !Bears(row.Handling, Made(claim.Handling, source.Labels)) ? "The claim is held under another label than its own and its source's make." : null;
    }

    private string? Judgement(long number, Judgement judgement)
    {
        (byte[] id, long act, long? target, string? away, string? kept, byte[] content, long handling) = _db.QuerySingle<(byte[], long, long?, string?, string?, byte[], long)>(
            "SELECT id, act, target, away, kept, content, handling FROM judgement WHERE seq = @number", new { number });
        byte[] hash = Payload.Hash(Payload.Write(judgement));
        bool merges = judgement.OnEntities;
        int before = id.AsSpan().SequenceEqual(hash.AsSpan(0, 16)) ? 0
            : _db.ExecuteScalar<int>("SELECT count(*) FROM judgement WHERE content = @hash AND seq < @number", new { hash, number });
        bool fits = act == (long)judgement.Act && content.AsSpan().SequenceEqual(hash) && id.AsSpan().SequenceEqual(Judgements.IdOf(hash, before))
            && away == (merges ? judgement.On : null) && kept == (merges ? judgement.Into : null) && target is null == merges;
        if (!fits)
        {
            return "The judgement's columns are not what its record says.";
        }

        if (merges)
        {
            return Bears(handling, LabelSet.Of(judgement.Handling)) ? null : "The judgement is held under another label than its own.";
        }

        string table = judgement.Act == JudgementAct.Undo ? "judgement" : "claim";
        (byte[]? on, long? label) = _db.QuerySingleOrDefault<(byte[]?, long?)>($"SELECT id, handling FROM {table} WHERE seq = @target", new { target });
        return on is null || Convert.ToHexStringLower(on) != judgement.On ? "The judgement's row points to another target than its record."
            : !Bears(handling, _labels[label!.Value].With(judgement.Handling)) ? "The judgement is held under another label than its own and its target's make." : null;
    }

    private string? Source(long number, EntryKind kind)
    {
        Stored source = Of(number);
        return source.Kind != kind || source.Columns != (source.Id, source.Version, source.Published) ? "The row's columns are not what its record says."
            : !Bears(source.Handling, source.Labels) ? "The row is held under another label than was recorded." : null;
    }

    private string? Label(long number, string json)
    {
        (string source, string version, _) = Payload.ReadLabel(json);
        long row = _db.ExecuteScalar<long>("SELECT source FROM label WHERE seq = @number", new { number });
        return Of(row) is var s && s.Id == source && s.Version == version ? null : "The label's row points to another source than its record.";
    }

    /// <summary>A document or dataset by its record, with its own label and all later ones, and what its row says.</summary>
    private Stored Of(long number)
    {
        if (_sources.TryGetValue(number, out Stored? known))
        {
            return known;
        }

        (string id, string version, long? published, long handling, string json) = _db.QuerySingle<(string, string, long?, long, string)>(
            "SELECT id, version, published, handling, json FROM source WHERE seq = @number", new { number });
        bool document = id.StartsWith("document/", StringComparison.Ordinal);
        Document? d = document ? Payload.ReadDocument(json) : null;
        Dataset? s = document ? null : Payload.ReadDataset(json);
        LabelSet labels = LabelSet.Of(d?.Handling ?? s!.Handling).With(
            _db.Query<string>("SELECT json FROM label WHERE source = @number ORDER BY seq", new { number }).Select(later => Payload.ReadLabel(later).Label));
        var stored = new Stored(
            document ? EntryKind.Document : EntryKind.Dataset, (d?.Id ?? s!.Id).ToString(), s?.Version ?? "", (d?.Published ?? s?.Published)?.Earliest.DayNumber, labels, handling,
            (id, version, published));
        _sources.Add(number, stored);
        return stored;
    }

    private LabelSet Made(Handling own, LabelSet under)
    {
        if (!_made.TryGetValue((own, under), out LabelSet? labels))
        {
            labels = under.With(own);
            _made.Add((own, under), labels);
        }

        return labels;
    }

    private bool Bears(long handling, LabelSet labels) => _labels.TryGetValue(handling, out LabelSet? stored) && stored.Equals(labels);

    private sealed record Stored(
        EntryKind Kind, string Id, string Version, long? Published, LabelSet Labels, long Handling, (string, string, long?) Columns);
}

/// <summary>The columns of a claim's row, and of the passage's that it points to.</summary>
internal sealed record StoredClaim(
    byte[] Id, string Subject, string Kind, string Property, long? Single, string? Entity, long? HeldFrom, long? HeldTo, long? Published, long Source, long Handling,
    long? PassageSource, long? PassageStart, long? PassageUntil);
