using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>The faults of the Supply room.</summary>
internal static class SupplyFaults
{
    internal static readonly FaultKind FolderMissing = new(
        "supply.folder-missing", "No such table folder",
        "Give the folder that holds the table's files.", Exit.NotFound, 404);

    internal static readonly FaultKind FileMissing = new(
        "supply.file-missing", "A file of the table is missing",
        "Put the file into the table's folder, or correct its name in table.json.", Exit.NotFound, 404);

    internal static readonly FaultKind FileUnreadable = new(
        "supply.file-unreadable", "A file of the table cannot be read",
        "Check the disk and the file's permissions.", Exit.Machine, 500);

    internal static readonly FaultKind FileEmpty = new(
        "supply.file-empty", "A file of the table is empty",
        "Fetch the file again from its source.");

    internal static readonly FaultKind FileTooLarge = new(
        "supply.file-too-large", "A file over its limit",
        "Check that it is the right file; docs/tables.md states the limits.");

    internal static readonly FaultKind UnpackedTooLarge = new(
        "supply.unpacked-too-large", "A compressed file that unpacks to more than its limit",
        "Check that it is the right file; docs/tables.md states the limits.");

    internal static readonly FaultKind GzipDamaged = new(
        "supply.gzip-damaged", "A compressed file that is cut off or damaged",
        "Fetch the file again from its source and compare its hash.");

    internal static readonly FaultKind YearMissing = new(
        "supply.year-missing", "The table has no such year",
        "Ask for one of the years listed.", Exit.NotFound, 404);

    internal static readonly FaultKind DescriptorMissing = new(
        "supply.descriptor-missing", "A table that nothing describes",
        "Write table.json into the folder as docs/tables.md shows: it states unit, currency, prices, classification, source and file names.");

    internal static readonly FaultKind DescriptorInvalid = new(
        "supply.descriptor-invalid", "A descriptor that does not fit its form",
        "Correct table.json as docs/tables.md shows.");

    internal static readonly FaultKind UnitMissing = new(
        "supply.unit-missing", "A table without a unit",
        "State \"unit\" in table.json, such as \"USD million\". The program never guesses a unit.");

    internal static readonly FaultKind UnitContradictory = new(
        "supply.unit-contradictory", "A unit that contradicts the currency",
        "State \"currency\" and \"unit\" in table.json so that they agree, such as \"USD\" and \"USD million\".");

    internal static readonly FaultKind Header = new(
        "supply.header", "A header that is not the table's",
        "Write the columns that the descriptor states, in their order.");

    internal static readonly FaultKind RaggedRow = new(
        "supply.ragged-row", "A row with too few or too many cells",
        "Give every row the cells that the header names.");

    internal static readonly FaultKind LineTooLong = new(
        "supply.line-too-long", "A line over its limit",
        "Check that the file is a CSV table; docs/tables.md states the limits.");

    internal static readonly FaultKind NotANumber = new(
        "supply.not-a-number", "A cell that is not a number",
        "Write a decimal number with a point, or leave the row out where the cell is zero.");

    internal static readonly FaultKind NotFinite = new(
        "supply.not-finite", "A cell that is NaN or infinite",
        "Mend the cell at its source; leave the row out only where the cell is truly zero.");

    internal static readonly FaultKind NegativeOutput = new(
        "supply.negative-output", "A negative output",
        "Mend the output at its source: an industry cannot produce less than nothing.");

    internal static readonly FaultKind DuplicateCell = new(
        "supply.duplicate-cell", "A cell that stands twice",
        "Keep one of the two rows.");

    internal static readonly FaultKind UnknownCode = new(
        "supply.unknown-code", "A code that the table's lists do not have",
        "Correct the code, or add it to countries.csv, sectors.csv or the list of final demand categories.");

    internal static readonly FaultKind OutputIncomplete = new(
        "supply.output-incomplete", "Industries without a published output",
        "Give the output file one row for every country and sector.");

    internal static readonly FaultKind TableEmpty = new(
        "supply.table-empty", "A table without a cell",
        "Fetch the file again from its source.");

    internal static readonly FaultKind TableTooLarge = new(
        "supply.table-too-large", "More industries than can be held",
        "Aggregate the table first; docs/tables.md states the limits.");

