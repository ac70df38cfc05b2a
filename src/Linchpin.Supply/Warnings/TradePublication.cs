using Linchpin.Claims;
using Linchpin.Supply.Publishing;

namespace Linchpin.Supply.Warnings;

/// <summary>Turns early warnings into claims, and an importer's shares and concentration beside them.</summary>
/// <remarks>Only what rests on the month of a warning and the months before it is published: added months add warnings and change none. Aggregates (the world,
/// unspecified areas) are not published as countries.</remarks>
internal sealed class TradePublication
{
    private readonly IndicatorClaims _claims;

    private TradePublication(TradeDataset dataset, IEnumerable<TradeDataset> others, Handling handling) => _claims = new IndicatorClaims(
        dataset.Descriptor, dataset.Hash, dataset.Last.Year, FormattableString.Invariant($"{dataset.Rows} rows read, {dataset.First} to {dataset.Last}."),
        string.Join(", ", others.Where(d => d != dataset).Select(d => $"{d.File} SHA-256 {d.Hash}")), handling);

    /// <summary>The warnings of a list, each citing the file that its figure was read from.</summary>
    internal static Deposit Of(WarningList list, Handling handling) => Whole(list.Warnings.Where(w => w.Dataset is not null).GroupBy(w => w.Dataset!).Select(of =>
    {
        var publication = new TradePublication(of.Key, [], handling);
        foreach (TradeWarning warning in of)
        {
            publication.Publish(warning, null, list.Settings);
        }

        return publication._claims.Make();
    }));

    /// <summary>The warnings of a report, the importer's shares by origin and their concentration; nothing where the importer is no country.</summary>
    internal static Deposit Of(TradeReport report, Handling handling)
    {
        if (!Vocabulary.Countries.ContainsKey(report.Importer))
        {
            return Whole([]);
        }

        var shares = new TradePublication(report.Reported, report.Datasets, handling);
        shares.Publish(report);
        return Whole([shares._claims.Make(), .. report.Warnings.Where(w => w.Dataset is not null).GroupBy(w => w.Dataset!).Select(of =>
        {
            var publication = new TradePublication(of.Key, [], handling);
            foreach (TradeWarning warning in of)
            {
                publication.Publish(warning, report.Description, report.Settings);
            }

            return publication._claims.Make();
        })]);
    }

    private static Deposit Whole(IEnumerable<Deposit> parts)
    {
        Deposit[] all = [.. parts];
        return new Deposit([], [.. all.SelectMany(d => d.Datasets).DistinctBy(d => (d.Id, d.Version))], [.. all.SelectMany(d => d.Claims).DistinctBy(c => c.Id)], []);
    }

    private void Publish(TradeReport report)
    {
        if (report.Concentration is not { } concentration)
        {
            return;
        }

        var valid = new ValidTime(report.From, report.To);
        string side = report.OwnReport ? "the importer's own report" : "the suppliers' reports (mirror)";
        string cell = $"imports of {report.Product} by {report.Importer} by value, {report.From} to {report.To}, {side}";
        string[] parts = ["imports", report.Product, report.Importer, report.From.ToString(), report.To.ToString()];
        string whole = $"the value of {Vocabulary.CountryName(report.Importer)}'s imports of {report.Product}, {report.From} to {report.To} ({report.Currency}, {report.Prices} prices; {side})";
        EntityId product = _claims.Product(report.Product, report.Description);
        EntityId id = _claims.Id("concentration", parts);
        OriginOfTrade[] countries = [.. report.Origins.Where(o => o.Kind == OriginKind.Country && Vocabulary.Countries.ContainsKey(o.Origin))];
        _claims.Add(id, "name", new TextValue($"{report.Description ?? report.Product}: origins of {Vocabulary.CountryName(report.Importer)}'s imports, {report.From} to {report.To}"), valid, cell);
        Label(id, product, report.Importer, "imports by value", report.To.Year, valid, cell);
        string bounds = FormattableString.Invariant($"sum of squared shares of named origins; at most {concentration.HhiUpper:0.####} with what is not named");
        _claims.Add(id, "hhi", concentration.Hhi is { } hhi ? new QuantityValue(hhi, "1") : new UnknownValue("nothing was imported"), valid, $"HHI: {bounds}; {cell}");
        _claims.Add(id, "effective-suppliers", concentration.EffectiveSuppliers is { } number ? new QuantityValue(number, "suppliers") : new UnknownValue("nothing was imported"), valid, $"1 / HHI: {bounds}; {cell}");
        _claims.Add(id, "top-share", concentration.TopShare is { } top and >= 0 and <= 1 ? new ShareValue(top, whole) : new UnknownValue("nothing was imported"), valid, $"largest share of a named origin; {cell}");
        if (countries.Length > 0)
        {
            _claims.Add(id, "supplier", new EntityValue(EntityId.Country(countries[0].Origin)), valid, $"largest named origin; {cell}");
        }

        foreach (OriginOfTrade origin in countries.Where(o => o.Share >= Supply.StandardFloor && o.Share <= 1))
        {
            EntityId share = _claims.Id("supply-share", [.. parts, origin.Origin]);
            Label(share, product, report.Importer, "imports by value", report.To.Year, valid, cell);
            _claims.Add(share, "supplier", new EntityValue(EntityId.Country(origin.Origin)), valid, cell);
            _claims.Add(share, "share", new ShareValue(origin.Share!.Value, whole), valid, FormattableString.Invariant($"{cell}; origin {origin.Origin}, {origin.Months} months with a row"));
        }
    }

