using System.Security.Cryptography;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;
using Linchpin.Starter;
using Linchpin.Supply;

namespace Linchpin.Commands;

/// <summary>Loads the starter record into a ledger, in two steps: the facts and short documents at once, the tables' exposures after them. Each step may be stopped and taken up again.</summary>
internal sealed class StarterIntake(Ledger.Ledger ledger, Home home, Action<string> say)
{
    private readonly Handling _label = Handling.Clear(ledger.Owner);

    /// <summary>The record's facts, and the short documents of our own, which are read as any document is.</summary>
    public void LoadRecord(CancellationToken cancel)
    {
        int claims = 0;
        foreach (Deposit deposit in StarterRecord.Read(ledger.Owner))
        {
            cancel.ThrowIfCancellationRequested();
            claims += ledger.Append(deposit, cancel).ClaimsAdded;
        }

        Reading.Reading reading = Home.NewReading();
        DocumentIndex index;
        using (FileStream list = Reading.Reading.Open(StarterRecord.DocumentIndexFile))
        {
            index = DocumentIndex.Read(list, StarterRecord.DocumentIndexFile);
        }

        var intake = new Intake(ledger, _label, home.Originals);
        foreach (string path in StarterRecord.DocumentFiles())
        {
            cancel.ThrowIfCancellationRequested();
            claims += intake.Store(reading.ReadFile(path, index.For(path), cancel), cancel).ClaimsAdded;
        }

        say($"linchpin: starter record: {claims} claims stored");
    }

    /// <summary>Whether there is nothing in the record yet, or a part of the starter record and not the whole: a first run that was stopped.</summary>
    /// <remarks>A record that the user began with documents of their own is left as it is.</remarks>
    public bool LacksRecord()
    {
        if (ledger.LastEntry == 0)
        {
            return true;
        }

        Deposit[] facts = Facts();
        View view = OwnView();
        return Has(view, facts[0]) && !(Has(view, facts[^1]) && StarterRecord.DocumentFiles().All(path => view.Citation(IdOf(path)) is not null));
    }

    /// <summary>Whether the record has the starter's facts and lacks the exposures or chokepoints of one of its tables: a new home, one whose first run was stopped, or
    /// one that an earlier version filled.</summary>
    public bool LacksExposures()
    {
        View view = OwnView();
        return Has(view, Facts()[0]) && (Supply.Supply.Years(StarterRecord.TableFolder).Select(Dataset).Any(dataset =>
            view.Dataset(dataset) is null || view.Count(new ClaimFilter(Kind: "chokepoint", Source: dataset)) == 0) || view.Count(new ClaimFilter(Kind: "trade-warning")) == 0 || view.Count(new ClaimFilter(Kind: "concentration")) == 0);
    }

    /// <summary>The exposures and chokepoints of the starter's partners in each year of its table, down to the standard publishing floors, early warnings in their trade, and the concentration of minerals.</summary>
    public void LoadExposures(CancellationToken cancel)
    {
        var supply = new Supply.Supply(home.CacheFolder);
        string partners = string.Join(',', StarterRecord.Partners);
        foreach (int year in Supply.Supply.Years(StarterRecord.TableFolder))
        {
            InputOutputTable table = supply.Open(StarterRecord.TableFolder, year, null, cancel);
            Deposit exposures = Supply.Supply.Publish(Supply.Supply.Exposures(table, Basis.RowSum, partners, "all", null, cancel), _label);
            Deposit chokepoints = Supply.Supply.Publish(Supply.Supply.Chokepoints(table, Basis.RowSum, partners, table.Industries, cancel), _label);

            // One deposit: a stop in between leaves the year's exposures and chokepoints both out.
            Receipt receipt = ledger.Append(exposures with { Claims = [.. exposures.Claims, .. chokepoints.Claims] }, cancel);
            say($"linchpin: exposures and chokepoints of {year}: {receipt.ClaimsAdded} claims stored");
        }

        ProductTrade trade = Supply.Supply.Trade(StarterRecord.TradeFolder, cancel: cancel);
        Receipt warned = ledger.Append(Supply.Supply.Publish(Supply.Supply.WatchAll(trade, [], StarterRecord.Partners, [], cancel: cancel), _label), cancel);
        say($"linchpin: early warnings of monthly trade: {warned.ClaimsAdded} claims stored");
        Receipt minerals = ledger.Append(Supply.Supply.Publish(Supply.Supply.Minerals(StarterRecord.MineralFolder, cancel: cancel).Tables(), _label), cancel);
        say($"linchpin: concentration of minerals: {minerals.ClaimsAdded} claims stored");
    }

    private View OwnView() => ledger.View(Reader.OwnerOf(ledger.Owner));

    /// <summary>The deposits that state something, in the order in which they are stored.</summary>
    private Deposit[] Facts() => [.. StarterRecord.Read(ledger.Owner).Where(d => d.Claims.Count > 0)];

    /// <summary>Whether the deposit is in the record. A document that the user read is known by the same id: what tells is who made the claims.</summary>
    private static bool Has(View view, Deposit deposit) =>
        view.Claims(new ClaimFilter(Source: deposit.Claims[0].Source.Of)).Any(c => c.Claim.Author == StarterRecord.Author);

    private static EntityId IdOf(string path)
    {
        using FileStream content = Reading.Reading.Open(path);
        return Document.IdOf(Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    private static EntityId Dataset(int year) =>
        EntityId.Of("dataset", FormattableString.Invariant($"{Supply.Supply.Describe(StarterRecord.TableFolder).Id}-{year:0000}"));
}
