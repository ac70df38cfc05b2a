using Linchpin.Claims;

namespace Linchpin.Workbench;

/// <summary>The faults of the workbench.</summary>
internal static class WorkbenchFaults
{
    internal static readonly FaultKind NotFound = new(
        "workbench.not-found", "Nothing at this address", "Check the address, or search for the name.", Exit.NotFound, 404);

    internal static readonly FaultKind Query = new(
        "workbench.query", "An address with a setting that is not understood", "Use the settings that /openapi/v1.json lists for the page.", Exit.Usage);

    internal static readonly FaultKind Partners = new(
        "workbench.partners", "Not a choice of partners", "Choose two to six partners by ISO 3166 alpha-3 code, such as KOR,IND.", Exit.Usage);

    internal static readonly FaultKind Table = new(
        "workbench.table", "A table that this workbench does not have", "Choose one of the tables and years that the page offers.", Exit.NotFound, 404);

    internal static readonly FaultKind Host = new(
        "workbench.host", "A request for another host", "Open the workbench at the address that linchpin serve printed.", Exit.Usage, 421);

    internal static readonly FaultKind Origin = new(
        "workbench.origin", "A change asked for by another site", "Make the change from the workbench's own page.", Exit.Usage, 403);

    internal static readonly FaultKind Method = new(
        "workbench.method", "A method that this address does not take", "Use the method that /openapi/v1.json lists.", Exit.Usage, 405);

    internal static readonly FaultKind TooLarge = new("workbench.too-large", "A request larger than the limit", "Send less at once.", Exit.BadInput, 413);

    internal static readonly FaultKind Request = new("workbench.request", "Not a usable request", "Send a request that HTTP/1.1 allows.");

    internal static readonly FaultKind Form = new(
        "workbench.form", "A form that this run of the workbench did not give out", "Open the page again and send its form once more.", Exit.Usage);

    internal static readonly FaultKind Field = new("workbench.field", "A form with a field that is not understood", "Go back, mend the field and send the form once more.");

    internal static readonly FaultKind Views = new("workbench.views", "Saved views that cannot be read or take no more", "Delete a view that is no longer needed; a file that is damaged, mend or move away.", Exit.BadInput, 409);

    internal static readonly FaultKind OwnerOnly = new(
        "workbench.owner-only", "A change asked for as another reader", "Go back to the owner's view; only the node's owner changes the record.", Exit.Usage, 403);

    internal static readonly FaultKind Job = new("workbench.job", "Not possible with a job in this state", "Open the job's page to see where it stands.", Exit.Usage, 409);

    internal static readonly FaultKind JobsFull = new("workbench.jobs-full", "Too much work at once", "Wait until some of it is done, and ask again.", Exit.Machine, 503);

    internal static readonly FaultKind JobsElsewhere = new(
        "workbench.jobs-elsewhere", "No work can be started here", "Use the workbench that 'linchpin serve' opened first on this home.", Exit.Machine, 503);

    internal static readonly FaultKind Bug = new(
        "workbench.bug", "A fault of the program itself", "Try again; if it stays, report it with the number shown here.", Exit.Bug, 500);
}
