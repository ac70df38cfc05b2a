using Linchpin.Claims;

namespace Linchpin.Supply.Exposures;

/// <summary>Turns exposures into claims whose source is the dataset, its hash and the calculation.</summary>
internal sealed class ExposurePublication(ExposureSet set, Handling handling, double floor)
{
    private static readonly Author Engine = new(AuthorKind.Engine, "linchpin-supply", typeof(ExposurePublication).Assembly.GetName().Version!.ToString(3));

    private readonly InputOutputTable _table = set.Table;
    // Open at the end: a view of a later day shows the newest table there is, with its year.
    private readonly ValidTime _year = new(PartialDate.Of(set.Table.Year));
    private readonly List<Claim> _claims = [];

    /// <summary>The dataset with its claims. Left out: home supply, the rest of the world, all abroad together, codes that are no ISO
    /// country, and rows under the floor.</summary>
    internal Deposit Make()
    {
        Exposure[] rows = [.. set.Rows.Where(Published)];
        foreach (string sector in rows.Select(r => r.Sector).Distinct(StringComparer.Ordinal))
        {
            string name = sector == ExposureSet.Manufacturing ? "All manufacturing" : _table.Sectors.First(s => s.Code == sector).Name;
            _claims.Add(new Claim(SectorId(sector), "name", new TextValue(name), ValidTime.Undated, From($"name in {_table.Descriptor.Files.Sectors}"), Engine, handling));
        }

        foreach (Exposure row in rows)
        {
            Publish(row);
        }

        return Deposit.Of(Dataset(), _claims);
    }

    private bool Published(Exposure row)
    {
        double?[] shares = [row.FaceAll, row.LookAll, row.FaceMan, row.LookMan];
        return row.Kind == SourceKind.Country && Vocabulary.Countries.ContainsKey(row.Source) && Vocabulary.Countries.ContainsKey(row.User)
            && (floor == 0 || shares.Any(s => s >= floor));
    }

    private void Publish(Exposure row)
    {
        var words = new ExposureWords(set, row);
        EntityId id = EntityId.Of("exposure", $"{_table.Dataset.Name}-{set.Basis.Word()}-{row.User}-{row.Sector}-{row.Source}".ToLowerInvariant());
        string cell = $"rows {row.Source}, column {row.User} {row.Sector}";
        Add(id, "name", new TextValue(FormattableString.Invariant($"{Vocabulary.CountryName(row.User)}: {row.SectorName}, from {Vocabulary.CountryName(row.Source)}, {_table.Year:0000} ({set.Basis.Word()})")), cell);
        Add(id, "user", new EntityValue(EntityId.Country(row.User)), cell);
        Add(id, "user-sector", new EntityValue(SectorId(row.Sector)), cell);
        Add(id, "supplier", new EntityValue(EntityId.Country(row.Source)), cell);
        Add(id, "year", new QuantityValue(_table.Year, "calendar year"), "the table's year");
        Add(id, "face-value-share", Share(row, row.FaceAll, words.FaceBase, "no intermediate inputs"), words.Face);
        Add(id, "look-through-share", Share(row, row.LookAll, words.LookBase, "no intermediate inputs"), words.Look);
        Add(id, "face-value-manufactures-share", Share(row, row.FaceMan, words.FaceManBase, "no inputs of manufactures"), words.FaceMan);
        Add(id, "look-through-manufactures-share", Share(row, row.LookMan, words.LookManBase, "no inputs of manufactures"), words.LookMan);
        Add(id, "value-added-share", Share(row, row.VaShare, words.ValueAddedBase, "no output"), words.ValueAdded);
        Add(id, "look-through-coefficient", row.LookCoef is { } coefficient ? new QuantityValue(coefficient, "value per value") : new UnknownValue(Nothing(row, "no output")), words.Coefficient);
    }

    private Value Share(Exposure row, double? share, string whole, string lack) => share switch
    {
        null => new UnknownValue(Nothing(row, lack)),
        < 0 or > 1 => new UnknownValue(FormattableString.Invariant($"negative cells of the table put it at {share:0.####}, outside 0 to 1")),
        { } part => new ShareValue(part, whole),
    };

    private string Nothing(Exposure row, string lack) => $"the table shows {(row.X == 0 ? "no output" : lack)} for {row.User} {row.Sector} in {_table.Year:0000}";

    private void Add(EntityId id, string property, Value value, string derivation) => _claims.Add(new Claim(id, property, value, _year, From(derivation), Engine, handling));

    private DatasetSource From(string derivation) => new(_table.Dataset, _table.Hash, derivation);

    private EntityId SectorId(string code) => EntityId.Sector($"{_table.Descriptor.ClassificationId}:{code.ToLowerInvariant()}");

    private Dataset Dataset() => new(
        _table.Dataset,
        _table.Hash,
        FormattableString.Invariant($"{_table.Descriptor.Title}, {_table.Year:0000}"),
        _table.Descriptor.Publisher,
        _table.Descriptor.Citation,
        _table.Descriptor.Published,
        _table.Descriptor.Unit,
        _table.Descriptor.Prices,
        _table.Year,
        _table.Descriptor.Classification,
        _table.Descriptor.Licence,
        _table.Balance().Words,
        handling);
}
