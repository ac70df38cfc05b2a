using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin;

/// <summary>The folder where this node keeps what is its own: the ledger, the files whose text was extracted, the list of readers, caches that can be made again.</summary>
internal sealed class Home
{
    private Home(string folder, string ledger) => (Folder, LedgerPlace) = (folder, ledger);

    /// <summary>The folder, made where it was missing.</summary>
    public string Folder { get; }

    /// <summary>Whether there was no ledger in it yet.</summary>
    public bool IsNew => !Linchpin.Ledger.Ledger.IsOnServer(LedgerPlace) && !File.Exists(LedgerPlace);

    /// <summary>The ledger's file, or its address on a PostgreSQL server.</summary>
    public string LedgerPlace { get; }

    /// <summary>Who may be named as a reader, beside the partners and the public.</summary>
    public string ReadersPath => Path.Combine(Folder, "readers.json");

    /// <summary>Tables in binary form. Safe to delete.</summary>
    public string CacheFolder => Path.Combine(Folder, "cache");

    /// <summary>Folders below <c>tables</c>: input-output tables that the workbench calculates with.</summary>
    public IEnumerable<string> TableFolders() => Directory.Exists(Path.Combine(Folder, "tables"))
        ? Directory.EnumerateDirectories(Path.Combine(Folder, "tables")).Order(StringComparer.Ordinal) : [];

    /// <summary>Files whose text was extracted, with their position maps.</summary>
    public Originals Originals => new(Path.Combine(Folder, "documents"));

    /// <summary>The home named by the option, else by <c>LINCHPIN_HOME</c>, else <c>linchpin</c> in the XDG data folder.</summary>
    /// <param name="option">The home, where the user names one.</param>
    /// <param name="ledger">Where the ledger is, where the user names a place; else <c>LINCHPIN_LEDGER</c>, else <c>ledger.db</c> in the home.</param>
    /// <exception cref="FaultException"><c>program.home</c></exception>
    public static Home At(string? option, string? ledger = null)
    {
        string folder = FirstSet(option, Environment.GetEnvironmentVariable("LINCHPIN_HOME"))
            ?? Path.Combine(
                FirstSet(Environment.GetEnvironmentVariable("XDG_DATA_HOME"))
                    ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share"),
                "linchpin");
        folder = Path.GetFullPath(folder);
        if (File.Exists(folder))
        {
            throw ProgramFaults.Home.Because("The home is to be a folder, and this is a file.", folder);
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Home.Because(Shown.Short(e.Message, 200), folder, inner: e);
        }

        string place = FirstSet(ledger, Environment.GetEnvironmentVariable("LINCHPIN_LEDGER")) ?? Path.Combine(folder, "ledger.db");
        return new Home(folder, Linchpin.Ledger.Ledger.IsOnServer(place) ? place : Path.GetFullPath(place));
    }

    /// <summary>Opens the ledger. The node's own name is <c>LINCHPIN_OWNER</c>, or <c>this node</c>.</summary>
    public Ledger.Ledger OpenLedger(TimeProvider clock) => Linchpin.Ledger.Ledger.Open(LedgerPlace, OwnerName, clock);

    /// <summary>The readers that may be named.</summary>
    public Readers OpenReaders() => Readers.Load(ReadersPath, OwnerName);

    /// <summary>The owner's name where nobody gave one.</summary>
    public const string Unnamed = "this node";

    /// <summary>The name of this node: <c>LINCHPIN_OWNER</c>, or <c>this node</c>.</summary>
    public static string OwnerName => FirstSet(Environment.GetEnvironmentVariable("LINCHPIN_OWNER")) ?? Unnamed;

    /// <summary>A reader of documents: poppler's programs are in <c>LINCHPIN_POPPLER</c>, or along the path.</summary>
    public static Reading.Reading NewReading() => new(poppler: FirstSet(Environment.GetEnvironmentVariable("LINCHPIN_POPPLER")));

    private static string? FirstSet(params ReadOnlySpan<string?> values)
    {
        foreach (string? value in values)
        {
            if (!string.IsNullOrWhiteSpace(value))
            {
                return value;
            }
        }

        return null;
    }
}
