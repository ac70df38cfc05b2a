using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Exports;
using Linchpin.Ledger;
using Linchpin.Workbench.Language;
using Microsoft.AspNetCore.Hosting.Server;

namespace Linchpin.Workbench.Editions;

/// <summary>Makes a public edition: the pages that the workbench shows the public, as files that open from a folder.</summary>
/// <remarks>
/// <para>The workbench itself is asked, without a network, with one view of the record made for the public reader: no page can show what that view does not hold.</para>
/// <para><b>Bounds:</b> <see cref="MostFiles"/> files and <see cref="MostBytes"/> bytes. The same record on the same day gives the same bytes.</para>
/// </remarks>
internal sealed class EditionMaker
{
    /// <summary>Files of one edition.</summary>
    public const int MostFiles = 30_000;

    /// <summary>Bytes of one edition: 512 MiB.</summary>
    public const long MostBytes = 512L << 20;

    private static readonly string[] Assets = ["style.css", "favicon.svg", "edition.js"];

    private readonly Edition _edition;
    private readonly EditionServer _server;
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EditionAddress> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Queue<EditionAddress> _open = new();
    private long _bytes;

    private EditionMaker(Edition edition, EditionServer server) => (_edition, _server) = (edition, server);

    /// <summary>The files of the edition, by path; <c>manifest.json</c>, which has the hash of each, is the last.</summary>
    /// <param name="ledger">The record.</param>
    /// <param name="readers">The readers that the node knows; none of them is named in the edition.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="asked">What to publish.</param>
    /// <param name="progress">Told the number of files made, now and then.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="FaultException"><c>editions.too-large</c>, <c>editions.page</c>, and the faults of a view and a lattice</exception>
    public static async Task<EditionFiles> Make(Ledger.Ledger ledger, Readers readers, TimeProvider clock, EditionSettings asked, IProgress<long>? progress, CancellationToken cancel)
    {
        View view = ledger.View(Reader.Public, asked.AsOf);
        byte[] linked = Bytes(to => JsonLd.Write(view, to, null, cancel));
        var edition = new Edition(asked.Publisher ?? ledger.Owner, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), view, Convert.ToHexStringLower(SHA256.HashData(linked)), asked.Languages);
        WebApplication app = Workbench.Build(new WorkbenchSettings { Ledger = ledger, Readers = readers, Clock = clock, Partners = asked.Partners, Edition = edition });
        await using (app.ConfigureAwait(false))
        {
            await app.StartAsync(cancel).ConfigureAwait(false);
            var maker = new EditionMaker(edition, (EditionServer)app.Services.GetRequiredService<IServer>());
            maker.Add("files/record.zip", Bytes(to => EditionFiles.Zip(
                to,
                "record",
                [
                    new EditionFile("record.jsonld", linked), new EditionFile("claims.csv", Bytes(t => Text(t, w => ClaimsCsv.WriteClaims(view, w, null, cancel)))),
                    new EditionFile("sources.csv", Bytes(t => Text(t, w => ClaimsCsv.WriteSources(view, w)))), new EditionFile("sources.bib", Bytes(t => Text(t, w => BibTex.Write(view, w)))),
                ])));
            await maker.Pages(progress, cancel).ConfigureAwait(false);
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return EditionFiles.Of(edition, maker._files);
        }
    }

    private async Task Pages(IProgress<long>? progress, CancellationToken cancel)
    {
        foreach (string asset in Assets)
        {
            Add("assets/" + asset, AssetFiles.Content(asset));
        }

        foreach (string language in _edition.Languages)
        {
            foreach (string beginning in EditionAddress.Beginnings)
            {
                Known(EditionAddress.Of(beginning, language, out _)!);
            }
        }

        while (_open.TryDequeue(out EditionAddress? address))
        {
            cancel.ThrowIfCancellationRequested();
            await Page(address, cancel).ConfigureAwait(false);
            progress?.Report(_files.Count);
        }

        foreach (string language in _edition.Languages)
        {
            string file = _edition.FileOf(EditionAddress.Of("/find", language, out _)!);
            string folder = file[..^"search.html".Length];
            Add(folder + "search-index.js", EditionIndex.Write(_edition.View, Messages.Of(language), id => PageOf(id, language) is { } page ? page[folder.Length..] : null));
        }
    }

    private async Task Page(EditionAddress address, CancellationToken cancel)
    {
        string from = _edition.FileOf(address);
        EditionAnswer answer = await Ask(address, cancel).ConfigureAwait(false);
        if (!answer.MediaType.StartsWith("text/html", StringComparison.Ordinal) || from.Contains("files/", StringComparison.Ordinal))
        {
            Add(from, answer.Content);
            return;
        }

        string page = EditionHtml.Of(Encoding.UTF8.GetString(answer.Content), href => EditionAddress.Of(href, address.Language, out string fragment) is { } to && _edition.Languages.Append("").Contains(to.Language)
            ? Relative(from, Known(to)) + fragment : null);
        Add(from, Encoding.UTF8.GetBytes(page));
    }

    private async Task<EditionAnswer> Ask(EditionAddress address, CancellationToken cancel)
    {
        string asked = address.Asked;
        for (int i = 0; i < 3; i++)
        {
            EditionAnswer answer = await _server.Get(asked + (asked.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Messages.Setting + "=" + address.Language, cancel).ConfigureAwait(false);
            if (answer.Status is 301 or 302 && EditionAddress.Of(answer.Location, address.Language, out _) is { } to)
            {
                asked = to.Asked;
                continue;
            }

            return answer.Status == 200 ? answer : throw EditionFaults.Page.Because($"{Shown.Short(address.Asked)} answered {answer.Status}.");
        }

        throw EditionFaults.Page.Because($"{Shown.Short(address.Asked)} leads on and on.");
    }

    /// <summary>The file of an address, which is then one of the edition's.</summary>
    private string Known(EditionAddress address)
    {
        string file = _edition.FileOf(address);
        if (address.Language.Length == 0)
        {
            return file;
        }

        if (!_known.TryGetValue(file, out EditionAddress? before))
        {
            _known[file] = address;
            _open.Enqueue(address);
        }
        else if (before != address)
        {
            throw EditionFaults.Page.Because($"{Shown.Short(address.Asked)} and {Shown.Short(before.Asked)} would be one file.");
        }

        return file;
    }

    /// <summary>The page of an entity, where the edition has one.</summary>
    private string? PageOf(EntityId id, string language) => EditionAddress.Of(Layout.Address.Of(id), language, out _) is { } address && _edition.FileOf(address) is var file && _known.ContainsKey(file) ? file : null;

    private void Add(string path, byte[] content)
    {
        _files.Add(path, content);
        _bytes += content.Length;
        if (_files.Count > MostFiles || _bytes > MostBytes)
        {
            throw EditionFaults.TooLarge.Because($"The edition has more than {(_files.Count > MostFiles ? $"{MostFiles} files" : $"{MostBytes >> 20} MiB")}.");
        }
    }

    private static string Relative(string from, string to)
    {
        string[] here = from.Split('/'), there = to.Split('/');
        int same = 0;
        while (same < here.Length - 1 && same < there.Length - 1 && here[same] == there[same])
        {
            same++;
        }

        return string.Join('/', Enumerable.Repeat("..", here.Length - 1 - same).Concat(there.Skip(same).Select(Uri.EscapeDataString)));
    }

    private static byte[] Bytes(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.ToArray();
    }

    private static void Text(Stream to, Action<TextWriter> write)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(text);
    }
}
