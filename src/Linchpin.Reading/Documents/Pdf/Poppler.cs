using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>Where poppler's programs are on this machine.</summary>
/// <param name="folder">A folder with them; <see langword="null"/> to look along the path.</param>
internal sealed class Poppler(string? folder)
{
    internal string TextProgram(string fileName) => Find("pdftotext", fileName);

    internal string PictureProgram(string fileName) => Find("pdftoppm", fileName);

    private string Find(string program, string fileName)
    {
        IEnumerable<string> folders = folder is not null ? [folder]
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists)
            ?? throw ReadingFaults.ProgramMissing.Because($"A PDF needs poppler's {program}, which is not on this machine.", fileName);
    }
}