    internal static readonly FaultKind CountryUnknown = new(
        "supply.country-unknown", "The table has no such country",
        "Use a code that the table has.", Exit.Usage);

    internal static readonly FaultKind SectorUnknown = new(
        "supply.sector-unknown", "The table has no such sector",
        "Use a code that the table has, or a range such as c3-c16.", Exit.Usage);

    internal static readonly FaultKind BasisUnknown = new("supply.basis-unknown", "Not a basis", "Use rowsum or reported.", Exit.Usage);

    internal static readonly FaultKind BasisUnavailable = new(
        "supply.basis-unavailable", "The table has no published output",
        "Use the basis rowsum.", Exit.Usage);

    internal static readonly FaultKind Singular = new(
        "supply.singular", "A table that has no Leontief inverse",
        "Look at the balance report: an industry uses as much as it makes, or more.");

    internal static readonly FaultKind SpectralRadius = new(
        "supply.spectral-radius", "A spectral radius of one or more",
        "Look at the balance report: a group of industries uses up more than it makes.");

    internal static readonly FaultKind Inaccurate = new(
        "supply.inverse-inaccurate", "An inverse that fails its own check",
        "Look at the balance report for industries that use nearly all they make.");

    internal static readonly FaultKind InverseKernelUnknown = new(
        "supply.blas-unknown", "Not a kernel for the Leontief inverse",
        "Set LINCHPIN_BLAS to managed or openblas, or leave it unset.", Exit.Usage);

    internal static readonly FaultKind TablesDiffer = new(
        "supply.tables-differ", "Two years that cannot be compared",
        "Compare two years of one table with the same countries, sectors, unit and prices.", Exit.Usage);

    internal static readonly FaultKind ExtractedShare = new(
        "supply.extracted-share", "Not a share of deliveries",
        "Give a share from 0 to 1.", Exit.Usage);

    internal static readonly FaultKind TooManyRows = new(
        "supply.too-many-rows", "More rows than a result may hold",
        "Name fewer users, suppliers or sectors.", Exit.Usage);

    internal static readonly FaultKind FlowsUnknown = new(
        "supply.flows-unknown", "Not a kind of flows",
        "Use both, intermediate or final.", Exit.Usage);

    internal static readonly FaultKind Deliveries = new(
        "supply.deliveries", "Deliveries that are not written as country and sectors",
        "Write the country, a colon and its sectors, such as CHN:c14 or CHN:c3-c16.", Exit.Usage);

    internal static readonly FaultKind Top = new("supply.top", "Not a number of rows", "Give a number from 1 to 100000.", Exit.Usage);

    internal static readonly FaultKind ScenarioInvalid = new(
        "supply.scenario-invalid", "A scenario that does not fit its form",
        "Correct the scenario file as docs/scenarios.md shows.");

    internal static readonly FaultKind EventInvalid = new(
        "supply.event-invalid", "An event that cannot be",
        "Correct the event as docs/scenarios.md shows.");

    internal static readonly FaultKind EventOverlap = new(
        "supply.event-overlap", "Two events on one industry at one time",
        "Make one event of the two, or let one end before the other begins.");

    internal static readonly FaultKind EventWithoutOutput = new(
        "supply.event-without-output", "An event on an industry that makes nothing",
        "Take the industry out of the event; supply check lists the industries without output.");

    internal static readonly FaultKind Floor = new(
        "supply.floor", "Not a publishing floor",
        "Give a share from 0 to 1, such as 0.01.", Exit.Usage);

    // Import, datasets and aggregation.
    internal static readonly FaultKind FormatUnknown = new(
        "supply.format-unknown", "Not a format of tables",
        "Use auto or one of the formats listed; docs/tables.md describes them.", Exit.Usage);

    internal static readonly FaultKind FormatUnclear = new(
        "supply.format-unclear", "Files whose format cannot be told",
        "Name the format with --format; docs/tables.md says by what each is known.");

    internal static readonly FaultKind FormatMismatch = new(
        "supply.format-mismatch", "A file of another format than said",
        "Give the format that the file has, or the file that the format asks for.");

    internal static readonly FaultKind ImportFiles = new(
        "supply.import-files", "Not the files that the format asks for",
        "Give the files that docs/tables.md names for the format.");

