using System.Globalization;
using Linchpin.Claims;
using Linchpin.Workbench.Access;
using Linchpin.Workbench.Jobs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Linchpin.Workbench.Documents;

/// <summary>Takes files, a folder or pasted text from one form, straight to the disk, and starts the job that reads them.</summary>
/// <remarks>
/// <para><b>Limits:</b> the request by <see cref="WorkbenchSettings.MostUpload"/>, a file by <see cref="WorkbenchSettings.MostFile"/>, <see cref="MostFiles"/> files. A request that says it is larger is
/// refused before its first byte is read; a file that grows larger is left out and listed with its fault, and the others go on.</para>
/// <para>A file's name is shown and its ending tells its form; on the disk the files have numbers. Nothing that is handed in is served, run or followed.</para>
/// </remarks>
internal sealed class Upload(JobQueue jobs, WorkbenchSettings settings)
{
    /// <summary>Most files at once.</summary>
    public const int MostFiles = 1000;

    /// <summary>Longest text that is pasted, in bytes.</summary>
    public const int MostPasted = 8 << 20;

    private const int MostField = 64 << 10;
    private const int LongestName = 255;

    private static readonly HashSet<string> Fields = new(["back", "tlp", "releasable-to", "hold-until", "text", "title", "publisher", "date", "then"], StringComparer.Ordinal);

