namespace Linchpin.Briefing.Briefs;

/// <summary>How the sorts of finding are headed.</summary>
internal static class FindingKindText
{
    /// <summary>The heading of a finding.</summary>
    internal static string Words(this FindingKind kind) => kind switch
    {
        FindingKind.ExposedWithoutPromise => "Exposed without a promise",
        FindingKind.PromisedNothingSince => "Promised, nothing since",
        FindingKind.SourcesDiffer => "Sources differ",
        FindingKind.Delivered => "In progress or done",
        FindingKind.ExposedAndPromised => "Exposed, and promised",
        _ => "The record is silent",
    };

    /// <summary>The word by which style sheets know the sort.</summary>
    internal static string Style(this FindingKind kind) => kind switch
    {
        FindingKind.ExposedWithoutPromise => "gap",
        FindingKind.PromisedNothingSince => "waiting",
        FindingKind.SourcesDiffer => "differ",
        FindingKind.Delivered => "done",
        FindingKind.ExposedAndPromised => "met",
        _ => "silent",
    };
}
