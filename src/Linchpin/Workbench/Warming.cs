using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench;

/// <summary>Makes the first lattice as soon as the workbench listens, so that the first page need not wait while every claim is read for the first time.</summary>
internal sealed class Warming(WorkbenchSettings settings, Shelf shelf) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            try
            {
                Seen seen = shelf.For(Reader.OwnerOf(settings.Ledger.Owner), default);
                if (Scope.FirstPartners(settings, seen) is { Count: > 1 } partners)
                {
                    _ = seen.Lattice(partners, LatticeSettings.Default.Threshold, null);
                }
            }
            catch (FaultException)
            {
                // Whoever asks for the page is told.
            }
        },
        CancellationToken.None);
}
