using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin;

/// <summary>Takes a document that was read into the ledger: its claims, and same-as judgements with what the record already knows, in one deposit.</summary>
internal sealed class Intake(Ledger.Ledger ledger, Handling label)
{
    /// <summary>Stores it. Reading a document twice adds nothing.</summary>
    public Receipt Store(ReadDocument read) => ledger.Append(read.ToDeposit(label));
}
