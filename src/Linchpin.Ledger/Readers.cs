using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger;

/// <summary>The readers that this node knows: its owner, <c>public</c>, each country's partner, and those that <c>readers.json</c> lists.</summary>
/// <remarks>
/// <para><b>File:</b> a JSON list of <c>{"name": "…", "organisation": "…" or null, "community": true or false}</c>, at most 1 MiB. No file is no further readers.</para>
/// <para>A listed country code replaces the built-in reader for that partner; the owner and <c>public</c> cannot be replaced. Names do not differ by case alone.</para>
/// </remarks>
public sealed class Readers
{
    private const int MostBytes = 1 << 20;
    private readonly Dictionary<string, Reader> _byName;

    private Readers(Dictionary<string, Reader> byName) => _byName = byName;

    /// <summary>All readers, by name.</summary>
    public IReadOnlyList<Reader> All => [.. _byName.Values.OrderBy(r => r.Name, StringComparer.Ordinal)];

    /// <summary>Reads the list; a file that is not there leaves the built-in readers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="owner">The node's name.</param>
    /// <exception cref="FaultException"><c>ledger.readers</c></exception>
    public static Readers Load(string path, string owner)
    {
        var byName = new Dictionary<string, Reader>(StringComparer.OrdinalIgnoreCase);
        foreach (string code in Vocabulary.Countries.Keys)
        {
            byName[code] = new Reader(code, code, false, true);
        }

        byName[Reader.Public.Name] = Reader.Public;
        byName[owner] = Reader.OwnerOf(owner);
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { owner, Reader.Public.Name };
        foreach (Reader reader in Listed(path))
        {
            if (!listed.Add(reader.Name))
            {
                throw LedgerFaults.Readers.Because($"'{Shown.Short(reader.Name)}' is there twice, or is the owner's name or 'public'.", path);
            }

            byName[reader.Name] = reader;
        }

        return new Readers(byName);
    }

    /// <summary>The reader of that name, letter case aside.</summary>
    /// <exception cref="FaultException"><c>ledger.reader-unknown</c></exception>
    public Reader Find(string name) => _byName.TryGetValue(name.Trim(), out Reader? reader)
        ? reader : throw LedgerFaults.ReaderUnknown.Because($"No reader is called '{Shown.Short(name)}'.");

    private static List<Reader> Listed(string path)
    {
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                return [];
            }

            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
            {
                throw LedgerFaults.Readers.Because("The file is larger than 1 MiB.", path);
            }

            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return [.. json.RootElement.EnumerateArray().Select(Listed)];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException or KeyNotFoundException)
        {
            throw LedgerFaults.Readers.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
    }

    private static Reader Listed(JsonElement e)
    {
        string? name = e.GetProperty("name").GetString()?.Trim();
        string? organisation = e.TryGetProperty("organisation", out JsonElement o) ? o.GetString()?.Trim() : null;
        if (string.IsNullOrEmpty(name) || organisation is "")
        {
            throw new InvalidOperationException("A name or an organisation is empty.");
        }

        return new Reader(name, organisation, false, e.TryGetProperty("community", out JsonElement c) && c.GetBoolean());
    }
}
