using Linchpin.Claims;
using Linchpin.Ledger.Storage;

namespace Linchpin.Ledger.Appending;

/// <summary>Appends deposits in transactions of many claims: while one is written, on a thread of its own, the deposits of the next are gathered and made ready on the caller's.</summary>
internal sealed class BulkAppend(Store store, TimeProvider clock, Action<Receipt>? stored, CancellationToken cancel) : IDisposable
{
    private const int ClaimsAtOnce = 20_000, CharactersAsOneClaim = 1000;

    private List<ReadyDeposit> _gathered = [];
    private long _weight, _added;
    private Task<Written> _writing = Task.FromResult(new Written([], null));

    /// <summary>Takes the next deposit.</summary>
    /// <exception cref="FaultException">Those of an earlier deposit; what came before that one is stored and reported.</exception>
    internal void Add(Deposit deposit)
    {
        cancel.ThrowIfCancellationRequested();
        _gathered.Add(ReadyDeposit.Of(deposit).Whole());
        _weight += 1 + deposit.Claims.Count + (deposit.Documents.Sum(d => (long)(d.Text?.Length ?? 0)) / CharactersAsOneClaim);
        if (_weight >= ClaimsAtOnce)
        {
            Hand();
        }
    }

    /// <summary>Stores what was taken last.</summary>
    internal void End()
    {
        Hand();
        Report();
        if (_added >= ClaimsAtOnce)
        {
            store.Settle();
        }
    }

    /// <summary>Waits for what is being written, and reports it.</summary>
    public void Dispose()
    {
        try
        {
            Report();
        }
        catch (Exception e) when (e is FaultException or OperationCanceledException)
        {
            // The caller's own error is the one to be told.
        }
    }

    private void Hand()
    {
        Report();
        List<ReadyDeposit> group = _gathered;
        (_gathered, _weight) = ([], 0);
        _writing = Task.Run(() => Write(group));
    }

    private void Report()
    {
        Task<Written> writing = _writing;
        _writing = Task.FromResult(new Written([], null));
        Written written = writing.GetAwaiter().GetResult();
        foreach (Receipt receipt in written.Receipts)
        {
            _added += receipt.ClaimsAdded;
            stored?.Invoke(receipt);
        }

        if (written.Fault is { } fault)
        {
            throw fault;
        }
    }

    private Written Write(List<ReadyDeposit> group)
    {
        int whole = 0;
        try
        {
            return new Written(Stored(group, () => whole++), null);
        }
        catch (FaultException e) when (whole > 0)
        {
            return new Written(Stored(group[..whole], () => { }), e);
        }
    }

    private List<Receipt> Stored(List<ReadyDeposit> group, Action whole) => group.Count == 0 ? []
        : store.Write(writing => new Appender(writing, clock.GetUtcNow().ToUnixTimeMilliseconds()).Append(group, cancel, whole));

    private sealed record Written(List<Receipt> Receipts, FaultException? Fault);
}
