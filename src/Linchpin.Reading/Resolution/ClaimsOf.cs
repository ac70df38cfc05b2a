using Linchpin.Claims;

namespace Linchpin.Reading.Resolution;

/// <summary>Items as claims of the vocabulary.</summary>
internal static class ClaimsOf
{
    internal static Deposit Make(ReadDocument read, Handling handling) => Deposit.Of(read.Document with { Handling = handling }, []);
}
