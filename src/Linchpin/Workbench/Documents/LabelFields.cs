using System.Globalization;
using Linchpin.Claims;

namespace Linchpin.Workbench.Documents;

/// <summary>A label as a form asks for it.</summary>
/// <param name="Tlp">The level as TLP 2.0 writes it, without <c>TLP:</c>; <see langword="null"/> for not labelled.</param>
/// <param name="ReleasableTo">Names of readers or partners; <see langword="null"/> where no list was set.</param>
/// <param name="HoldUntil">The first day on which it may leave the node; <see langword="null"/> where it is not held.</param>
internal sealed record LabelFields(string? Tlp, IReadOnlyList<string>? ReleasableTo, DateOnly? HoldUntil)
{
    /// <summary>The levels to choose from, least strict first.</summary>
    public static IReadOnlyList<string> Levels { get; } = [.. Enum.GetValues<Tlp>().Select(t => t.Display()["TLP:".Length..])];

    /// <summary>The fields <c>tlp</c>, <c>releasable-to</c> and <c>hold-until</c>.</summary>
    /// <exception cref="FaultException"><c>workbench.field</c></exception>
    public static LabelFields Read(IReadOnlyDictionary<string, string> fields, string owner)
    {
        string? Given(string field) => fields.GetValueOrDefault(field) is { Length: > 0 } value ? value : null;
        string? level = Given("tlp");
        if (level is null && (Given("releasable-to") ?? Given("hold-until")) is not null)
        {
            throw WorkbenchFaults.Field.Because("A list of readers or a day goes with a TLP level.", remedy: "Choose a level, or leave the list and the day out.");
        }

        if (level is not null && !Levels.Contains(level, StringComparer.Ordinal))
        {
            throw WorkbenchFaults.Field.Because($"'{Shown.Short(level)}' is not a TLP 2.0 level.");
        }

        string[]? list = Given("releasable-to")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        DateOnly? hold = Given("hold-until") is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
            : throw WorkbenchFaults.Field.Because($"'{Shown.Short(text)}' is not a day.", remedy: "Write YYYY-MM-DD.");
        return new LabelFields(level, list is { Length: 0 } ? [owner] : list, hold);
    }

    /// <summary>The label.</summary>
    public Handling ToHandling(string owner) => Tlp is null ? Handling.Unlabelled(owner) : new Handling(owner, TlpText.Parse(Tlp), ReleasableTo, HoldUntil);
}
