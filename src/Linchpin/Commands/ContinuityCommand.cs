using System.CommandLine;
using System.Globalization;
using Linchpin.Briefing.Continuity;
using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Continuity;

namespace Linchpin.Commands;

/// <summary><c>linchpin continuity</c>: what is due, what lapses, what nobody has spoken of since, who held which office, what was never signed, what is fragile.</summary>
internal static class ContinuityCommand
{
    private static readonly Option<string> On = new("--on") { Description = "The day; what was published after it is left out unless --published-by says otherwise.", HelpName = "DATE", Required = true };

    private static readonly Option<string> Horizon = new("--horizon") { Description = "How far ahead what is due or lapses is told: days, as 180d.", HelpName = "DAYS", DefaultValueFactory = _ => "180d" };

    public static Command Create() => new Command("continuity", "Tell a successor what is due, what lapses, what has no later evidence, who held which office, what was never formalised and what is fragile, each line with its passage.")
    {
        Shared.Partners, On, Horizon, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        DateOnly on = Shared.Day(run.Required(On), "--on")!.Value;
        int horizon = Days(run.Get(Horizon)!);
        AsOf asked = run.AsOf;
        View view = run.Ledger.View(run.Reader, asked with { PublishedBy = asked.PublishedBy ?? on });
        ContinuityReport report = new Briefing.Briefing(view, LatticeSettings.Default).Continuity(Shared.Names(run.Required(Shared.Partners)), on, horizon);
        ContinuityKind? heading = null;
        foreach (ContinuityLine line in report.Lines)
        {
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ContinuityLineJson.Of(view, line));
                continue;
            }

            if (heading != line.Kind)
            {
                run.Out.WriteLine($"{(heading is null ? "" : "\n")}{Phrases.English.Say(line.Kind.Heading(), view.NameOf)}");
                heading = line.Kind;
            }

            string by = line.Parties.Count == 0 ? "" : string.Join(", ", line.Parties.Select(view.NameOf)) + ": ";
            run.Out.WriteLine($"  {Invocation.Line(by + line.What)}");
            run.Out.WriteLine($"    {Invocation.Line(Phrases.English.Say(line.Why, view.NameOf))}");
            foreach (HeldClaim held in line.Claims.DistinctBy(c => c.Claim.Source))
            {
                run.Out.WriteLine($"    [{ClaimsCommand.SourceText(held, view)}]{(held.Quote is null ? "" : " “" + Invocation.Line(held.Quote, 160) + "”")}");
            }
        }

        if (report.Lines.Count == 0)
        {
            run.Say("linchpin: the record has nothing on these partners by that day");
        }

        return Exit.Done;
    });

    /// <summary>A number of days, as 180d.</summary>
    /// <exception cref="FaultException"><c>program.usage</c></exception>
    internal static int Days(string horizon) => int.TryParse(horizon.TrimEnd('d'), NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 36_500 ? days
        : throw ProgramFaults.Usage.Because($"--horizon '{Shown.Short(horizon)}' is not a number of days.", remedy: "Write days, as 180d.");
}
