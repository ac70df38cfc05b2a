namespace Linchpin.Supply;

/// <summary>What the checks of a table come to.</summary>
public enum BalanceVerdict
{
    /// <summary>The table publishes neither output nor primary inputs, so there is nothing to hold its sums to.</summary>
    NotChecked,

    /// <summary>All gaps together are at most 1e-9 of world output.</summary>
    Balanced,

    /// <summary>There are gaps, and together they keep within the bound: the data's own, as from rounding.</summary>
    WithinBound,

    /// <summary>All gaps together go beyond the bound.</summary>
    Unbalanced,
}

/// <summary>Whether world value added is of the size of the world's, as a guard against a wrong unit.</summary>
public enum ScaleVerdict
{
    /// <summary>Not a world table in US dollars or euro: fewer than 30 countries, or no rest of the world.</summary>
    NotJudged,

    /// <summary>World value added is from 10 to 1,000 trillion.</summary>
    Plausible,

    /// <summary>World value added is not: the unit or the files are wrong, or the table is made up.</summary>
    Doubtful,
}

/// <summary>The words for verdicts in JSON and manifests.</summary>
public static class BalanceVerdictText
{
    /// <summary><c>not-checked</c>, <c>balanced</c>, <c>within-bound</c> or <c>unbalanced</c>.</summary>
    public static string Word(this BalanceVerdict verdict) => verdict switch
    {
        BalanceVerdict.Balanced => "balanced",
        BalanceVerdict.WithinBound => "within-bound",
        BalanceVerdict.Unbalanced => "unbalanced",
        _ => "not-checked",
    };

    /// <summary><c>not-judged</c>, <c>plausible</c> or <c>doubtful</c>.</summary>
    public static string Word(this ScaleVerdict verdict) => verdict switch
    {
        ScaleVerdict.Plausible => "plausible",
        ScaleVerdict.Doubtful => "doubtful",
        _ => "not-judged",
    };
}
