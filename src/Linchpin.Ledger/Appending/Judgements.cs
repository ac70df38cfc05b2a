using System.Globalization;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>Judgements, within one transaction.</summary>
/// <remarks>
/// A judgement that says word for word what one that still counts says adds nothing. One that was undone in the meantime may be made again:
/// its id is the hash of its content and of how often that content was stored before.
/// </remarks>
internal sealed class Judgements(Writing writing, Labels labels, LogTail log)
{
    internal bool Add(Judgement judgement)
    {
        if (string.IsNullOrWhiteSpace(judgement.Reason))
        {
            throw LedgerFaults.Judgement.Because($"A judgement on {Shown.Short(judgement.On)} has no reason.");
        }

        if (judgement.By.Kind == AuthorKind.Model != (judgement.Act == JudgementAct.Propose))
        {
            throw LedgerFaults.Judgement.Because(
                $"{judgement.Act} on {Shown.Short(judgement.On)} by {Shown.Short(judgement.By.Name)}.", remedy: "A model proposes and does nothing else; a person accepts or rejects what it proposed.");
        }

        bool merges = judgement.OnEntities;
        if (merges && EntityId.Parse(judgement.On) == EntityId.Parse(judgement.Into ?? ""))
        {
            throw LedgerFaults.Judgement.Because($"{judgement.On} is one id, and two are wanted.");
        }

        if (judgement.OnConflict && (judgement.Into is not { } against || against == judgement.On || Find("claim", against) is null))
        {
            throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(judgement.Into)}' is not the id of another claim in this ledger.");
        }

        (long? target, long label) = merges ? (null, labels.Number(LabelSet.Of(judgement.Handling))) : Target(judgement);
        string json = Payload.Write(judgement);
        byte[] content = Payload.Hash(json);
        List<long> before = [.. writing.Db.Query<long>("SELECT seq FROM judgement WHERE content = @content ORDER BY seq", new { content })];
        if (before.Count > 0 && Counts(before[^1]))
        {
            return false;
        }

        writing.Into("judgement", "seq, id, act, target, away, kept, content, recorded, handling, json")
            .Number(log.Add(EntryKind.Judgement, json)).Blob(IdOf(content, before.Count)).Number((int)judgement.Act).Number(target)
            .Text(merges ? judgement.On : null).Text(merges ? judgement.Into : null).Blob(content).Number(log.Recorded).Number(label).Text(json).End();
        return true;
    }

    /// <summary>The id of the judgement of that content that was stored after so many of the same: 16 bytes.</summary>
    internal static byte[] IdOf(byte[] content, int before) => before == 0
        ? content[..16] : Payload.Hash(Convert.ToHexStringLower(content) + "\n" + before.ToString(CultureInfo.InvariantCulture))[..16];

    private (long? Entry, long Label) Target(Judgement judgement)
    {
        bool undo = judgement.Act == JudgementAct.Undo;
        (long Seq, long Handling, long Act)? target = Find(undo ? "judgement" : "claim", judgement.On);
        if (target?.Act == (long)JudgementAct.Propose)
        {
            throw LedgerFaults.Judgement.Because($"{Shown.Short(judgement.On)} is a proposal.", remedy: "Accept or reject the claim that it proposes.");
        }

        return target is { } on ? (on.Seq, labels.Number(judgement.Handling, labels.Of(on.Handling)))
            : throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(judgement.On)}' is not the id of a {(undo ? "judgement" : "claim")} in this ledger.");
    }

    private (long Seq, long Handling, long Act)? Find(string table, string id) => id.Length != 32 || !id.All(char.IsAsciiHexDigitLower) ? null
        : writing.Db.Query<(long, long, long)>($"SELECT seq, handling, {(table == "judgement" ? "act" : "0")} FROM {table} WHERE id = @id", new { id = Convert.FromHexString(id) })
            .Select(row => ((long, long, long)?)row).SingleOrDefault();

    // An undo is later than what it undoes, so one pass from the last decides.
    private bool Counts(long entry)
    {
        var undone = new HashSet<long>();
        foreach ((long seq, long target) in writing.Db.Query<(long, long)>(
            """
            WITH RECURSIVE undo(seq, target) AS (
                SELECT seq, target FROM judgement WHERE target = @entry AND act = @act
                UNION SELECT j.seq, j.target FROM undo JOIN judgement j ON j.target = undo.seq WHERE j.act = @act)
            SELECT seq, target FROM undo ORDER BY seq DESC
            """,
            new { entry, act = (int)JudgementAct.Undo }))
        {
            if (!undone.Contains(seq))
            {
                undone.Add(target);
            }
        }

        return !undone.Contains(entry);
    }
}
