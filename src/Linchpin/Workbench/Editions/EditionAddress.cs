using System.Security.Cryptography;
using System.Text;

namespace Linchpin.Workbench.Editions;

/// <summary>Which addresses of the workbench an edition holds, and the file that each becomes. What is not listed here is not published.</summary>
/// <remarks>A file's name depends on its address alone, so a page keeps its place from one edition to the next.</remarks>
internal sealed record EditionAddress
{
    private const int LongestName = 90;

    /// <summary>Kinds of things that have a page of their own; results of calculations stand in the cells of the lattice.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["country", "body", "person", "role", "event", "commitment", "outcome", "recommendation", "risk", "sector", "product"];

    /// <summary>Where a reader begins.</summary>
    public static readonly IReadOnlyList<string> Beginnings = ["/", "/commitments", "/mechanisms", "/conflicts", "/documents", "/sources", "/brief", "/actors", "/people", "/entities", "/find", "/cite"];

    private static readonly Dictionary<string, string[]> Lists = new(StringComparer.Ordinal)
    {
        ["/commitments"] = ["party", "sector", "mechanism", "skip"],
        ["/mechanisms"] = ["member", "sector", "skip"],
        ["/actors"] = ["country", "skip"],
        ["/people"] = ["skip"],
        ["/documents"] = ["skip"],
        ["/conflicts"] = ["skip"],
    };

    private static readonly string[] Plain = ["/sources", "/brief", "/entities", "/find", "/cite"];
    private static readonly string[] Files = ["/commitments.csv", "/commitments.xlsx", "/commitments.ics", "/mechanisms.csv", "/mechanisms.xlsx", "/actors.csv", "/actors.xlsx", "/people.csv", "/people.xlsx", "/conflicts.csv", "/conflicts.xlsx", "/sources.bib", "/brief.docx", "/brief.md", "/brief.html"];
    private static readonly string[] Reserved = ["con", "prn", "aux", "nul"];

    private EditionAddress(string asked, string language, string file) => (Asked, Language, File) = (asked, language, file);

    /// <summary>What the workbench is asked for, without its language.</summary>
    public string Asked { get; }

    /// <summary>Language of the page; empty for what is the same in all.</summary>
    public string Language { get; }

    /// <summary>The file below the folder of the language.</summary>
    public string File { get; }

    /// <summary>The address of a link on a page, with its fragment apart; <see langword="null"/> where the edition does not hold it.</summary>
    /// <param name="href">The link as the workbench writes it.</param>
    /// <param name="language">Language of the page that it stands on.</param>
    /// <param name="fragment">The part after <c>#</c>, with it; empty where there is none.</param>
    public static EditionAddress? Of(string href, string language, out string fragment)
    {
        int hash = href.IndexOf('#', StringComparison.Ordinal);
        fragment = hash < 0 ? "" : href[hash..];
        string[] parts = (hash < 0 ? href : href[..hash]).Split('?', 2);
        string path = parts[0] == "/lattice" ? "/" : string.Join('/', parts[0].Split('/').Select(Uri.UnescapeDataString).Select(Uri.EscapeDataString));
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal))
        {
            return null;
        }

        List<(string Key, string Value)> settings = [.. (parts.Length < 2 ? [] : parts[1].Split('&')).Select(p => p.Split('=', 2)).Where(p => p.Length == 2).Select(p => (p[0], Uri.EscapeDataString(Uri.UnescapeDataString(p[1]))))];
        language = settings.FirstOrDefault(s => s.Key == Linchpin.Workbench.Language.Messages.Setting).Value ?? language;
        settings.RemoveAll(s => s.Key == Linchpin.Workbench.Language.Messages.Setting);
        if (path.StartsWith("/assets/", StringComparison.Ordinal) || path.StartsWith("/files/", StringComparison.Ordinal))
        {
            return new EditionAddress(path, "", path[1..]);
        }

        string[] steps = path[1..].Split('/');
        if (path == "/" || Plain.Contains(path) || Files.Contains(path) || Holds(steps))
        {
            // What these pages show does not depend on the settings that links carry: a passage pointed out, a threshold not set.
            settings.Clear();
        }
        else if (TakenBy(path, steps) is not { } taken || settings.Any(s => !taken.Contains(s.Key)))
        {
            return null;
        }

        string query = string.Join('&', settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Key + "=" + s.Value));
        return new EditionAddress(query.Length == 0 ? path : path + "?" + query, language, FileOf(path, settings));
    }

    /// <summary>The settings by which the edition has a list in parts; <see langword="null"/> for what is no list of it.</summary>
    private static string[]? TakenBy(string path, string[] steps) => steps is ["entities", var kind] && Kinds.Contains(kind) ? ["skip"] : Lists.GetValueOrDefault(path);

    private static bool Holds(string[] steps) => steps switch
    {
        ["lattice", _, _] or ["mechanisms", _] or ["sources", _] or ["actors", _] or ["people", _] => true,
        ["documents", var name] => name != "add",
        ["entities", var kind, _] => Kinds.Contains(kind),
        _ => false,
    };

    private static string FileOf(string path, IEnumerable<(string Key, string Value)> settings)
    {
        bool download = Files.Contains(path);
        string name = path == "/" ? "index" : path == "/find" ? "search" : string.Join('/', path[1..].Split('/').Select(Uri.UnescapeDataString).Select(Safe));
        string asked = string.Concat(settings.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => "--" + s.Key + "-" + Safe(Uri.UnescapeDataString(s.Value))));
        return download ? "files/" + name : name + asked + ".html";
    }

    /// <summary>A name that every file system takes; where characters had to go, with digits of a hash, so that two names stay two.</summary>
    private static string Safe(string name)
    {
        string safe = string.Concat(name.Take(LongestName).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '+' ? c : '-'));
        return safe == name && !name.StartsWith('.') && !name.EndsWith('.') && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? name
            : safe.Trim('.') + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4));
    }
}
