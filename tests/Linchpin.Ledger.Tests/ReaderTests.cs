using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Linchpin.Claims;

namespace Linchpin.Ledger.Tests;

/// <summary>No view shows, counts or hints at what its reader may not read, over random records, labels and judgements.</summary>
public abstract class ReaderTests(Kept kept)
{
    private static readonly string[] Subjects = ["mechanism/alpha", "mechanism/beta", "body/gamma", "body/delta", "event/epsilon", "country/KOR"];

    /// <summary>A random record: what is deposited one after the other, each thing with a word of its own.</summary>
    private sealed record Record(List<Document> Documents, List<Claim> Claims, List<Judgement> Judgements)
    {
        public override string ToString() => $"{Documents.Count} documents, {Claims.Count} claims, {Judgements.Count} judgements";
    }

    private static Gen<Record> AnyRecord { get; } =
        from labels in Gen.ArrayOf(Labels.Any, 24)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Build(labels, new System.Random(seed));

    [Fact]
    public void A_view_is_what_it_would_be_if_the_ledger_held_nothing_that_its_reader_may_not_read() => Prop.ForAll(
        Arb.From(from record in AnyRecord from reader in Labels.AnyReader select (record, reader)), t =>
        {
            using var whole = new Node(kept);
            using var allowed = new Node(kept);
            Store(whole.Ledger, t.record);
            Store(allowed.Ledger, Allowed(t.record, t.reader));
            string[] shown = Everything(whole.Ledger.View(t.reader)).Split('\n'), right = Everything(allowed.Ledger.View(t.reader)).Split('\n');
            (string Shown, string Right)[] differ = [.. shown.Zip(right).Where(l => l.First != l.Second).Take(1)];
            (differ, shown.Length).ShouldBe(([], right.Length), $"for {t.reader.Name}: {string.Join("", differ)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    [Fact]
    public void No_word_of_a_hidden_thing_appears_anywhere() => Prop.ForAll(Arb.From(AnyRecord), record =>
    {
        using var node = new Node(kept);
        Store(node.Ledger, record);
        foreach (Reader reader in Labels.Readers)
        {
            string shown = Everything(node.Ledger.View(reader));
            Record allowed = Allowed(record, reader);
            foreach (string hidden in Words(record).Except(Words(allowed)))
            {
                shown.ShouldNotContain(hidden, Case.Insensitive, $"{reader.Name} sees {hidden}");
            }

            foreach (string visible in allowed.Documents.Select(d => d.Title!))
            {
                shown.ShouldContain(visible);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    [Fact]
    public void Narrowed_to_labels_a_view_has_the_claims_under_them_as_they_are_and_no_others() => Prop.ForAll(
        Arb.From(from record in AnyRecord from reader in Labels.AnyReader from levels in Gen.ListOf(Gen.Elements<Tlp?>(null, Tlp.Clear, Tlp.Green, Tlp.Amber, Tlp.Red), 2) from to in Gen.Elements<string?>(null, null, "kor", "kim") select (record, reader, levels, to)), t =>
        {
            using var node = new Node(kept);
            Store(node.Ledger, t.record);
            View whole = node.Ledger.View(t.reader), narrowed = node.Ledger.View(t.reader, only: new LabelFilter(t.levels, t.to));
            (string, Standing, EntityId)[] expected =
            [
                .. whole.Claims(new ClaimFilter()).Where(c => t.levels.Contains(c.Claim.Handling.Tlp) && (t.to is null || c.Claim.Handling.ReleasableTo?.Any(r => string.Equals(r, t.to, StringComparison.OrdinalIgnoreCase)) == true))
                    .Select(c => (c.Claim.Id, c.Standing, c.Subject)),
            ];
            narrowed.Claims(new ClaimFilter()).Select(c => (c.Claim.Id, c.Standing, c.Subject)).ShouldBe(expected);
            narrowed.Search("common").Select(h => h.Claim.Claim.Id).Except(expected.Select(e => e.Item1)).ShouldBeEmpty();
            narrowed.Judgements().Select(j => j.Id).ShouldBe(whole.Judgements().Select(j => j.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static Record Build(Handling[] labels, System.Random random)
    {
        Handling Label() => labels[random.Next(labels.Length)];
        var record = new Record([], [], []);
        for (int d = 0; d < 4; d++)
        {
            string text = $"docword{d}zz opens. " + string.Concat(Enumerable.Range(0, 8).Select(p => $"Passage password{d}x{p}zz here. "));
            record.Documents.Add(Make.Document(text, d == 3 ? null : $"202{d}-05", Label()) with { Title = $"titleword{d}zz" });
        }

        for (int c = 0; c < 16; c++)
        {
            int d = random.Next(4);
            string subject = random.Next(4) == 0 ? $"body/idword{c}zz" : Subjects[random.Next(Subjects.Length)];
            (string property, Value value) = random.Next(5) switch
            {
                0 => ("name", Make.Words($"Name valueword{c}zz")),
                1 => ("alias", Make.Words($"Alias valueword{c}zz")),
                2 => ("type", Make.Words($"type valueword{c}zz")),
                3 => ("description", Make.Words($"Described valueword{c}zz common")),
                _ when subject.StartsWith("event", StringComparison.Ordinal) => ("participant", Make.Entity($"body/idword{c}zz")),
                _ when subject.StartsWith("body", StringComparison.Ordinal) => ("country", Make.Entity(random.Next(2) == 0 ? "country/KOR" : "country/JPN")),
                _ => ("description", Make.Words($"Other valueword{c}zz common")),
            };
            record.Claims.Add(Make.Claim(record.Documents[d], subject, property, value, $"password{d}x{random.Next(8)}zz", handling: Label()));
        }

        string[] ids = [.. Subjects.Concat(record.Claims.Select(c => c.Subject.ToString())).Distinct()];
        for (int j = 0; j < 12; j++)
        {
            string reason = $"reasonword{j}zz";
            string claim = record.Claims[random.Next(16)].Id, away = ids[random.Next(ids.Length)], kept = ids[random.Next(ids.Length)];
            string against = record.Claims[random.Next(16)].Id;
            record.Judgements.Add(random.Next(10) switch
            {
                6 => Judgement.Doubt(claim, Make.Analyst, reason, Label()),
                7 when away != kept => Judgement.Distinct(EntityId.Parse(away), EntityId.Parse(kept), Make.Analyst, reason, Label()),
                8 when away != kept => Judgement.Alike(EntityId.Parse(away), EntityId.Parse(kept), Make.Analyst, reason, Label()),
                9 when claim != against => random.Next(2) == 0 ? Judgement.Apparent(claim, against, Make.Analyst, reason, Label()) : Judgement.Holds(claim, against, Make.Analyst, reason, Label()),
                0 => Judgement.Accept(claim, Make.Analyst, reason, Label()),
                1 => Judgement.Reject(claim, Make.Analyst, reason, Label()),
                2 => Judgement.Retract(claim, Make.Analyst, reason, Label()),
                3 when record.Judgements.Count > 0 => Judgement.Undo(IdOf(record.Judgements[random.Next(record.Judgements.Count)]), Make.Analyst, reason, Label()),
                _ when away != kept => Judgement.SameAs(EntityId.Parse(away), EntityId.Parse(kept), Make.Analyst, reason, Label()),
                _ => Judgement.Accept(claim, Make.Analyst, reason, Label()),
            });
        }

        return record;
    }

    private static void Store(Ledger ledger, Record record) => ledger.Append(new Deposit(record.Documents, [], record.Claims, record.Judgements));

    private static string IdOf(Judgement judgement) => Convert.ToHexStringLower(Log.Payload.Hash(Log.Payload.Write(judgement)).AsSpan(0, 16));

    /// <summary>What of the record a reader may read: documents by their label, claims by theirs and their document's, judgements by theirs and their target's.</summary>
    private static Record Allowed(Record record, Reader reader)
    {
        List<Document> documents = [.. record.Documents.Where(d => Labels.Expected(reader, d.Handling))];
        Dictionary<string, Document> byId = record.Documents.ToDictionary(d => d.Id.ToString());
        bool Reads(params IEnumerable<Handling> labels) => labels.All(l => Labels.Expected(reader, l)) && Labels.Expected(reader, labels.Aggregate((a, b) => a.Combine(b)));
        List<Handling> OfClaim(Claim c) => [c.Handling, byId[c.Source.Of.ToString()].Handling];
        List<Claim> claims = [.. record.Claims.Where(c => Reads(OfClaim(c)))];
        var labelled = new Dictionary<string, List<Handling>>();
        foreach (Claim claim in record.Claims)
        {
            labelled[claim.Id] = OfClaim(claim);
        }

        List<Judgement> judgements = [];
        HashSet<string> mentioned = [.. claims.Select(c => c.Subject.ToString()), .. claims.Select(c => c.Value).OfType<EntityValue>().Select(v => v.Id.ToString())];
        foreach (Judgement judgement in record.Judgements)
        {
            List<Handling> own = judgement.OnEntities ? [judgement.Handling] : [judgement.Handling, .. labelled[judgement.On]];
            labelled[IdOf(judgement)] = own;
            bool met = reader.Owner || !judgement.OnEntities || (mentioned.Contains(judgement.On) && mentioned.Contains(judgement.Into!));
            bool both = reader.Owner || !judgement.OnConflict || claims.Exists(c => c.Id == judgement.Into);
            if (Reads(own) && met && both && (judgement.Act != JudgementAct.Undo || judgements.Any(j => IdOf(j) == judgement.On)))
            {
                judgements.Add(judgement);
            }
        }

        return new Record(documents, claims, judgements);
    }

    /// <summary>The words that only one thing of the record has.</summary>
    private static IEnumerable<string> Words(Record record)
    {
        var text = new StringBuilder();
        foreach (Document document in record.Documents)
        {
            text.Append(document.Text).Append(' ').Append(document.Title).Append(' ').Append(document.FileName.Replace(".", "zz", StringComparison.Ordinal)).Append(' ');
        }

        foreach (Claim claim in record.Claims)
        {
            text.Append(claim.Value.Display).Append(' ').Append(claim.Subject).Append(' ');
        }

        foreach (Judgement judgement in record.Judgements)
        {
            text.Append(judgement.Reason).Append(' ');
        }

        return text.ToString().Split(' ', '/', '.').Where(w => w.EndsWith("zz", StringComparison.Ordinal)).Distinct();
    }

    /// <summary>All that a view says, through every member that it has.</summary>
    private static string Everything(View view)
    {
        var said = new StringBuilder();
        void Claim(HeldClaim c) => said.AppendLine(
            $"  {c.Claim.Id} {c.Subject} {c.Claim.Property}={c.Value} [{c.Quote}] {c.Recorded:O} {c.Published} {c.Standing} {c.Dated} {c.Claim.Handling.Display} {c.Claim.Source.Of}");
        void Entity(Entity? e)
        {
            said.AppendLine($" {e?.Id} {e?.Name}");
            e?.Claims.ToList().ForEach(Claim);
        }

        foreach (string kind in Vocabulary.Kinds.Keys)
        {
            said.AppendLine(kind);
            view.Entities(kind).ToList().ForEach(Entity);
            view.Claims(new ClaimFilter(Kind: kind, Skip: 1, Most: 3)).ToList().ForEach(Claim);
        }

        foreach (string id in Subjects)
        {
            Entity(view.Entity(EntityId.Parse(id)));
            said.AppendLine(view.NameOf(EntityId.Parse(id)));
            view.Claims(new ClaimFilter(Names: EntityId.Parse(id))).ToList().ForEach(Claim);
        }

        view.Claims(new ClaimFilter()).ToList().ForEach(Claim);
        foreach (Conflict conflict in view.Conflicts())
        {
            said.AppendLine($"conflict {conflict.Subject} {conflict.SubjectName} {conflict.Property.Id} {conflict.Class}");
            said.AppendLine($" {conflict.Id} {conflict.Why} {string.Join(' ', conflict.Judgements.Select(j => j.Judgement.Reason))}");
            conflict.Sides.ToList().ForEach(s => said.AppendLine($" side {s.Support.Display}"));
            conflict.Sides.SelectMany(s => s.Claims).ToList().ForEach(Claim);
        }

        foreach (ReviewItem item in view.Doubtful())
        {
            said.AppendLine($"doubt {item.Id} {item.Kind} {item.Subject} {item.Other} {item.Reason} {item.Changes}");
            item.Passages.ToList().ForEach(Claim);
        }

        foreach (string words in (string[])["passage", "common", "name", "valueword1", "passwor", "KOR", "korea", "idword", "docword", "titleword", "type"])
        {
            said.AppendLine("search for something");
            foreach (Hit hit in view.Search(words))
            {
                said.AppendLine($" hit {hit.SubjectName} {hit.Excerpt}");
                Claim(hit.Claim);
            }
        }

        view.Documents().ToList().ForEach(d => said.AppendLine($"document {d.Id} {d.Title} {d.FileName} {d.Text} {d.Handling.Display}"));
        view.Citations().ToList().ForEach(d => said.AppendLine($"citation {d.Id} {d.Title} {d.FileName} {d.Text} {view.Citation(d.Id)!.Title}"));
        view.Datasets().ToList().ForEach(d => said.AppendLine($"dataset {d.Id}"));
        view.Judgements().ToList().ForEach(j => said.AppendLine($"judgement {j.Id} {j.Judgement.Reason} {j.Judgement.Handling.Display} {j.Undone} {j.Recorded:O}"));
        return said.ToString();
    }
}

public sealed class ReaderInFileTests() : ReaderTests(Kept.InFile);

public sealed class ReaderOnServerTests() : ReaderTests(Kept.OnServer);
