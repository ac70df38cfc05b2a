using System.CommandLine;
using System.Text;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Printing;

namespace Linchpin.Commands;

/// <summary><c>linchpin brief</c>: the cited brief as files.</summary>
internal static class BriefCommand
{
    private static readonly string[] Known = ["html", "md", "docx", "pdf"];

    private static readonly Option<string> Out = new("--out") { Description = "The folder to write the files into.", HelpName = "DIR", Required = true };

    private static readonly Option<string> Formats = new("--format")
    {
        Description = "Which files, joined by commas: html, md, docx, pdf (printed by a chromium that is installed).",
        HelpName = "FORMAT,FORMAT",
        DefaultValueFactory = _ => "html,md,docx",
    };

    private static readonly Option<string?> Since = new("--since") { Description = "Begin with what changed since the record was as known here on this day.", HelpName = "DATE" };

    private static readonly Option<string?> Length = new("--length") { Description = "short: at most two pages; full: all that the record holds for these partners, to look things up in. Default: the outline's, else short.", HelpName = "short|full" };

    private static readonly Option<string?> Sectors = new("--sectors") { Description = "Only these sectors of co-operation, by id (docs/vocabulary.md). Default: all.", HelpName = "SECTOR,SECTOR" };

    /// <summary>The language of the document's own words.</summary>
    internal static readonly Option<string> Language = new("--language")
    {
        Description = "The language of the document's own words: en or ko. What it quotes keeps its own.",
        HelpName = "TAG",
        DefaultValueFactory = _ => "en",
    };

    private static readonly Option<string?> Outline = new("--outline")
    {
        Description = "A file that says which sections come first, which are left out, and paragraphs of your own (docs/outlines.md).",
        HelpName = "FILE",
    };

    public static Command Create() => new Command("brief", "Write the brief for these partners: two pages of the most consequential, or with --length full all of it; every fact with its reference.")
    {
        Shared.Partners, Out, Formats, Length, Sectors, Language, Since, Outline, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy, Shared.Reader, LatticeCommand.Threshold,
    }.Does(async run =>
    {
        // The folder before the brief: a value that cannot be meant is refused before a home is made.
        string folder = Shared.FullPath(run.Required(Out), "--out");
        await Write(run, Make(run), folder, "brief", run.Required(Formats)).ConfigureAwait(false);
        return Exit.Done;
    });

    /// <summary>Writes a document in the formats asked for, all or none, and says where.</summary>
    /// <exception cref="FaultException"><c>program.usage</c>, <c>program.output</c>, <c>program.no-chromium</c></exception>
    internal static async Task Write(Invocation run, Brief document, string folder, string name, string formats)
    {
        var files = new List<(string Path, byte[] Content)>();
        foreach (string format in Chosen(formats))
        {
            files.Add((Path.Combine(folder, $"{name}.{format}"), format switch
            {
                "docx" => document.Docx(),
                "pdf" => await PrintedPdf.Of(document.Html(), run.Cancel).ConfigureAwait(false),
                _ => Encoding.UTF8.GetBytes(format == "md" ? document.Markdown() : document.Html()),
            }));
        }

        WholeFile.WriteBytes([.. files.Select(f => (f.Path, (Action<Stream>)(file => file.Write(f.Content))))]);
        foreach ((string path, _) in files)
        {
            run.Out.WriteLine(path);
        }
    }

    /// <summary>The language asked for.</summary>
    /// <exception cref="FaultException"><c>program.usage</c></exception>
    internal static string LanguageOf(Invocation run) => run.Required(Language) is var tag && Phrases.Languages.Contains(tag, StringComparer.Ordinal) ? tag
        : throw ProgramFaults.Usage.Because($"--language '{Shown.Short(tag)}' is not a language that documents are written in.", remedy: $"Choose among {string.Join(", ", Phrases.Languages)}.");

    private static Brief Make(Invocation run)
    {
        Ledger.View view = run.View();
        DateOnly today = view.AsOf.Valid ?? DateOnly.FromDateTime(run.Clock.GetUtcNow().UtcDateTime);
        string[] partners = [.. Shared.Names(run.Required(Shared.Partners))];
        BriefOutline outline = run.Get(Outline) is { } file ? Read(Shared.FullPath(file, "--outline")) : BriefOutline.None;
        var wish = new BriefWish
        {
            Length = run.Get(Length) is not { } word ? outline.Asked : BriefLengthText.Parse(word)
                ?? throw ProgramFaults.Usage.Because($"--length '{Shown.Short(word)}' is not a length of a brief.", remedy: $"Choose among {string.Join(", ", BriefLengthText.All)}."),
            Sectors = [.. run.Get(Sectors) is { } sectors ? Shared.Names(sectors) : []],
            Language = LanguageOf(run),
            Outline = outline,
        };
        Brief brief = new Briefing.Briefing(view, LatticeCommand.Settings(run)).Brief(partners, today, wish);
        if (Shared.Day(run.Get(Since), "--since") is { } since)
        {
            Ledger.View earlier = run.Ledger.View(view.Reader, view.AsOf with { KnownBy = since });
            brief = brief.Since(new Briefing.Briefing(earlier, LatticeCommand.Settings(run)).Brief(partners, since, wish), since);
        }

        return brief;
    }

    private static BriefOutline Read(string path)
    {
        try
        {
            return BriefOutline.Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ProgramFaults.Input.Because(Shown.Short(e.Message, 200), path, inner: e);
        }
    }

    /// <exception cref="FaultException"><c>program.usage</c></exception>
    private static string[] Chosen(string text)
    {
        string[] chosen = [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];
        string? odd = chosen.FirstOrDefault(f => !Known.Contains(f, StringComparer.Ordinal));
        return odd is null && chosen.Length > 0 ? chosen
            : throw ProgramFaults.Usage.Because($"--format '{Shown.Short(odd ?? text)}' is not a format that is written.", remedy: $"Choose among {string.Join(", ", Known)}.");
    }
}
