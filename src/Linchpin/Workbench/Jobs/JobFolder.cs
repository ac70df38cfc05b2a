using System.Text.Json;
using System.Text.Json.Serialization;
using Linchpin.Claims;

namespace Linchpin.Workbench.Jobs;

/// <summary>The jobs on the disk: a folder each below <c>jobs</c> in the home, with <c>job.json</c> and the files that its work needs.</summary>
/// <remarks><c>job.json</c> is written beside its place and renamed. One process at a time does jobs in a home: it holds the file <c>lock</c>.</remarks>
internal sealed class JobFolder : IDisposable
{
    private const string File = "job.json";
    private const long MostJson = 16L << 20;
    private readonly string _folder;
    private readonly FileStream? _lock;

    /// <summary>How jobs are written.</summary>
    internal static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 32,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The jobs of a home.</summary>
    /// <exception cref="FaultException"><c>program.home</c></exception>
    public JobFolder(string home)
    {
        _folder = Path.Combine(home, "jobs");
        try
        {
            Directory.CreateDirectory(_folder);
            _lock = new FileStream(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(_folder))
        {
            // Another process does the jobs of this home.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Home.Because(Shown.Short(e.Message, 200), _folder, inner: e);
        }
    }

    /// <summary>Whether this process does the jobs of the home.</summary>
    public bool Ours => _lock is not null;

    /// <summary>The folder of a job.</summary>
    public string Of(string id) => Path.Combine(_folder, id);

    /// <summary>Bytes that all jobs take.</summary>
    public long Bytes => new DirectoryInfo(_folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);

    /// <summary>All jobs, by the time of asking. What was begun and never became a job is removed; what cannot be read is left out and left alone.</summary>
    public IEnumerable<Job> Load()
    {
        foreach (string folder in Directory.EnumerateDirectories(_folder).Where(d => IsId(Path.GetFileName(d))).Order(StringComparer.Ordinal))
        {
            string path = Path.Combine(folder, File);
            if (!System.IO.File.Exists(path))
            {
                if (Ours)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            else if (Read(path) is { } job && job.Id == Path.GetFileName(folder))
            {
                yield return job;
            }
        }
    }

    /// <summary>Writes a job.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public void Save(Job job)
    {
        string path = Path.Combine(Of(job.Id), File);
        try
        {
            using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, job, Form);
                file.Flush(flushToDisk: true);
            }

            System.IO.File.Move(path + ".part", path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
    }

    /// <summary>Removes a job with its files.</summary>
    public void Remove(string id)
    {
        try
        {
            Directory.Delete(Of(id), recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be removed now is tried again when the workbench starts.
        }
    }

    /// <summary>Whether it is the id of a job.</summary>
    public static bool IsId(string? text) => text?.Length == 32 && text.All(char.IsAsciiHexDigitLower);

    private static Job? Read(string path)
    {
        try
        {
            using FileStream file = System.IO.File.OpenRead(path);
            return file.Length > MostJson ? null : JsonSerializer.Deserialize<Job>(file, Form);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }

    public void Dispose() => _lock?.Dispose();
}
