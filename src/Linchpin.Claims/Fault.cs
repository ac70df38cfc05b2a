namespace Linchpin.Claims;

/// <summary>What went wrong with a piece of input or of the machine, said so that the reader can mend it.</summary>
/// <param name="Kind">The kind of fault, with its stable code.</param>
/// <param name="Cause">What happened, with the value in it.</param>
/// <param name="Remedy">What to do, as an instruction.</param>
/// <param name="Place">Where: file, line, cell; <see langword="null"/> where there is no place.</param>
public sealed record Fault(FaultKind Kind, string Cause, string Remedy, string? Place = null)
{
    /// <summary>The fault in one line: code, place, cause, remedy.</summary>
    public override string ToString() => $"{Kind.Code}: {(Place is null ? "" : Place + ": ")}{Cause} {Remedy}";
}

/// <summary>A kind of fault: its code never changes its meaning. Each room lists its own in a class <c>…Faults</c>; <c>docs/faults.md</c> lists all.</summary>
/// <param name="Code"><c>room.name</c>, lower case with hyphens.</param>
/// <param name="Title">What it means, in a few words.</param>
/// <param name="Remedy">What to do, as an instruction; used where the place of the fault has none better.</param>
/// <param name="Exit">The exit code of a command that ends with it.</param>
/// <param name="Status">The HTTP status of a request that ends with it.</param>
public sealed record FaultKind(string Code, string Title, string Remedy, Exit Exit = Exit.BadInput, int Status = 400)
{
    /// <summary>A fault of this kind.</summary>
    public Fault At(string cause, string? place = null, string? remedy = null) => new(this, cause, remedy ?? Remedy, place);

    /// <summary>A fault of this kind as an exception to be thrown.</summary>
    public FaultException Because(string cause, string? place = null, string? remedy = null, Exception? inner = null) => new(At(cause, place, remedy), inner);
}

/// <summary>A fault that ends what was asked.</summary>
public sealed class FaultException(Fault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    /// <summary>The fault.</summary>
    public Fault Fault { get; } = fault;
}

/// <summary>Exit codes of the program.</summary>
public enum Exit
{
    /// <summary>All that was asked was done.</summary>
    Done = 0,

    /// <summary>A fault of the program itself.</summary>
    Bug = 1,

    /// <summary>The command line was not understood.</summary>
    Usage = 2,

    /// <summary>A file, table or value was refused.</summary>
    BadInput = 3,

    /// <summary>What was asked for is not there.</summary>
    NotFound = 4,

    /// <summary>The ledger could not be opened, read or written.</summary>
    Store = 5,

    /// <summary>A check was made and did not hold.</summary>
    CheckFailed = 6,

    /// <summary>This machine lacks something, or refused something.</summary>
    Machine = 7,

    /// <summary>Stopped by the user.</summary>
    Cancelled = 130,
}
