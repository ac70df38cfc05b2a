using System.Globalization;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;
using Microsoft.Data.Sqlite;

namespace Linchpin.Ledger.Appending;

/// <summary>Judgements, within one transaction.</summary>
/// <remarks>
/// A judgement that says word for word what one that still counts says adds nothing. One that was undone in the meantime may be made again:
/// its id is the hash of its content and of how often that content was stored before.
/// </remarks>
internal sealed class Judgements(SqliteConnection db, SqliteTransaction transaction, Labels labels, LogTail log) : IDisposable
{
    private readonly Statement _claim = new(db, transaction, 1, "SELECT seq FROM claim WHERE id = @0");
    private readonly Statement _claimLabel = new(db, transaction, 1, "SELECT handling FROM claim WHERE seq = @0");
    private readonly Statement _judgement = new(db, transaction, 1, "SELECT seq FROM judgement WHERE id = @0");
    private readonly Statement _proposal = new(db, transaction, 1, $"SELECT seq FROM judgement WHERE id = @0 AND act = {(int)JudgementAct.Propose}");
    private readonly Statement _judgementLabel = new(db, transaction, 1, "SELECT handling FROM judgement WHERE seq = @0");
    private readonly Statement _add = new(db, transaction, 10, """
        INSERT INTO judgement (seq, id, act, target, away, kept, content, recorded, handling, json) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9)
        """);

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

        if (judgement.OnConflict && (judgement.Into is not { } against || against == judgement.On || !IsId(against) || _claim.Get(Convert.FromHexString(against)) is null))
        {
            throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(judgement.Into)}' is not the id of another claim in this ledger.");
        }

        long? target = merges ? null : Target(judgement);
        long label = target is { } entry ? labels.Number(judgement.Handling, LabelsOf(entry, judgement.Act)) : labels.Number(LabelSet.Of(judgement.Handling));

        string json = Payload.Write(judgement);
        byte[] content = Payload.Hash(json);
        List<long> before = [.. db.Query<long>("SELECT seq FROM judgement WHERE content = @content ORDER BY seq", new { content }, transaction)];
        if (before.Count > 0 && Counts(before[^1]))
        {
            return false;
        }

        byte[] id = IdOf(content, before.Count);
        _add.Run(
            log.Add(EntryKind.Judgement, json), id, (int)judgement.Act, target, merges ? judgement.On : null, merges ? judgement.Into : null, content,
            log.Recorded, label, json);
        return true;
    }

    /// <summary>The id of the judgement of that content that was stored after so many of the same: 16 bytes.</summary>
    internal static byte[] IdOf(byte[] content, int before) => before == 0
        ? content[..16] : Payload.Hash(Convert.ToHexStringLower(content) + "\n" + before.ToString(CultureInfo.InvariantCulture))[..16];

    private long Target(Judgement judgement)
    {
        bool undo = judgement.Act == JudgementAct.Undo;
        if (undo && IsId(judgement.On) && _proposal.Get(Convert.FromHexString(judgement.On)) is not null)
        {
            throw LedgerFaults.Judgement.Because($"{Shown.Short(judgement.On)} is a proposal.", remedy: "Accept or reject the claim that it proposes.");
        }

        return IsId(judgement.On) && (undo ? _judgement : _claim).Get(Convert.FromHexString(judgement.On)) is long target ? target
            : throw LedgerFaults.TargetUnknown.Because($"'{Shown.Short(judgement.On)}' is not the id of a {(undo ? "judgement" : "claim")} in this ledger.");
    }

    private LabelSet LabelsOf(long target, JudgementAct act) => labels.Of((long)(act == JudgementAct.Undo ? _judgementLabel : _claimLabel).Get(target)!);

    private static bool IsId(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    // An undo is later than what it undoes, so one pass from the last decides.
    private bool Counts(long entry)
    {
        var undone = new HashSet<long>();
        foreach ((long seq, long target) in db.Query<(long, long)>(
            """
            WITH RECURSIVE undo(seq, target) AS (
                SELECT seq, target FROM judgement WHERE target = @entry AND act = @act
                UNION SELECT j.seq, j.target FROM undo CROSS JOIN judgement j ON j.target = undo.seq WHERE j.act = @act)
            SELECT seq, target FROM undo ORDER BY seq DESC
            """,
            new { entry, act = (int)JudgementAct.Undo }, transaction))
        {
            if (!undone.Contains(seq))
            {
                undone.Add(target);
            }
        }

        return !undone.Contains(entry);
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[_claim, _claimLabel, _judgement, _proposal, _judgementLabel, _add])
        {
            statement.Dispose();
        }
    }
}
