using System.CommandLine;
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
        string folder = Shared.FullPath(run.Required(Out), "--out");
        DateOnly today = DateOnly.FromDateTime(run.Clock.GetUtcNow().UtcDateTime);
        Brief brief = new Briefing.Briefing(run.View(), LatticeCommand.Settings(run)).Brief(Shared.Names(run.Required(Shared.Partners)), today);
        WholeFile.Write(
            (Path.Combine(folder, "brief.html"), file => file.Write(brief.Html())),
            (Path.Combine(folder, "brief.md"), file => file.Write(brief.Markdown())));
        run.Out.WriteLine(Path.Combine(folder, "brief.html"));
        run.Out.WriteLine(Path.Combine(folder, "brief.md"));
        return Exit.Done;
    });
}
