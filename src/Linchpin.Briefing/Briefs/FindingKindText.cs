namespace Linchpin.Briefing.Briefs;

/// <summary>How the sorts of finding are headed.</summary>
public static class FindingKindText
{
    /// <summary>The key of a finding's heading, for <see cref="Brief.Say"/>.</summary>
    public static string Heading(this FindingKind kind) => "finding.kind-" + kind.Style();

    /// <summary>The word by which style sheets and messages know the sort.</summary>
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