    internal static readonly FaultKind YearUnstated = new(
        "supply.year-unstated", "A table without a year",
        "State the year with --year.", Exit.Usage);

    internal static readonly FaultKind YearContradictory = new(
        "supply.year-contradictory", "A year that contradicts the files",
        "Give the year that the files state, or the files of the year.");

    internal static readonly FaultKind RowsMissing = new(
        "supply.rows-missing", "A table that ends before all its rows",
        "Fetch the file again from its source and compare its length or hash.");

    internal static readonly FaultKind Unbalanced = new(
        "supply.unbalanced", "A table that is out of balance beyond the bound",
        "Check that the files belong together; where the gap is the makers' own, state a wider bound with --bound.");

    internal static readonly FaultKind CellsLost = new(
        "supply.cells-lost", "A total that was not kept: a fault of the program",
        "Nothing was written. Report it with the format and the file's hash.", Exit.Bug, 500);

    internal static readonly FaultKind DatasetPlace = new(
        "supply.dataset-place", "A folder that cannot take the dataset",
        "Name a folder that does not exist, is empty, or holds a dataset of the same release and classification.");

    internal static readonly FaultKind DatasetInvalid = new(
        "supply.dataset-invalid", "A manifest that does not fit its form",
        "Import the table again from its source files.");

    internal static readonly FaultKind DatasetDamaged = new(
        "supply.dataset-damaged", "A dataset whose numbers are not what its manifest says",
        "Import the table again from its source files, or fetch the dataset again.");

    internal static readonly FaultKind DatasetWrite = new(
        "supply.dataset-write", "A dataset that could not be written",
        "Check the disk's free space and the folder's permissions; nothing was left behind.", Exit.Machine, 500);

    internal static readonly FaultKind MapInvalid = new(
        "supply.map-invalid", "A mapping that does not fit its form",
        "Write rows kind,from,to as docs/tables.md shows, each code once.");

    internal static readonly FaultKind MapIncomplete = new(
        "supply.map-incomplete", "Codes that the mapping leaves out",
        "Give every code of the table a row; one that stays as it is is mapped to itself.");

    internal static readonly FaultKind Bound = new(
        "supply.bound", "Not a bound on the balance",
        "Give a share above 0 and up to 1, such as 0.01.", Exit.Usage);

    // Tables of indicators: docs/indicators.md.
    internal static readonly FaultKind IndicatorUndescribed = new(
        "supply.indicator-undescribed", "A folder in which nothing is described",
        "Write NAME.descriptor.json beside the file as docs/indicators.md shows: it states columns, units, year, method and source.", Exit.NotFound, 404);

    internal static readonly FaultKind IndicatorDescriptor = new(
        "supply.indicator-descriptor", "An indicator descriptor that does not fit its form",
        "Correct the descriptor as docs/indicators.md shows.");

    internal static readonly FaultKind IndicatorUnitMissing = new(
        "supply.indicator-unit-missing", "An indicator without a unit",
        "State \"unit\" for every measure, such as \"kg\", \"USD\" or \"1\" for a pure number. The program never guesses a unit.");

    internal static readonly FaultKind IndicatorYearMissing = new(
        "supply.indicator-year-missing", "An indicator without a year",
        "Describe the column that holds the period, or state the constant \"period\".");

    internal static readonly FaultKind IndicatorMethodMissing = new(
        "supply.indicator-method-missing", "An indicator without a method",
        "State \"method\": how the numbers were made, in a sentence.");

    internal static readonly FaultKind IndicatorEncoding = new(
        "supply.indicator-encoding", "Text that is not UTF-8",
        "Write the file anew in UTF-8. The program never guesses an encoding.");

    internal static readonly FaultKind IndicatorCode = new(
        "supply.indicator-code", "A row that does not say what it is about",
        "Fill the cell, or give the descriptor an alias for the empty cell.");

    internal static readonly FaultKind IndicatorPeriod = new(
        "supply.indicator-period", "A period that does not fit its form",
        "Mend the cell, or state the form in which the file writes periods.");

    internal static readonly FaultKind IndicatorNotANumber = new(
        "supply.indicator-not-a-number", "A cell that is neither a number nor a missing mark",
        "Mend the cell, or list the mark under \"missing\" in the descriptor.");

