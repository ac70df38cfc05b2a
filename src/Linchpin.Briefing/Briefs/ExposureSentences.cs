using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says how far partners depend on a supplier, with unit, year and basis, and how near the table sector comes.</summary>
internal sealed class ExposureSentences(BriefContext brief)
{
    /// <summary>How far one table sector of several partners, or of one, depends on one supplier: largest share first, direct inputs beside it where asked; its terms in full unless the sentence before told the same ones.</summary>
    internal Sentence To(Exposure exposure, IEnumerable<MemberShare> members, bool direct = false, string? toldTerms = null)
    {
        MemberShare[] shares = [.. members.OrderByDescending(m => m.LookThrough.Part)];
        MemberShare first = shares[0];
        brief.References.Weigh(shares.SelectMany(s => s.Claims));
        brief.References.Name(exposure);
        string supplier = brief.Names.Of(exposure.Supplier);
        string terms = Terms(exposure, first) is var stated && stated == toldTerms ? "on the same base" : $"({stated})";
        bool face = direct && shares.All(s => s.FaceValue is not null);
        string beside = !face ? "" : $"; of direct inputs alone it was {Words.List([.. shares.Select(s => Words.Percent(s.FaceValue!.Part))])}{(shares.Length > 1 ? " in that order" : "")}";
        string sentence = shares.Length == 1
            ? $"{supplier} supplied {Words.Percent(first.LookThrough.Part)} of {ExposureWords.Whole(first)} of {brief.Exposures.User(first.Partner, exposure)} in {exposure.Year} {terms}{beside}."
            : $"{Words.Possessive(supplier)} share of {ExposureWords.Whole(first)} of the {ExposureWords.TableSector(exposure)} sector in {exposure.Year} was "
                + $"{Words.List([.. shares.Select(s => $"{Words.Percent(s.LookThrough.Part)} in {brief.Names.Of(s.Partner)}")])} {terms}{beside}.";
        return brief.Fact(sentence, shares.SelectMany(s => face ? new[] { s.LookThroughClaim, s.FaceValueClaim! } : [s.LookThroughClaim]));
    }

    /// <summary>Prices, scope and basis of a share.</summary>
    internal string Terms(Exposure exposure, MemberShare share) => brief.Exposures.Terms(share, exposure);

    /// <summary>What the table books under a region that is no country.</summary>
    internal Sentence Elsewhere(Exposure exposure)
    {
        MemberShare share = exposure.Members[0];
        brief.References.Name(exposure);
        return brief.Fact(
            $"{brief.Names.Of(exposure.Supplier)}, which is many countries together and is ranked as none, supplied {brief.Exposures.User(share.Partner, exposure)} with {Words.Percent(share.LookThrough.Part)} of the same.",
            [share.LookThroughClaim]);
    }

    /// <summary>The exposure of a table sector that another section tells in full: where, and the shares.</summary>
    internal Sentence ToldUnder(string where, IReadOnlyList<IReadOnlyList<Exposure>> suppliers)
    {
        Exposure first = suppliers[0][0];
        MemberShare[] shares = [.. suppliers.SelectMany(s => s).SelectMany(e => e.Members)];
        brief.References.Weigh(shares.SelectMany(s => s.Claims));
        brief.References.Name(first);
        IEnumerable<string> told = suppliers.Select(of =>
            $"{brief.Names.Of(of[0].Supplier)} {Words.List([.. of.SelectMany(e => e.Members).OrderByDescending(m => m.LookThrough.Part).Select(m => $"{Words.Percent(m.LookThrough.Part)} in {brief.Names.Of(m.Partner)}")])}");
        return brief.Fact(
            $"The exposure of the {ExposureWords.TableSector(first)} sector is told under {where}: {string.Join("; ", told)} in {first.Year}.",
            shares.Select(s => s.LookThroughClaim));
    }

    /// <summary>How near the table sector comes to the sector of co-operation.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure) => brief.Fact(
        $"The table has no nearer sector than “{ExposureWords.TableSector(exposure)}”, {Nearness(exposure.Fit)}: {Reason(exposure.FitReason)}",
        [], brief.References.Link(sector));

    /// <summary>That the table sector is wider than the sectors of co-operation just named.</summary>
    internal Sentence Wider(IReadOnlyList<SectorTerm> sectors, bool all) => brief.Fact(
        all ? $"The table sector is wider than {(sectors.Count > 1 ? "each of these sectors" : "that sector")} of co-operation."
            : $"The table sector is wider than {Words.List([.. sectors.Select(s => Words.Sector(s.Label))])}.",
        [], sectors.Select(brief.References.Link));

    /// <summary>That no table sector comes near.</summary>
    internal Sentence NoTable(SectorTerm sector, string why) => brief.Fact(
        $"No exposure is stated for {Words.Sector(sector.Label)}, because no table sector comes near it: {Reason(why)}",
        [], brief.References.Link(sector));

    private static string Nearness(Fit fit) => fit switch
    {
        Sectors.Fit.Close => "a close fit",
        Sectors.Fit.Partial => "which fits in part",
        _ => "which fits loosely",
    };

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];
}
