using System.CommandLine;
using Linchpin.Briefing.Agendas;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Agendas;

namespace Linchpin.Commands;

/// <summary><c>linchpin agenda</c>: what stands open for the next round of a mechanism, and what came of it once a readout was read.</summary>
internal static class AgendaCommand
{
    private static readonly Argument<string> Mechanism = new("MECHANISM") { Description = "The mechanism: its name, another name that a source gives it, or its id." };

    private static readonly Option<string> On = new("--on") { Description = "The day of the round.", HelpName = "DATE", Required = true };

    private static readonly Option<string> Horizon = new("--horizon") { Description = "How far after the round what is due or lapses is told: days, as 180d.", HelpName = "DAYS", DefaultValueFactory = _ => $"{AgendaRoutes.Horizon}d" };

    private static readonly Option<string?> Out = new("--out") { Description = "A folder to write files into; without it, the agenda is printed as Markdown.", HelpName = "DIR" };

    private static readonly Option<string> Formats = new("--format")
    {
        Description = "With --out, which files, joined by commas: html, md, docx, pdf (printed by a chromium that is installed).",
        HelpName = "FORMAT,FORMAT",
        DefaultValueFactory = _ => "html,md,docx",
    };

    public static Command Create() => new Command("agenda", "Prepare the next round of a mechanism: open commitments and gaps, who came last time, what is due, what changed since; after the readout is read, what closed and what stays.")
    {
        Mechanism, On, Horizon, Out, Formats, BriefCommand.Language, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(async run =>
    {
        View view = run.View();
        Agenda agenda = Briefing.Briefing.Agenda(
            view.AsOf, clocks => new Briefing.Briefing(run.Ledger.View(run.Reader, clocks), LatticeSettings.Default), Find(view, run.Get(Mechanism)!),
            Shared.Day(run.Required(On), "--on")!.Value, ContinuityCommand.Days(run.Get(Horizon)!));
        if (run.Get(Shared.Json))
        {
            run.WriteJson(AgendaJson.Of(view, agenda));
            return Exit.Done;
        }

        Brief document = new Briefing.Briefing(view, LatticeSettings.Default).Document(agenda, view.AsOf.Valid ?? DateOnly.FromDateTime(run.Clock.GetUtcNow().UtcDateTime), BriefCommand.LanguageOf(run));
        if (run.Get(Out) is not { } folder)
        {
            run.Out.Write(document.Markdown());
            return Exit.Done;
        }

        await BriefCommand.Write(run, document, Shared.FullPath(folder, "--out"), "agenda", run.Required(Formats)).ConfigureAwait(false);
        return Exit.Done;
    });

    /// <exception cref="FaultException"><c>program.usage</c> for none, or for more than one of that name.</exception>
    private static EntityId Find(View view, string given)
    {
        EntityId[] found = EntityId.TryParse(given.StartsWith("mechanism/", StringComparison.Ordinal) ? given : "mechanism/" + given, out EntityId id) && view.Entity(id) is { } own ? [own.Id]
            : [.. view.Entities("mechanism").Where(m => m.Of("name").Concat(m.Of("alias")).Any(n => n.Value.Display.Equals(given, StringComparison.OrdinalIgnoreCase))).Select(m => m.Id)];
        return found is [var one] ? one
            : throw ProgramFaults.Usage.Because(
                found.Length == 0 ? $"The record has no mechanism '{Shown.Short(given)}' for {view.Reader.Name}." : $"'{Shown.Short(given)}' is the name of {string.Join(" and of ", found)}.",
                remedy: found.Length == 0 ? "List them: linchpin claims --kind mechanism --property name" : "Give the id.");
    }
}
