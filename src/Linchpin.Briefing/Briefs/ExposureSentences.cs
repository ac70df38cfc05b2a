using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says how far partners depend on a supplier, with unit, year and basis, and how near the table sector comes.</summary>
internal sealed class ExposureSentences(BriefContext brief)
{
    /// <summary>How far one table sector of several partners, or of one, depends on one supplier: largest share first, direct inputs beside it where asked.</summary>
    internal Sentence To(Exposure exposure, IEnumerable<MemberShare> members, bool direct = false)
    {
        MemberShare[] shares = [.. members.OrderByDescending(m => m.LookThrough.Part)];
        MemberShare first = shares[0];
        brief.References.Weigh(shares.SelectMany(s => s.Claims));
        string supplier = brief.Names.Of(exposure.Supplier);
        string terms = $"({brief.Exposures.Terms(first, exposure)})";
        bool face = direct && shares.All(s => s.FaceValue is not null);
        string beside = !face ? "" : $"; of direct inputs alone it was {Words.List([.. shares.Select(s => Words.Percent(s.FaceValue!.Part))])}{(shares.Length > 1 ? " in that order" : "")}";
        string sentence = shares.Length == 1
            ? $"{supplier} supplied {Words.Percent(first.LookThrough.Part)} of {ExposureWords.Whole(first)} of {brief.Exposures.User(first.Partner, exposure)} in {exposure.Year} {terms}{beside}."
            : $"{Words.Possessive(supplier)} share of {ExposureWords.Whole(first)} of the {ExposureWords.TableSector(exposure)} sector in {exposure.Year} was "
                + $"{Words.List([.. shares.Select(s => $"{Words.Percent(s.LookThrough.Part)} in {brief.Names.Of(s.Partner)}")])} {terms}{beside}.";
        return brief.Fact(sentence, shares.SelectMany(s => face ? new[] { s.LookThroughClaim, s.FaceValueClaim! } : [s.LookThroughClaim]));
    }

    /// <summary>What the table books under a region that is no country.</summary>
    internal Sentence Elsewhere(Exposure exposure)
    {
        MemberShare share = exposure.Members[0];
        return brief.Fact(
            $"{brief.Names.Of(exposure.Supplier)}, which is many countries together and is ranked as none, supplied {brief.Exposures.User(share.Partner, exposure)} with {Words.Percent(share.LookThrough.Part)} of the same.",
            [share.LookThroughClaim]);
    }

    /// <summary>How near the table sector comes to the sector of co-operation.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure) => brief.Fact(
        $"The table has no nearer sector than “{ExposureWords.TableSector(exposure)}”, {Nearness(exposure.Fit)}: {Reason(exposure.FitReason)}",
        [], Link(sector, exposure));

    /// <summary>That the table sector is wider than the sectors of co-operation it is taken for.</summary>
    internal Sentence Wider(IReadOnlyList<(SectorTerm Sector, Exposure Exposure)> links) => brief.Fact(
        $"The table sector is wider than {(links.Count > 1 ? "each of " : "")}{Words.List([.. links.Select(l => Words.Sector(l.Sector.Label))])}.",
        [], links.Select(l => Link(l.Sector, l.Exposure)));

    /// <summary>That no table sector comes near.</summary>
    internal Sentence NoTable(SectorTerm sector, string why) => brief.Fact(
        $"No exposure is stated for {Words.Sector(sector.Label)}, because no table sector comes near it: {Reason(why)}",
        [], brief.References.Link(sector, "", null, why));

    private static string Nearness(Fit fit) => fit switch
    {
        Sectors.Fit.Close => "a close fit",
        Sectors.Fit.Partial => "which fits in part",
        _ => "which fits loosely",
    };

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];

    private Reference Link(SectorTerm sector, Exposure exposure) =>
        brief.References.Link(sector, ExposureWords.TableSector(exposure), exposure.Fit.ToString().ToLowerInvariant(), exposure.FitReason);
}
