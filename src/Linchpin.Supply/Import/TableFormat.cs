using Linchpin.Claims;

namespace Linchpin.Supply;

/// <summary>A form in which a provider publishes multi-regional input-output tables, with what its documentation says of every table in it.</summary>
/// <remarks><para>Unit, currency and prices are the provider's own statement about the release. Where the files state a unit too, the two
/// must agree.</para></remarks>
/// <param name="Code">The word for it in commands and manifests: <c>icio2023</c>.</param>
/// <param name="Id">The release, lower case with hyphens; <c>dataset/ID-YEAR</c> names the dataset.</param>
/// <param name="Title">The release's name.</param>
/// <param name="Publisher">Who made it.</param>
/// <param name="Citation">How its makers want it cited.</param>
/// <param name="Licence">Its licence as its makers state it.</param>
/// <param name="Published">When the release came out; <see langword="null"/> where it is not one release.</param>
/// <param name="Unit">Unit of every cell.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Prices">Price basis in words.</param>
/// <param name="ClassificationId">The classification's short name.</param>
/// <param name="Classification">The classification's name.</param>
/// <param name="Files">What is given to the import, in words.</param>
public sealed record TableFormat(
    string Code,
    string Id,
    string Title,
    string Publisher,
    string Citation,
    string Licence,
    string? Published,
    string Unit,
    string Currency,
    string Prices,
    string ClassificationId,
    string Classification,
    string Files)
{
    /// <summary>The word that asks for recognition by the files themselves.</summary>
    public const string Auto = "auto";

    private const string BasicPrices = "current, basic prices";
    private const string Oecd = "Organisation for Economic Co-operation and Development (OECD)";
    private const string OecdLicence = "OECD terms and conditions for data; see the release.";
    private const string Wiod = "World Input-Output Database (WIOD)";

    /// <summary>The formats that are read, in the order of docs/tables.md.</summary>
    public static IReadOnlyList<TableFormat> All { get; } =
    [
        new("long", "", "A table with its own descriptor, or of the built-in layout", "", "", "", null, "", "", "", "", "", "a folder with the long layout"),
        new("wiod2013", "wiod-2013", "World Input-Output Database, release 2013", Wiod,
            "Timmer, M. P., Dietzenbacher, E., Los, B., Stehrer, R. and de Vries, G. J. (2015), \"An Illustrated User Guide to the World Input-Output Database: the Case of Global Automotive Production\", Review of International Economics 23: 575-605.",
            "None stated in the files; the makers ask for the citation.", "2013-11", "USD million", "USD", BasicPrices, "wiod35", "WIOD 2013, 35 industries (NACE rev. 1, ISIC rev. 3)", "the sheet of a world table, saved as CSV"),
        new("wiod2016", "wiod-2016", "World Input-Output Database, release 2016", Wiod,
            "Timmer, M. P., Los, B., Stehrer, R. and de Vries, G. J. (2016), \"An Anatomy of the Global Trade Slowdown based on the WIOD 2016 Release\", GGDC research memorandum 162, University of Groningen.",
            "Creative Commons Attribution 4.0, as its makers state.", "2016-11", "USD million", "USD", BasicPrices, "wiod56", "WIOD 2016, 56 industries (NACE rev. 2, ISIC rev. 4)", "the sheet of a world table, or the table of the R and Stata files, saved as CSV"),
        Icio("2021", "2021-11", "45 industries (ISIC rev. 4)", "45"),
        Icio("2023", "2023-11", "45 industries (ISIC rev. 4)", "45"),
        Icio("2025", "2025", "50 industries (ISIC rev. 4)", "50"),
        new("exiobase3", "exiobase-3", "EXIOBASE 3", "EXIOBASE consortium",
            "Stadler, K. and others (2018), \"EXIOBASE 3: Developing a Time Series of Detailed Environmentally Extended Multi-Regional Input-Output Tables\", Journal of Industrial Ecology 22: 502-515.",
            "As stated with the release; Creative Commons Attribution-ShareAlike 4.0 for those on Zenodo.", null, "EUR million", "EUR", BasicPrices, "exiobase", "EXIOBASE 3", "a folder with Z.txt or A.txt, Y.txt, x.txt and unit.txt"),
        new("eora26", "eora26", "Eora26", "Eora",
            "Lenzen, M., Kanemoto, K., Moran, D. and Geschke, A. (2012), \"Mapping the Structure of the World Economy\", Environmental Science & Technology 46: 8374-8381; Lenzen, M., Moran, D., Kanemoto, K. and Geschke, A. (2013), \"Building Eora: a Global Multi-Region Input-Output Database at High Country and Sector Resolution\", Economic Systems Research 25: 20-49.",
            "Free for academic use at degree-granting institutions; any other use needs a licence from its makers.", null, "USD thousand", "USD", BasicPrices, "eora26", "Eora26, 26 sectors", "a folder with Eora26_YEAR_bp_T.txt, _FD.txt, _VA.txt and the files of labels"),
        new("figaro", "figaro", "FIGARO inter-country input-output tables, industry by industry", "Eurostat",
            "Remond-Tiedrez, I. and Rueda-Cantuche, J. M., eds. (2019), EU Inter-Country Supply, Use and Input-Output Tables: Full International and Global Accounts for Research in Input-Output Analysis (FIGARO), Eurostat.",
            "Reuse with the source named (Creative Commons Attribution 4.0), as Eurostat states.", null, "EUR million", "EUR", BasicPrices, "nace64", "FIGARO, 64 industries (NACE rev. 2)", "the flat or the matrix file of a year, in CSV"),
    ];

    /// <summary>The format of a code.</summary>
    /// <exception cref="FaultException"><c>supply.format-unknown</c></exception>
    public static TableFormat Named(string code) => All.FirstOrDefault(f => f.Code.Equals(code.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw SupplyFaults.FormatUnknown.Because($"'{Shown.Short(code)}' is not a format. There are {Auto}, {string.Join(", ", All.Select(f => f.Code))}.");

    private static TableFormat Icio(string edition, string published, string classification, string count) => new(
        "icio" + edition, "oecd-icio-" + edition, $"OECD Inter-Country Input-Output Tables, {edition} edition", Oecd,
        $"OECD, Inter-Country Input-Output Database ({edition} edition).", OecdLicence, published, "USD million", "USD", BasicPrices,
        "icio" + count, $"OECD ICIO {edition} edition, {classification}", "the CSV file of a year");
}
