using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Archives;

/// <summary>Stores the entries of an archive within one transaction, each at its own recorded time, and holds every one to its hash.</summary>
internal static class ArchiveImport
{
    private const int ProgressEvery = 1024;

    /// <summary>Stores what the ledger does not have yet, and returns how many entries that were.</summary>
    internal static long Store(ArchiveReader archive, Appender appender, IProgress<long>? progress, CancellationToken cancel)
    {
        ArchiveHeader header = archive.Next(ArchiveLine.ReadHeader) ?? throw LedgerFaults.ArchiveCut.Because("The file is empty.", archive.Place);
        (long known, string head) = (appender.Entries, appender.Head);
        if (header.Entries < known)
        {
            throw LedgerFaults.NotEmpty.Because($"The ledger has {known} entries and the archive {header.Entries}.");
        }

        string last = Convert.ToHexStringLower(Entry.Origin);
        for (long number = 1; number <= header.Entries; number++)
        {
            cancel.ThrowIfCancellationRequested();
            last = archive.Next(json => Store(ArchiveLine.Read(json), number, known, head, appender))
                ?? throw LedgerFaults.ArchiveCut.Because($"The file ends after {number - 1} of {header.Entries} entries.", archive.Place);
            if (number % ProgressEvery == 0)
            {
                progress?.Report(number);
            }
        }

        if (last != header.Head)
        {
            throw LedgerFaults.Archive.Because($"The last entry is not the head {Shown.Short(header.Head)} of the first line.", archive.Place);
        }

        if (archive.Next<object>(_ => throw new FormatException("there are more lines than the first line says")) is not null)
        {
            throw new InvalidOperationException();
        }

        progress?.Report(header.Entries);
        return header.Entries - known;
    }

    private static string Store(ArchiveLine line, long number, long known, string head, Appender appender)
    {
        if (line.Number != number)
        {
            throw LedgerFaults.Archive.Because($"Entry {number} is missing; the line has entry {line.Number}.");
        }

        if (number == known && line.Hash != head)
        {
            throw LedgerFaults.NotEmpty.Because($"Entry {number} of the ledger is another than the archive's.");
        }

        if (number > known)
        {
            Replay(line, appender, empty: known == 0);
            if (appender.Entries != number || appender.Head != line.Hash)
            {
                throw LedgerFaults.Archive.Because($"Entry {number} is not what its hash was made from.");
            }
        }

        return line.Hash;
    }

    private static void Replay(ArchiveLine line, Appender appender, bool empty)
    {
        appender.Recorded = line.Recorded;
        JsonElement record = line.Record;
        switch (line.Kind)
        {
            case EntryKind.Document:
                appender.Add(Payload.ReadDocument(record.GetRawText()));
                break;
            case EntryKind.Text:
                appender.AddText(EntityId.Parse(ArchiveLine.Text(record, "document")), ArchiveLine.Text(record, "text"));
                break;
            case EntryKind.Dataset:
                appender.Add(Payload.ReadDataset(record.GetRawText()));
                break;
            case EntryKind.Claim:
                Claim claim = ClaimJson.Read(record.GetRawText());

                // Nothing was known to an empty ledger, so a server need not be asked for each claim.
                appender.Expect(empty ? [] : [claim]);
                appender.Add(claim);
                break;
            case EntryKind.Judgement:
                appender.Add(Payload.ReadJudgement(record.GetRawText()));
                break;
            case EntryKind.Label:
                (string source, string version, Handling label) = Payload.ReadLabel(record.GetRawText());
                appender.Tighten(EntityId.Parse(source), version, label);
                break;
            default:
                throw new InvalidOperationException(line.Kind.ToString());
        }
    }
}
