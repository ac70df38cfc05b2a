using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Pdf;

/// <summary>What a foreign program may use.</summary>
/// <param name="Memory">Bytes of address space.</param>
/// <param name="Seconds">Seconds of processor time, and half of the seconds of the clock.</param>
internal sealed record ProgramLimits(long Memory, int Seconds);

/// <summary>How a foreign program ended.</summary>
/// <param name="Code">Its exit code; above 128 where a signal ended it.</param>
/// <param name="Messages">The first of what it wrote to its error output.</param>
/// <param name="OutOfTime">Whether it was ended for taking too long.</param>
internal sealed record ProgramEnd(int Code, string Messages, bool OutOfTime);

/// <summary>Runs a program that is not ours on hostile bytes: they go in by its standard input, what it makes comes by its standard output, and it can do little else.</summary>
/// <remarks>
/// <para>It runs under util-linux's <c>prlimit</c> with bounded memory and processor time, may write no file (file size 0), start no process and dump no core; where the kernel
/// lets it, under <c>unshare</c> without a network and with <c>setpriv</c> ended when we end. There is no scratch folder: nothing is left behind.</para>
/// </remarks>
internal static class ForeignProgram
{
    private const int MostMessages = 4096;

    private static readonly Lazy<bool> CanUnshare = new(() => Succeeds("unshare", "-r", "-n", "--", "setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--", "true"));

    /// <summary>Whether this machine lets a program run without a network.</summary>
    internal static bool WithoutNetwork => CanUnshare.Value;

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Path of the program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="read">Reads its standard output; may stop early or throw, which ends the program.</param>
    /// <param name="cancel">Ends it.</param>
    internal static ProgramEnd Run(string program, IEnumerable<string> arguments, ReadOnlyMemory<byte> input, ProgramLimits limits, Action<Stream> read, CancellationToken cancel)
    {
        string[] limited =
        [
            "prlimit", $"--as={limits.Memory}", $"--cpu={limits.Seconds}", "--fsize=0", "--nproc=0", "--core=0", "--nofile=32", "--", program, .. arguments,
        ];
        string[] command = WithoutNetwork ? ["unshare", "-r", "-n", "--", "setpriv", "--pdeathsig", "KILL", "--no-new-privs", "--", .. limited] : limited;
        using Process process = Start(command);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(limits.Seconds * 2));
        using CancellationTokenRegistration late = time.Token.Register(() => Kill(process));
        using CancellationTokenRegistration cancelled = cancel.Register(() => Kill(process));
        var messages = new StringBuilder();
        Task feeding = Task.Run(() => Feed(process, input), CancellationToken.None);
        Task listening = Task.Run(() => Listen(process, messages), CancellationToken.None);
        try
        {
            using Stream output = process.StandardOutput.BaseStream;
            read(output);
        }
        catch (IOException) when (time.IsCancellationRequested || cancel.IsCancellationRequested)
        {
            // The pipe broke because it was ended; why is said below.
        }
        catch
        {
            Kill(process);
            throw;
        }
        finally
        {
            process.WaitForExit();
            Task.WaitAll([feeding, listening], CancellationToken.None);
        }

        cancel.ThrowIfCancellationRequested();
        return new ProgramEnd(process.ExitCode, messages.ToString(), time.IsCancellationRequested);
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/",
        };
        string? path = Environment.GetEnvironmentVariable("PATH");
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (string argument in command.AsSpan(1))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw ReadingFaults.ProgramMissing.Because($"'{command[0]}' could not be started: {Shown.Short(e.Message, 120)}.", remedy: "Install util-linux (Debian: apt-get install util-linux), without which foreign programs are not let near a document.", inner: e);
        }
    }

    private static bool Succeeds(params string[] command)
    {
        try
        {
            using Process process = Start(command);
            process.StandardInput.Close();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (FaultException)
        {
            return false;
        }
    }

    private static void Feed(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            using Stream to = process.StandardInput.BaseStream;
            to.Write(input.Span);
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code tells why.
        }
    }

    private static void Listen(Process process, StringBuilder messages)
    {
        char[] part = new char[1024];
        for (int n; (n = process.StandardError.Read(part, 0, part.Length)) > 0;)
        {
            messages.Append(part, 0, Math.Min(n, Math.Max(0, MostMessages - messages.Length)));
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
