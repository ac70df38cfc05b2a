using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Supply.Datasets;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Import;

/// <summary>Reads a table as its provider publishes it, checks it and makes it ready to be kept as a dataset.</summary>
internal sealed class TableImport(ImportSettings settings, IProgress<string>? progress, CancellationToken cancel)
{
    internal static TableLimits Limits => TableLimits.Import;

    internal StoredTable Read(string formatCode, IReadOnlyList<string> paths)
    {
        if (settings.Bound is not (> 0 and <= 1))
        {
            throw SupplyFaults.Bound.Because(FormattableString.Invariant($"{settings.Bound} is not a bound."));
        }

        ImportFiles files = ImportFiles.Of(paths);
        TableFormat format = new FormatRecognition(Limits).Choose(formatCode, files, paths);
        StoredTable stored = format.Code == "long" ? Long(files, format) : Published(files, format);
        progress?.Report($"{stored.Table.Year}: checking the balance");
        NeedBalance(stored.Table);
        return stored;
    }

    /// <summary>Refuses a table that is out of balance beyond its bound.</summary>
    internal static void NeedBalance(InputOutputTable table)
    {
        BalanceReport report = table.Balance();
        if (report.Verdict == BalanceVerdict.Unbalanced)
        {
            string worst = report.LargestGaps is [{ } row, ..] ? FormattableString.Invariant($"; the largest of a row is {row.Gap:N2} {report.Unit} at {row.Country} {row.Sector}") : "";
            worst += report.LargestColumnGaps is [{ } column, ..] ? FormattableString.Invariant($"; the largest of a column is {column.Gap:N2} at {column.Country} {column.Sector}") : "";
            throw SupplyFaults.Unbalanced.Because(FormattableString.Invariant(
                $"All gaps together are {report.GapShare * 100:0.####} % of world output, and the bound is {report.Bound * 100:0.####} %{worst}."));
        }
    }

    private StoredTable Long(ImportFiles files, TableFormat format)
    {
        if (files.Folder is not { } folder)
        {
            throw SupplyFaults.ImportFiles.Because("The long layout is read from a folder.", remedy: "Give the folder that holds table.json and the files it names.");
        }

        TableFolder opened = TableFolder.Open(folder, TableLimits.Standard);
        IReadOnlyList<int> years = opened.Years();
        int year = settings.Year ?? (years.Count == 1 ? years[0] : throw SupplyFaults.YearUnstated.Because($"The folder has {years.Count} years."));
        NeedUnit(opened.Descriptor.Unit, "table.json");
        InputOutputTable table = new TableReader(opened, year, null, TableLimits.Standard, progress).Read(cancel);
        var names = new List<string> { opened.Descriptor.Files.Intermediate, opened.Descriptor.Files.FinalDemand };
        if (opened.Descriptor.Files.Output is { } output)
        {
            names.Add(output);
        }

        names.AddRange([opened.Descriptor.Files.Countries, opened.Descriptor.Files.Sectors, opened.Descriptor.Files.Categories]);
        SourceFile[] sources = [.. names.Select(n => opened.PathOf(n, year)).Select(p => SourceTable.FileOf(p, TableFile.HashOf(p, TableLimits.Standard)))];
        TableList categories = TableList.Read(opened.PathOf(opened.Descriptor.Files.Categories, year), TableLimits.Standard);
        return new StoredTable(
            table.With(settings.Bound), format.Code, [.. categories.Codes.Zip(categories.Names, (c, n) => new Named(c, n))], sources, [], null);
    }

