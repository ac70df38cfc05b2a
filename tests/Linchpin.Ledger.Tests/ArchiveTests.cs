using System.Text;
using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

public abstract class ArchiveTests(Kept kept) : IDisposable
{
    private readonly Node _from = new(kept);
    private readonly Node _to = new(kept);

    public void Dispose()
    {
        _from.Dispose();
        _to.Dispose();
    }

    [Fact]
    public void An_archive_moves_a_whole_ledger_bit_for_bit()
    {
        Fill();
        byte[] archive = Exported(_from);
        long entries = Import(archive);

        _to.Ledger.Head().ShouldBe(_from.Ledger.Head());
        entries.ShouldBe(_from.Ledger.LastEntry);
        _to.Ledger.Verify().ShouldBe(_from.Ledger.Verify());
        _to.Ledger.Verify().Why.ShouldBeNull();
        Exported(_to).ShouldBe(archive);
        foreach (Reader reader in new[] { Node.OwnerReader, Reader.Public, new Reader("KOR", "KOR", false, true) })
        {
            Shown(_to, reader).ShouldBe(Shown(_from, reader));
        }
    }

    [Fact]
    public void An_archive_of_nothing_is_one_line()
    {
        byte[] archive = Exported(_from);
        Encoding.UTF8.GetString(archive).ShouldBe($$"""{"format":"linchpin archive","version":1,"entries":0,"head":"{{new string('0', 64)}}"}""" + "\n");
        Import(archive).ShouldBe(0);
        _to.Ledger.LastEntry.ShouldBe(0);
    }

