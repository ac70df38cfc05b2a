using System.Collections.Frozen;

namespace Linchpin.Claims;

/// <summary>Letters of the Latin script without their accents, so that words are found and ids are made however a source writes them.</summary>
/// <remarks>
/// A table of our own, since the program runs without the platform's culture data, and without it .NET takes no accent off. It holds the letters of Unicode's Latin-1,
/// Extended-A, Extended-B and Extended Additional blocks that decompose into an ASCII letter and marks. Letters that are no such pair (ø, ß, æ) and other scripts stay.
/// </remarks>
public static class Letters
{
    private static readonly FrozenDictionary<char, char> Bare = new (char Letter, string Accented)[]
    {
        ('A', "ÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ"),
        ('B', "ḂḄḆ"),
        ('C', "ÇĆĈĊČḈ"),
        ('D', "ĎḊḌḎḐḒ"),
        ('E', "ÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ"),
        ('F', "Ḟ"),
        ('G', "ĜĞĠĢǦǴḠ"),
        ('H', "ĤȞḢḤḦḨḪ"),
        ('I', "ÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ"),
        ('J', "Ĵ"),
        ('K', "ĶǨḰḲḴ"),
        ('L', "ĹĻĽḶḸḺḼ"),
        ('M', "ḾṀṂ"),
        ('N', "ÑŃŅŇǸṄṆṈṊ"),
        ('O', "ÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢ"),
        ('P', "ṔṖ"),
        ('R', "ŔŖŘȐȒṘṚṜṞ"),
        ('S', "ŚŜŞŠȘṠṢṤṦṨ"),
        ('T', "ŢŤȚṪṬṮṰ"),
        ('U', "ÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ"),
        ('V', "ṼṾ"),
        ('W', "ŴẀẂẄẆẈ"),
        ('X', "ẊẌ"),
        ('Y', "ÝŶŸȲẎỲỴỶỸ"),
        ('Z', "ŹŻŽẐẒẔ"),
        ('a', "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ('b', "ḃḅḇ"),
        ('c', "çćĉċčḉ"),
        ('d', "ďḋḍḏḑḓ"),
        ('e', "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ('f', "ḟ"),
        ('g', "ĝğġģǧǵḡ"),
        ('h', "ĥȟḣḥḧḩḫẖ"),
        ('i', "ìíîïĩīĭįǐȉȋḭḯỉị"),
        ('j', "ĵǰ"),
        ('k', "ķǩḱḳḵ"),
        ('l', "ĺļľḷḹḻḽ"),
        ('m', "ḿṁṃ"),
        ('n', "ñńņňǹṅṇṉṋ"),
        ('o', "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ"),
        ('p', "ṕṗ"),
        ('r', "ŕŗřȑȓṙṛṝṟ"),
        ('s', "śŝşšșṡṣṥṧṩ"),
        ('t', "ţťțṫṭṯṱẗ"),
        ('u', "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ('v', "ṽṿ"),
        ('w', "ŵẁẃẅẇẉẘ"),
        ('x', "ẋẍ"),
        ('y', "ýÿŷȳẏẙỳỵỷỹ"),
        ('z', "źżžẑẓẕ"),
    }.SelectMany(row => row.Accented.Select(c => (c, row.Letter))).ToFrozenDictionary(p => p.c, p => p.Letter);

    /// <summary>The letter without its accents; any other character as it is.</summary>
    public static char Plain(char c) => c < '\u00C0' ? c : Bare.GetValueOrDefault(c, c);

    /// <summary>The words with each letter without its accents; as long as they were.</summary>
    public static string Plain(string words) => string.Create(words.Length, words, static (plain, text) =>
    {
        for (int i = 0; i < plain.Length; i++)
        {
            plain[i] = Plain(text[i]);
        }
    });
}
