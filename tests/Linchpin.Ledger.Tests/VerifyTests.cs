using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger.Tests;

public abstract class VerifyTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void An_entrys_hash_is_made_of_the_record_that_the_readme_draws()
    {
        byte[] previous = [.. Enumerable.Range(0, 32).Select(i => (byte)i)], payload = SHA256.HashData("payload"u8);
        byte[] record = Convert.FromHexString("4C504531" + Convert.ToHexString(previous) + "0000000000000102" + "0000018BCFE56800" + "04" + Convert.ToHexString(payload));
        record.Length.ShouldBe(85);
        Entry.Hash(previous, 0x102, 1_700_000_000_000, EntryKind.Claim, payload).ShouldBe(SHA256.HashData(record));
    }

    [Fact]
    public void The_head_follows_from_the_stored_claims_alone()
    {
        Document document = Make.Document("Words.");
        Claim claim = Make.Claim(document, "body/a", "name", Make.Words("A"));
        string head = _node.Ledger.Append(Deposit.Of(document, [claim])).Head;

        long recorded = _node.Clock.Now.ToUnixTimeMilliseconds();
        byte[] h = Entry.Hash(new byte[32], 1, recorded, EntryKind.Document, Payload.Hash(Payload.Write(document)));
        h = Entry.Hash(h, 2, recorded, EntryKind.Text, SHA256.HashData(Encoding.UTF8.GetBytes(document.Id + "\nWords.")));
        h = Entry.Hash(h, 3, recorded, EntryKind.Claim, SHA256.HashData(Encoding.UTF8.GetBytes(ClaimJson.Write(claim))));
        head.ShouldBe(Convert.ToHexStringLower(h));
    }

    /// <summary>What somebody with the file in hand might change, and the entry that must be named.</summary>
    public static TheoryData<string, long> Tampering => new()
    {
        // Entries: 1, 2 a document and its text, 3 to 6 claims, 7 accept, 8 same-as, 9 a dataset, 10 a claim on it, 11 a stricter label of document 1.
        { "UPDATE claim SET json = replace(json, 'Body 1', 'Body X') WHERE seq = 4", 4 },
        { "UPDATE claim SET subject = 'body/else' WHERE seq = 4", 4 },
        { "UPDATE claim SET kind = 'person' WHERE seq = 4", 4 },
        { "UPDATE claim SET property = 'alias' WHERE seq = 5", 5 },
        { "UPDATE claim SET single = single + 1 WHERE seq = 3", 3 },
        { "UPDATE claim SET entity = 'country/USA' WHERE seq = 6", 6 },
        { "UPDATE claim SET held_from = NULL WHERE seq = 6", 6 },
        { "UPDATE claim SET held_to = 1 WHERE seq = 6", 6 },
        { "UPDATE claim SET published = NULL WHERE seq = 6", 6 },
        { "UPDATE claim SET recorded = recorded + 1 WHERE seq = 6", 6 },
        { "UPDATE claim SET source = 9 WHERE seq = 6", 6 },
        { "UPDATE claim SET passage = NULL WHERE seq = 6", 6 },
        { "UPDATE passage SET until = until + 1", 3 },
        { "UPDATE claim SET id = zeroblob(16) WHERE seq = 6", 6 },
        { "UPDATE claim SET handling = (SELECT handling FROM claim WHERE seq = 10) WHERE seq = 6", 6 },
        { "UPDATE handling SET json = replace(json, 'TLP:AMBER', 'TLP:GREEN')", 1 },
        { "UPDATE source SET handling = (SELECT handling FROM claim WHERE seq = 10) WHERE seq = 1", 1 },
        { "UPDATE source SET published = 1 WHERE seq = 1", 1 },
        { "UPDATE source SET json = replace(json, 'Publisher', 'Other') WHERE seq = 1", 1 },
        { "UPDATE source SET version = 'v' WHERE seq = 9", 9 },
        { "UPDATE text_part SET words = CAST('Another text.' AS BLOB)", 2 },
        { "UPDATE text_part SET start = 1", 2 },
        { "INSERT INTO text_part (source, start, words) VALUES (1, 500, x'41')", 2 },
        { "DELETE FROM text_part", 2 },
        { "UPDATE text SET length = 3", 2 },
        { "UPDATE judgement SET act = 2 WHERE seq = 7", 7 },
        { "UPDATE judgement SET target = 4 WHERE seq = 7", 7 },
        { "UPDATE judgement SET kept = 'body/b3' WHERE seq = 8", 8 },
        { "UPDATE judgement SET id = zeroblob(16) WHERE seq = 8", 8 },
        { "UPDATE judgement SET handling = (SELECT handling FROM source WHERE seq = 1) WHERE seq = 8", 8 },
        { "DELETE FROM judgement WHERE seq = 8", 8 },
        { "DELETE FROM claim WHERE seq = 5", 5 },
        { "DELETE FROM log WHERE seq = 5", 5 },
        { "DELETE FROM log WHERE seq = 11", 11 },
        { "DELETE FROM label", 1 },
        { "UPDATE label SET source = 9", 1 },
        { "UPDATE log SET payload = zeroblob(32) WHERE seq = 5", 5 },
        { "UPDATE log SET hash = zeroblob(32) WHERE seq = 5", 5 },
        { "UPDATE log SET recorded = recorded - 1 WHERE seq = 5", 5 },
        { "UPDATE log SET kind = 5 WHERE seq = 5", 5 },
        { "UPDATE log SET kind = 99 WHERE seq = 5", 5 },
        { "INSERT INTO claim SELECT 12, randomblob(16), subject, kind, property, single, entity, source, passage, held_from, held_to, published, recorded, handling, json FROM claim WHERE seq = 4", 12 },
        { "INSERT INTO source SELECT 4, 'document/1111111111111111', version, published, recorded, handling, json FROM source WHERE seq = 1", 4 },
        { "INSERT INTO log SELECT 12, kind, recorded, payload, hash FROM log WHERE seq = 11", 12 },
    };

    [Theory]
    [MemberData(nameof(Tampering))]
    public void The_walk_names_the_first_entry_that_does_not_fit(string sql, long entry)
    {
        Fill();
        _node.Ledger.Verify().ShouldSatisfyAllConditions(v => v.Why.ShouldBeNull(), v => v.Entries.ShouldBe(11));
        _node.Tamper(sql).ShouldBeGreaterThan(0);

        Verification verified = _node.Ledger.Verify();
        verified.FirstBad.ShouldBe(entry, verified.Why);
        verified.Why.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Rewriting_an_entry_with_its_hash_breaks_the_next_one()
    {
        Fill();
        using (DbConnection db = _node.Behind())
        {
            (byte[] previous, long recorded, string json) = db.QuerySingle<(byte[], long, string)>("SELECT l.hash, l.recorded, c.json FROM log l, claim c WHERE l.seq = 3 AND c.seq = 4");
            json = json.Replace("Body 1", "Body 7");
            Claim forged = ClaimJson.Read(json);
            byte[] payload = Payload.Hash(json);
            db.Execute("UPDATE claim SET json = @json, id = @id, single = @Single WHERE seq = 4", new { json, id = Convert.FromHexString(forged.Id), Appending.ClaimRow.Of(forged).Single });
            db.Execute("UPDATE log SET payload = @payload, hash = @hash WHERE seq = 4", new { payload, hash = Entry.Hash(previous, 4, recorded, EntryKind.Claim, payload) });
        }

        _node.Ledger.Verify().FirstBad.ShouldBe(5);
    }

    [Fact]
    public void A_row_that_cannot_be_read_is_a_fault_of_the_view_and_not_a_crash()
    {
        Fill();
        _node.Tamper("UPDATE claim SET json = '{' WHERE seq = 4");

        Should.Throw<FaultException>(() => _node.View.Claims(new ClaimFilter())).Fault.Kind.Code.ShouldBe("ledger.corrupt");
    }

    [Fact]
    public void The_walk_tells_how_far_it_is_and_can_be_stopped()
    {
        Fill();
        var told = new Told();
        _node.Ledger.Verify(told);
        told.Last.ShouldBe(11);
        Should.Throw<OperationCanceledException>(() => _node.Ledger.Verify(cancel: new CancellationToken(canceled: true)));
    }

    private void Fill()
    {
        Document document = Make.Document("A text.");
        Claim[] claims =
        [
            .. Enumerable.Range(0, 3).Select(i => Make.Claim(document, $"body/b{i}", "name", Make.Words($"Body {i}"))),
            Make.Claim(document, "person/p", "country", Make.Entity("country/KOR"), valid: "2020", until: "2021"),
        ];
        var table = new Dataset(
            EntityId.Parse("dataset/table"), new string('a', 64), "Table", "Maker", "Cited so", null, "USD million", "current", 2011, "ISIC", "as stated", "balanced", Make.Clear);
        Claim share = new(EntityId.Parse("exposure/x"), "face-value-share", new ShareValue(0.1, "all"), default, new DatasetSource(table.Id, table.Version, "sum"), Make.Analyst, Make.Clear);
        _node.Ledger.Append(Deposit.Of(document, claims,
        [
            Judgement.Accept(claims[0].Id, Make.Analyst, "right", Make.Clear),
            Judgement.SameAs(EntityId.Parse("body/b1"), EntityId.Parse("body/b2"), Make.Analyst, "one body", Make.Clear),
        ]));
        _node.Ledger.Append(Deposit.Of(table, [share]));
        _node.Ledger.Append(Deposit.Of(document with { Handling = new Handling(Node.Owner, Tlp.Amber, ["KOR"]) }, []));
    }

    private sealed class Told : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}

public sealed class VerifyInFileTests() : VerifyTests(Kept.InFile);

public sealed class VerifyOnServerTests() : VerifyTests(Kept.OnServer);
