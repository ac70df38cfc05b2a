using Linchpin.Claims;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Publishing;

/// <summary>The claims of one calculation on one table: each carries the dataset, its hash, the year and the calculation.</summary>
/// <param name="table">The table.</param>
/// <param name="handling">The label of every claim and of the dataset.</param>
internal sealed class TableClaims(InputOutputTable table, Handling handling)
{
    /// <summary>More than any table holds and less than money can be written as.</summary>
    private const double MostMoney = 1e27;

    // Open at the end: a view of a later day shows the newest table there is, with its year.
    private readonly ValidTime _year = new(PartialDate.Of(table.Year));
    private readonly HashSet<string> _sectors = new(StringComparer.Ordinal);
    private readonly List<Claim> _claims = [];

    /// <summary>The engine that every claim names as its author.</summary>
    internal static Author Engine { get; } = new(AuthorKind.Engine, "linchpin-supply", typeof(TableClaims).Assembly.GetName().Version!.ToString(3));

    /// <summary>Unit, prices and basis, as they stand behind an amount's or share's base.</summary>
    internal string Terms(Basis basis) => $"{table.Descriptor.Unit}, {table.Descriptor.Prices}; basis {basis.Word()}";

    /// <summary>The dataset with what was added.</summary>
    internal Deposit Make() => Deposit.Of(Dataset(), _claims);

    /// <summary>An id of that kind under the dataset's name: <c>exposure/wiod-2013-2011-rowsum-kor-c14-chn</c>.</summary>
    internal EntityId Id(string kind, params ReadOnlySpan<string> parts) =>
        EntityId.Of(kind, $"{table.Dataset.Name}-{string.Join('-', parts)}".ToLowerInvariant());

    /// <summary>A sector of the table's classification; its name is claimed once.</summary>
    internal EntityId Sector(string code)
    {
        EntityId id = EntityId.Sector($"{table.Descriptor.ClassificationId}:{code.ToLowerInvariant()}");
        if (_sectors.Add(code))
        {
            string name = code == ExposureSet.Manufacturing ? "All manufacturing" : table.Sectors.First(s => s.Code == code).Name;
            _claims.Add(new Claim(id, "name", new TextValue(name), ValidTime.Undated, From($"name in {table.Descriptor.Files.Sectors}"), Engine, handling));
        }

        return id;
    }

    /// <summary>Adds a claim that holds from the table's year on.</summary>
    internal void Add(EntityId id, string property, Value value, string derivation) =>
        _claims.Add(new Claim(id, property, value, _year, From(derivation), Engine, handling));

    /// <summary>The claim of the table's year.</summary>
    internal void AddYear(EntityId id) => Add(id, "year", new QuantityValue(table.Year, "calendar year"), "the table's year");

    /// <summary>What one country loses by a cause, as an entity of its own: the amount and its share of the country's value added.</summary>
    /// <param name="cause">The chokepoint or scenario.</param>
    /// <param name="country">ISO 3166 alpha-3 code.</param>
    /// <param name="amount">In the table's unit; a gain is negative and has no share.</param>
    /// <param name="part">From 0 to 1; <see langword="null"/> where the whole is 0.</param>
    /// <param name="whole">What 1 would be, in words.</param>
    /// <param name="derivation">The calculation.</param>
    internal EntityId AddLoss(EntityId cause, string country, double amount, double? part, string whole, string derivation)
    {
        EntityId id = EntityId.Of("loss", $"{cause.Name}-{country.ToLowerInvariant()}");
        Add(id, "cause", new EntityValue(cause), derivation);
        Add(id, "country", new EntityValue(EntityId.Country(country)), derivation);
        Add(id, "value-added-loss", Money(amount), derivation);
        Add(id, "value-added-loss-share", LossShare(amount, part, whole), derivation);
        return id;
    }

