using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Appending;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Archives;

/// <summary>Stores the entries of an archive within one transaction, each at its own recorded time, and holds every one to its hash.</summary>
/// <remarks>Claims wait until some are together, so that the store is asked once which of them it knows; nothing held grows with the archive.</remarks>
internal sealed class ArchiveImport
{
    private const int ProgressEvery = 1024, ClaimsAtOnce = 2000;

    private readonly ArchiveReader _archive;
    private readonly Appender _appender;
    private readonly long _known;
    private readonly string _head;
    private readonly List<(ReadyClaim Claim, ArchiveLine Line, string Place)> _waiting = new(ClaimsAtOnce);

    private ArchiveImport(ArchiveReader archive, Appender appender) => (_archive, _appender, _known, _head) = (archive, appender, appender.Entries, appender.Head);

    /// <summary>Stores what the ledger does not have yet, and returns how many entries that were.</summary>
    internal static long Store(ArchiveReader archive, Appender appender, IProgress<long>? progress, CancellationToken cancel) =>
        new ArchiveImport(archive, appender).Store(progress, cancel);

    private long Store(IProgress<long>? progress, CancellationToken cancel)
    {
        ArchiveHeader header = _archive.Next(ArchiveLine.ReadHeader) ?? throw LedgerFaults.ArchiveCut.Because("The file is empty.", _archive.Place);
        if (header.Entries < _known)
        {
            throw LedgerFaults.NotEmpty.Because($"The ledger has {_known} entries and the archive {header.Entries}.");
        }

        string last = Convert.ToHexStringLower(Entry.Origin);
        for (long number = 1; number <= header.Entries; number++)
        {
            cancel.ThrowIfCancellationRequested();
            last = _archive.Next(json => Take(ArchiveLine.Read(json), number))
                ?? throw LedgerFaults.ArchiveCut.Because($"The file ends after {number - 1} of {header.Entries} entries.", _archive.Place);
            if (number % ProgressEvery == 0)
            {
                progress?.Report(number);
            }
        }

        StoreWaiting();
        _appender.Finish();
        if (last != header.Head)
        {
            throw LedgerFaults.Archive.Because($"The last entry is not the head {Shown.Short(header.Head)} of the first line.", _archive.Place);
        }

        if (_archive.Next<object>(_ => throw new FormatException("there are more lines than the first line says")) is not null)
        {
            throw new InvalidOperationException();
        }

        progress?.Report(header.Entries);
        return header.Entries - _known;
    }

    private string Take(ArchiveLine line, long number)
    {
        if (line.Number != number)
        {
            throw LedgerFaults.Archive.Because($"Entry {number} is missing; the line has entry {line.Number}.");
        }

        if (number == _known && line.Hash != _head)
        {
            throw LedgerFaults.NotEmpty.Because($"Entry {number} of the ledger is another than the archive's.");
        }

        if (number > _known)
        {
            if (line.Kind == EntryKind.Claim)
            {
                _waiting.Add((ReadyClaim.Of(ClaimJson.Read(line.Record.GetRawText()), null), line, _archive.Place));
            }

            if (line.Kind != EntryKind.Claim || _waiting.Count == ClaimsAtOnce)
            {
                StoreWaiting();
            }

            if (line.Kind != EntryKind.Claim)
            {
                Replay(line);
                Fits(line);
            }
        }

        return line.Hash;
    }

    private void StoreWaiting()
    {
        _appender.Expect(_waiting.Select(w => w.Claim.Claim));
        foreach ((ReadyClaim claim, ArchiveLine line, string place) in _waiting)
        {
            try
            {
                _appender.Recorded = line.Recorded;
                _appender.Add(claim);
                Fits(line);
            }
            catch (FaultException e) when (e.Fault.Place is null)
            {
                throw new FaultException(e.Fault with { Place = place }, e);
            }
        }

        _waiting.Clear();
    }

    private void Fits(ArchiveLine line)
    {
        if (_appender.Entries != line.Number || _appender.Head != line.Hash)
        {
            throw LedgerFaults.Archive.Because($"Entry {line.Number} is not what its hash was made from.");
        }
    }

    private void Replay(ArchiveLine line)
    {
        _appender.Recorded = line.Recorded;
        JsonElement record = line.Record;
        switch (line.Kind)
        {
            case EntryKind.Document:
                _appender.Add(Payload.ReadDocument(record.GetRawText()));
                break;
            case EntryKind.Text:
                _appender.AddText(EntityId.Parse(ArchiveLine.Text(record, "document")), ArchiveLine.Text(record, "text"));
                break;
            case EntryKind.Dataset:
                _appender.Add(Payload.ReadDataset(record.GetRawText()));
                break;
            case EntryKind.Judgement:
                _appender.Add(Payload.ReadJudgement(record.GetRawText()));
                break;
            case EntryKind.Label:
                (string source, string version, Handling label) = Payload.ReadLabel(record.GetRawText());
                _appender.Tighten(EntityId.Parse(source), version, label);
                break;
            default:
                throw new InvalidOperationException(line.Kind.ToString());
        }
    }
}
