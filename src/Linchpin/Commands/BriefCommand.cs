using System.CommandLine;
using System.Text;
using Linchpin.Briefing.Briefs;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary><c>linchpin brief</c>: the cited brief as HTML and Markdown.</summary>
internal static class BriefCommand
{
    private static readonly Option<string> Out = new("--out") { Description = "The folder to write brief.html and brief.md into.", HelpName = "DIR", Required = true };

    public static Command Create() => new Command("brief", "Write the brief for these partners: a page of findings, then each sector, every fact with its reference.")
    {
        Shared.Partners, Out, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, LatticeCommand.Threshold,
    }.Does(run =>
    {
        string folder = Path.GetFullPath(run.Required(Out));
        DateOnly today = DateOnly.FromDateTime(run.Clock.GetUtcNow().UtcDateTime);
        Brief brief = new Briefing.Briefing(run.View(), LatticeCommand.Settings(run)).Brief(Shared.Names(run.Required(Shared.Partners)), today);
        Write(folder, "brief.html", brief.Html());
        Write(folder, "brief.md", brief.Markdown());
        run.Out.WriteLine(Path.Combine(folder, "brief.html"));
        run.Out.WriteLine(Path.Combine(folder, "brief.md"));
        return Exit.Done;
    });

    /// <summary>Writes beside the place and renames, so that a stopped or full machine leaves no half a brief.</summary>
    private static void Write(string folder, string name, string text)
    {
        string path = Path.Combine(folder, name);
        string part = path + ".part";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(part, text, new UTF8Encoding(false));
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), path, inner: e);
        }
    }
}
