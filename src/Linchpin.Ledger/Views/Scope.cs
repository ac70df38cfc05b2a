using System.Data.Common;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Views;

/// <summary>What a view may touch: the entries up to its last, under labels that the reader may read, within its clocks. Every query of a view goes through here.</summary>
internal sealed class Scope
{
    private readonly Dictionary<long, Handling> _labels;
    private readonly Dialect _dialect;
    private const int MostLabelsSought = 64;

    private readonly long[] _may;
    private readonly bool _all;
    private readonly long _snap;
    private readonly long _known;
    private long[] _undone = [];
    private long[]? _shown;

    private Scope(Dialect dialect, Reader reader, AsOf asOf, Dictionary<long, Handling> labels, bool all, long snap)
    {
        _all = all;
        _dialect = dialect;
        Reader = reader;
        AsOf = asOf;
        _labels = labels;
        _may = [.. labels.Keys.Order()];
        _snap = snap;
        _known = asOf.KnownBy is { } day && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds() : long.MaxValue;
    }

    /// <summary>How the store says what SQL does not say in one way.</summary>
    internal Dialect Dialect => _dialect;

    internal Reader Reader { get; }

    internal AsOf AsOf { get; }

    /// <summary>Sets what the reader may see, once: the labels that <see cref="Release"/> lets through, and the log's last entry.</summary>
    internal static Scope Of(DbConnection db, Dialect dialect, Reader reader, AsOf asOf, DateOnly today, LabelFilter? only = null)
    {
        long snap = db.ExecuteScalar<long?>("SELECT max(seq) FROM log") ?? 0;
        List<(long Id, string Json)> known = [.. db.Query<(long Id, string Json)>("SELECT id, json FROM handling")];
        Dictionary<long, Handling> labels = known
            .Select(row => (row.Id, Label: LabelSet.Read(row.Json)))
            .Where(row => Release.MayRead(reader, row.Label, today))
            .ToDictionary(row => row.Id, row => row.Label.Strictest);
        var scope = new Scope(dialect, reader, asOf, labels, labels.Count == known.Count, snap);
        scope._undone = [.. scope.Undone(db)];
        scope._shown = only is null ? null : [.. labels.Where(l => only.Lets(l.Value)).Select(l => l.Key).Order()];
        return scope;
    }

    /// <summary>What the same-as judgements that count depend on: labels, last entry, clock, and whether the reader is the owner.</summary>
    internal (string May, long Snap, long Known, bool Owner) Key => (string.Join(',', _may), _snap, _known, Reader.Owner);

    /// <summary>The words of the full-text indexes that say under which labels a row is; <see langword="null"/> where they need not be asked for, or are too many to be.</summary>
    /// <remarks>
    /// A row keeps the word of the labels that it was indexed under. Whoever may read what it is under since may read those too, so nothing is lost; what of the rest
    /// the reader may read is decided by the row itself, as always.
    /// </remarks>
    internal SoughtWord? LabelWords => _all || _may.Length > MostLabelsSought ? null : new SoughtWord([.. _may.Select(Appending.WordIndex.LabelWord)]);

    /// <summary>The strictest of the labels of that number, which the reader may read.</summary>
    internal Handling Label(long number) => _labels[number];

    /// <summary>Condition on <c>claim c</c>: permitted, within the clocks, neither rejected nor retracted.</summary>
    internal string Claims => $"{Readable("c")}{Shown}{Held}{Published("c")} AND {StandingColumn} IN (0, 1)";

    /// <summary>Condition on <c>claim c</c>: permitted and recorded in time, whatever was judged of it.</summary>
    internal string Seen => SeenAs("c");

    /// <summary>The same of a claim under another name.</summary>
    internal string SeenAs(string claim) => Readable(claim);

    /// <summary>Condition on <c>claim c</c>: permitted, within the clocks, proposed by a model and not yet decided on.</summary>
    internal string Proposals => $"c.seq IN (SELECT p.target FROM judgement p WHERE p.act = 11) AND {Readable("c")}{Shown}{Held}{Published("c")} AND {StandingColumn} = 11";

