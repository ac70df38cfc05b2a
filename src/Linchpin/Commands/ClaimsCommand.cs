using System.CommandLine;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Api;

namespace Linchpin.Commands;

/// <summary><c>linchpin claims</c>: the claims of a view, one a line.</summary>
internal static class ClaimsCommand
{
    private static readonly Option<string?> Subject = new("--subject") { Description = "Only about this entity, as kind/name.", HelpName = "ID" };

    private static readonly Option<string?> Kind = new("--kind") { Description = "Only about entities of this kind (docs/vocabulary.md).", HelpName = "K" };

    private static readonly Option<bool> Proposed = new("--proposed") { Description = "What models propose and nobody has decided on, in place of what the record holds." };

    private static readonly Option<bool> Support = new("--support")
    {
        Description = "With --subject: each thing that is said of it once, with how many independent publishers say it (documents of one publisher count once, and so does a text that several print).",
    };

    public static Command Create() => new Command("claims", "List claims with their sources.")
    {
        Subject, Kind, Proposed, Support, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, Shared.Json,
    }.Does(run =>
    {
        string? kind = run.Get(Kind);
        if (kind is not null && !Vocabulary.Kinds.ContainsKey(kind))
        {
            throw ProgramFaults.Usage.Because($"--kind '{Shown.Short(kind)}' is not a kind.", remedy: $"Use one of {string.Join(", ", Vocabulary.Kinds.Keys)}.");
        }

        View view = run.View();
        EntityId? subject = run.Get(Subject) is { } id ? EntityId.Parse(id) : null;
        if (run.Get(Support))
        {
            return Supported(run, view, subject is { } of && kind is null && !run.Get(Proposed) ? of
                : throw ProgramFaults.Usage.Because("--support goes with --subject, and with neither --kind nor --proposed."));
        }

        int count = 0;
        foreach (HeldClaim held in view.Claims(new ClaimFilter(subject, kind, Proposed: run.Get(Proposed))))
        {
            run.Cancel.ThrowIfCancellationRequested();
            count++;
            if (run.Get(Shared.Json))
            {
                run.WriteJson(ToJson.Claim(view, held));
            }
            else
            {
                string by = held.Claim.Author.Kind == AuthorKind.Model ? $"  (model {Invocation.Line(held.Claim.Author.Name, 60)})" : "";
                run.Out.WriteLine($"{held.Subject}  {held.Claim.Property}  {Invocation.Line(ValueText(held.Value, view))}  [{SourceText(held, view)}{Later(held, view)}]{by}");
            }
        }

        if (count == 0)
        {
            run.Say(run.Get(Proposed) ? "linchpin: no proposal waits" : "linchpin: no claim fits; 'linchpin read PATH...' adds documents");
        }

        return Exit.Done;
    });

    private static Exit Supported(Invocation run, View view, EntityId subject)
    {
        IReadOnlyList<Statement> statements = view.Statements(subject);
        foreach (Statement said in statements)
        {
            run.Cancel.ThrowIfCancellationRequested();
            if (run.Get(Shared.Json))
            {
                run.WriteJson(new
                {
                    subject = said.Subject.ToString(), property = said.Property.Id, value = ToJson.Value(view, said.Value), publishers = said.Support.Publishers,
                    publishersUnstated = said.Support.Unstated, claims = said.Claims.Select(c => c.Claim.Id),
                });
            }
            else
            {
                run.Out.WriteLine(
                    $"{said.Property.Id}  {Invocation.Line(ValueText(said.Value, view))}  {said.Support.Display}  [{string.Join("; ", said.Claims.DistinctBy(c => c.Claim.Source).Select(c => SourceText(c, view)))}]");
            }
        }

        if (statements.Count == 0)
        {
            run.Say($"linchpin: nothing is said of {subject}");
        }

        return Exit.Done;
    }

    /// <summary>A value with the names of entities in place of their ids.</summary>
    public static string ValueText(Value value, View view) => value is EntityValue e ? view.NameOf(e.Id) : value.Display;

    // What the latest version of the document has in its place.
    private static string Later(HeldClaim held, View view) => view.InLatestVersion(held) is not { } later ? ""
        : $"; {later.Stands switch { true => "unchanged in", false => "gone from", null => "replaced by" }} the later version {later.Document.Name}";

    /// <summary>Where a claim stands, short: file and characters, or dataset and calculation.</summary>
    public static string SourceText(HeldClaim held, View view) => held.Claim.Source switch
    {
        DocumentSource d => $"{Invocation.Line(view.FileNameOf(d.Document) ?? d.Document.Name)} {d.At.Start}-{d.At.End}",
        DatasetSource d => $"{d.Dataset.Name}: {Invocation.Line(d.Derivation, 120)}",
        _ => held.Claim.Source.Of.ToString(),
    };
}