    private void Publish(TradeWarning w, string? description, WarningSettings settings)
    {
        if (!Vocabulary.Countries.ContainsKey(w.Importer) || !Vocabulary.Countries.ContainsKey(w.Origin))
        {
            return;
        }

        string kind = WarningWords.Name(w.Kind);
        string measure = WarningWords.Name(w.Measure);
        var valid = new ValidTime(w.Month);
        EntityId id = _claims.Id("trade-warning", w.Product, w.Importer, w.Origin, kind, measure, w.Month.ToString());
        string derivation = FormattableString.Invariant(
            $"early warning on monthly trade: {kind} of {measure}, {w.Product} from {w.Origin} to {w.Importer}, {w.Month}; {w.Basis}; z {w.Z:0.##}, p {w.Probability:0.######}, q {w.Q:0.######} among {w.Watched} series watched; raised as of {w.Raised}; false discovery rate {settings.FalseDiscoveryRate}, least share {settings.LeastShare}, least change {settings.LeastChange}");
        EntityId product = _claims.Product(w.Product, description);
        _claims.Add(id, "name", new TextValue($"{Noun(w)}: {description ?? (w.Product.All(char.IsAsciiDigit) ? "HS " : "") + w.Product} from {Vocabulary.CountryName(w.Origin)} to {Vocabulary.CountryName(w.Importer)}, {w.Month}"), valid, derivation);
        _claims.Add(id, "type", new TextValue(kind), valid, derivation, w.HowSure);
        _claims.Add(id, "product", new EntityValue(product), valid, derivation);
        _claims.Add(id, "user", new EntityValue(EntityId.Country(w.Importer)), valid, derivation);
        _claims.Add(id, "supplier", new EntityValue(EntityId.Country(w.Origin)), valid, derivation);
        _claims.Add(id, "measure", new TextValue(measure), valid, derivation);
        _claims.Add(id, "date", new DateValue(w.Month), valid, derivation);
        _claims.Add(id, "certainty", new TextValue(WarningWords.Name(w.Certainty)), valid, derivation, w.HowSure);
        _claims.Add(id, "observed", Amount(w.Seen, Unit(w), "the month has no row: no trade or no report"), valid, derivation, w.HowSure);
        _claims.Add(id, "expected", Amount(w.Expected, Unit(w), "a new origin: nothing was to be expected"), valid, derivation, w.HowSure);
    }

    private void Label(EntityId id, EntityId product, string importer, string measure, int year, ValidTime valid, string cell)
    {
        _claims.Add(id, "product", new EntityValue(product), valid, cell);
        _claims.Add(id, "user", new EntityValue(EntityId.Country(importer)), valid, cell);
        _claims.Add(id, "measure", new TextValue(measure), valid, cell);
        _claims.Add(id, "year", new QuantityValue(year, "calendar year"), valid, cell);
    }

    private static Value Amount(double? amount, string unit, string why) => amount is { } a && double.IsFinite(a) ? new QuantityValue(a, unit) : new UnknownValue(why);

    private static string Unit(TradeWarning w) => w.Measure == TradeMeasure.UnitValue ? w.Unit : w.Unit + " a month";

    private static string Noun(TradeWarning w) => w.Kind switch
    {
        WarningKind.Fall => $"Fall in {WarningWords.Name(w.Measure)}",
        WarningKind.Rush => "Rush in weight",
        WarningKind.UnitValue => "Change of unit value",
        WarningKind.Substitution => "Substitution",
        _ => "Origin lost",
    };
}