    internal static readonly FaultKind IndicatorNotFinite = new(
        "supply.indicator-not-finite", "A number that is NaN or infinite",
        "Mend the cell at its source, or list the mark under \"missing\" in the descriptor if it means: not known.");

    internal static readonly FaultKind IndicatorNegative = new(
        "supply.indicator-negative", "A negative number of what cannot be negative",
        "Mend the cell at its source, or state \"negative\": \"allowed\" where the measure may be below zero.");

    internal static readonly FaultKind IndicatorMark = new(
        "supply.indicator-mark", "A mark and a number that contradict each other",
        "State under \"marks\" in the descriptor what the mark means, or mend the row.");

    internal static readonly FaultKind IndicatorUnknown = new(
        "supply.indicator-unknown", "No such indicator in the folder",
        "Ask for one that is listed.", Exit.NotFound, 404);

    internal static readonly FaultKind ProductUnknown = new(
        "supply.product-unknown", "The data have no such product",
        "Use a code that the data have.", Exit.NotFound, 404);

    internal static readonly FaultKind TraderUnknown = new(
        "supply.trader-unknown", "The data have no such country",
        "Use an ISO 3166 alpha-3 code that the data have.", Exit.NotFound, 404);

    internal static readonly FaultKind TradePeriod = new(
        "supply.trade-period", "Not a span of time", "Give a first month or year that is not after the last, such as 2018-01 and 2019-12.", Exit.Usage);

    internal static readonly FaultKind UncertaintyInvalid = new(
        "supply.uncertainty-invalid", "An uncertainty that does not fit its form",
        "Correct \"uncertainty\" in the scenario file as docs/ensembles.md shows.");

    internal static readonly FaultKind EnsembleSize = new(
        "supply.ensemble-size", "An ensemble of no possible size",
        "Ask for fewer runs, or for fewer days (\"steps\").", Exit.Usage);

    internal static readonly FaultKind EnsembleRange = new(
        "supply.ensemble-range", "Runs that do not belong to the ensemble",
        "Take the runs away and let them be run again, with the same program, table, scenario and seed.");

    internal static readonly FaultKind MineralUnknown = new(
        "supply.mineral-unknown", "The data have no such mineral",
        "Use a name that the data have.", Exit.NotFound, 404);

    internal static readonly FaultKind StageUnknown = new(
        "supply.stage-unknown", "Not a stage of a mineral",
        "Use mine, refinery, plant, other, capacity or reserves.", Exit.Usage);

    internal static readonly FaultKind DimensionUnknown = new(
        "supply.dimension-unknown", "The table has no such dimension",
        "Use one of the dimensions that the table has.", Exit.Usage);

    internal static readonly FaultKind NoMonthlyTrade = new(
        "supply.no-monthly-trade", "No monthly trade to watch",
        "Give a folder with monthly trade of the product, and a month within it; docs/warnings.md says what early warning needs.", Exit.NotFound, 404);

    internal static readonly FaultKind UnitsMixed = new(
        "supply.units-mixed", "Values in different units",
        "Keep datasets in different currencies in different folders: the program converts none.");

    internal static readonly FaultKind WarningSettings = new(
        "supply.warning-settings", "A setting of early warning out of its range",
        "Give a value in the range named.", Exit.Usage);

    // Plans.
    internal static readonly FaultKind PlanPartners = new(
        "supply.plan-partners", "Partners that a plan cannot be made for",
        "Name from 1 to 12 countries of the table by their codes, such as KOR,JPN,USA; the rest of the world is no partner.", Exit.Usage);

    internal static readonly FaultKind PlanSettings = new(
        "supply.plan-settings", "Settings of a plan that do not fit their form",
        "Correct the settings file as docs/plans.md shows.");

    internal static readonly FaultKind PlanInfeasible = new(
        "supply.plan-infeasible", "A plan that its own conditions make impossible",
        "Loosen one of the conditions named: any one of them makes the rest possible.");

    internal static readonly FaultKind PlanUnsolved = new(
        "supply.plan-unsolved", "A linear programme that was not solved",
        "Name fewer partners, or look at the balance report for numbers that are far out of line.", Exit.Machine, 500);
}
