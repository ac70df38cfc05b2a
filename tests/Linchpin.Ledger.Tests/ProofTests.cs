using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Ledger.Proofs;

namespace Linchpin.Ledger.Tests;

public abstract class ProofTests(Kept kept) : IDisposable
{
    private readonly Node _node = new(kept);

    public void Dispose() => _node.Dispose();

    [Fact]
    public void The_tree_of_nothing_and_of_one_empty_leaf_are_those_of_the_standard()
    {
        Convert.ToHexStringLower(new MerkleTree().Root()).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Convert.ToHexStringLower(MerkleTree.Leaf([])).ShouldBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    /// <summary>The worked example of RFC 9162, 2.1.5: seven leaves; g, h, i over two, k over the first four, l over the last three.</summary>
    [Theory]
    [InlineData(0, "1-2 2-4 4-7")]
    [InlineData(3, "2-3 0-2 4-7")]
    [InlineData(4, "5-6 6-7 0-4")]
    [InlineData(6, "4-6 0-4")]
    public void Inclusion_in_a_tree_of_seven_takes_the_parts_of_the_standards_example(long leaf, string parts) => Words(MerklePath.OfInclusion(leaf, 7)).ShouldBe(parts);

    [Theory]
    [InlineData(3, "2-3 3-4 0-2 4-7")]
    [InlineData(4, "4-7")]
    [InlineData(6, "4-6 6-7 0-4")]
    [InlineData(7, "")]
    public void Consistency_with_a_tree_of_seven_takes_the_parts_of_the_standards_example(long smaller, string parts) => Words(MerklePath.OfConsistency(smaller, 7)).ShouldBe(parts);

    [Fact]
    public void Every_proof_in_trees_up_to_forty_leaves_holds_and_no_longer_does_when_a_bit_is_turned()
    {
        byte[][] leaves = [.. Enumerable.Range(0, 40).Select(i => MerkleTree.Leaf(Encoding.ASCII.GetBytes($"leaf {i}")))];
        for (int size = 1; size <= leaves.Length; size++)
        {
            byte[] root = Root(leaves, (0, size));
            for (int at = 0; at < size; at++)
            {
                byte[][] path = [.. MerklePath.OfInclusion(at, size).Select(p => Root(leaves, p))];
                MerklePath.Includes(leaves[at], at, size, path, root).ShouldBeTrue();
                MerklePath.Includes(leaves[at], (at + 1) % (size + 1), size, path, root).ShouldBeFalse();
                MerklePath.Includes(leaves[at], at, size, path, Turned(root)).ShouldBeFalse();
                MerklePath.Includes(leaves[at], at, size, [.. path, root], root).ShouldBeFalse();
                for (int p = 0; p < path.Length; p++)
                {
                    MerklePath.Includes(leaves[at], at, size, [.. path.Select((b, k) => k == p ? Turned(b) : b)], root).ShouldBeFalse();
                }
            }

            for (int smaller = 0; smaller <= size; smaller++)
            {
                byte[] first = Root(leaves, (0, smaller));
                byte[][] path = [.. MerklePath.OfConsistency(smaller, size).Select(p => Root(leaves, p))];
                MerklePath.Extends(smaller, first, size, root, path).ShouldBeTrue();
                MerklePath.Extends(smaller, Turned(first), size, root, path).ShouldBeFalse();
                if (smaller > 0)
                {
                    MerklePath.Extends(smaller, first, size, Turned(root), path).ShouldBeFalse();
                }

                for (int p = 0; p < path.Length; p++)
                {
                    MerklePath.Extends(smaller, first, size, root, [.. path.Select((b, k) => k == p ? Turned(b) : b)]).ShouldBeFalse();
                }
            }
        }
    }

    [Fact]
    public void A_claim_is_proved_to_somebody_who_holds_only_the_head()
    {
        Claim[] claims = Store(5);
        LogHead head = _node.Ledger.Head();
        foreach (Claim claim in claims)
        {
            InclusionProof proof = Read<InclusionProof>(_node.Ledger.ProveInclusion(claim.Id)!.WriteTo);
            proof.Holds.ShouldBeTrue();
            proof.Head.ShouldBe(head);
            ClaimJson.Read(proof.Claim).ShouldBe(claim);
            (proof with { Claim = proof.Claim.Replace("Body 1", "Body X", StringComparison.Ordinal).Replace("Body 2", "Body Y", StringComparison.Ordinal) })
                .Holds.ShouldBe(!proof.Claim.Contains("Body 1", StringComparison.Ordinal) && !proof.Claim.Contains("Body 2", StringComparison.Ordinal));
            (proof with { Recorded = proof.Recorded.AddMilliseconds(1) }).Holds.ShouldBeFalse();
            (proof with { Number = proof.Number + 1 }).Holds.ShouldBeFalse();
        }

        _node.Ledger.ProveInclusion(new string('0', 32)).ShouldBeNull();
        _node.Ledger.ProveInclusion("no id").ShouldBeNull();
    }

    [Fact]
    public void A_log_that_has_grown_is_proved_to_begin_with_what_it_had()
    {
        LogHead nothing = _node.Ledger.Head();
        Store(3);
        LogHead before = _node.Ledger.Head();
        _node.Clock.Now = _node.Clock.Now.AddDays(1);
        Store(9);
        foreach (LogHead head in new[] { nothing, before, _node.Ledger.Head() })
        {
            ConsistencyProof proof = Read<ConsistencyProof>(_node.Ledger.ProveConsistency(head.Entries).WriteTo);
            (proof.From, proof.To).ShouldBe((head, _node.Ledger.Head()));
            proof.Holds.ShouldBeTrue();
            _node.Ledger.Head(head.Entries).ShouldBe(head);
        }
    }

    [Fact]
    public void Another_log_of_the_same_length_has_another_head()
    {
        Store(3);
        using var other = new Node(kept);
        other.Clock.Now = other.Clock.Now.AddMilliseconds(1);
        other.Ledger.Append(Deposit.Of(Make.Document("Words."), []));
        other.Ledger.Head().ShouldNotBe(_node.Ledger.Head(other.Ledger.Head().Entries));
    }

    [Fact]
    public void A_log_that_lost_its_end_is_found_out_by_a_head_kept_elsewhere()
    {
        Store(3);
        LogHead before = _node.Ledger.Head();
        using var shorter = new Node(kept);
        shorter.Ledger.Append(Deposit.Of(Make.Document("Body 0."), []));
        Should.Throw<FaultException>(() => shorter.Ledger.Head(before.Entries)).Fault.Kind.Code.ShouldBe("ledger.shorter");
    }

    [Theory]
    [InlineData("proof.format-unknown.json")]
    [InlineData("proof.not-json.json")]
    [InlineData("proof.hash-too-short.json")]
    [InlineData("proof.endless-path.json")]
    [InlineData("proof.negative-entries.json")]
    [InlineData("proof.recorded-no-time.json")]
    public void A_file_that_is_no_proof_is_refused(string file) =>
        Should.Throw<FaultException>(() => LogProof.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "BadInput", file)), file))
            .Fault.ShouldSatisfyAllConditions(f => f.Kind.Code.ShouldBe("ledger.proof"), f => f.Place.ShouldBe(file));

    private Claim[] Store(int bodies)
    {
        Document document = Make.Document(string.Join(' ', Enumerable.Range(0, bodies).Select(i => $"Body {i}.")));
        Claim[] claims = [.. Enumerable.Range(0, bodies).Select(i => Make.Claim(document, $"body/b{i}", "name", Make.Words($"Body {i}")))];
        _node.Ledger.Append(Deposit.Of(document, claims));
        return claims;
    }

    private static T Read<T>(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            write(json);
        }

        return LogProof.Read(bytes.ToArray(), "proof").ShouldBeOfType<T>();
    }

    private static byte[] Turned(byte[] hash) => [(byte)(hash[0] ^ 1), .. hash[1..]];

    /// <summary>The root as the standard defines it, by its recursion.</summary>
    private static byte[] Root(byte[][] leaves, (long From, long To) part)
    {
        long size = part.To - part.From, half = 1;
        if (size <= 1)
        {
            return size == 0 ? SHA256.HashData([]) : leaves[part.From];
        }

        while (half * 2 < size)
        {
            half *= 2;
        }

        return SHA256.HashData([1, .. Root(leaves, (part.From, part.From + half)), .. Root(leaves, (part.From + half, part.To))]);
    }

    private static string Words(List<(long From, long To)> parts) => string.Join(' ', parts.Select(p => $"{p.From}-{p.To}"));
}

public sealed class ProofInFileTests() : ProofTests(Kept.InFile);

public sealed class ProofOnServerTests() : ProofTests(Kept.OnServer);
