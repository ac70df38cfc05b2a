using Linchpin.Claims;

namespace Linchpin.Ledger.Archives;

/// <summary>Puts a backup in a ledger's place: copied beside it, walked from the first entry to the last, and only then given the place.</summary>
internal static class Restoring
{
    /// <summary>Restores, and says what the walk found.</summary>
    internal static Verification Restore(string backup, string place, bool replace, TimeProvider clock, IProgress<long>? progress, CancellationToken cancel)
    {
        string draft = $"{place}.{Guid.NewGuid():N}.draft";
        try
        {
            Draft(backup, draft, clock, progress, cancel);
            Verification found;
            using (var ledger = Ledger.Open(draft, "", clock))
            {
                found = ledger.Verify(progress, cancel);
            }

            if (found.Why is not null)
            {
                throw LedgerFaults.Corrupt.Because($"Entry {found.FirstBad} of the backup does not fit: {found.Why}", backup, remedy: "Restore another backup. The ledger in place was left as it was.");
            }

            Place(draft, place, replace, clock, cancel);
            return found;
        }
        catch (IOException e)
        {
            throw LedgerFaults.CannotOpen.Because(Shown.Short(e.Message, 200), place, inner: e);
        }
        finally
        {
            foreach (string left in new[] { draft, draft + "-wal", draft + "-shm", draft + "-journal" })
            {
                File.Delete(left);
            }
        }
    }

    /// <summary>A copy of the backup as a ledger's file.</summary>
    private static void Draft(string backup, string draft, TimeProvider clock, IProgress<long>? progress, CancellationToken cancel)
    {
        using (FileStream from = Opened(backup))
        {
            if (from.ReadByte() != '{')
            {
                from.Position = 0;
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(draft))!);
                using var to = new FileStream(draft, FileMode.CreateNew, FileAccess.Write);
                from.CopyTo(to);
                to.Flush(flushToDisk: true);

                // Of a ledger's own file, copied by hand while it was open, a part may stand beside it.
                if (File.Exists(backup + "-wal"))
                {
                    File.Copy(backup + "-wal", draft + "-wal");
                }

                return;
            }

            from.Position = 0;
            using var ledger = Ledger.Open(draft, "", clock);
            ledger.Import(from, Path.GetFileName(backup), progress, cancel);
        }
    }

    private static void Place(string draft, string place, bool replace, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(place))
        {
            File.Move(draft, place);
            return;
        }

        bool whole;
        try
        {
            using var there = Ledger.Open(place, "", clock);
            whole = true;
            if (there.LastEntry > 0 && !replace)
            {
                throw LedgerFaults.NotEmpty.Because($"The ledger in place has {there.LastEntry} entries.", place, remedy: "Restore into a new home with --home DIR, or give this one up with --replace.");
            }
        }
        catch (FaultException e) when (replace && e.Fault.Kind != LedgerFaults.Locked)
        {
            // It cannot be opened, which is why it is to be replaced.
            whole = false;
        }

        if (whole)
        {
            FileCopy.Replace(draft, place, cancel);
            return;
        }

        string aside = place + ".damaged";
        File.Move(place, aside, overwrite: true);
        File.Delete(place + "-wal");
        File.Delete(place + "-shm");
        File.Move(draft, place);
    }

    private static FileStream Opened(string backup)
    {
        try
        {
            return new FileStream(backup, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw LedgerFaults.BackupMissing.Because(Shown.Short(e.Message, 200), backup, inner: e);
        }
    }
}
