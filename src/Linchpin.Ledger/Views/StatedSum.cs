using System.Globalization;
using System.Text.RegularExpressions;

namespace Linchpin.Ledger.Views;

/// <summary>A sum of money as a text states it, with all that it may mean by its rounding and by words such as "more than".</summary>
/// <param name="Currency">The currency as written: a code, or a bare sign or word where it names no country. Sums are compared where these are equal; none is guessed.</param>
/// <param name="Least">The least it may mean, in units of the currency.</param>
/// <param name="Most">The most it may mean; the bounds themselves are not meant.</param>
/// <param name="Yearly">Whether it is a sum for each year.</param>
/// <remarks>A number is rounded to its last digit that is no zero: "300 million" is from 250 to 350 million. English words only.</remarks>
internal readonly partial record struct StatedSum(string Currency, decimal Least, decimal Most, bool Yearly)
{
    private static readonly Dictionary<string, decimal> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        ["thousand"] = 1e3m, ["k"] = 1e3m, ["lakh"] = 1e5m, ["million"] = 1e6m, ["mn"] = 1e6m, ["m"] = 1e6m, ["crore"] = 1e7m, ["billion"] = 1e9m, ["bn"] = 1e9m, ["b"] = 1e9m,
        ["trillion"] = 1e12m, ["tn"] = 1e12m,
    };

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["us$"] = "USD", ["a$"] = "AUD", ["c$"] = "CAD", ["s$"] = "SGD", ["nz$"] = "NZD", ["hk$"] = "HKD", ["nt$"] = "TWD", ["€"] = "EUR", ["euro"] = "EUR", ["yen"] = "JPY",
        ["$"] = "dollar", ["£"] = "pound", ["₩"] = "won", ["₹"] = "rupee",
    };

    // "An additional 200 million" and "the first 50 million" are parts of something, "between 1 and 2" is a range: of neither is the whole stated.
    private static readonly string[] Parts = ["additional", "another", "further", "extra", "more", "remaining", "first", "initial", "between", "from", "by"];
    private static readonly string[] Above = ["more than", "over", "at least", "above", "exceeding", "upwards of", "minimum of", "no less than", "not less than"];
    private static readonly string[] Below = ["up to", "less than", "under", "below", "nearly", "almost", "as much as", "at most", "maximum of"];
    private static readonly string[] About = ["about", "around", "some", "approximately", "roughly", "estimated", "circa"];

    /// <summary>Whether one amount may be meant by both.</summary>
    internal bool AgreesWith(StatedSum other) => Least < other.Most && other.Least < Most;

    /// <summary>The only sum of money in a text; <see langword="null"/> where it has none, several, a range or a part.</summary>
    /// <param name="text">The text.</param>
    /// <param name="rest">The text without the sum and what is said of its bounds.</param>
    internal static StatedSum? Only(string text, out string rest)
    {
        rest = text;
        Match[] found = [.. Sum().Matches(text).Where(m => m.Groups["before"].Success || m.Groups["after"].Success)];
        if (found.Length != 1 || !decimal.TryParse(found[0].Groups["number"].Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number))
        {
            return null;
        }

        Match sum = found[0];
        string before = text[..sum.Index].TrimEnd(), after = text[(sum.Index + sum.Length)..];
        string? above = Ending(before, Above), below = above is null ? Ending(before, Below) : null, about = Ending(before, About);
        if (Range().IsMatch(after) || MoreAfter().IsMatch(after) || Ending(before, Parts) is not null)
        {
            return null;
        }

        rest = before[..^((above ?? below ?? about)?.Length ?? 0)] + after;
        decimal scale = sum.Groups["scale"].Success ? Scales[sum.Groups["scale"].Value] : 1;
        decimal half = Math.Max(Rounding(sum.Groups["number"].Value), about is null ? 0 : number / 10);
        return new StatedSum(
            Code(sum.Groups[sum.Groups["before"].Success ? "before" : "after"].Value), below is null ? (number - half) * scale : 0, above is null ? (number + half) * scale : decimal.MaxValue,
            Year().IsMatch(after) || Ending(before, ["annual", "yearly"]) is not null);
    }

    /// <summary>Half of one in the last place that is no zero.</summary>
    private static decimal Rounding(string number)
    {
        string digits = number.Replace(",", "", StringComparison.Ordinal);
        int point = digits.IndexOf('.', StringComparison.Ordinal), last = point < 0 ? digits.AsSpan().LastIndexOfAnyExcept('0') : digits.Length - 1;
        decimal place = 0.5m;
        for (int i = point < 0 ? digits.Length - 1 : point; i > last; i--)
        {
            place *= 10;
        }

        for (int i = point; point >= 0 && i < last; i++)
        {
            place /= 10;
        }

        return place;
    }

    private static string Code(string written)
    {
        string word = written.Trim().TrimEnd('s').ToLowerInvariant();
        return Codes.TryGetValue(word, out string? code) ? code : Country().Match(word) is { Success: true } of ? Of(of.Value) : word.Length == 3 ? word.ToUpperInvariant() : word;
    }

    private static string Of(string country) => country[0] switch { 'u' => "USD", 'a' => "AUD", 'c' => "CAD", 's' => "SGD", _ => "NZD" };

    /// <summary>Which of the words the text ends with; <see langword="null"/> for none.</summary>
    private static string? Ending(string text, string[] words) => Array.Find(words, w => text.EndsWith(w, StringComparison.OrdinalIgnoreCase) && (text.Length == w.Length || !char.IsLetter(text[^(w.Length + 1)])));

    // A word for a currency counts behind a scale only: "in 2019 won" and "200 pounds" are no sums.
    [GeneratedRegex("""
        (?<![\p{L}\d.,])
        (?:(?<before>(?:US|A|C|S|NZ|HK|NT)?\$|[€£¥₩₹]|(?:USD|EUR|GBP|JPY|KRW|INR|AUD|CAD|CNY|NZD|SGD|TWD|CHF|SEK|NOK|DKK)(?=\s?\d))\s?)?
        (?<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)(?!\d|[,.]\d)
        (?:[\s-]?(?<scale>(?i:thousand|lakh|million|crore|billion|trillion|mn|bn|tn|k|m|b))(?![\p{L}\d]))?
        (?:(?<=\p{L})[\s-](?<after>(?:(?:U\.?S\.?|Australian|Canadian|Singapore|New\sZealand)\s)?(?i:dollars?|euros?|pounds?|yen|won|rupees?|yuan|kron[ae]r?|kronor|francs?))(?!\p{L})|\s?(?<after>USD|EUR|GBP|JPY|KRW|INR|AUD|CAD|CNY|NZD|SGD|TWD|CHF|SEK|NOK|DKK)(?![\p{L}\d]))?
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sum();

    [GeneratedRegex(@"^\s?(?:-|–|—|to)\s?(?:US|A|C)?[$€£¥₩₹]?\d", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"^\s(?:more|extra|in additional)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MoreAfter();

    [GeneratedRegex(@"^\W{0,2}(?:\w+\W+){0,3}?(?:(?:a|per|each|every)\s+year|annually|yearly|per\s+annum)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:u\.?s\.?|australian|canadian|singapore|new\szealand)(?=\sdollar)", RegexOptions.CultureInvariant)]
    private static partial Regex Country();
}