    private StoredTable Published(ImportFiles files, TableFormat format)
    {
        TableLimits limits = Limits;
        SourceTable source = format.Code switch
        {
            "wiod2013" => new WiodReader(limits, release2016: false, progress, cancel).Read(files.Single(format.Code)),
            "wiod2016" => new WiodReader(limits, release2016: true, progress, cancel).Read(files.Single(format.Code)),
            "exiobase3" => new ExiobaseReader(limits, progress, cancel).Read(files),
            "eora26" => new EoraReader(limits, progress, cancel).Read(files, settings.Year),
            "figaro" => Figaro(files.Single(format.Code), limits),
            _ => new LabelledMatrixReader(limits, progress, cancel).Icio(files.Single(format.Code), format.ClassificationId),
        };
        NeedUnit(source.Unit ?? format.Unit, source.Unit is null ? $"the documentation of {format.Code}" : "the files");
        if (source.Unit is not null && source.Unit != format.Unit)
        {
            throw SupplyFaults.UnitContradictory.Because($"The files state {source.Unit}, and tables of {format.Code} are in {format.Unit}.", remedy: "Give the files as their provider publishes them.");
        }

        NeedCodes(source);
        int year = ImportedYear.Of(settings.Year, source.Year, files);
        string version = Version(source.Files);
        TableDescriptor about = About(format, source);
        var table = new InputOutputTable(about, year, source.Countries, source.Sectors, [.. source.Categories.Select(c => c.Code)], version, source.Cells)
        {
            Absent = [.. source.Absent.Select(i => new Industry(source.Countries[i / source.Sectors.Count].Code, source.Sectors[i % source.Sectors.Count].Code))],
            BalanceBound = settings.Bound,
        };
        return new StoredTable(table, format.Code, source.Categories, source.Files, source.Notes, null);
    }

    private SourceTable Figaro(string path, TableLimits limits)
    {
        bool flat = false;
        TableFile.ReadFirst(path, limits, reader => flat = reader.Next(out ReadOnlySpan<byte> line) && string.Join(',', CellText.All(line, (byte)',', reader)) == FigaroFlatReader.Header);
        return flat ? new FigaroFlatReader(limits, progress, cancel).Read(path) : new LabelledMatrixReader(limits, progress, cancel).Figaro(path);
    }

    private void NeedUnit(string unit, string where)
    {
        if (settings.Unit is { } stated && string.Join(' ', stated.Split(' ', StringSplitOptions.RemoveEmptyEntries)) != unit)
        {
            throw SupplyFaults.UnitContradictory.Because($"The unit stated is '{Shown.Short(stated)}', and {where} states {unit}.", remedy: "Leave --unit out, or give files in the unit stated.");
        }
    }

    /// <summary>Codes must be fit for requests and manifests, and no two may be told apart by capitals alone.</summary>
    private static void NeedCodes(SourceTable source)
    {
        foreach ((string kind, IEnumerable<string> codes) in new[] { ("country", source.Countries.Select(c => c.Code)), ("sector", source.Sectors.Select(s => s.Code)) })
        {
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (string code in codes)
            {
                if (code.Length is 0 or > 16 || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
                {
                    throw SupplyFaults.UnknownCode.Because($"'{Shown.Short(code)}' is not a code of a {kind}: 1 to 16 letters, digits and - _ .", remedy: "Give the file as its provider publishes it.");
                }

                if (!seen.Add(code))
                {
                    throw SupplyFaults.DuplicateCell.Because($"The {kind} '{code}' stands twice.");
                }
            }
        }
    }

    private static TableDescriptor About(TableFormat format, SourceTable source)
    {
        (string id, string title) = source.Classification ?? (format.ClassificationId, format.Classification);
        string[] rest = [.. source.Countries.Where(c => c.RestOfWorld).Select(c => c.Code)];
        PartialDate? published = format.Published is not null && PartialDate.TryParse(format.Published, out PartialDate date) ? date : null;
        return new TableDescriptor(
            format.Id, format.Title, format.Publisher, format.Citation, format.Licence, published, format.Unit, format.Currency, source.Prices ?? format.Prices, id, title,
            [.. source.Sectors.Where(s => s.Manufacturing).Select(s => s.Code)], rest is [var one] ? one : null, source.Aliases, DatasetManifest.FilesOf(), "format: " + format.Code);
    }

    /// <summary>SHA-256 over a line for each file: its name, a colon, its hash.</summary>
    private static string Version(IEnumerable<SourceFile> files) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(f => $"{f.Name}:{f.Hash}\n")))));
}
