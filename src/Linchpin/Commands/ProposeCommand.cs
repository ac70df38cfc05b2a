using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Models;

namespace Linchpin.Commands;

/// <summary><c>linchpin propose</c>: asks a model about documents of the record.</summary>
internal static class ProposeCommand
{
    private static readonly Argument<string[]> Documents = new("DOCUMENT")
    {
        Description = "Documents that were read: file names, or ids as document/… .",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Endpoint = new("--endpoint")
    {
        Description = "Base address of an OpenAI-compatible endpoint, http or https. Default: LINCHPIN_MODEL_ENDPOINT; without either nothing is asked. A key is taken from LINCHPIN_MODEL_KEY alone.",
        HelpName = "URL",
    };

    private static readonly Option<string?> Model = new("--model") { Description = "The model's name at the endpoint. Default: LINCHPIN_MODEL_NAME.", HelpName = "NAME" };

    private static readonly Option<string?> ModelReader = new("--model-reader")
    {
        Description = "Who the endpoint is, as a reader: it gets no document that this reader may not read. Default: LINCHPIN_MODEL_READER, else public, who gets what is TLP:CLEAR.",
        HelpName = "NAME",
    };

    private static readonly Option<int> Timeout = new("--timeout")
    {
        Description = "Seconds for each answer, 1 to 3600.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 120,
        CustomParser = Shared.Number<int>,
    };

    public static Command Create() => new Command("propose", "Ask a model what it finds in documents. What it says is proposed, never told: it waits for a person. Off unless an endpoint is set.")
    {
        Documents, Endpoint, Model, ModelReader, Timeout, Shared.Json,
    }.Does(async run =>
    {
        int seconds = run.Get(Timeout);
        if (seconds is < 1 or > 3600)
        {
            throw ProgramFaults.Usage.Because(FormattableString.Invariant($"--timeout {seconds} is not 1 to 3600 seconds."), remedy: "Give a number of seconds from 1 to 3600.");
        }

        ModelEndpoint endpoint = ModelEndpoint.Of(
            run.Get(Endpoint) ?? Environment.GetEnvironmentVariable("LINCHPIN_MODEL_ENDPOINT"),
            run.Get(Model) ?? Environment.GetEnvironmentVariable("LINCHPIN_MODEL_NAME"),
            Environment.GetEnvironmentVariable(ModelEndpoint.KeyVariable),
            TimeSpan.FromSeconds(seconds));
        string? named = run.Get(ModelReader) ?? Environment.GetEnvironmentVariable("LINCHPIN_MODEL_READER");
        Reader reader = endpoint.Reader(run.Home.OpenReaders(), string.IsNullOrWhiteSpace(named) ? null : named);
        using var asking = new Asking(run.Ledger, endpoint, reader, run.Home.Originals, run.Clock);
        Exit exit = Exit.Done;
        foreach (string name in run.Get(Documents)!)
        {
            try
            {
                Document document = Find(run, name);
                run.Say($"linchpin: asking {Invocation.Line(endpoint.ToString())} about {Invocation.Line(document.FileName)}");
                Show(run, endpoint, await asking.About(document, run.Cancel).ConfigureAwait(false));
                run.Out.Flush();
            }
            catch (FaultException e) when (e.Fault.Kind.Exit is not Exit.Store)
            {
                CommandLine.Print(e.Fault);
                exit = exit == Exit.Done ? e.Fault.Kind.Exit : exit;

                // What does not answer once is not asked for every other document.
                if (e.Fault.Kind == ModelFaults.Unreachable || e.Fault.Kind == ModelFaults.Answer)
                {
                    return exit;
                }
            }
        }

        return exit;
    });

    private static Document Find(Invocation run, string name)
    {
        View view = run.Ledger.View(Reader.OwnerOf(run.Ledger.Owner));
        EntityId[] found = EntityId.TryParse(name, out EntityId id) && id.Kind == "document" ? [id] : [.. view.Citations().Where(d => d.FileName == Path.GetFileName(name)).Select(d => d.Id)];
        return found.Length > 1
            ? throw ProgramFaults.Usage.Because($"{found.Length} documents came under the name '{Shown.Short(name)}'.", remedy: $"Name one by its id: {string.Join(", ", found.Take(5))}.")
            : (found.Length == 1 ? view.Document(found[0]) : null)
                ?? throw ProgramFaults.DocumentUnknown.Because($"No document of the record is '{Shown.Short(name)}'.");
    }

    private static void Show(Invocation run, ModelEndpoint endpoint, Asked asked)
    {
        if (run.Get(Shared.Json))
        {
            run.WriteJson(new { document = asked.Document.Id.ToString(), model = endpoint.Model, proposed = asked.Taken, claims = asked.Claims, refused = asked.Refused, unsent = asked.Unsent });
            return;
        }

        run.Out.WriteLine($"{Invocation.Line(asked.Document.FileName)}: {asked.Taken} proposed, {asked.Claims} claims wait for review; {asked.Refused.Sum(r => r.Count)} refused");
        foreach ((string reason, int count) in asked.Refused.GroupBy(r => r.Reason, (reason, all) => (reason, all.Sum(r => r.Count))).OrderByDescending(r => r.Item2).ThenBy(r => r.reason, StringComparer.Ordinal))
        {
            run.Out.WriteLine($"  {count} × {reason}");
        }

        if (asked.Unsent > 0)
        {
            run.Say(FormattableString.Invariant($"linchpin: {Invocation.Line(asked.Document.FileName)}: the last {asked.Unsent} characters were not sent"));
        }
    }
}
