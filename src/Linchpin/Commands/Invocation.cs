using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Commands;

/// <summary>One run of a command: its options, the home opened when first asked for, and where it writes.</summary>
internal sealed class Invocation(ParseResult parsed, CancellationToken cancel) : IDisposable
{
    private static readonly JsonSerializerOptions Form = Formed();
    private Home? _home;
    private Ledger.Ledger? _ledger;
    private StreamWriter? _out;

    /// <summary>Set when the user stops the program.</summary>
    public CancellationToken Cancel { get; } = cancel;

    /// <summary>The clock of this run.</summary>
    public TimeProvider Clock { get; } = TimeProvider.System;

    /// <summary>The home, made where it was missing.</summary>
    public Home Home => _home ??= Home.At(
        Get(Shared.Home) is { } folder ? Shared.FullPath(folder, "--home") : null,
        Get(Shared.Ledger) is { } place ? Linchpin.Ledger.Ledger.IsOnServer(place) ? place : Shared.FullPath(place, "--ledger") : null);

    /// <summary>The ledger of the home.</summary>
    public Ledger.Ledger Ledger
    {
        get
        {
            if (_ledger is null)
            {
                if (Home.IsNew)
                {
                    Say($"linchpin: a new home at {Home.Folder} (the starter record is loaded by 'linchpin serve' or 'linchpin starter')");
                }

                _ledger = Home.OpenLedger(Clock);
            }

            return _ledger;
        }
    }

    /// <summary>Standard output, UTF-8 with LF, buffered.</summary>
    public StreamWriter Out => _out ??= new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };

    /// <summary>The value of an option.</summary>
    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    /// <summary>The value of an argument.</summary>
    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>The value of an option that must be given.</summary>
    public T Required<T>(Option<T> option) => parsed.GetRequiredValue(option);

    /// <summary>The clocks asked for.</summary>
    public AsOf AsOf => new(Shared.Day(Get(Shared.AsOf), "--as-of"), Shared.Day(Get(Shared.PublishedBy), "--published-by"), Shared.Day(Get(Shared.KnownBy), "--known-by"));

    /// <summary>The reader asked for, or the node's own.</summary>
    /// <exception cref="FaultException"><c>ledger.reader-unknown</c></exception>
    public Reader Reader => Home.OpenReaders().Find(Get(Shared.Reader) ?? Ledger.Owner);

    /// <summary>The view asked for.</summary>
    public View View() => Ledger.View(Reader, AsOf);

    /// <summary>Says what is going on, on standard error.</summary>
    public void Say(string line) => Console.Error.WriteLine(line);

    /// <summary>Writes a value in the API's own form and a line end to standard output.</summary>
    public void WriteJson<T>(T value) => Out.WriteLine(JsonSerializer.Serialize(value, Form));

    /// <summary>Writes one JSON value and a line end to standard output.</summary>
    public void WriteJson(Action<Utf8JsonWriter> write, bool indented = false)
    {
        Out.Flush();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };
        using (var json = new Utf8JsonWriter(Out.BaseStream, options))
        {
            write(json);
        }

        Out.Write('\n');
    }

    /// <summary>Text of a document made safe for a terminal: one line, no control characters.</summary>
    public static string Line(string? text, int most = 300) => Shown.Short(text, most);

    private static JsonSerializerOptions Formed()
    {
        var options = new JsonSerializerOptions();
        JsonForm.Set(options);
        return options;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _out?.Flush();
        _ledger?.Dispose();
    }
}
