using System.Text;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary>Writes output files beside their place and renames them, so that a stopped or full machine leaves no half a file.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file, making its folder where it is missing.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public static void Write(string path, Action<TextWriter> write)
    {
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var text = new StreamWriter(part, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
            {
                write(text);
            }

            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
    }
}
