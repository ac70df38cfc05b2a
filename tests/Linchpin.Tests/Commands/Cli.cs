using System.Diagnostics;
using System.Text;

namespace Linchpin.Tests.Commands;

/// <summary>Runs the built program as a user does: a process of its own, with a home of its own.</summary>
internal sealed class Cli : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linchpin-test-");

    /// <summary>A folder of this test alone.</summary>
    public string Folder => _folder.FullName;

    /// <summary>The home that commands get.</summary>
    public string Home => Path.Combine(Folder, "home");

    /// <summary>The user's own folder: the program has nothing to write there while it has a home.</summary>
    public string UserFolder => Directory.CreateDirectory(Path.Combine(Folder, "user")).FullName;

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file into the folder and gives its path.</summary>
    public string File(string name, byte[] bytes)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Runs a command to its end.</summary>
    public Ended Run(params string[] args)
    {
        using Process process = Start(args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException(string.Join(' ', args));
        }

        return new Ended(process.ExitCode, output.Result, error.Result);
    }

    /// <summary>Runs a command that must end well, and gives its output.</summary>
    public string Do(params string[] args)
    {
        Ended ended = Run(args);
        ended.Code.ShouldBe(0, $"linchpin {string.Join(' ', args)}\n{ended.Error}\n{ended.Output}");
        return ended.Output;
    }

    /// <summary>Starts a command; the caller ends it.</summary>
    public Process Start(params string[] args) => StartBelow([], args);

    /// <summary>Starts a command below another program, such as a shell that sets a limit; the caller ends it.</summary>
    public Process StartBelow(string[] outer, string[] args, bool input = false)
    {
        string[] line = [.. outer, "dotnet", Path.Combine(AppContext.BaseDirectory, "Linchpin.dll"), .. args];
        var start = new ProcessStartInfo(line[0])
        {
            RedirectStandardInput = input,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (string arg in line.Skip(1))
        {
            start.ArgumentList.Add(arg);
        }

        start.Environment["LINCHPIN_HOME"] = Home;
        start.Environment["HOME"] = UserFolder;
        start.Environment.Remove("LINCHPIN_OWNER");
        start.Environment.Remove("LINCHPIN_LEDGER");
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>How a command ended.</summary>
internal sealed record Ended(int Code, string Output, string Error);
