using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>One early warning: something unusual in the monthly trade of one product between one origin and one importer.</summary>
/// <remarks>
/// <para>Everything down to <see cref="Basis"/> rests on the month itself and the months before it; later data do not change it.
/// <see cref="Since"/> is what later months made of it, and says up to which month it was looked at.</para>
/// <para>A warning says that a figure is unusual. It does not say why.</para>
/// </remarks>
/// <param name="Product">Code of the product.</param>
/// <param name="Importer">ISO 3166 alpha-3 code of the importer, or <c>W00</c> for all importers together.</param>
/// <param name="Origin">ISO 3166 alpha-3 code of the supplier country; <c>W00</c> for all origins together, which is never ranked as a country.</param>
/// <param name="Kind">What is unusual.</param>
/// <param name="Measure">Which figure shows it.</param>
/// <param name="Month">The month in which it began.</param>
/// <param name="Expected">What the months before led one to expect, in <paramref name="Unit"/>: of two expectations the nearer one;
/// <see langword="null"/> for a new origin.</param>
/// <param name="Seen">What was reported; <see langword="null"/> where the month has no row: no trade or no report.</param>
/// <param name="Unit">Unit of both, a month: a currency, <c>kg</c>, or currency per kg.</param>
/// <param name="Z">Distance from the nearer expectation in standard deviations, as a positive number; <see langword="null"/> for a new origin.</param>
/// <param name="Probability">How often chance alone gives a figure so far out, from 0 to 1; <see langword="null"/> for a new origin.</param>
/// <param name="Q">The probability adjusted for all that was watched in the month; for a substitution, unadjusted.</param>
/// <param name="Watched">How many series were watched in that month for this.</param>
/// <param name="Certainty">How sure, in a word.</param>
/// <param name="Months">Earlier months that the noise is judged by, 48 at most.</param>
/// <param name="OtherMeasure">The same month in the other measure (value beside weight, weight beside value); <see langword="null"/> where unknown.</param>
/// <param name="Mirror">The same month as the other country reports it; <see langword="null"/> where it reports nothing.</param>
/// <param name="AtStake">The value a month that the change stands for: expected value times the relative change, in the data's currency;
/// <see langword="null"/> where the value is unknown. Warnings of the same certainty are ranked by it.</param>
/// <param name="Basis">Whose report it is and what it was compared with, in words.</param>
public sealed record TradeWarning(
    string Product,
    string Importer,
    string Origin,
    WarningKind Kind,
    TradeMeasure Measure,
    PartialDate Month,
    double? Expected,
    double? Seen,
    string Unit,
    double? Z,
    double? Probability,
    double? Q,
    int Watched,
    WarningCertainty Certainty,
    int Months,
    Corroboration? OtherMeasure,
    Corroboration? Mirror,
    double? AtStake,
    string Basis)
{
    /// <summary>The relative change in percent: -100 for a recorded zero; <see langword="null"/> where the month has no row or nothing was expected.</summary>
    public double? ChangePercent => Seen is { } seen && Expected is > 0 and var expected ? 100 * ((seen / expected) - 1) : null;

    /// <summary>How sure, from 0 to 1: one less <see cref="Q"/>; <see langword="null"/> for a new origin.</summary>
    public double? HowSure => Q is { } q ? 1 - q : null;

    /// <summary>The last month that had to be known for it to be raised: the month itself, but later for an origin lost and a substitution.</summary>
    public required PartialDate Raised { get; init; }

    /// <summary>How many months the figures stand for: 1; or 3, where no single month was far enough out and three together were: expected and seen are then
    /// means a month (of logarithms) of the three that begin with <see cref="Month"/>.</summary>
    public int Over { get; init; } = 1;

    /// <summary>A rush in the six months before a fall: its month; <see langword="null"/> where there was none.</summary>
    public PartialDate? RushBefore { get; init; }

    /// <summary>For a substitution, the origin that fell; else <see langword="null"/>.</summary>
    public string? InPlaceOf { get; init; }

    /// <summary>For a substitution, the part of what was lost that it makes up for, from the month of the fall on; else <see langword="null"/>.</summary>
    public double? Covers { get; init; }

    /// <summary>What later months made of it.</summary>
    public required WarningCourse Since { get; init; }

    /// <summary>The file that the figures come from, with its hash; <see langword="null"/> for figures of no file.</summary>
    public TradeDataset? Dataset { get; init; }

    /// <summary>The file that <see cref="Mirror"/> comes from; <see langword="null"/> where there is none.</summary>
    public TradeDataset? MirrorDataset { get; init; }

    /// <summary>Whether origin or importer stands for several countries together.</summary>
    public bool Aggregate { get; init; }

    /// <summary>The warning in a sentence or two.</summary>
    public required string Words { get; init; }
}

