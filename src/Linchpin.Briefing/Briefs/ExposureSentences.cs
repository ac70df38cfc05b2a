using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says how far partners depend on a supplier, with unit, year and basis, and how near the table sector comes.</summary>
internal sealed class ExposureSentences(BriefContext brief)
{
    /// <summary>One partner's exposure to one supplier; with direct inputs beside it where asked.</summary>
    internal Sentence Own(Exposure exposure, bool direct = false)
    {
        MemberShare share = exposure.Members[0];
        string face = direct && share.FaceValue is { } part ? $"; of direct inputs alone, {Words.Percent(part.Part)}" : "";
        string within = exposure.Place == SupplierPlace.Partner ? ", which is within the partnership" : "";
        return brief.Fact(
            $"{brief.Names.Of(exposure.Supplier)} supplied {Words.Percent(share.LookThrough.Part)} of {ExposureWords.Whole(share)} of {brief.Exposures.User(share.Partner, exposure)} in {exposure.Year} ({brief.Exposures.Terms(share, exposure)}){face}{within}.",
            face.Length > 0 && share.FaceValueClaim is { } claim ? [share.LookThroughClaim, claim] : [share.LookThroughClaim]);
    }

    /// <summary>Several partners' exposure of one table sector to one supplier, largest first.</summary>
    internal Sentence Side(IReadOnlyList<Exposure> exposures) => exposures.Count == 1 ? Own(exposures[0])
        : Several(exposures[0], [.. exposures.Select(e => e.Members[0])]);

    /// <summary>What the members of a pair or the group share: at least the smallest of their shares.</summary>
    internal Sentence Shared(Exposure exposure) => Several(exposure, [.. exposure.Members.OrderByDescending(m => m.LookThrough.Part)]);

    /// <summary>What the table books under a region that is no country.</summary>
    internal Sentence Elsewhere(Exposure exposure)
    {
        MemberShare share = exposure.Members[0];
        return brief.Fact(
            $"A further {Words.Percent(share.LookThrough.Part)} came from {brief.Names.Of(exposure.Supplier)}, which is many countries together and is ranked as none.",
            [share.LookThroughClaim]);
    }

    /// <summary>How near the table sector comes to the sector of co-operation.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure) => brief.Fact(
        $"The figures are for the table sector “{ExposureWords.TableSector(exposure)}”, a {exposure.Fit.ToString().ToLowerInvariant()} fit: {Reason(exposure.FitReason)}",
        [], Link(sector, exposure));

    /// <summary>That no table sector comes near.</summary>
    internal Sentence NoTable(SectorTerm sector, string why) => brief.Fact(
        $"No exposure is stated for {Words.Sector(sector.Label)}, because no table sector comes near it: {Reason(why)}",
        [], brief.References.Link(sector, "", null, why));

    private Sentence Several(Exposure exposure, IReadOnlyList<MemberShare> members) => brief.Fact(
        $"Of {ExposureWords.Whole(members[0])} of their {ExposureWords.TableSector(exposure)} sectors in {exposure.Year}, {Words.List([.. members.Select(m => $"{brief.Names.Of(m.Partner)} took {Words.Percent(m.LookThrough.Part)}")])} from {brief.Names.Of(exposure.Supplier)} ({brief.Exposures.Terms(members[0], exposure)}).",
        members.Select(m => m.LookThroughClaim));

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];

    private Reference Link(SectorTerm sector, Exposure exposure) =>
        brief.References.Link(sector, ExposureWords.TableSector(exposure), exposure.Fit.ToString().ToLowerInvariant(), exposure.FitReason);
}
