using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>Puts a stored document or dataset, its claims and the judgements on them under a stricter label, with an entry in the log.</summary>
/// <remarks>
/// The claims themselves stay as they were made; what changes is the label that they are held under. It changes for every view, one of an earlier day
/// included: what may not be read today may not be read as of last year.
/// </remarks>
internal sealed class Tightening(Writing writing, Labels labels, LogTail log)
{
    private const string Concerned = """
        WITH RECURSIVE concerned(seq) AS (
            SELECT j.seq FROM claim c JOIN judgement j ON j.target = c.seq WHERE c.source = @Entry
            UNION SELECT j.seq FROM concerned JOIN judgement j ON j.target = concerned.seq)
        """;

    internal void Add(SourceRow source, Handling label)
    {
        string json = Payload.Write(source.Id, source.Version, label);
        writing.Into("label", "seq, source, recorded, json").Number(log.Add(EntryKind.Label, json)).Number(source.Entry).Number(log.Recorded).Text(json).End();
        Put("UPDATE source SET handling = @after WHERE seq = @Entry", labels.Number(label, source.Labels), 0, source);
        foreach (long before in Before("SELECT DISTINCT handling FROM claim WHERE source = @Entry", source))
        {
            Put("UPDATE claim SET handling = @after WHERE source = @Entry AND handling = @before", labels.Number(label, labels.Of(before)), before, source);
        }

        foreach (long before in Before(Concerned + " SELECT DISTINCT handling FROM judgement WHERE seq IN (SELECT seq FROM concerned)", source))
        {
            Put(
                Concerned + " UPDATE judgement SET handling = @after WHERE seq IN (SELECT seq FROM concerned) AND handling = @before",
                labels.Number(label, labels.Of(before)), before, source);
        }
    }

    private void Put(string sql, long after, long before, SourceRow source) => writing.Db.Execute(sql, new { after, before, source.Entry });

    // Read whole before anything is changed, so that a label made on the way is not met again.
    private List<long> Before(string sql, SourceRow source) => [.. writing.Db.Query<long>(sql, new { source.Entry })];
}
