using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Editions;

namespace Linchpin.Tests.Editions;

/// <summary>A record with something under every label, and editions of it; each word of <see cref="Markers"/> stands only in what is not released.</summary>
internal sealed class PublishedRecord : IDisposable
{
    public static readonly string[] Markers =
        ["unlabelledmark", "greenmark", "ambermark", "strictmark", "redmark", "heldmark", "listedmark", "claimmark", "reasonmark", "readermark", "datasetmark", "proposedmark", "rejectedmark"];

    private static readonly Author Hand = Author.Person("desk");
    private static readonly Handling Clear = Handling.Clear("desk");
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-edition-").FullName;
    private readonly Ledger.Ledger _ledger;

    private PublishedRecord(bool withHeld)
    {
        _ledger = Ledger.Ledger.Open(Path.Combine(_folder, "ledger.db"), "desk", Clock);
        foreach (Deposit deposit in Workbench.SampleRecord.Deposits().Where(d => !d.Documents.Contains(Workbench.SampleRecord.PaperDocument)))
        {
            _ledger.Append(deposit);
        }

        if (withHeld)
        {
            File.WriteAllText(Path.Combine(_folder, "readers.json"), """[{"name": "readermark", "organisation": "readermark office", "community": true}]""");
            foreach (Deposit deposit in Held())
            {
                _ledger.Append(deposit);
            }
        }

        Readers = Readers.Load(Path.Combine(_folder, "readers.json"), "desk");
    }

    public Readers Readers { get; }

    public string Folder => _folder;

    private static TimeProvider Clock { get; } = new Fixed();

    /// <summary>The record with what is not released.</summary>
    public static PublishedRecord Whole() => new(withHeld: true);

    /// <summary>The same record without it.</summary>
    public static PublishedRecord ReleasedOnly() => new(withHeld: false);

    public Task<EditionFiles> Publish(params string[] languages) => EditionMaker.Make(
        _ledger, Readers, Clock, new EditionSettings(["KOR", "IND", "USA"], default, languages.Length > 0 ? languages : ["en", "ko"], "Sample office"), null, CancellationToken.None);

    public void Dispose()
    {
        _ledger.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static IEnumerable<Deposit> Held()
    {
        yield return Paper("unlabelledmark", Handling.Unlabelled("desk"));
        yield return Paper("greenmark", new Handling("desk", Tlp.Green));
        yield return Paper("ambermark", new Handling("desk", Tlp.Amber, ["KOR"]));
        yield return Paper("strictmark", new Handling("desk", Tlp.AmberStrict, ["KOR", "public"]));
        yield return Paper("redmark", new Handling("desk", Tlp.Red, ["public"]));
        yield return Paper("heldmark", new Handling("desk", Tlp.Clear, null, new DateOnly(2025, 6, 1)));
        yield return Paper("listedmark", new Handling("desk", Tlp.Clear, ["IND"]));

        // A claim under a stricter label than its document; a judgement and its reason; a proposal of a model.
        Document open = Workbench.SampleRecord.ReadoutDocument;
        Claim hidden = Say(open, "Korea pledged to host", "commitment/packaging", "what", new TextValue("claimmark in a released document"), new Handling("desk", Tlp.Red, ["desk"]));
        yield return Deposit.Of(open, [hidden, Say(open, "The delegations discussed", "event/rejectedmark", "name", new TextValue("rejectedmark"), new Handling("desk", Tlp.Amber))]);
        yield return Deposit.Of(Judgement.SameAs(EntityId.Parse("event/chip-dialogue-2"), EntityId.Parse("event/rejectedmark"), Author.Person("readermark"), "reasonmark", new Handling("desk", Tlp.Amber)));
        yield return Deposit.Of(open, [Say(open, "Delegations of Korea", "risk/proposedmark", "what", new TextValue("proposedmark"), Clear, new Author(AuthorKind.Model, "proposedmark", "1"))]);
        var table = new Dataset(
            EntityId.Parse("dataset/datasetmark-2011"), new string('b', 64), "datasetmark table", "datasetmark office", "datasetmark", PartialDate.Of(2013), "USD million", "current, basic prices", 2011,
            "wiod2013", "none", "datasetmark", new Handling("desk", Tlp.Green));
        yield return Deposit.Of(table,
        [
            .. new (string Property, Value Value)[]
            {
                ("user", Entity("country/KOR")), ("user-sector", Entity("sector/wiod2013:14")), ("supplier", Entity("country/AUS")), ("year", new QuantityValue(2011, "1")),
                ("look-through-share", new ShareValue(0.91, "datasetmark inputs")),
            }.Select(c => new Claim(EntityId.Parse("exposure/datasetmark"), c.Property, c.Value, ValidTime.Undated, new DatasetSource(table.Id, table.Version, "datasetmark"), new Author(AuthorKind.Engine, "supply", "1"), Clear)),
        ]);
    }

    private static Deposit Paper(string mark, Handling handling)
    {
        string text = $"The {mark} paper says that Korea and India agreed on the {mark} plan, and disagrees with what was told of Seoul on 19 March 2024.";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var document = new Document(Document.IdOf(hash), hash, mark + ".txt", "text/plain", mark + " paper", mark + " office", PartialDate.Of(2024, 5), "stated in the text", "readout", text, handling);
        string all = text[..^1];
        return Deposit.Of(document,
        [
            Say(document, all, "mechanism/" + mark, "name", new TextValue(mark), Clear), Say(document, all, "mechanism/" + mark, "member", Entity("country/KOR"), Clear),
            Say(document, all, "mechanism/chip-dialogue", "alias", new TextValue(mark), Clear), Say(document, all, "event/chip-dialogue-2", "date", new DateValue(PartialDate.Of(2024, 3, 19)), Clear),
            Say(document, all, "commitment/" + mark, "what", new TextValue(mark), Clear), Say(document, all, "commitment/" + mark, "who", Entity("country/KOR"), Clear),
            Say(document, all, "commitment/" + mark, "act", new TextValue("agreed"), Clear), Say(document, all, "commitment/" + mark, "sector", Entity("sector/quantum"), Clear),
        ]);
    }

    private static Claim Say(Document document, string words, string subject, string property, Value value, Handling handling, Author? author = null)
    {
        int at = document.Text!.IndexOf(words, StringComparison.Ordinal);
        return new Claim(EntityId.Parse(subject), property, value, ValidTime.Undated, new DocumentSource(document.Id, Passage.In(document.Text, at, at + words.Length)), author ?? Hand, handling);
    }

    private static EntityValue Entity(string id) => new(EntityId.Parse(id));

    private sealed class Fixed : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 2, 3, 4, 5, 6, TimeSpan.Zero);
    }
}
