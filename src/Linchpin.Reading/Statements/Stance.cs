using System.Text.RegularExpressions;

namespace Linchpin.Reading.Statements;

/// <summary>Whether advice is to do something or not to do it.</summary>
internal static partial class Stance
{
    /// <summary><c>against</c> where the words advise not to, to stop or to hold back; else <c>for</c>.</summary>
    internal static string Of(string words) => Against().IsMatch(words) ? "against" : "for";

    [GeneratedRegex(
        @"\b(?:should|must|ought|need|shall|could)(?:\s+\w+ly)?\s+(?:not(?!\s+(?:only|just|merely|simply|hesitate|shy|wait|delay|fail|forget|neglect|ignore|overlook|lose|miss)\b)(?!\s+be\s+(?:under\w+|over\w+|ignored|forgotten|neglected|lost|taken|missed|delayed))|never|no longer|avoid|refrain|stop|cease|end|halt|limit|reduce|cut|curb|restrict|withdraw|resist|oppose|reject|abandon|delay|postpone|suspend|freeze|scrap|drop|exclude|abstain|decline|stay out|hold off|scale back|step back|slow)\b"
        + @"|\b(?:unwise|premature|a mistake|mistaken|counterproductive|no need|no reason|better not)\s+(?:to|for)\b|\brefrain(?:ing)? from\b|\bstay(?:ing)? out of\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Against();
}
