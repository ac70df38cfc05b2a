using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says how far partners depend on a supplier, with unit, year and basis, and how near the table sector comes.</summary>
internal sealed class ExposureSentences(BriefContext brief)
{
    /// <summary>One partner's exposure to one supplier, direct inputs beside it.</summary>
    internal Sentence Own(Exposure exposure, SectorTerm? fitOf = null)
    {
        MemberShare share = exposure.Members[0];
        string face = share.FaceValue is { } direct ? $"; of direct inputs alone it was {Words.Percent(direct.Part)}" : "";
        string within = exposure.Place == SupplierPlace.Partner ? ", within the partnership" : "";
        return brief.Fact(
            $"{brief.Names.Of(exposure.Supplier)} supplied {brief.Exposures.User(share.Partner, exposure)} with {Words.Percent(share.LookThrough.Part)} of {brief.Exposures.Base(share, exposure)}{within}{face}.",
            share.Claims, fitOf is null ? [] : [Link(fitOf, exposure)]);
    }

    /// <summary>Several partners' exposure of one table sector to one supplier, largest first.</summary>
    internal Sentence Side(IReadOnlyList<Exposure> exposures)
    {
        Exposure first = exposures[0];
        if (exposures.Count == 1)
        {
            return Own(first);
        }

        string[] shares = [.. exposures.Select(e => $"{Words.Percent(e.Share)} ({brief.Names.Of(e.Members[0].Partner)})")];
        return brief.Fact(
            $"{brief.Names.Of(first.Supplier)} supplied the {ExposureWords.TableSector(first)} sectors of the partners with {Words.List(shares)} of {brief.Exposures.Base(first.Members[0], first)}.",
            exposures.SelectMany(e => e.Members).SelectMany(m => m.Claims));
    }

    /// <summary>What the members of a pair or the group share: at least the smallest of their shares.</summary>
    internal Sentence Shared(Exposure exposure)
    {
        MemberShare least = exposure.Members.MinBy(m => m.LookThrough.Part)!;
        string[] shares = [.. exposure.Members.OrderByDescending(m => m.LookThrough.Part).Select(m => $"{brief.Names.Of(m.Partner)} {Words.Percent(m.LookThrough.Part)}")];
        return brief.Fact(
            $"{brief.Names.List(exposure.Members.Select(m => m.Partner))} share the exposure to {brief.Names.Of(exposure.Supplier)} in {ExposureWords.TableSector(exposure)}: {Words.List(shares)} of {brief.Exposures.Base(least, exposure)}; the shared share is the smallest of them.",
            exposure.Claims);
    }

    /// <summary>What the table books under a region that is no country.</summary>
    internal Sentence Elsewhere(Exposure exposure)
    {
        MemberShare share = exposure.Members[0];
        return brief.Fact(
            $"A further {Words.Percent(share.LookThrough.Part)} came from {brief.Names.Of(exposure.Supplier)}, which is many countries together and is ranked as none.",
            share.Claims);
    }

    /// <summary>How near the table sector comes to the sector of co-operation.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure) => brief.Fact(
        $"The figures are for the table sector “{ExposureWords.TableSector(exposure)}”, a {exposure.Fit.ToString().ToLowerInvariant()} fit: {Reason(exposure.FitReason)}",
        [], Link(sector, exposure));

    /// <summary>That no table sector comes near.</summary>
    internal Sentence NoTable(SectorTerm sector, string why) => brief.Fact(
        $"No exposure is stated for {Words.Sector(sector.Label)}, because no table sector comes near it: {Reason(why)}",
        [], brief.References.Link(sector, "", null, why));

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];

    private Reference Link(SectorTerm sector, Exposure exposure) =>
        brief.References.Link(sector, ExposureWords.TableSector(exposure), exposure.Fit.ToString().ToLowerInvariant(), exposure.FitReason);
}
