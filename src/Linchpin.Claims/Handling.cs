namespace Linchpin.Claims;

/// <summary>The label that travels with every claim and document: who owns it, how far it may go, to whom, and until when it is held back.</summary>
/// <param name="Owner">The originator: a node, organisation or partner. Combined labels carry every owner, joined by <c>+</c>.</param>
/// <param name="Tlp">Traffic Light Protocol 2.0 level (FIRST, 2022); <see langword="null"/> is unlabelled, and what is unlabelled is not released.</param>
/// <param name="ReleasableTo">Names of the readers, organisations or partners (ISO alpha-3) it may go to; empty with <see langword="null"/> meaning no list was set.
/// An empty list means nobody but the owner.</param>
/// <param name="HoldUntil">The first day on which it may leave its owner; <see langword="null"/> where it is not held.</param>
/// <remarks>This type only carries and combines labels. Who may read what is decided in one place, in the Ledger.</remarks>
public sealed record Handling(string Owner, Tlp? Tlp, IReadOnlyList<string>? ReleasableTo = null, DateOnly? HoldUntil = null)
{
    /// <summary>No label: stays with its owner.</summary>
    public static Handling Unlabelled(string owner) => new(owner, null);

    /// <summary>Public: TLP:CLEAR with no list and no hold.</summary>
    public static Handling Clear(string owner) => new(owner, Claims.Tlp.Clear);

    /// <summary>The strictest of two labels: both owners, the stricter level (unlabelled is strictest), the readers on both lists, the later hold.</summary>
    public Handling Combine(Handling other)
    {
        string[] owners = [.. Owner.Split('+').Union(other.Owner.Split('+'), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Tlp? tlp = Tlp is { } a && other.Tlp is { } b ? (a > b ? a : b) : null;
        IReadOnlyList<string>? list = ReleasableTo is null ? other.ReleasableTo
            : other.ReleasableTo is null ? ReleasableTo
            : [.. ReleasableTo.Intersect(other.ReleasableTo, StringComparer.OrdinalIgnoreCase)];
        DateOnly? hold = HoldUntil is { } x && other.HoldUntil is { } y ? (x > y ? x : y) : HoldUntil ?? other.HoldUntil;
        return new Handling(string.Join('+', owners), tlp, Sorted(list), hold);
    }

    /// <summary>The label as printed: <c>TLP:AMBER · releasable to JPN, KOR · held until 2025-01-01</c>, or <c>not labelled</c>.</summary>
    public string Display
    {
        get
        {
            string text = Tlp is { } tlp ? tlp.Display() : "not labelled";
            text += ReleasableTo is null ? "" : ReleasableTo.Count == 0 ? " · releasable to nobody" : " · releasable to " + string.Join(", ", ReleasableTo);
            return HoldUntil is { } day ? $"{text} · held until {day:yyyy-MM-dd}" : text;
        }
    }

    /// <inheritdoc/>
    public bool Equals(Handling? other) => other is not null && Owner == other.Owner && Tlp == other.Tlp && HoldUntil == other.HoldUntil
        && ReleasableTo is null == other.ReleasableTo is null
        && (ReleasableTo is null || Sorted(ReleasableTo)!.SequenceEqual(Sorted(other.ReleasableTo)!, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Owner, Tlp, HoldUntil, ReleasableTo?.Count);

    private static IReadOnlyList<string>? Sorted(IReadOnlyList<string>? list) => list is null ? null : [.. list.Order(StringComparer.OrdinalIgnoreCase)];
}

/// <summary>Traffic Light Protocol 2.0 levels, least to most strict (FIRST, "Traffic Light Protocol", version 2.0, 2022).</summary>
public enum Tlp
{
    /// <summary>No limit on disclosure.</summary>
    Clear,

    /// <summary>The community: readers and partners that this node knows.</summary>
    Green,

    /// <summary>The recipient's organisation and those it serves, on a need to know.</summary>
    Amber,

    /// <summary>The recipient's organisation only.</summary>
    AmberStrict,

    /// <summary>The named readers only.</summary>
    Red,
}

/// <summary>How TLP levels are written.</summary>
public static class TlpText
{
    /// <summary>The level as the standard prints it: <c>TLP:AMBER+STRICT</c>.</summary>
    public static string Display(this Tlp tlp) => tlp switch
    {
        Tlp.Clear => "TLP:CLEAR",
        Tlp.Green => "TLP:GREEN",
        Tlp.Amber => "TLP:AMBER",
        Tlp.AmberStrict => "TLP:AMBER+STRICT",
        _ => "TLP:RED",
    };

    /// <summary>Reads <c>TLP:GREEN</c> or <c>green</c>; <see langword="null"/> for anything else.</summary>
    public static Tlp? Parse(string? text) => text?.Trim().ToUpperInvariant().Replace("TLP:", "", StringComparison.Ordinal) switch
    {
        "CLEAR" => Tlp.Clear,
        "GREEN" => Tlp.Green,
        "AMBER" => Tlp.Amber,
        "AMBER+STRICT" => Tlp.AmberStrict,
        "RED" => Tlp.Red,
        _ => null,
    };
}
