using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Workbench.Scenarios.Builder;

/// <summary>Answers that were calculated, a folder each below <c>scenarios</c> in the home, with the finished runs beside them. Safe to delete: the same address gives the same numbers again.</summary>
internal sealed class AnswerFolder(WorkbenchSettings settings)
{
    private const string Name = "answer.json";
    private const int MostKept = 40;
    private const long MostJson = 4L << 20;

    /// <summary>The folder of an answer; <see langword="null"/> where the workbench has no home.</summary>
    public string? Of(string key) => settings.Home is { } home ? Path.Combine(home.Folder, "scenarios", key) : null;

    /// <summary>The answer; <see langword="null"/> where there is none yet, or none that can be read.</summary>
    public ScenarioAnswer? Find(string key)
    {
        try
        {
            var file = new FileInfo(Path.Combine(Of(key) ?? "", Name));
            return file.Exists && file.Length <= MostJson ? JsonSerializer.Deserialize<ScenarioAnswer>(File.ReadAllBytes(file.FullName)) : null;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps an answer, whole or not at all; the oldest go where there are too many.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public void Keep(string key, ScenarioAnswer answer)
    {
        string folder = Of(key)!;
        try
        {
            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, Name);
            File.WriteAllBytes(path + ".part", JsonSerializer.SerializeToUtf8Bytes(answer));
            File.Move(path + ".part", path, overwrite: true);
            foreach (DirectoryInfo old in new DirectoryInfo(Path.GetDirectoryName(folder)!).EnumerateDirectories().OrderByDescending(d => d.LastWriteTimeUtc).Skip(MostKept).ToList())
            {
                old.Delete(recursive: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), folder, inner: e);
        }
    }
}
