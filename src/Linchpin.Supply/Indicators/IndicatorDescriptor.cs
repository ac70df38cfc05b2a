using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>What a file of indicators holds and where it comes from: every column's meaning and unit, the year, the method, the missing marks
/// and the source. Its form is in docs/indicators.md.</summary>
/// <param name="Id">Short name of the dataset, lower case with hyphens.</param>
/// <param name="Title">Full name.</param>
/// <param name="Publisher">Who published the data.</param>
/// <param name="Citation">How to cite them.</param>
/// <param name="Licence">Under what terms they may be used, as the publisher says it, or that none is stated.</param>
/// <param name="Published">When they were published; <see langword="null"/> where it is not known.</param>
/// <param name="Method">How the numbers were made, in words.</param>
/// <param name="Subject">What the rows are about.</param>
/// <param name="Classification">The product, mineral or sector list that codes come from, with its revision; <see langword="null"/> where no
/// column has such codes.</param>
/// <param name="File">Name of the file, or a pattern in which <c>*</c> stands for any characters.</param>
/// <param name="Columns">The columns, in the file's order.</param>
/// <param name="Absent">What a row that is not there means.</param>
/// <param name="Origin"><c>NAME.descriptor.json</c>, or <c>built in: NAME</c>.</param>
public sealed record IndicatorDescriptor(
    string Id,
    string Title,
    string Publisher,
    string Citation,
    string Licence,
    PartialDate? Published,
    string Method,
    IndicatorSubject Subject,
    string? Classification,
    string File,
    IReadOnlyList<IndicatorColumn> Columns,
    AbsentRow Absent,
    string Origin)
{
    /// <summary>Values of dimensions that are the same in every row and stand in no column, by dimension: the exporter of a file of one
    /// country's exports, the year of a list.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } = new Dictionary<string, string>();

    /// <summary>Rows that are read, by column: those with one of the values. Rows with another value are passed over and counted.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Only { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What a mark in the marks column says of the row's values.</summary>
    public IReadOnlyDictionary<string, ObservationStatus> Marks { get; init; } = new Dictionary<string, ObservationStatus>();

    /// <summary>Whether the file may have columns that are not described here; they are not read.</summary>
    public bool OtherColumnsIgnored { get; init; }

    /// <summary>Whether several rows may have the same dimensions, because the file leaves out what tells them apart; they are told apart by their
    /// lines. Only where nothing is calculated from the rows.</summary>
    public bool RepeatsAllowed { get; init; }

    /// <summary>SHA-256 of the descriptor's own text, lower-case hex.</summary>
    internal string Hash { get; init; } = "";

    /// <summary>The measures, in the file's order.</summary>
    public IEnumerable<IndicatorColumn> Measures => Columns.Where(c => c.Role == ColumnRole.Measure);

    /// <summary>The dimensions that stand in a column, in the file's order.</summary>
    public IEnumerable<IndicatorColumn> Dimensions => Columns.Where(c => c.Role == ColumnRole.Dimension);
}

/// <summary>One column of a file of indicators.</summary>
/// <param name="Name">The name in the file's header.</param>
/// <param name="Role">What the column is for.</param>
/// <param name="Meaning">The dimension, measure or attribute, in lower case: <c>period</c>, <c>reporter</c>, <c>value</c>, <c>note</c>.</param>
public sealed record IndicatorColumn(string Name, ColumnRole Role, string Meaning)
{
    /// <summary>A measure's unit; <see langword="null"/> where each row states its own (see <see cref="UnitInColumn"/>) or the column is no measure.</summary>
    public string? Unit { get; init; }

    /// <summary>The attribute column in which each row states the measure's unit; <see langword="null"/> where the unit is one for all.</summary>
    public string? UnitInColumn { get; init; }

    /// <summary>ISO 4217 code of a measure in money; <see langword="null"/> for any other.</summary>
    public string? Currency { get; init; }

    /// <summary>Price basis of a measure in money, in words; <see langword="null"/> for any other.</summary>
    public string? Prices { get; init; }

    /// <summary>Cells that mean: not known. An empty cell always does.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether a zero of this measure means that it was not stated, as weights of 0 kg beside a value do.</summary>
    public bool ZeroIsUnknown { get; init; }

    /// <summary>Whether the measure may be below zero.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>Factor that takes the file's number to the unit stated, such as 1000 for thousands; 1 where the file is in the unit.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>How codes of a country dimension are written, or the form of a period; <see langword="null"/> for codes as they stand.</summary>
    public string? Form { get; init; }

    /// <summary>Other spellings of codes and the code that each stands for.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Codes that stand for several countries, such as the world: never ranked as a country.</summary>
    public IReadOnlyList<string> Aggregates { get; init; } = [];

    /// <summary>Codes for areas that are not specified: never ranked as a country.</summary>
    public IReadOnlyList<string> Unspecified { get; init; } = [];

    /// <summary>Codes of countries that ISO 3166 does not list any more, and their names.</summary>
    public IReadOnlyDictionary<string, string> Former { get; init; } = new Dictionary<string, string>();

    /// <summary>Cells that say that the row is an estimate, in an attribute <c>estimated</c>.</summary>
    public IReadOnlyList<string> Estimated { get; init; } = [];
}

/// <summary>What a column is for. The words are those of SDMX.</summary>
public enum ColumnRole
{
    /// <summary>It says what a number is about; all dimensions together stand once in a file.</summary>
    Dimension,

    /// <summary>It holds numbers.</summary>
    Measure,

    /// <summary>It says more of a number: a note, a mark, whether it is an estimate.</summary>
    Attribute,

    /// <summary>It is not read.</summary>
    Ignored,
}

/// <summary>What the rows of a file of indicators are about.</summary>
public enum IndicatorSubject
{
    /// <summary>Any indicator: it can be shown, and nothing more is made of it.</summary>
    Other,

    /// <summary>Trade in products between countries.</summary>
    ProductTrade,

    /// <summary>Production, capacity or reserves of minerals by country.</summary>
    Minerals,

    /// <summary>Elasticities of trade by product.</summary>
    Elasticities,

    /// <summary>A list of critical goods or materials.</summary>
    CriticalList,

    /// <summary>Agreement between pairs of countries.</summary>
    Agreement,

    /// <summary>A concordance of two classifications, or the descriptions of one.</summary>
    Concordance,
}

/// <summary>What it means that a row is not in the file.</summary>
public enum AbsentRow
{
    /// <summary>The value is not known: there may have been nothing, or no report.</summary>
    Unknown,

    /// <summary>The value is zero: the source states that it lists everything.</summary>
    Zero,
}

/// <summary>What the source says of the state of a number, after the SDMX code list of observation status.</summary>
[Flags]
public enum ObservationStatus
{
    /// <summary>A number as published.</summary>
    Normal = 0,

    /// <summary>The source calls it an estimate.</summary>
    Estimated = 1,

    /// <summary>Not available: the value is unknown.</summary>
    Missing = 2,

    /// <summary>Withheld to keep a company's figures confidential: the value is unknown and not zero.</summary>
    Withheld = 4,

    /// <summary>The value is a lower bound: the true one is more.</summary>
    MoreThan = 8,

    /// <summary>The value is an upper bound: the true one is less.</summary>
    LessThan = 16,

    /// <summary>Less than half of the unit: unknown between 0 and that.</summary>
    Small = 32,

    /// <summary>The mark for nothing: the value is zero.</summary>
    Zero = 64,

    /// <summary>The measure does not apply: the value is unknown.</summary>
    NotApplicable = 128,

    /// <summary>Said in words or as a range: the value is unknown, the words are kept.</summary>
    InWords = 256,
}
