using System.Diagnostics;
using System.Net.NetworkInformation;

namespace Linchpin.Tests.Commands;

/// <summary>The program where there is no network but loopback.</summary>
public sealed class AloneTests : IDisposable
{
    private readonly Cli _cli = new();

    [RunAloneFact]
    public void The_tests_themselves_run_where_there_is_nothing_but_loopback()
    {
        NetworkInterface.GetAllNetworkInterfaces().Select(i => i.NetworkInterfaceType).ShouldBe([NetworkInterfaceType.Loopback]);
    }

    [AloneFact]
    public void A_document_is_read_and_a_brief_printed_without_a_network()
    {
        string readout = _cli.File("readout.txt", "On 14 May 2021, Australia and Japan held the Australia-Japan Critical Minerals Dialogue in Canberra. They agreed to share data on rare earths.\n");
        Do("read", readout);
        Do("brief", "--partners", "AUS,JPN", "--out", Path.Combine(_cli.Folder, "brief"), "--format", "html,docx,pdf");

        Directory.GetFiles(Path.Combine(_cli.Folder, "brief")).Select(Path.GetExtension).ShouldBe([".docx", ".html", ".pdf"], ignoreOrder: true);
    }

    [AloneFact]
    public void The_workbench_serves_its_pages_and_files_without_a_network()
    {
        // Addresses in, what came of each out: the asking must stand in the same network. Node is what the tests' scripts are built with.
        const string ask = """
            const lines = require("node:readline").createInterface({ input: process.stdin });
            (async () => { for await (const at of lines) { const r = await fetch(at); console.log(r.status, (await r.text()).length > 500); } })();
            """;
        using Process process = _cli.StartBelow([.. AloneFactAttribute.Way!, "sh", "-c", "\"$@\" & node -e '" + ask + "'; kill $!; wait", "sh"], ["serve", "--urls", "http://127.0.0.1:0"], input: true);
        try
        {
            string at = "";
            while (process.StandardError.ReadLine() is { } line && at.Length == 0)
            {
                at = line.Contains("the workbench is at", StringComparison.Ordinal) ? line.Split("the workbench is at ")[1].Split(' ')[0] : "";
            }

            at.ShouldStartWith("http://127.0.0.1:");
            _ = process.StandardError.ReadToEndAsync();
            foreach (string path in new[] { "/", "/commitments", "/mechanisms", "/documents", "/search?q=semiconductors", "/brief?partners=KOR,IND", "/commitments.xlsx", "/api/lattice?partners=KOR,IND", "/assets/style.css" })
            {
                process.StandardInput.WriteLine(at.TrimEnd('/') + path);
                process.StandardOutput.ReadLine().ShouldBe("200 true", path);
            }

            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    public void Dispose() => _cli.Dispose();

    private void Do(params string[] args)
    {
        using Process process = _cli.StartBelow(AloneFactAttribute.Way!, args);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error + output.Result);
    }
}

/// <summary>A test that makes a network of its own with loopback and nothing else; skipped where this machine lets this user make none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AloneFactAttribute : FactAttribute
{
    /// <summary>Skips where none can be made.</summary>
    public AloneFactAttribute()
    {
        if (Way is null)
        {
            Skip = "This machine lets this user make no network of its own (unshare and ip, of util-linux and iproute2).";
        }
    }

    /// <summary>What runs a command in such a network; <see langword="null"/> where none can be made.</summary>
    public static string[]? Way { get; } = Find();

    private static string[]? Find()
    {
        string[] way = ["unshare", .. Environment.IsPrivilegedProcess ? ["-n"] : new[] { "-cn", "--keep-caps" }, "sh", "-c"];
        try
        {
            var start = new ProcessStartInfo(way[0], [.. way[1..], "ip link set lo up"]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? [.. way, "ip link set lo up; exec \"$@\"", "sh"] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>A test of the network that the tests run in; skipped where <c>./test</c> made none for them.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RunAloneFactAttribute : FactAttribute
{
    /// <summary>Skips where the tests run in the machine's own network.</summary>
    public RunAloneFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("LINCHPIN_TEST_ALONE") != "1")
        {
            Skip = "These tests run in the machine's own network: only ./test makes an empty one, where the machine allows it.";
        }
    }
}
