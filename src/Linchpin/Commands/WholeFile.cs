using System.Text;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary>Writes output files beside their place and renames them, so that a stopped or full machine leaves no half a file.</summary>
internal static class WholeFile
{
    private const string Part = ".part";

    /// <summary>Writes a file, making its folder where it is missing.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public static void Write(string path, Action<TextWriter> write) => Write((path, write));

    /// <summary>Writes files that belong together: none takes its place before all are written. Where that fails, nothing is left beside them.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public static void Write(params (string Path, Action<TextWriter> Write)[] files) => Write([.. files.Select(f => (f.Path, Writing(f.Write)))]);

    /// <summary>Writes a file of bytes, making its folder where it is missing.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public static void WriteBytes(string path, Action<Stream> write) => WriteBytes((path, write));

    private static Action<Stream> Writing(Action<TextWriter> write) => to =>
    {
        using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        write(text);
    };

    /// <summary>Writes files of bytes that belong together, as those of text.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    public static void WriteBytes(params (string Path, Action<Stream> Write)[] files) => Write(files);

    private static void Write((string Path, Action<Stream> Write)[] files)
    {
        string path = "";
        try
        {
            foreach ((string place, Action<Stream> write) in files)
            {
                path = place;
                string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
                if (File.Exists(folder) || Directory.Exists(path))
                {
                    throw File.Exists(folder) ? ProgramFaults.Output.Because("This is a file, and the output is to go into a folder.", folder)
                        : ProgramFaults.Output.Because("This is a folder, and the output is to be a file.", path);
                }

                Directory.CreateDirectory(folder);
                using var to = new FileStream(path + Part, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
                write(to);
                to.Flush(flushToDisk: true);
            }

            foreach ((string place, _) in files)
            {
                path = place;
                File.Move(path + Part, path, overwrite: true);
            }
        }
        catch (Exception e) when (Refused(e))
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
        finally
        {
            foreach ((string place, _) in files)
            {
                Discard(place + Part);
            }
        }
    }

    /// <summary>Whether the system refused a write. A file larger than its file system takes (EFBIG) comes as an argument out of range.</summary>
    internal static bool Refused(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" };

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The fault that is on its way says what is wrong with the folder.
        }
    }
}
