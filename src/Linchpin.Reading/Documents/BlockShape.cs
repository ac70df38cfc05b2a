namespace Linchpin.Reading.Documents;

/// <summary>What a block looks like: length, capitals, stops, links, and the set phrases of credits, notes and imprints.</summary>
internal sealed class BlockShape
{
    private static readonly string[] CreditWords = ["credit:", "photo:", "photo by", "image:", "image credit", "photograph:", "source:", "photo credit"];

    private static readonly string[] CaptionWords =
        ["reuters", "ap photo", "afp", "getty images", "via reuters", "pool photo", "/pool", "pose for a photo", "pose for photos", "shutterstock", "(l)", "(r)", "yonhap", "epa-efe", "shake hands", "shakes hands", "file photo"];

    private static readonly string[] LegalWords =
        ["all rights reserved", "©", "nonpartisan organization", "non-partisan organization", "solely responsible for its analysis", "views expressed", "views and opinions expressed", "no part of this publication",
         "please direct inquiries", "intellectual independence", "for more information", "does not take positions", "do not necessarily reflect", "generous support", "opinions expressed"];

    private static readonly string[] BioWords =
        [" is a ", " is an ", " is the ", " serves as ", " is currently ", " was a ", " holds a "];

    private static readonly string[] BioRoles =
        ["fellow", "associate", "analyst", "professor", "director", "researcher", "editor", "student", "assistant", "scholar", "lecturer", "columnist", "correspondent", "writer", "journalist", "candidate", "expert", "diplomat", "specialist", "head of", "chair", "founder", "adjunct", "postdoctoral"];

    private static readonly string[] KnownHeadings =
        ["executive summary", "introduction", "background", "conclusion", "conclusions", "policy recommendations", "recommendations", "challenges and opportunities", "challenges", "opportunities", "key findings", "summary", "overview", "discussion", "next steps", "acknowledgements", "acknowledgments", "references", "notes", "endnotes"];

    internal BlockShape(Block block, string text)
    {
        string words = text[block.Start..Math.Min(block.End, block.Start + 1500)];
        string lower = words.ToLowerInvariant();
        bool shortBlock = block.Length <= 110;
        Key = KeyOf(shortBlock ? words : words[..110]);
        Words = Count(words);
        char last = text[block.End - 1];
        char lastSign = LastSign(text, block);
        Unended = lastSign is not ('.' or '!' or '?' or ':' or ';');
        StartsLower = char.IsLower(words[0]) && block.Mark != BlockMark.Item;
        LongLine = block.Length > 70;
        AllCaps = words.Any(char.IsLetter) && !words.Any(char.IsLower);
        MostlyUrls = UrlLetters(words) * 2 > words.Length;
        Note = IsNote(words, lower);
        Credit = block.Length < 160 && CreditWords.Any(c => lower.StartsWith(c, StringComparison.Ordinal));
        Caption = block.Length < 500 && !shortBlock && (CaptionWords.Any(c => lower.Contains(c, StringComparison.Ordinal)) && (block.Length < 420));
        Caption |= lower.StartsWith("figure ", StringComparison.Ordinal) && block.Length < 300 && words.Length > 7 && char.IsDigit(words[7]);
        Navigation = shortBlock && words.Count(c => c is '|' or '»' or '›') >= 2;
        PageNumber = IsPageNumber(words);
        Legal = LegalWords.Any(c => lower.Contains(c, StringComparison.Ordinal));
        Bio = block.Length < 1500 && block.Length > 40 && IsBio(words);
        Byline = shortBlock && (lower.StartsWith("by ", StringComparison.Ordinal) || (AllCaps && (words.Contains(',', StringComparison.Ordinal) || words.Contains(" AND ", StringComparison.Ordinal)) && Words <= 14));
        Dated = shortBlock && Words <= 4 && HasYear(words);
        bool ended = lastSign is '.' or '!' or '?' or ';' or ',' || (last == ':' && Words > 8);
        Numbered = words.Length > 3 && char.IsAsciiDigit(words[0]) && (words[1] is ')' or '.' || words[2] is ')' or '.');
        bool item = block.Mark == BlockMark.Item;
        HeadingLike = shortBlock && !ended && !item && !StartsLower && (block.Lines <= 3) && (Numbered || AllCaps || TitleCase(words) || Words <= 4 || (block.Lines == 1 && Words <= 12));
        EndsHyphen = text[block.End - 1] == '-';
        TitleCased = TitleCase(words) || Numbered;
        Dangling = !AllCaps && (words.EndsWith('-') || Dangles(lower));
        string bare = lower.Trim().TrimEnd(':').Trim();
        Known = KnownHeadings.Contains(bare, StringComparer.Ordinal);
        AuthorHeading = bare.StartsWith("about the author", StringComparison.Ordinal) || bare is "the author" or "the authors" or "contributors" || bare.StartsWith("guest author", StringComparison.Ordinal);
        ThanksHeading = bare.StartsWith("acknowledg", StringComparison.Ordinal) || bare.StartsWith("disclaimer", StringComparison.Ordinal) || bare.StartsWith("commentators", StringComparison.Ordinal) || bare.StartsWith("about the ", StringComparison.Ordinal) || bare.StartsWith("about us", StringComparison.Ordinal);
        NotesHeading = bare is "notes" or "endnotes" or "references" or "footnotes" or "bibliography" or "works cited" or "sources";
        Sidebar = text[block.Start] == '*' || lower.StartsWith("the **", StringComparison.Ordinal);
    }

