using System.Globalization;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Supply;
using Linchpin.Workbench.Jobs;

namespace Linchpin.Workbench.Documents;

/// <summary>An input-output table among the files that were handed in: a <c>table.json</c> (docs/tables.md) with the files that it names. Of each of its years the
/// exposures of the partners and the chokepoints are stored, as <c>linchpin supply exposure</c> and <c>linchpin supply chokepoints</c> do.</summary>
/// <remarks>Beside a <c>table.json</c> from a chosen folder everything in that folder belongs to the table; among dropped files, which have lost their folder, every CSV, gz and JSON that is no index of documents.</remarks>
internal sealed class HandedInTable(WorkbenchSettings settings, IReadOnlyList<HandedIn> files)
{
    private const string Descriptor = "table.json";

    /// <summary>Whether there is one.</summary>
    public bool Any => files.Count > 0;

    /// <summary>Whether a file belongs to it.</summary>
    public bool Has(HandedIn file) => files.Contains(file);

    /// <summary>The table among the files.</summary>
    public static HandedInTable Among(WorkbenchSettings settings, IReadOnlyList<HandedIn> all, Func<HandedIn, bool> isIndex)
    {
        HandedIn? descriptor = all.FirstOrDefault(f => f.Fault is null && f.Name == Descriptor);
        return new HandedInTable(settings, descriptor is null ? [] :
        [
            .. all.Where(f => f.Fault is null && f.Folder == descriptor.Folder
                && (descriptor.Folder.Length > 0 || Path.GetExtension(f.Name).ToLowerInvariant() is ".csv" or ".gz" or ".json") && !isIndex(f)),
        ]);
    }

    /// <summary>Does what is not yet done of it, a step for each year.</summary>
    public void Store(JobRun run, Handling label)
    {
        string folder = Directory.CreateDirectory(Path.Combine(run.Folder, "table")).FullName;
        foreach (HandedIn file in files)
        {
            string from = Path.Combine(run.Folder, file.Key);
            string to = Path.Combine(folder, file.Name);
            if (File.Exists(from))
            {
                File.Move(from, to, overwrite: true);
            }
        }

        var done = run.Job.Items.Select(i => i.Key).ToHashSet(StringComparer.Ordinal);
        string? year = null;
        try
        {
            string partners = string.Join(',', Partners());
            var supply = new Supply.Supply(settings.Home!.CacheFolder);
            foreach (int each in Supply.Supply.Years(folder))
            {
                year = string.Create(CultureInfo.InvariantCulture, $" {each}");
                if (!done.Contains(Descriptor + year))
                {
                    run.Report(run.Job.Done, now: Descriptor + year);
                    run.Add(Store(supply, folder, each, partners, label, run.Cancel));
                }
            }
        }
        catch (FaultException e) when (e.Fault.Kind.Exit is not Exit.Store)
        {
            string? place = e.Fault.Place?.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
            run.Add(new JobItem(Descriptor + year, Descriptor + year, null, Fault: JobFault.Of(e.Fault with { Place = place })));
        }
    }

    private JobItem Store(Supply.Supply supply, string folder, int year, string partners, Handling label, CancellationToken cancel)
    {
        InputOutputTable table = supply.Open(folder, year, null, cancel);
        Deposit exposures = Supply.Supply.Publish(Supply.Supply.Exposures(table, Basis.RowSum, partners, "all", null, cancel), label);
        Deposit chokepoints = Supply.Supply.Publish(Supply.Supply.Chokepoints(table, Basis.RowSum, partners, table.Industries, cancel), label);
        Receipt receipt = settings.Ledger.Append(exposures with { Claims = [.. exposures.Claims, .. chokepoints.Claims] }, cancel);
        var said = new JobSaid("job-said.table", Layout.Numbers.Count(receipt.ClaimsAdded), partners);
        string name = string.Create(CultureInfo.InvariantCulture, $"{Descriptor} {year}");
        return JobItem.Of(name, name, said, exposures.Datasets is [var dataset, ..] ? Layout.Address.Of(dataset.Id) : null);
    }

    private IReadOnlyList<string> Partners()
    {
        IReadOnlyList<string> partners = settings.Partners.Count > 0 ? settings.Partners : Scope.MostNamed(settings.Ledger.View(Reader.OwnerOf(settings.Ledger.Owner)));
        return partners.Count > 1 ? partners : throw WorkbenchFaults.Partners.Because(
            "The record names no partners yet.", remedy: "Hand in documents that say who belongs to a mechanism, or calculate with 'linchpin supply exposure --user'.");
    }
}
