using Linchpin.Claims;

namespace Linchpin.Supply.Tests.Publishing;

/// <summary>Excerpts of USGS and BGS tables (Golden/minerals, with citation).</summary>
public sealed class MineralPublishingTests
{
    private static readonly Handling Label = Handling.Clear("here");

    [Fact]
    public void Every_table_whose_shares_are_known_is_published_with_its_edition_and_no_other()
    {
        IReadOnlyList<MineralTable> tables = Supply.Minerals(Path.Combine(AppContext.BaseDirectory, "Golden", "minerals")).Tables();
        Deposit deposit = Supply.Publish(tables, Label);
        MineralTable[] known = [.. tables.Where(t => t.Concentration?.Hhi is not null)];
        known.ShouldNotBeEmpty();
        deposit.Claims.Count(c => c.Property == "hhi").ShouldBe(known.Length);
        foreach (MineralTable table in known)
        {
            deposit.Claims.ShouldContain(c => c.Property == "hhi" && ((QuantityValue)c.Value).Amount == table.Concentration!.Hhi && ((DatasetSource)c.Source).Version == table.Hash);
        }

        deposit.Claims.Where(c => c.Property == "supplier").Select(c => ((EntityValue)c.Value).Id.Name).ShouldAllBe(n => Vocabulary.Countries.ContainsKey(n));
        deposit.Claims.Where(c => c.Property == "share").Select(c => ((ShareValue)c.Value).Part).ShouldAllBe(p => p >= 0.01 && p <= 1);
        Supply.Publish(tables, Label).Claims.Select(c => c.Id).ShouldBe(deposit.Claims.Select(c => c.Id));
    }
}
