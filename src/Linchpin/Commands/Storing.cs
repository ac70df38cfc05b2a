using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Commands;

/// <summary>Which results of Supply go into the record: what a table or list shows unless <c>--no-store</c> is given, a what-if only with <c>--store</c>
/// (docs/decisions/0008-what-is-stored.md).</summary>
internal static class Storing
{
    /// <summary>For measures of what is.</summary>
    internal static readonly Option<bool> No = new("--no-store") { Description = "Calculate and show only; touch no home but its cache." };

    /// <summary>For what-ifs.</summary>
    internal static readonly Option<bool> Yes = new("--store") { Description = "Store the result as claims too; without it, it is shown only." };

    /// <summary>Stores a measure, unless the run says not to.</summary>
    internal static void ByDefault(Invocation run, Func<Deposit> publish)
    {
        if (!run.Get(No))
        {
            Store(run, publish());
        }
    }

    /// <summary>Stores a what-if, where the run says so.</summary>
    internal static void OnRequest(Invocation run, Func<Deposit> publish)
    {
        if (run.Get(Yes))
        {
            Store(run, publish());
        }
    }

    private static void Store(Invocation run, Deposit deposit)
    {
        Receipt receipt = run.Ledger.Append(deposit, run.Cancel);
        run.Say(deposit.Claims.Count == 0 ? "linchpin: nothing here is stored: the rest of the world and regions that are no country are not published"
            : receipt.ClaimsAdded == 0 ? "linchpin: this is already in the record" : $"linchpin: {receipt.ClaimsAdded} claims stored");
    }
}
