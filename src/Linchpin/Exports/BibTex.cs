using System.Globalization;
using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Exports;

/// <summary>The documents and datasets of a view as BibTeX entries in UTF-8, in the order of the view.</summary>
/// <remarks>
/// <para><b>Keys:</b> the first word of the publisher (else of the title), the year, and eight digits of the content's hash: a source has the same key in every export, whatever else is in it.</para>
/// <para>What the record does not say is left out: no date is guessed.</para>
/// </remarks>
internal static class BibTex
{
    private const int HashDigits = 8, MostWord = 20;

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>Writes the entries of a view.</summary>
    internal static void Write(View view, TextWriter to) => Write(view.Citations(), view.Datasets(), to);

    /// <summary>Writes the entries of some sources.</summary>
    internal static void Write(IEnumerable<Document> documents, IEnumerable<Dataset> datasets, TextWriter to)
    {
        foreach (Document d in documents)
        {
            Entry(to, Key(d.Publisher ?? d.Title ?? d.FileName, d.Published, d.ContentHash), d.Published,
                ("title", d.Title ?? d.FileName), ("author", d.Publisher), ("howpublished", d.FileName), ("keywords", d.Genre), ("note", $"SHA-256 {d.ContentHash}"), ("handling", d.Handling.Display));
        }

        foreach (Dataset d in datasets)
        {
            Entry(to, Key(d.Publisher, d.Published, d.Version), d.Published,
                ("title", d.Title), ("author", d.Publisher), ("howpublished", d.Citation), ("version", d.Version), ("note", $"{d.Unit}; {d.Prices}; data of {d.Year.ToString(CultureInfo.InvariantCulture)}"), ("handling", d.Handling.Display));
        }
    }

    /// <summary>An entry for a public edition of a record.</summary>
    internal static string OfEdition(string publisher, DateOnly day, string record)
    {
        using var to = new StringWriter { NewLine = "\n" };
        Entry(to, Key(publisher, PartialDate.Of(day.Year, day.Month, day.Day), record), PartialDate.Of(day.Year, day.Month, day.Day),
            ("title", "Public edition of the record"), ("author", publisher), ("note", $"record {record}"), ("handling", Tlp.Clear.Display()));
        return to.ToString().TrimEnd('\n');
    }

    /// <summary>Words as they stand in a field: on one line, with what TeX would obey written as the sign it is. Braces are always in pairs, since BibTeX counts even escaped ones.</summary>
    internal static string Escaped(string words)
    {
        var text = new StringBuilder();
        foreach (char c in string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            text.Append(c switch
            {
                '\\' => "{\\textbackslash}",
                '{' => "{\\textbraceleft}",
                '}' => "{\\textbraceright}",
                '~' => "{\\textasciitilde}",
                '^' => "{\\textasciicircum}",
                '#' or '$' or '%' or '&' or '_' => "\\" + c,
                _ when char.IsControl(c) || Workbench.Layout.Foreign.Hides(c) => " ",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }

    private static void Entry(TextWriter to, string key, PartialDate? published, params ReadOnlySpan<(string Field, string? Words)> fields)
    {
        to.Write($"@misc{{{key}");
        foreach ((string field, string? words) in fields)
        {
            if (!string.IsNullOrWhiteSpace(words))
            {
                // Twice in braces: a title keeps its capitals, and the name of a body is not taken apart as a person's.
                to.Write($",\n  {field} = {{{{{Escaped(words)}}}}}");
            }
        }

        if (published is { } date)
        {
            to.Write($",\n  year = {{{date.Year.ToString(CultureInfo.InvariantCulture)}}}");
            to.Write(date.Month > 0 ? $",\n  month = {Months[date.Month - 1]}" : "");
            to.Write(date.Day > 0 ? $",\n  day = {{{date.Day.ToString(CultureInfo.InvariantCulture)}}}" : "");
        }

        to.Write("\n}\n\n");
    }

    private static string Key(string name, PartialDate? published, string hash)
    {
        string word = EntityId.Slug(name).Split('-', 2)[0];
        word = string.Concat(word.Where(char.IsAsciiLetterOrDigit).Take(MostWord));
        string year = published?.Year.ToString(CultureInfo.InvariantCulture) ?? "undated";
        return $"{(word.Length > 0 ? word : "source")}-{year}-{hash[..Math.Min(HashDigits, hash.Length)]}";
    }
}
