using System.Globalization;
using Linchpin.Claims;
using Linchpin.Supply;

namespace Linchpin.Ensembles;

/// <summary>A folder that keeps the finished ranges of an ensemble, one file each, so that a run that was stopped or killed goes on where it was.</summary>
/// <remarks>A file is written beside its place and then renamed; one that is damaged, cut off or of another design is run again and overwritten.</remarks>
internal sealed class RangeFolder
{
    private const string Part = ".part";
    private readonly string _folder;
    private readonly EnsembleDesign _design;
    private readonly Action<string> _say;

    /// <summary>Makes the folder where it is missing.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    internal RangeFolder(string folder, EnsembleDesign design, Action<string> say)
    {
        _folder = folder;
        _design = design;
        _say = say;
        Try(() => Directory.CreateDirectory(folder), folder);
    }

    /// <summary>The range from the folder; <see langword="null"/> where it is not there or of no use.</summary>
    internal EnsembleRange? Kept(int first, int count)
    {
        string path = PathOf(first, count);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            EnsembleRange range = EnsembleRange.Read(Try(() => File.ReadAllBytes(path), path), _design, path);
            return range.First == first && range.Count == count ? range : throw new InvalidDataException();
        }
        catch (Exception e) when (e is FaultException or InvalidDataException)
        {
            _say($"linchpin: {Shown.Short(path, 300)} is damaged; its runs are done again");
            return null;
        }
    }

    /// <summary>Writes a range.</summary>
    /// <exception cref="FaultException"><c>program.output</c></exception>
    internal void Keep(EnsembleRange range)
    {
        string path = PathOf(range.First, range.Count);
        Try(
            () =>
            {
                using (var file = new FileStream(path + Part, FileMode.Create, FileAccess.Write))
                {
                    file.Write(range.ToBytes());
                    file.Flush(flushToDisk: true);
                }

                File.Move(path + Part, path, overwrite: true);
                return true;
            },
            path);
    }

    private string PathOf(int first, int count) => Path.Combine(
        _folder, string.Create(CultureInfo.InvariantCulture, $"{_design.Id[..16]}-{first:000000}-{first + count - 1:000000}.lpruns"));

    private static T Try<T>(Func<T> act, string path)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
    }
}