    /// <summary>Column <c>standing</c> of <c>claim c</c>: 0 unreviewed, 1 accepted, 11 proposed.</summary>
    /// <remarks>The last of the judgements that count decides how a claim stands; no judgement is unreviewed.</remarks>
    internal string StandingColumn => $"""
        coalesce((SELECT j.act FROM judgement j WHERE j.target = c.seq AND j.act IN (1, 2, 3, 11) AND {Readable("j")}
            AND NOT {_dialect.In("j.seq", "undone")} ORDER BY j.seq DESC LIMIT 1), 0)
        """;

    /// <summary>Condition on <c>source s</c>: permitted and within the clocks.</summary>
    internal string Sources => Readable("s") + Published("s");

    /// <summary>Condition on <c>judgement j</c>: permitted, recorded in time, and for same-as with both ids in some claim that the reader may read.</summary>
    /// <remarks>
    /// Without the last, an id that stands in hidden claims alone would show through a judgement that was labelled more loosely than they. The owner sees all.
    /// </remarks>
    internal string Judgements => Readable("j") + (Reader.Owner ? "" : $" AND (j.away IS NULL OR ({Met("j.away")} AND {Met("j.kept")}))");

    /// <summary>Condition on <c>text t</c> of a source that is permitted: recorded in time.</summary>
    internal static string Texts => "t.seq <= @snap AND t.recorded < @known";

    /// <summary>The parameters of the conditions.</summary>
    internal DynamicParameters Parameters()
    {
        var parameters = new DynamicParameters();
        parameters.Add("snap", _snap);
        parameters.Add("known", _known);
        parameters.Add("may", _dialect.List(_may));
        parameters.Add("undone", _dialect.List(_undone));
        if (_shown is not null)
        {
            parameters.Add("shown", _dialect.List(_shown));
        }

        parameters.Add("valid", AsOf.Valid?.DayNumber);
        parameters.Add("by", AsOf.PublishedBy?.DayNumber);
        return parameters;
    }

    /// <summary>Whether the view's clocks decide a claim of those dates, which is not outside them.</summary>
    internal Certainty Dated(ValidTime held, PartialDate? published) =>
        (AsOf.Valid is { } day && held.On(day) != Certainty.Yes) || (AsOf.PublishedBy is { } by && published?.CertainlyBy(by) != true)
            ? Certainty.Uncertain : Certainty.Yes;

    /// <summary>Judgements that count no more: an undo is always later than what it undoes, so one pass from the last decides all.</summary>
    internal HashSet<long> Undone(DbConnection db)
    {
        var undone = new HashSet<long>();
        foreach ((long seq, long target) in db.Query<(long, long)>(
            $"SELECT j.seq, j.target FROM judgement j WHERE j.act = {(int)JudgementAct.Undo} AND {Judgements} ORDER BY j.seq DESC", Parameters()))
        {
            if (!undone.Contains(seq))
            {
                undone.Add(target);
            }
        }

        return undone;
    }

    private string Met(string id) =>
        $"(EXISTS (SELECT 1 FROM claim c WHERE c.subject = {id} AND {Readable("c")}) OR EXISTS (SELECT 1 FROM claim c WHERE c.entity = {id} AND {Readable("c")}))";

    private string Readable(string row) => $"{row}.seq <= @snap AND {row}.recorded < @known AND {_dialect.In($"{row}.handling", "may")}";

    // Claims alone are narrowed: a judgement counts under whatever label the reader may read.
    private string Shown => _shown is null ? "" : $" AND {_dialect.In("c.handling", "shown")}";

    private string Held => AsOf.Valid is null ? "" : " AND (c.held_from IS NULL OR c.held_from <= @valid) AND (c.held_to IS NULL OR c.held_to >= @valid)";

    private string Published(string row) => AsOf.PublishedBy is null ? "" : $" AND ({row}.published IS NULL OR {row}.published <= @by)";
}
