using System.Diagnostics;

namespace Linchpin.Tests.Workbench;

public sealed class ScriptSourceTests
{
    [Fact]
    public async Task The_scripts_of_the_pages_are_sound_typescript()
    {
        string assets = Path.Combine(Repository.Root, "src", "Linchpin", "Workbench", "Assets");
        using Process check = Process.Start(new ProcessStartInfo("node", [Path.Combine(assets, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "-p", assets])
        {
            RedirectStandardOutput = true,
        })!;
        string said = await check.StandardOutput.ReadToEndAsync();
        await check.WaitForExitAsync();

        said.ShouldBeEmpty();
        check.ExitCode.ShouldBe(0);
    }
}
