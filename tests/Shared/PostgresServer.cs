using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Linchpin.Tests.Shared;

/// <summary>A PostgreSQL server of the tests' own: made in a temporary folder, on a free port of the loopback, stopped and removed at the end.</summary>
/// <remarks>
/// <para>It wants the server's programs (Debian: the package postgresql), from LINCHPIN_POSTGRES_BIN, the search path or Debian's own place. The
/// server refuses to run as root; then it runs as the user postgres.</para>
/// <para>As tests want it, nothing is flushed to disk: the data are worth nothing after the test. Other settings can be handed in.</para>
/// </remarks>
public sealed class PostgresServer : IDisposable
{
    /// <summary>The password of its superuser, which no program may print.</summary>
    public const string Password = "a-word-that-nobody-prints";

    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-postgres-").FullName;
    private readonly string[] _settings;
    private Process? _server;

    /// <summary>Makes and starts one that flushes nothing, where the programs are there.</summary>
    public PostgresServer()
        : this(["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=32MB"])
    {
    }

    private PostgresServer(string[] settings)
    {
        _settings = settings;
        if (Programs is null)
        {
            return;
        }

        string data = Path.Combine(_folder, "data"), password = Path.Combine(_folder, "password");
        File.WriteAllText(password, Password + "\n");
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "-R", "postgres", _folder);
        }

        Run([.. AsServer, Path.Combine(Programs, "initdb"), "-D", data, "-U", "postgres", "-A", "scram-sha-256", "--pwfile", password, "-E", "UTF8", "--no-locale", "--no-sync"]);
        Port = FreePort();
        Serve();
    }

    /// <summary>Makes and starts one with these settings, each <c>name=value</c>, and no others.</summary>
    public static PostgresServer With(params string[] settings) => new(settings);

    /// <summary>The folder of the server's programs; <see langword="null"/> where they are not on this machine.</summary>
    public static string? Programs { get; } = Candidates().FirstOrDefault(f => File.Exists(Path.Combine(f, "postgres")) && File.Exists(Path.Combine(f, "initdb")));

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>A connection string for a database.</summary>
    public string Connection(string database = "postgres", string password = Password) => $"Host=127.0.0.1;Port={Port};Username=postgres;Password={password};Database={database};Timeout=30";

    /// <summary>Stops it at once, as a crash would: what was written ahead is there when it is started again.</summary>
    public void Crash()
    {
        if (_server is { HasExited: false })
        {
            Run("kill", "-QUIT", $"{_server.Id}");
            _server.WaitForExit();
        }

        _server?.Dispose();
        _server = null;
    }

    /// <summary>Starts it on its port and waits until it answers.</summary>
    public void Serve()
    {
        _server = Start([.. AsServer, Path.Combine(Programs!, "postgres"), "-D", Path.Combine(_folder, "data"), "-p", $"{Port}", "-h", "127.0.0.1",
            "-c", "unix_socket_directories=", .. _settings.SelectMany(s => new[] { "-c", s })]);
        var ready = new TaskCompletionSource();
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        _server.ErrorDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data ?? "(it ended)");
            if (line.Data is null || line.Data.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        _server.BeginErrorReadLine();
        ready.Task.Wait();
        if (_server.HasExited)
        {
            throw new InvalidOperationException("PostgreSQL did not start:\n" + string.Join('\n', said));
        }
    }

    /// <summary>Stops it at once and takes its folder away.</summary>
    public void Dispose()
    {
        Crash();
        Directory.Delete(_folder, recursive: true);
    }

    private static string[] AsServer => Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] : [];

    private static IEnumerable<string> Candidates() =>
    [
        Environment.GetEnvironmentVariable("LINCHPIN_POSTGRES_BIN") ?? "",
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        .. Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin")) : [],
    ];

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Process Start(params string[] line)
    {
        var start = new ProcessStartInfo(line[0]) { RedirectStandardError = true, RedirectStandardOutput = false, WorkingDirectory = "/" };
        foreach (string word in line[1..])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    private static void Run(params string[] line)
    {
        var start = new ProcessStartInfo(line[0]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (string word in line[1..])
        {
            start.ArgumentList.Add(word);
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{line[0]} ended with {process.ExitCode}:\n{output.Result}{error}");
        }
    }
}
