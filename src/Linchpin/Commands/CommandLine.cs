using System.CommandLine;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary>The command line: every command, what they share, and how a fault becomes a message and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>The root command with every command below it. <c>docs/commands.md</c> is made from it.</summary>
    public static RootCommand Root()
    {
        var root = new RootCommand("Linchpin: what was agreed, what came of it, where the partners are exposed together, and what each may see.")
        {
            Shared.Home,
            Shared.Ledger,
        };
        Command serve = ServeCommand.Create();
        foreach (Option option in serve.Options)
        {
            root.Add(option);
        }

        root.Action = serve.Action;
        root.Add(serve);
        root.Add(ReadCommand.Create());
        root.Add(ProposeCommand.Create());
        root.Add(SupplyCommands.Create());
        root.Add(LatticeCommand.Create());
        root.Add(BriefCommand.Create());
        root.Add(ClaimsCommand.Create());
        root.Add(ConflictsCommand.Create());
        root.Add(ReviewCommand.Create());
        root.Add(JudgeCommands.Create());
        root.Add(JudgeCommands.CreateUndo());
        root.Add(JudgeCommands.CreateList());
        root.Add(ContinuityCommand.Create());
        root.Add(ChangesCommand.Create());
        root.Add(AgendaCommand.Create());
        root.Add(SearchCommand.Create());
        root.Add(VerifyCommand.Create());
        root.Add(LogCommands.Create());
        root.Add(ExportCommand.Create());
        root.Add(PublishCommand.Create());
        root.Add(ImportCommand.Create());
        root.Add(BackupCommands.Backup());
        root.Add(BackupCommands.Restore());
        root.Add(StarterCommand.Create());
        return root;
    }

    /// <summary>Runs the arguments; the exit code is one of <see cref="Exit"/>.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        ParseResult parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Print(ProgramFaults.Usage.At(string.Join(" ", parsed.Errors.Select(e => Shown.Short(e.Message, 300)))));
            return (int)Exit.Usage;
        }

        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    /// <summary>Makes a command do something and end with an exit code; faults are printed, never a stack trace.</summary>
    public static Command Does(this Command command, Func<Invocation, Task<Exit>> act)
    {
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                using var invocation = new Invocation(parsed, cancel);
                return (int)await act(invocation).ConfigureAwait(false);
            }
            catch (FaultException e)
            {
                Print(e.Fault);
                return (int)e.Fault.Kind.Exit;
            }
            catch (OperationCanceledException)
            {
                await Console.Error.WriteLineAsync("linchpin: stopped; what was reported as stored is kept").ConfigureAwait(false);
                return (int)Exit.Cancelled;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Print(ProgramFaults.Machine.At(Shown.Short(e.Message, 300)));
                return (int)Exit.Machine;
            }
            catch (Exception e) when (Environment.GetEnvironmentVariable("LINCHPIN_DEBUG") is null)
            {
                Print(ProgramFaults.Bug.At($"{e.GetType().Name}: {Shown.Short(e.Message, 300)}", remedy: ProgramFaults.Bug.Remedy + " LINCHPIN_DEBUG=1 shows the trace."));
                return (int)Exit.Bug;
            }
        });
        return command;
    }

    /// <summary>As <see cref="Does(Command, Func{Invocation, Task{Exit}})"/>, for what has nothing to wait for.</summary>
    public static Command Does(this Command command, Func<Invocation, Exit> act) => command.Does(i => Task.FromResult(act(i)));

    /// <summary>Prints a fault to standard error: what happened, where, what to do, its code.</summary>
    public static void Print(Fault fault)
    {
        Console.Error.WriteLine($"linchpin: {(fault.Place is null ? "" : Shown.Short(fault.Place, 300) + ": ")}{Shown.Short(fault.Cause, 1000)}");
        Console.Error.WriteLine($"          {Shown.Short(fault.Remedy, 1000)} [{fault.Kind.Code}]");
    }
}
