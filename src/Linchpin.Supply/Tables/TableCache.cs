using Linchpin.Claims;
using Linchpin.Supply.Datasets;

namespace Linchpin.Supply.Tables;

/// <summary>Tables in binary form (<see cref="DatasetFile"/>), so that a second opening does not parse. A copy that can be thrown away: what
/// does not check out is read again from the table's files.</summary>
internal sealed class TableCache(string folder)
{
    /// <summary>The table as it was written; <see langword="null"/> where there is none or it does not check out.</summary>
    internal TableCells? Read(DatasetHeader header)
    {
        string path = PathOf(header);
        try
        {
            return File.Exists(path) ? DatasetFile.Read(path, header, null).Cells : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps the table; says in words what hindered it, or <see langword="null"/> where nothing did.</summary>
    internal string? Write(DatasetHeader header, TableCells cells)
    {
        if (!BitConverter.IsLittleEndian)
        {
            return "this machine is big-endian";
        }

        string path = PathOf(header);
        string beside = $"{path}.{Environment.ProcessId}-{Guid.NewGuid():N}";
        try
        {
            Directory.CreateDirectory(folder);
            DatasetFile.Write(beside, header, cells);
            File.Move(beside, path, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Discard(beside);
            return Shown.Short(e.Message, 160);
        }
    }

    private string PathOf(DatasetHeader header) =>
        Path.Combine(folder, FormattableString.Invariant($"{header.Year:0000}-{header.Version[..16]}-{header.Meaning[..8]}{DatasetFile.Extension}"));

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The disk that refused the file may refuse this too; the table itself is whole in memory.
        }
    }
}
