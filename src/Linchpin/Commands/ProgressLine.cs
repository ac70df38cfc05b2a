using System.Globalization;

namespace Linchpin.Commands;

/// <summary>How far a long command has come, on one line of a terminal that is written over; silent where standard error is no terminal.</summary>
internal sealed class ProgressLine(TimeProvider clock, string what) : IProgress<long>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly bool _shown = !Console.IsErrorRedirected;
    private long _last;
    private int _length;

    /// <summary>Of how many; <see langword="null"/> where that is not known.</summary>
    public long? Of { get; init; }

    /// <inheritdoc/>
    public void Report(long value)
    {
        long now = clock.GetTimestamp();
        if (!_shown || (_last != 0 && clock.GetElapsedTime(_last, now) < Pause))
        {
            return;
        }

        _last = now;
        string line = Words(value, Of, what);
        Console.Error.Write('\r' + line.PadRight(_length));
        _length = line.Length;
    }

    /// <summary>Takes the line away, so that what is written next begins a line.</summary>
    public void Clear()
    {
        if (_length > 0)
        {
            Console.Error.Write('\r' + new string(' ', _length) + '\r');
            _length = 0;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    internal static string Words(long value, long? of, string what) => of is { } all
        ? string.Create(CultureInfo.InvariantCulture, $"linchpin: {value:N0} of {all:N0} {what}")
        : string.Create(CultureInfo.InvariantCulture, $"linchpin: {value:N0} {what}");
}