    /// <summary>The scenario as an entity: its title, how it was run, year, events, settings and hash. One scenario run in one way on one table is one entity.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="type">How it was run: <c>simulation</c>, <c>ensemble</c>.</param>
    /// <param name="settings">Every setting of the run, in words.</param>
    /// <param name="more">What of the run is not in the scenario and changes its numbers, as an ensemble's seed; part of the id.</param>
    internal EntityId AddScenario(Scenario scenario, string type, string settings, string more = "")
    {
        string hash = CanonicalScenario.Hash(scenario);
        EntityId id = Id("scenario", $"{type}{more}", hash[..16]);
        string words = ScenarioWords(scenario);
        Add(id, "name", new TextValue(FormattableString.Invariant($"{scenario.Title} ({type}, {table.Year:0000})")), words);
        Add(id, "type", new TextValue(type), words);
        AddYear(id);
        Add(id, "events", new TextValue(CanonicalScenario.Events(scenario)), words);
        Add(id, "settings", new TextValue(settings), words);
        Add(id, "scenario-hash", new TextValue(hash), words);
        if (scenario.Note is { Length: > 0 } note)
        {
            Add(id, "description", new TextValue(note), words);
        }

        return id;
    }

    /// <summary>The scenario in force, as derivations name it.</summary>
    internal string ScenarioWords(Scenario scenario) => $"scenario SHA-256 {CanonicalScenario.Hash(scenario)}: {CanonicalScenario.Events(scenario)}";

    /// <summary>A country's value added of the table's year as the base of a simulated loss.</summary>
    internal string ValueAddedOfYear(string country) =>
        FormattableString.Invariant($"the value added of {Vocabulary.CountryName(country)} in all of {table.Year:0000} ({Terms(Basis.RowSum)})");

    /// <summary>A country's value added as the base of a share, in words.</summary>
    internal string ValueAddedOf(string country, Basis basis) =>
        FormattableString.Invariant($"the value added of {Vocabulary.CountryName(country)}, {table.Year:0000} ({Terms(basis)})");

    /// <summary>An amount of the table's unit as money, in whole units of the currency.</summary>
    internal Value Money(double amount)
    {
        double units = amount * Scale;
        return double.IsFinite(units) && Math.Abs(units) < MostMoney
            ? new MoneyValue(decimal.Round((decimal)units), table.Descriptor.Currency, Prices, table.Year)
            : new UnknownValue(FormattableString.Invariant($"the calculation gives {amount:R} {table.Descriptor.Unit}, which is no amount of money"));
    }

    private static Value LossShare(double amount, double? part, string whole) => (amount, part) switch
    {
        ( < 0, _) => new NotApplicableValue("a gain, not a loss"),
        (_, null) => new UnknownValue($"the table shows nothing for {whole}"),
        (_, < 0 or > 1) => new UnknownValue(FormattableString.Invariant($"negative cells of the table put it at {part:0.####}, outside 0 to 1")),
        (_, { } share) => new ShareValue(share, whole),
    };

    private double Scale => table.Descriptor.Unit.Split(' ') switch
    {
        [_, "thousand"] => 1e3,
        [_, "million"] => 1e6,
        [_, "billion"] => 1e9,
        _ => 1,
    };

    /// <summary>The price basis without the word that money's own display adds.</summary>
    private string Prices => table.Descriptor.Prices.EndsWith(" prices", StringComparison.Ordinal) ? table.Descriptor.Prices[..^" prices".Length] : table.Descriptor.Prices;

    private DatasetSource From(string derivation) => new(table.Dataset, table.Hash, derivation);

    private Dataset Dataset() => new(
        table.Dataset,
        table.Hash,
        FormattableString.Invariant($"{table.Descriptor.Title}, {table.Year:0000}"),
        table.Descriptor.Publisher,
        table.Descriptor.Citation,
        table.Descriptor.Published,
        table.Descriptor.Unit,
        table.Descriptor.Prices,
        table.Year,
        table.Descriptor.Classification,
        table.Descriptor.Licence,
        table.Balance().Words,
        handling);
}
