using Linchpin.Briefing.Lattices;
using Linchpin.Briefing.Sectors;
using Linchpin.Briefing.Wording;
using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>Says how far partners depend on a supplier, with unit, year and basis, and how near the table sector comes.</summary>
internal sealed class ExposureSentences(BriefContext brief)
{
    private readonly HashSet<(bool, string)> _terms = [];

    /// <summary>How far one table sector of several partners, or of one, depends on one supplier: largest share first, direct inputs beside it where asked; its terms in full once among the findings and once among the sections.</summary>
    internal Sentence To(Exposure exposure, IEnumerable<MemberShare> members, bool direct = false)
    {
        MemberShare[] shares = [.. members.OrderByDescending(m => m.LookThrough.Part)];
        MemberShare first = shares[0];
        brief.References.Weigh(shares.SelectMany(s => s.Claims));
        brief.References.Name(exposure);
        string supplier = brief.Names.Of(exposure.Supplier);
        string stated = brief.Exposures.Terms(first, exposure);
        string terms = _terms.Add((direct, stated)) ? $"({stated})" : "on the same base";
        bool face = direct && shares.All(s => s.FaceValue is not null);
        string beside = !face ? "" : $"; of direct inputs alone it was {Words.List([.. shares.Select(s => Words.Percent(s.FaceValue!.Part))])}{(shares.Length > 1 ? " in that order" : "")}";
        string sentence = shares.Length == 1
            ? $"{supplier} supplied {Words.Percent(first.LookThrough.Part)} of {ExposureWords.Whole(first)} of {brief.Exposures.User(first.Partner, exposure)} in {exposure.Year} {terms}{beside}."
            : $"{Words.Possessive(supplier)} share of {ExposureWords.Whole(first)} of the {ExposureWords.TableSector(exposure)} sector in {exposure.Year} was "
                + $"{Words.List([.. shares.Select(s => $"{Words.Percent(s.LookThrough.Part)} in {brief.Names.Of(s.Partner)}")])} {terms}{beside}.";
        return brief.Fact(sentence, shares.SelectMany(s => face ? new[] { s.LookThroughClaim, s.FaceValueClaim! } : [s.LookThroughClaim]));
    }

    /// <summary>That no partner reaches the mark in a table sector, with the largest share and how near the sector comes.</summary>
    internal Sentence BelowMark(SectorTerm sector, Exposure largest, double mark)
    {
        MemberShare share = largest.Members[0];
        brief.References.Weigh(share.Claims);
        brief.References.Name(largest);
        return brief.Fact(
            $"No partner gets {Words.Mark(mark)} from one supplier country: the largest share is {Words.Possessive(brief.Names.Of(largest.Supplier))}, {Words.Percent(share.LookThrough.Part)} of {ExposureWords.Whole(share)} of {brief.Exposures.User(share.Partner, largest)} in {largest.Year}, which {Nearness(largest.Fit)}.",
            [share.LookThroughClaim], brief.References.Link(sector));
    }

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

    /// <summary>How near the table sector comes to the sector of co-operation; where its name has just been said, without it.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure, bool named = false) => brief.Fact(
        named ? $"It {Nearness(exposure.Fit)}: {Reason(exposure.FitReason)}" : $"The table has no nearer sector than “{ExposureWords.TableSector(exposure)}”, which {Nearness(exposure.Fit)}: {Reason(exposure.FitReason)}",
        [], brief.References.Link(sector));

    /// <summary>That the table sector is wider than the sectors of co-operation just named.</summary>
    internal Sentence Wider(IReadOnlyList<SectorTerm> sectors, bool all) => brief.Fact(
        all ? $"The table sector is wider than {(sectors.Count > 1 ? "each of these sectors" : "that sector")} of co-operation."
            : $"The table sector is wider than {Words.List([.. sectors.Select(s => Words.Sector(s.Label))])}.",
        [], sectors.Select(brief.References.Link));

    /// <summary>That no table sector comes near these sectors of co-operation.</summary>
    internal Sentence NoTable(IReadOnlyList<SectorTerm> sectors) => brief.Fact(
        $"No exposure is stated for {Words.List([.. sectors.Select(s => Words.Sector(s.Label))], "or")}, because no table sector comes near {(sectors.Count == 1 ? "it" : "them")}; the file cited gives the reason for each.",
        [], sectors.Select(brief.References.Link));

    private static string Nearness(Fit fit) => fit switch
    {
        Sectors.Fit.Close => "fits closely",
        Sectors.Fit.Partial => "fits in part",
        _ => "fits loosely",
    };

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];
}