    [Fact]
    public void A_line_has_number_time_kind_hash_and_record()
    {
        Document document = Make.Document("Two parties met.\nThey said \"yes\".\0");
        _from.Ledger.Append(Deposit.Of(document, []));
        string[] lines = Encoding.UTF8.GetString(Exported(_from)).Split('\n');
        lines.Length.ShouldBe(4);
        using JsonDocument text = JsonDocument.Parse(lines[2]);
        text.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["entry", "recorded", "kind", "hash", "record"]);
        text.RootElement.GetProperty("entry").GetInt32().ShouldBe(2);
        text.RootElement.GetProperty("recorded").GetString().ShouldBe("2025-03-01T12:00:00.000Z");
        text.RootElement.GetProperty("kind").GetString().ShouldBe("text");
        text.RootElement.GetProperty("hash").GetString().ShouldBe(_from.Ledger.Verify().Head);
        text.RootElement.GetProperty("record").GetProperty("text").GetString().ShouldBe(document.Text);
    }

    [Fact]
    public void Importing_again_adds_nothing_and_a_longer_archive_continues_the_ledger()
    {
        Fill();
        byte[] archive = Exported(_from);
        Import(archive).ShouldBeGreaterThan(0);
        Import(archive).ShouldBe(0);
        Document later = Make.Document("A later text.");
        _from.Ledger.Append(Deposit.Of(later, [Make.Claim(later, "body/later", "name", Make.Words("Later"))]));
        Import(Exported(_from)).ShouldBe(3);
        _to.Ledger.Head().ShouldBe(_from.Ledger.Head());
        FaultOf(() => Import(archive)).ShouldBe("ledger.not-empty");
    }

    [Fact]
    public void A_ledger_with_other_entries_takes_no_archive()
    {
        Fill();
        Document own = Make.Document("Its own text.");
        _to.Ledger.Append(Deposit.Of(own, []));
        LogHead before = _to.Ledger.Head();
        FaultOf(() => Import(Exported(_from))).ShouldBe("ledger.not-empty");
        _to.Ledger.Head().ShouldBe(before);
    }

    [Fact]
    public void An_archive_cut_anywhere_is_refused_and_nothing_of_it_is_stored()
    {
        Fill();
        byte[] archive = Exported(_from);
        var random = new Random(5);
        int[] ends = [0, 1, archive.Length - 1, .. Enumerable.Range(0, 40).Select(_ => random.Next(archive.Length)), .. LineEnds(archive).SkipLast(1).Take(20)];
        foreach (int end in ends)
        {
            FaultOf(() => Import(archive[..end])).ShouldBe("ledger.archive-cut", $"cut at {end} of {archive.Length}");
            _to.Ledger.LastEntry.ShouldBe(0);
        }
    }

    [Fact]
    public void A_changed_byte_is_refused_with_its_line_and_nothing_is_stored()
    {
        Fill();
        byte[] archive = Exported(_from);
        var random = new Random(6);
        for (int i = 0; i < 120; i++)
        {
            byte[] changed = [.. archive];
            int at = random.Next(archive.Length);
            changed[at] ^= (byte)(1 << random.Next(7));
            int line = archive.AsSpan(0, at).Count((byte)'\n') + 1;
            FaultException e = Should.Throw<FaultException>(() => Import(changed), $"byte {at} of line {line}");
            _to.Ledger.LastEntry.ShouldBe(0);
            int named = int.Parse(e.Fault.Place!.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
            if (line == 1)
            {
                continue;
            }

            named.ShouldBeOneOf(line, line + 1);
        }
    }

    [Fact]
    public void Lines_out_of_order_missing_twice_or_too_many_are_refused()
    {
        Fill();
        string[] lines = Encoding.UTF8.GetString(Exported(_from)).Split('\n')[..^1];
        Refused(lines.Where((_, i) => i != 3)).ShouldEndWith(":4");
        Refused(lines.Take(3).Append(lines[2]).Concat(lines.Skip(3))).ShouldEndWith(":4");
        Refused([.. lines[..2], lines[3], lines[2], .. lines[4..]]).ShouldEndWith(":3");
        Refused(lines.Append(lines[^1])).ShouldEndWith($":{lines.Length + 1}");
        Refused([lines[0].Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal), .. lines[1..]]).ShouldStartWith("ledger.archive-newer");
        Refused([lines[0].Replace("archive", "selection", StringComparison.Ordinal), .. lines[1..]]).ShouldStartWith("ledger.archive-selection");
        Refused([lines[0], .. lines[1..].Select(l => l.Replace("\"kind\":\"claim\"", "\"kind\":\"judgement\"", StringComparison.Ordinal))]).ShouldStartWith("ledger.");
        Refused([lines[0], new string('[', 100_000)]).ShouldEndWith(":2");
        _to.Ledger.LastEntry.ShouldBe(0);
    }

    [Fact]
    public void A_stopped_import_stores_nothing_and_can_be_done_again()
    {
        Fill();
        byte[] archive = Exported(_from);
        using var stop = new CancellationTokenSource();
        using var slow = new StopAfter(new MemoryStream(archive), archive.Length / 2, stop);
        Should.Throw<OperationCanceledException>(() => _to.Ledger.Import(slow, "archive", null, stop.Token));
        _to.Ledger.LastEntry.ShouldBe(0);
        Import(archive).ShouldBe(_from.Ledger.LastEntry);
    }

    [Fact]
    public void A_damaged_ledger_gives_no_archive()
    {
        Fill();
        _from.Tamper("UPDATE claim SET json = replace(json, 'First', 'Frist')").ShouldBeGreaterThan(0);

        FaultOf(() => Exported(_from)).ShouldBe("ledger.corrupt");
    }

    [Fact]
    public void A_selection_has_what_its_reader_may_see_and_nothing_that_counts_the_rest()
    {
        Fill();
        using var written = new MemoryStream();
        _from.Ledger.View(Reader.Public).Export(written);
        string text = Encoding.UTF8.GetString(written.ToArray());
        JsonElement[] lines = [.. text.Split('\n')[..^1].Select(l => JsonDocument.Parse(l).RootElement)];
        lines[0].GetProperty("format").GetString().ShouldBe("linchpin selection");
        lines[0].GetProperty("whole").GetBoolean().ShouldBeFalse();
        View seen = _from.Ledger.View(Reader.Public);
        lines.Count(l => Kind(l) == "claim").ShouldBe(seen.Count(new ClaimFilter()));
        lines.Count(l => Kind(l) == "document").ShouldBe(seen.Documents().Count);
        text.ShouldNotContain("Kept back");
        text.ShouldNotContain("\"entry\"");
        text.ShouldNotContain("\"hash\"");
        FaultOf(() => Import(written.ToArray())).ShouldBe("ledger.archive-selection");

        static string? Kind(JsonElement line) => line.TryGetProperty("kind", out JsonElement kind) ? kind.GetString() : null;
    }

    /// <summary>A ledger with every kind of entry, several times, labels and a text that came later.</summary>
    private void Fill()
    {
        Ledger ledger = _from.Ledger;
        Document first = Make.Document("First: Müller & Söhne said \"we agree\" — ナイス 🌍.\r\n\tTab, NUL \0, line separator \u2028, lone \ud800 end. " + new string('x', 70_000));
        ledger.Append(Deposit.Of(first with { Text = null }, []));
        Tick();
        ledger.Append(Deposit.Of(first,
        [
            Make.Claim(first with { Text = Storable(first.Text!) }, "body/first", "name", Make.Words("First \"body\" <é> 🌍"), "First"),
            Make.Claim(first with { Text = Storable(first.Text!) }, "mechanism/m", "member", Make.Entity("country/KOR"), "said", "2020-02", "2024"),
        ]));
        Tick();
        var amber = new Handling(Node.Owner, Tlp.Amber, ["KOR"], new DateOnly(2024, 1, 1));
        Document second = Make.Document("Kept back: a second text.", published: null, handling: amber);
        Claim kept = Make.Claim(second, "body/second", "name", Make.Words("Kept back"), "second", handling: amber);
        ledger.Append(Deposit.Of(second, [kept]));
        ledger.Append(new Deposit([], [new Dataset(
            EntityId.Parse("dataset/t-2011"), new string('a', 64), "Table", "Maker", "Maker (2012)", PartialDate.Parse("2012-03"), "USD million", "current, basic prices",
            2011, "isic", "open", "balanced", Make.Clear)], [], []));
        ledger.Append(new Deposit([], [], [new Claim(
            EntityId.Parse("exposure/e"), "look-through-share", new ShareValue(0.1 + 0.2, "all inputs"), ValidTime.Undated,
            new DatasetSource(EntityId.Parse("dataset/t-2011"), new string('a', 64), "L - I"), new Author(AuthorKind.Engine, "supply", "1"), Make.Clear, 1e-7)], []));
        Tick();
        Judgement accept = Judgement.Accept(kept.Id, Make.Analyst, "as it stands", amber);
        ledger.Append(Deposit.Of(accept));
        ledger.Append(Deposit.Of(Judgement.SameAs(EntityId.Parse("body/second"), EntityId.Parse("body/first"), Make.Analyst, "one body", Make.Clear)));
        ledger.Append(Deposit.Of(Judgement.Undo(_from.View.Judgements()[0].Id, Make.Analyst, "too soon", Make.Clear)));
        Tick();
        ledger.Append(Deposit.Of(accept));
        ledger.Append(Deposit.Of(second with { Handling = new Handling(Node.Owner, Tlp.Red, ["KOR"]) }, []));
    }

    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private void Tick() => _from.Clock.Now += TimeSpan.FromMilliseconds(86_400_123);

    private static byte[] Exported(Node node)
    {
        using var to = new MemoryStream();
        node.Ledger.Export(to);
        return to.ToArray();
    }

    private long Import(byte[] archive)
    {
        using var from = new MemoryStream(archive);
        return _to.Ledger.Import(from, "archive");
    }

    private string Refused(IEnumerable<string> lines)
    {
        FaultException e = Should.Throw<FaultException>(() => Import(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")));
        return $"{e.Fault.Kind.Code} {e.Fault.Place}";
    }

    private static string FaultOf(Action act) => Should.Throw<FaultException>(act).Fault.Kind.Code;

    private static string FaultOf(Func<object> act) => FaultOf(() => { act(); });

    private static IEnumerable<int> LineEnds(byte[] archive) => Enumerable.Range(0, archive.Length).Where(i => archive[i] == '\n').Select(i => i + 1);

    private static string Shown(Node node, Reader reader)
    {
        View view = node.Ledger.View(reader);
        return string.Join('\n', view.Claims(new ClaimFilter()).Select(c => $"{c.Claim.Id} {c.Subject} {c.Recorded:O} {c.Standing} {c.Claim.Handling.Display} {c.Quote}"))
            + string.Join('\n', view.Documents().Select(d => d.Text)) + string.Join('\n', view.Judgements().Select(j => $"{j.Id} {j.Undone}"))
            + string.Join('\n', view.Search("first").Select(h => h.Excerpt));
    }

    /// <summary>Stops the reading of a stream when so many bytes were read.</summary>
    private sealed class StopAfter(MemoryStream from, int bytes, CancellationTokenSource stop) : Stream
    {
        private int _read;

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = from.Read(buffer, offset, Math.Min(count, 1000));
            _read += read;
            if (_read > bytes)
            {
                stop.Cancel();
            }

            return read;
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

public sealed class ArchiveInFileTests() : ArchiveTests(Kept.InFile);

public sealed class ArchiveOnServerTests() : ArchiveTests(Kept.OnServer);
