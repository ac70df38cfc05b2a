using System.CommandLine;
using System.Globalization;
using Linchpin.Claims;
using Linchpin.Workbench.Editions;
using Linchpin.Workbench.Language;

namespace Linchpin.Commands;

/// <summary><c>linchpin publish</c>: the public edition, a folder of pages that opens without a server.</summary>
internal static class PublishCommand
{
    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder to make. One that an earlier publish wrote is replaced; any other is refused." };

    private static readonly Option<string?> Partners = new("--partners")
    {
        Description = "The partners of the lattice and the brief, two to six, by ISO alpha-3 code. Default: the three that most mechanisms of the released record have as members.",
        HelpName = "ISO3,ISO3",
    };

    private static readonly Option<string> Languages = new("--language")
    {
        Description = "Languages of the pages, joined by commas: en, ko. The first stands in the folder itself.",
        HelpName = "LANG,LANG",
        DefaultValueFactory = _ => string.Join(',', Messages.Languages),
    };

    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who publishes, as the pages say it. Default: this node's name.", HelpName = "NAME" };

    public static Command Create() => new Command("publish", "Write the public edition: what is TLP:CLEAR and released, as pages that open from a folder (docs/public-edition.md).")
    {
        Folder, Partners, Languages, Publisher, Shared.AsOf, Shared.PublishedBy, Shared.KnownBy,
    }.Does(async run =>
    {
        string folder = Shared.FullPath(run.Get(Folder)!, "DIR").TrimEnd(Path.DirectorySeparatorChar);
        EditionFolder.Check(folder);
        var asked = new EditionSettings(Chosen(run.Get(Partners)), run.AsOf, Tags(run.Required(Languages)), Name(run.Get(Publisher)));
        using var progress = new ProgressLine(run.Clock, "files");
        EditionFiles edition = await EditionMaker.Make(run.Ledger, run.Home.OpenReaders(), run.Clock, asked, progress, run.Cancel).ConfigureAwait(false);
        progress.Clear();
        EditionFolder.Write(folder, edition);
        run.Out.WriteLine(Path.Combine(folder, "index.html"));
        run.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{edition.Files.Count:N0} files, {edition.Bytes / 1e6:0.0} MB; hash {edition.Hash}"));
        return Exit.Done;
    });

    private static string[] Chosen(string? text)
    {
        string[] partners = text is null ? [] : [.. Shared.Names(text).Select(Vocabulary.Country).Distinct(StringComparer.Ordinal)];
        return text is null || partners.Length is >= 2 and <= 6 ? partners
            : throw ProgramFaults.Usage.Because($"--partners '{Shown.Short(text)}' names {partners.Length}.", remedy: "Name two to six partners by ISO alpha-3 code.");
    }

    private static string[] Tags(string text)
    {
        string[] tags = [.. Shared.Names(text).Distinct(StringComparer.Ordinal)];
        string? odd = tags.FirstOrDefault(t => !Messages.Languages.Contains(t, StringComparer.Ordinal));
        return odd is null && tags.Length > 0 ? tags
            : throw ProgramFaults.Usage.Because($"--language '{Shown.Short(odd ?? text)}' is not a language of the pages.", remedy: $"Choose among {string.Join(", ", Messages.Languages)}.");
    }

    private static string? Name(string? text) => text is null ? null : text.Trim() is { Length: > 0 and <= 100 } name && !name.Any(Workbench.Layout.Foreign.Hides) ? name
        : throw ProgramFaults.Usage.Because($"--publisher '{Shown.Short(text)}' is not a name.", remedy: "Give 1 to 100 letters.");
}
