using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench;

/// <summary>Makes the first lattice as soon as the workbench listens, so that the first page need not wait while every claim is read for the first time.</summary>
internal sealed class Warming(WorkbenchSettings settings, Shelf shelf) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Read(settings, shelf.For(Reader.OwnerOf(settings.Ledger.Owner), default));

    /// <summary>Makes the lattice of the first page, then what lists and profiles are made of. Done at once where it was made before; asked twice, it is made once.</summary>
    public static Task Read(WorkbenchSettings settings, Seen seen) => Task.Run(() =>
    {
        try
        {
            if (Scope.FirstPartners(settings, seen) is { Count: > 1 } partners)
            {
                _ = seen.Lattice(partners, LatticeSettings.Default.Threshold, null);
            }

            _ = Entities.RecordTies.Of(seen);
            _ = Conflicts.ConflictRoutes.All(seen);
        }
        catch (FaultException)
        {
            // Whoever asks for the page is told.
        }
    });
}
