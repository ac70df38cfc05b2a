using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;
using Linchpin.Claims;

namespace Linchpin.Commands;

/// <summary>Options that several commands take, each said once.</summary>
internal static class Shared
{
    public static Option<string?> Home { get; } = new("--home")
    {
        Description = "The folder of this node's record. Default: LINCHPIN_HOME, else linchpin in the XDG data folder.",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<string?> Ledger { get; } = new("--ledger")
    {
        Description = "Where the ledger is: a file, or postgresql://user@host/database (docs/stores.md). Default: LINCHPIN_LEDGER, else ledger.db in the home.",
        HelpName = "PLACE",
        Recursive = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Write JSON instead of text." };

    public static Option<string?> AsOf { get; } = new("--as-of") { Description = "What held on this day (valid time).", HelpName = "DATE" };

    public static Option<string?> PublishedBy { get; } = new("--published-by") { Description = "What had been published by this day (the sources' own dates).", HelpName = "DATE" };

    public static Option<string?> KnownBy { get; } = new("--known-by") { Description = "What this node had recorded by the end of this day.", HelpName = "DATE" };

    public static Option<string?> Reader { get; } = new("--reader")
    {
        Description = "For whom: a name in readers.json, a partner's ISO alpha-3 code, or public. Default: this node's owner, who sees everything.",
        HelpName = "NAME",
    };

    public static Option<string> Partners { get; } = new("--partners") { Description = "The partners, two to six, by ISO alpha-3 code.", HelpName = "ISO3,ISO3", Required = true };

    public static Option<string?> Tlp { get; } = new("--tlp")
    {
        Description = "Label what is stored: CLEAR, GREEN, AMBER, AMBER+STRICT or RED. Unlabelled, it is released to nobody.",
        HelpName = "LEVEL",
    };

    public static Option<string?> ReleasableTo { get; } = new("--releasable-to") { Description = "With --tlp: only to these readers or partners.", HelpName = "NAME,NAME" };

    public static Option<string?> HoldUntil { get; } = new("--hold-until") { Description = "With --tlp: to nobody before this day.", HelpName = "DATE" };

    /// <summary>The full path of an option's value.</summary>
    /// <exception cref="FaultException"><c>program.usage</c> for no characters, as a variable of a script that was never set gives.</exception>
    public static string FullPath(string path, string option) => path.AsSpan().Trim().Length > 0 ? Path.GetFullPath(path)
        : throw ProgramFaults.Usage.Because($"{option} is empty.", remedy: $"Give {option} a path.");

    /// <summary>A day from an option: a month or a year means its last day.</summary>
    /// <exception cref="FaultException"><c>program.date</c></exception>
    public static DateOnly? Day(string? text, string option) => text is null ? null
        : PartialDate.TryParse(text, out PartialDate date) ? date.Latest
        : throw ProgramFaults.Date.Because($"{option} '{Shown.Short(text)}' is not a day.");

    /// <summary>A number as an option takes it: a point before decimals and nothing between thousands, so that <c>1,5</c> is refused and not taken for 15.</summary>
    public static T? Number<T>(ArgumentResult given)
        where T : INumber<T>
    {
        string text = given.Tokens.Count == 1 ? given.Tokens[0].Value : "";
        if (T.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out T? number))
        {
            return number;
        }

        string option = given.Parent is OptionResult of ? of.Option.Name + " " : "";
        given.AddError($"{option}'{Shown.Short(text)}' is not a number that can be used here.");
        return default;
    }

    /// <summary>As <see cref="Number{T}"/>, for an option that may be left out.</summary>
    public static T? Optional<T>(ArgumentResult given)
        where T : struct, INumber<T> => given.Tokens.Count == 0 ? null : Number<T>(given);

    /// <summary>Names between commas, trimmed, without empty ones.</summary>
    public static IReadOnlyList<string> Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The label that the options ask for, or unlabelled.</summary>
    /// <exception cref="FaultException"><c>program.usage</c> for an unknown level, or a list or hold without a level.</exception>
    public static Handling Label(Invocation run)
    {
        string? level = run.Get(Tlp);
        string? list = run.Get(ReleasableTo);
        string? hold = run.Get(HoldUntil);
        if (level is null)
        {
            return list is null && hold is null ? Handling.Unlabelled(Linchpin.Home.OwnerName)
                : throw ProgramFaults.Usage.Because("--releasable-to and --hold-until go with --tlp.");
        }

        if (list is not null && Names(list).Count == 0)
        {
            throw ProgramFaults.Usage.Because($"--releasable-to '{Shown.Short(list)}' names nobody.", remedy: "Name readers or partners, or leave --releasable-to out.");
        }

        Tlp tlp = TlpText.Parse(level) ?? throw ProgramFaults.Usage.Because($"--tlp '{Shown.Short(level)}' is not a TLP 2.0 level.");
        return new Handling(Linchpin.Home.OwnerName, tlp, list is null ? null : Names(list), Day(hold, "--hold-until"));
    }
}