    internal string Key { get; }

    internal int Words { get; }

    internal bool Unended { get; }

    internal bool StartsLower { get; }

    internal bool LongLine { get; }

    internal bool AllCaps { get; }

    internal bool MostlyUrls { get; }

    internal bool Note { get; }

    internal bool Credit { get; }

    internal bool Caption { get; }

    internal bool Navigation { get; }

    internal bool PageNumber { get; }

    internal bool Legal { get; }

    internal bool Bio { get; }

    internal bool Byline { get; }

    internal bool Dated { get; }

    internal bool Numbered { get; }

    internal bool EndsHyphen { get; }

    internal bool TitleCased { get; }

    /// <summary>Whether it ends on a word that ends no heading: an article, a preposition, a hyphen.</summary>
    internal bool Dangling { get; }

    internal bool HeadingLike { get; }

    internal bool Known { get; }

    internal bool AuthorHeading { get; }

    internal bool ThanksHeading { get; }

    internal bool NotesHeading { get; }

    internal bool Sidebar { get; }

    /// <summary>The words without case, space or marks, to know a block again.</summary>
    internal static string KeyOf(string words) => string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool Dangles(string lower)
    {
        string last = lower.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
        return last is "of" or "the" or "and" or "a" or "an" or "to" or "in" or "for" or "with" or "by" or "on" or "from" or "will" or "is" or "are" or "that" or "as" or "at";
    }

    private static int Count(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static char LastSign(string text, Block block)
    {
        int i = block.End - 1;
        while (i > block.Start && (text[i] is '"' or '”' or '’' or ')' or ']' or '*' or '_' || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.OtherNumber))
        {
            i--;
        }

        return text[i];
    }

    private static int UrlLetters(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Where(w => w.Contains("://", StringComparison.Ordinal) || w.StartsWith("www.", StringComparison.Ordinal)).Sum(w => w.Length + 1);

    /// <summary>A number of at most three digits, then a citation: a link, or quoted words with a year.</summary>
    private static bool IsNote(string words, string lower)
    {
        int i = words.StartsWith('[') ? 1 : 0;
        int digits = 0;
        while (i < words.Length && char.IsAsciiDigit(words[i]))
        {
            i++;
            digits++;
        }

        if (digits is 0 or > 3 || i >= words.Length || words[i] is not (' ' or ']' or '.' or '\t'))
        {
            return false;
        }

        return lower.Contains("http", StringComparison.Ordinal) || lower.Contains("www.", StringComparison.Ordinal) || lower.Contains("ibid", StringComparison.Ordinal)
            || (words.AsSpan().IndexOfAny('“', '"') is var quote and >= 0 and < 120 && Cites(words.AsSpan(i, quote - i).Trim(" .]\t")) && (HasYear(words) || words.Length < 400));
    }

    /// <summary>Whether a title in quotation marks follows these words: nothing, an author and a comma, "See". A numbered paragraph has a clause there.</summary>
    private static bool Cites(ReadOnlySpan<char> before) => before.Length == 0 || before[^1] is ',' or ':' or ';' or ')' || before.EndsWith("ee", StringComparison.Ordinal) || before.EndsWith(" in", StringComparison.Ordinal);

    private static bool HasYear(string words)
    {
        for (int i = 0; i + 4 <= words.Length; i++)
        {
            if (words[i] is '1' or '2' && words[i + 1] is '9' or '0' && char.IsAsciiDigit(words[i + 2]) && char.IsAsciiDigit(words[i + 3]) && (i == 0 || !char.IsAsciiDigit(words[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPageNumber(string words)
    {
        string bare = words.Trim().Trim('-', '–', ' ');
        return bare.Length <= 4 && bare.Length > 0 && bare.All(char.IsAsciiDigit)
            || (bare.Length < 20 && bare.StartsWith("Page ", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(bare[5 < bare.Length ? 5 : 0]));
    }

    /// <summary>"First Last is a senior fellow …": two to four capitalised words, then what the person is.</summary>
    private static bool IsBio(string words)
    {
        int at = BioWords.Select(b => words.IndexOf(b, 0, Math.Min(words.Length, 60), StringComparison.Ordinal)).Where(i => i > 0).DefaultIfEmpty(-1).Min();
        if (at < 0)
        {
            return false;
        }

        string[] name = words[..at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool person = name.Length is >= 2 and <= 4 && name.All(n => char.IsUpper(n[0])) && name[0] is not ("The" or "This" or "It" or "South" or "North" or "United" or "Trilateral" or "Such" or "New");
        string rest = words.Substring(at, Math.Min(140, words.Length - at)).ToLowerInvariant();
        return person && BioRoles.Any(r => rest.Contains(r, StringComparison.Ordinal));
    }

    private static bool TitleCase(string words)
    {
        string[] all = words.Split([' ', '\n', '\r', '\t', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        int capitals = all.Count(w => char.IsUpper(w.FirstOrDefault(char.IsLetter)));
        int small = all.Count(w => w is "of" or "and" or "the" or "for" or "in" or "on" or "to" or "a" or "with" or "at" or "by" or "&");
        return all.Length > 0 && capitals * 10 >= (all.Length - small) * 8;
    }
}
