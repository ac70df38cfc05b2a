using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>Puts a stored document or dataset, its claims and the judgements on them under a stricter label, with an entry in the log.</summary>
/// <remarks>
/// The claims themselves stay as they were made; what changes is the label that they are held under. It changes for every view, one of an earlier day
/// included: what may not be read today may not be read as of last year.
/// </remarks>
internal sealed class Tightening(SqliteConnection db, SqliteTransaction transaction, Labels labels, LogTail log) : IDisposable
{
    private readonly Statement _add = new(db, transaction, 4, "INSERT INTO label (seq, source, recorded, json) VALUES (@0, @1, @2, @3)");

    internal void Add(SourceRow source, Handling label)
    {
        string json = Payload.Write(source.Id, source.Version, label);
        _add.Run(log.Add(EntryKind.Label, json), source.Entry, log.Recorded, json);
        db.Execute("UPDATE source SET handling = @number WHERE seq = @Entry", new { number = labels.Number(label, source.Labels), source.Entry }, transaction);
        foreach (long before in Labels("SELECT DISTINCT handling FROM claim WHERE source = @Entry", source))
        {
            db.Execute(
                "UPDATE claim SET handling = @after WHERE source = @Entry AND handling = @before",
                new { after = labels.Number(label, labels.Of(before)), before, source.Entry }, transaction);
        }

        const string Concerned = """
            WITH RECURSIVE concerned(seq) AS (
                SELECT j.seq FROM claim c CROSS JOIN judgement j ON j.target = c.seq WHERE c.source = @Entry
                UNION SELECT j.seq FROM concerned CROSS JOIN judgement j ON j.target = concerned.seq)
            """;
        foreach (long before in Labels(Concerned + " SELECT DISTINCT handling FROM judgement WHERE seq IN concerned", source))
        {
            db.Execute(
                Concerned + " UPDATE judgement SET handling = @after WHERE seq IN concerned AND handling = @before",
                new { after = labels.Number(label, labels.Of(before)), before, source.Entry }, transaction);
        }
    }

    public void Dispose() => _add.Dispose();

    // Read whole before anything is changed, so that a label made on the way is not met again.
    private List<long> Labels(string sql, SourceRow source) => [.. db.Query<long>(sql, new { source.Entry }, transaction)];
}
