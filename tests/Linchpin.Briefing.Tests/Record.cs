using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Tests;

/// <summary>A small record in a ledger of its own: documents, hand-made claims, exposures. Gone after the test.</summary>
public sealed class Record : IDisposable
{
    public const string Node = "node";
    public static readonly DateOnly Day = new(2025, 3, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-briefing-").FullName;
    private readonly Ledger.Ledger _ledger;
    private readonly List<Document> _documents = [];
    private readonly List<Dataset> _datasets = [];
    private readonly List<Claim> _claims = [];

    public Record() => _ledger = Linchpin.Ledger.Ledger.Open(Path.Combine(_folder, "ledger.db"), Node, new Still());

    public static Author Extractor { get; } = new(AuthorKind.Extractor, "reader", "1");

    public static Author Analyst { get; } = Author.Person("Analyst");

    public static Handling Clear { get; } = Handling.Clear(Node);

    public static Reader OwnerReader { get; } = new(Node, null, true, true);

    public Document Text(string text, string? published = "2024-03", Handling? handling = null, string? title = "A readout", string? publisher = "A ministry", string file = "readout.txt", bool held = true)
    {
        string hash = Passage.HashOf(text);
        var document = new Document(
            Document.IdOf(hash), hash, file, "text/plain", title, publisher, published is null ? null : PartialDate.Parse(published),
            published is null ? null : "stated", "readout", held ? text : null, handling ?? Clear);
        _documents.Add(document);
        return document;
    }

    public Record Say(Document from, string subject, string property, Value value, string? quote = null, string? text = null, Author? by = null, Handling? handling = null, string? valid = null)
    {
        text ??= from.Text!;
        int start = quote is null ? 0 : text.IndexOf(quote, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, quote);
        _claims.Add(new Claim(
            EntityId.Parse(subject), property, value, new ValidTime(valid is null ? null : PartialDate.Parse(valid)),
            new DocumentSource(from.Id, Passage.In(text, start, quote is null ? text.Length : start + quote.Length)), by ?? Extractor, handling ?? Clear));
        return this;
    }

    /// <summary>A commitment with parties, act, sectors and its words, all from one passage.</summary>
    public Record Promise(
        Document from, string id, string who, string? act = "agreed", string? sector = "semiconductors", string? quote = null, string? date = null, string? state = null,
        string? mechanism = null, string? due = null, Author? by = null, string? what = null, Handling? handling = null)
    {
        string subject = "commitment/" + id;
        Say(from, subject, "what", new TextValue(what ?? quote ?? from.Text!), quote, by: by, handling: handling);
        foreach (string party in who.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            Say(from, subject, "who", Entity(party.Contains('/', StringComparison.Ordinal) ? party : "country/" + party), quote, handling: handling);
        }

        foreach (string one in sector?.Split(',') ?? [])
        {
            Say(from, subject, "sector", Entity("sector/" + one), quote, handling: handling);
        }

        Maybe("act", act, t => new TextValue(t));
        Maybe("date", date, On);
        Maybe("state", state, t => new TextValue(t));
        Maybe("due", due, On);
        Maybe("mechanism", mechanism, m => Entity("mechanism/" + m));
        return this;

        void Maybe(string property, string? value, Func<string, Value> make)
        {
            if (value is not null)
            {
                Say(from, subject, property, make(value), quote, handling: handling);
            }
        }
    }

    /// <summary>An exposure as Supply publishes it.</summary>
    public Record Exposure(string user, string supplier, double share, string code = "c14", int year = 2011, double? face = null, Handling? handling = null, string table = "table")
    {
        var dataset = new Dataset(
            EntityId.Of("dataset", $"{table}-{year}"), new string('a', 64), $"A table, {year}", "A maker", "A maker (2013), \"A table\"", null, "USD million", "current, basic prices", year,
            "a classification", "free", "balanced", handling ?? Clear);
        if (_datasets.TrueForAll(d => d.Id != dataset.Id))
        {
            _datasets.Add(dataset);
        }

        string id = $"exposure/{table}-{year}-{user}-{code}-{supplier}".ToLowerInvariant();
        string whole = $"all direct and indirect inputs of Sector name ({code}) in {user}, {year} (USD million, current, basic prices, home supply included; basis rowsum)";
        void Add(string property, Value value, string derivation) => _claims.Add(new Claim(
            EntityId.Parse(id), property, value, ValidTime.Undated, new DatasetSource(dataset.Id, dataset.Version, derivation), new Author(AuthorKind.Engine, "engine", "1"), handling ?? Clear));
        Add("user", Entity("country/" + user), "cell");
        Add("user-sector", Entity("sector/wiod35:" + code), "cell");
        Add("supplier", Entity("country/" + supplier), "cell");
        Add("year", new QuantityValue(year, "calendar year"), "year");
        Add("look-through-share", new ShareValue(share, whole), $"H, rows {supplier}, column {user} {code}; basis rowsum");
        if (face is { } direct)
        {
            Add("face-value-share", new ShareValue(direct, whole.Replace(" and indirect", "", StringComparison.Ordinal)), $"Z, rows {supplier}, column {user} {code}; basis rowsum");
        }

        return this;
    }

    /// <summary>A chokepoint as Supply publishes it, with the partners' losses in USD million and their shares in per cent.</summary>
    public Record Chokepoint(string supplier, string losses, string code = "c14", int year = 2011, string basis = "rowsum", Handling? handling = null)
    {
        var dataset = new Dataset(
            EntityId.Of("dataset", $"table-{year}"), new string('a', 64), $"A table, {year}", "A maker", "A maker (2013), \"A table\"", null, "USD million", "current, basic prices", year,
            "a classification", "free", "balanced", Clear);
        if (_datasets.TrueForAll(d => d.Id != dataset.Id))
        {
            _datasets.Add(dataset);
        }

        EntityId id = EntityId.Parse($"chokepoint/table-{year}-{basis}-{supplier}-{code}".ToLowerInvariant());
        void Add(EntityId of, string property, Value value, string cell) => _claims.Add(new Claim(
            of, property, value, ValidTime.Undated, new DatasetSource(dataset.Id, dataset.Version, $"v L e_i k_i; {cell}; basis {basis}"), new Author(AuthorKind.Engine, "engine", "1"), handling ?? Clear));
        Add(id, "supplier", Entity("country/" + supplier), "industry");
        Add(id, "supplying-sector", Entity("sector/wiod35:" + code), "industry");
        Add(id, "year", new QuantityValue(year, "calendar year"), "year");
        foreach (string[] loss in losses.Split(' ').Select(l => l.Split(':')))
        {
            string cell = $"industry {supplier} {code}, region {loss[0]}";
            EntityId of = EntityId.Parse($"loss/{id.Name}-{loss[0]}".ToLowerInvariant());
            decimal amount = decimal.Parse(loss[1], System.Globalization.CultureInfo.InvariantCulture);
            Add(of, "cause", new EntityValue(id), cell);
            Add(of, "country", Entity("country/" + loss[0]), cell);
            Add(of, "value-added-loss", new MoneyValue(amount * 1_000_000, "USD", "current, basic", year), cell);
            Add(of, "value-added-loss-share", loss.Length < 3 ? new NotApplicableValue("a gain") : new ShareValue(double.Parse(loss[2], System.Globalization.CultureInfo.InvariantCulture) / 100, "the value added"), cell);
        }

        return this;
    }

    /// <summary>An early warning as Supply publishes it.</summary>
    public Record Warning(string importer, string origin, string month, double? observed, double expected, string type = "fall", string certainty = "high")
    {
        var dataset = new Dataset(
            EntityId.Of("dataset", "trade"), new string('c', 64), "Monthly trade", "A maker", "A maker (2024), \"Trade\"", null, "USD, kg", "current", 2024, "HS", "free", "read", Clear);
        if (_datasets.TrueForAll(d => d.Id != dataset.Id))
        {
            _datasets.Add(dataset);
        }

        EntityId id = EntityId.Parse($"trade-warning/trade-281111-{importer}-{origin}-{type}-weight-{month}".ToLowerInvariant());
        void Add(EntityId of, string property, Value value, double? confidence = null) => _claims.Add(new Claim(
            of, property, value, ValidTime.Undated, new DatasetSource(dataset.Id, dataset.Version, $"early warning on monthly trade: {type} of weight, 281111 from {origin} to {importer}, {month}"),
            new Author(AuthorKind.Engine, "engine", "1"), Clear, confidence));
        Add(EntityId.Parse("product/hs-281111"), "name", Words("hydrogen fluoride"));
        Add(id, "type", Words(type));
        Add(id, "product", Entity("product/hs-281111"));
        Add(id, "user", Entity("country/" + importer));
        Add(id, "supplier", Entity("country/" + origin));
        Add(id, "measure", Words("weight"));
        Add(id, "date", On(month));
        Add(id, "certainty", Words(certainty), 0.9987);
        Add(id, "observed", observed is { } seen ? new QuantityValue(seen, "kg a month") : new UnknownValue("no row"));
        Add(id, "expected", new QuantityValue(expected, "kg a month"));
        return this;
    }

    public Record SameAs(string away, string kept)
    {
        Store();
        _ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse(away), EntityId.Parse(kept), Analyst, "one thing", Clear)));
        return this;
    }

    public View View(Reader? reader = null, AsOf asOf = default)
    {
        Store();
        return _ledger.View(reader ?? OwnerReader, asOf);
    }

    public Briefing Briefing(Reader? reader = null, LatticeSettings? settings = null, AsOf asOf = default) => new(View(reader, asOf), settings ?? LatticeSettings.Default);

    public Lattice Lattice(string partners = "USA,KOR,IND", Reader? reader = null, LatticeSettings? settings = null) => Briefing(reader, settings).Lattice(partners.Split(','));

    public LatticeCell Cell(string column, string sector = "semiconductors", string partners = "USA,KOR,IND", LatticeSettings? settings = null) =>
        Lattice(partners, settings: settings).Rows.Single(r => r.Sector.Id == sector).Cells.Single(c => c.Column.Id == column);

    public Brief Brief(string partners = "USA,KOR,IND", Reader? reader = null, AsOf asOf = default, BriefLength length = BriefLength.Full, string language = "en", params string[] sectors) =>
        Briefing(reader, asOf: asOf).Brief(partners.Split(','), Day, new BriefWish { Length = length, Language = language, Sectors = sectors });

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    public static Value Entity(string id) => new EntityValue(EntityId.Parse(id));

    public static Value Words(string words) => new TextValue(words);

    public static Value On(string date) => new DateValue(PartialDate.Parse(date));

    private void Store()
    {
        if (_claims.Count + _documents.Count + _datasets.Count > 0)
        {
            _ledger.Append(new Deposit([.. _documents], [.. _datasets], [.. _claims], []));
            _claims.Clear();
            _documents.Clear();
            _datasets.Clear();
        }
    }

    private sealed class Still : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