    /// <summary>Takes the request; gives the address of the job's page.</summary>
    /// <exception cref="FaultException"><c>workbench.too-large</c>, <c>workbench.form</c>, <c>workbench.field</c>, <c>workbench.jobs-full</c>, <c>workbench.jobs-elsewhere</c></exception>
    public async Task<string> Take(HttpContext http)
    {
        // The server's own limit would cut the connection off, and a browser is to see the page that says why. What does not say how large it is, and goes on and on, is cut off all the same.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = 2 * settings.MostUpload;
        if (http.Request.ContentLength > settings.MostUpload)
        {
            throw TooLarge($"{http.Request.ContentLength >> 20} MiB were handed in.");
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out MediaTypeHeaderValue? type) || type.MediaType != "multipart/form-data"
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= 100 } boundary)
        {
            throw WorkbenchFaults.Form.Because("What was sent is not a form with files.");
        }

        var sections = new MultipartReader(boundary, http.Request.Body) { HeadersCountLimit = 8, HeadersLengthLimit = 8 << 10 };
        try
        {
            return await Take(http, sections).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
        {
            throw WorkbenchFaults.Request.Because(Shown.Short(e.Message, 200), inner: e);
        }
    }

    private async Task<string> Take(HttpContext http, MultipartReader sections)
    {
        // The token comes first, so that nothing is kept of a form that no page gave out.
        MultipartSection? first = await sections.ReadNextSectionAsync(http.RequestAborted).ConfigureAwait(false);
        string? token = first?.GetContentDispositionHeader()?.Name.Value == Changes.TokenField ? await Text(first!, MostField, http.RequestAborted).ConfigureAwait(false) : null;
        await Changes.Check(http, token).ConfigureAwait(false);

        (string id, string folder) = jobs.Prepare();
        try
        {
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            var files = new List<HandedIn>();
            long bytes = 0;
            while (await sections.ReadNextSectionAsync(http.RequestAborted).ConfigureAwait(false) is { } section)
            {
                if (section.GetContentDispositionHeader() is not { } disposition)
                {
                    continue;
                }

                if (disposition.IsFileDisposition())
                {
                    if (await File(section, disposition, folder, files.Count, http.RequestAborted).ConfigureAwait(false) is { } file)
                    {
                        files.Add(file.HandedIn);
                        bytes += file.Bytes;
                    }
                }
                else if (Fields.Contains(disposition.Name.Value ?? ""))
                {
                    string text = await Text(section, disposition.Name == "text" ? MostPasted : MostField, http.RequestAborted).ConfigureAwait(false);
                    fields[disposition.Name.Value!] = text.Trim();
                    bytes += text.Length;
                }

                if (files.Count > MostFiles || bytes > settings.MostUpload)
                {
                    throw TooLarge(files.Count > MostFiles ? $"More than {MostFiles} files were handed in." : "More was handed in than said.");
                }
            }

            if (Pasted(fields, folder, files.Count) is { } pasted)
            {
                files.Add(pasted);
            }
            else if (files is [{ Fault: null } only])
            {
                // What was typed is of the one file there is.
                files[0] = only with { Title = Given(fields, "title"), Publisher = Given(fields, "publisher"), Published = Date(fields) };
            }

            if (files.Count == 0)
            {
                throw WorkbenchFaults.Field.Because("No file was chosen and no text pasted.", remedy: "Choose files or a folder, or paste a text.");
            }

            var asked = new ReadingAsked(files, LabelFields.Read(fields, settings.Ledger.Owner), Changes.Own(fields.GetValueOrDefault("then")));
            string title = files[0].Name + (files.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $" + {files.Count - 1}") : "");
            return Changes.InLanguage(fields.GetValueOrDefault("back"), JobRoutes.Address(jobs.Start(ReadingJob.Kind, title, asked, id)));
        }
        catch
        {
            jobs.Drop(id);
            throw;
        }
    }

    private async Task<(HandedIn HandedIn, long Bytes)?> File(MultipartSection section, ContentDispositionHeaderValue disposition, string folder, int number, CancellationToken cancel)
    {
        string given = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        string name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.Length == 0 || name[0] == '.')
        {
            return null;
        }

        name = name.Length > LongestName ? name[^LongestName..] : name;
        string below = given.Replace('\\', '/') is var whole && whole.LastIndexOf('/') is > 0 and int slash ? whole[..Math.Min(slash, LongestName)] : "";
        string key = Key(number);
        string path = Path.Combine(folder, key);
        long length = 0;
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
        {
            byte[] part = new byte[1 << 16];
            for (int n; length <= settings.MostFile && (n = await section.Body.ReadAsync(part, cancel).ConfigureAwait(false)) > 0; length += n)
            {
                await file.WriteAsync(part.AsMemory(0, n), cancel).ConfigureAwait(false);
            }

            file.Flush(flushToDisk: true);
        }

        if (length <= settings.MostFile)
        {
            return (new HandedIn(key, name, below), length);
        }

        System.IO.File.Delete(path);
        Fault fault = WorkbenchFaults.TooLarge.At($"The file is larger than {settings.MostFile >> 20} MiB.", remedy: "Split the document.");
        return (new HandedIn(key, name, below, Fault: JobFault.Of(fault)), length);
    }

    private static HandedIn? Pasted(Dictionary<string, string> fields, string folder, int number)
    {
        if (fields.GetValueOrDefault("text") is not { Length: > 0 } text)
        {
            return null;
        }

        string name = (EntityId.Slug(Given(fields, "title") ?? "") is { Length: > 0 } slug ? slug : "pasted-text") + ".txt";
        var pasted = new HandedIn(Key(number), name, Title: Given(fields, "title"), Publisher: Given(fields, "publisher"), Published: Date(fields));
        System.IO.File.WriteAllText(Path.Combine(folder, Key(number)), text);
        return pasted;
    }

    private static string? Given(Dictionary<string, string> fields, string field) => fields.GetValueOrDefault(field) is { Length: > 0 } value ? value : null;

    /// <exception cref="FaultException"><c>workbench.field</c></exception>
    private static string? Date(Dictionary<string, string> fields) => Given(fields, "date") is not { } date || PartialDate.TryParse(date, out _) ? Given(fields, "date")
        : throw WorkbenchFaults.Field.Because($"The date '{Shown.Short(date)}' is not a day, month or year.", remedy: "Write YYYY-MM-DD, YYYY-MM or YYYY.");

    private static async Task<string> Text(MultipartSection section, int most, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        byte[] part = new byte[1 << 13];
        for (int n; (n = await section.Body.ReadAsync(part, cancel).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(part, 0, n);
            if (bytes.Length > most)
            {
                throw WorkbenchFaults.TooLarge.Because($"A field of the form is longer than {most >> 10} KiB.");
            }
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private FaultException TooLarge(string what) =>
        WorkbenchFaults.TooLarge.Because(what, remedy: $"Hand in up to {settings.MostUpload >> 20} MiB in {MostFiles} files at a time, or split the document.");

    private static string Key(int number) => (number + 1).ToString("0000", CultureInfo.InvariantCulture);
}