/// <summary>What a warning is about.</summary>
public enum WarningKind
{
    /// <summary>An amount under what the season and the year before led one to expect.</summary>
    Fall,

    /// <summary>A weight above both expectations and above every month of the four years before by the least change: buying ahead.</summary>
    Rush,

    /// <summary>A price a kilogram off both expectations.</summary>
    UnitValue,

    /// <summary>After a fall of one origin, another makes up for part of it.</summary>
    Substitution,

    /// <summary>Months without a row after steady trade: no trade or no report.</summary>
    OriginLost,
}

/// <summary>Which figure of trade is watched.</summary>
public enum TradeMeasure
{
    /// <summary>Value, in the data's currency.</summary>
    Value,

    /// <summary>Net weight in kilograms.</summary>
    Weight,

    /// <summary>Value over net weight.</summary>
    UnitValue,
}

/// <summary>How sure a warning is, in a word.</summary>
public enum WarningCertainty
{
    /// <summary>Raised, with less than 24 months to judge by, with the other country's report against it, as a substitution, or for missing rows of
    /// a pair whose other products were not read.</summary>
    Low,

    /// <summary>Raised, and nothing against it.</summary>
    Medium,

    /// <summary>An adjusted probability of at most 0.01, or of at most 0.05 with the other measure or the other country's report agreeing; a unit
    /// value and an origin lost only with the other country's report agreeing.</summary>
    High,
}

/// <summary>A second look at the month of a warning.</summary>
/// <param name="Expected">What the second series led one to expect; <see langword="null"/> where it is too short.</param>
/// <param name="Seen">What it has; <see langword="null"/> where unknown.</param>
/// <param name="Z">Its distance on the warning's side, in standard deviations; below 0 on the other side; <see langword="null"/> where unknown.</param>
/// <param name="Agrees">Whether it is at least two standard deviations out on the same side; <see langword="null"/> where that is not known.</param>
public sealed record Corroboration(double? Expected, double? Seen, double? Z, bool? Agrees);

/// <summary>What later months made of a warning. This part is revised as months are added.</summary>
/// <param name="State">How it went on.</param>
/// <param name="LookedAtTo">The last month looked at.</param>
/// <param name="Through">The last month in which it held: at least half of the first change, in logarithms.</param>
/// <param name="Extreme">The month of the largest change.</param>
/// <param name="ExtremeSeen">The figure of that month; <see langword="null"/> where it has no row.</param>
public sealed record WarningCourse(WarningState State, PartialDate LookedAtTo, PartialDate Through, PartialDate Extreme, double? ExtremeSeen);

/// <summary>How a warning went on.</summary>
public enum WarningState
{
    /// <summary>No later month is known yet.</summary>
    New,

    /// <summary>The next month known was back: a dip or a spike of one month.</summary>
    OneMonth,

    /// <summary>It held for two months.</summary>
    TwoMonths,

    /// <summary>It held for three months or more: the level has shifted.</summary>
    LevelShift,
}
