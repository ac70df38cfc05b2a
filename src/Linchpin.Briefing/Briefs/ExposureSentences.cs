using System.Globalization;
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
        Commas stated = brief.Exposures.Stated(first, exposure);
        Said terms = _terms.Add((direct, brief.Exposures.Terms(first, exposure))) ? new("exposure.terms", stated) : new("exposure.same-base");
        bool face = direct && shares.All(s => s.FaceValue is not null);
        object beside = !face ? "" : new Said(shares.Length > 1 ? "exposure.direct-order" : "exposure.direct", Parts([.. shares.Select(s => Words.Percent(s.FaceValue!.Part))]));
        Said sentence = shares.Length == 1
            ? new("exposure.one", exposure.Supplier, Words.Percent(first.LookThrough.Part), ExposureWords.WholeOf(first), ExposureWords.User(first.Partner, exposure), Year(exposure), terms, beside)
            : new("exposure.several", new Whose(exposure.Supplier), ExposureWords.WholeOf(first), ExposureWords.Sector(exposure), Year(exposure), In(shares), terms, beside);
        return brief.Fact(sentence, shares.SelectMany(s => face ? new[] { s.LookThroughClaim, s.FaceValueClaim! } : [s.LookThroughClaim]));
    }

    /// <summary>That no partner reaches the mark in a table sector, with the largest share and how near the sector comes.</summary>
    internal Sentence BelowMark(SectorTerm sector, Exposure largest, double mark)
    {
        MemberShare share = largest.Members[0];
        brief.References.Weigh(share.Claims);
        brief.References.Name(largest);
        return brief.Fact(
            new Said("exposure.below", Words.Mark(mark), new Whose(largest.Supplier), Words.Percent(share.LookThrough.Part), ExposureWords.WholeOf(share), ExposureWords.User(share.Partner, largest), Year(largest), Nearness(largest.Fit)),
            [share.LookThroughClaim], brief.References.Link(sector));
    }

    /// <summary>What the table books under a region that is no country.</summary>
    internal Sentence Elsewhere(Exposure exposure)
    {
        MemberShare share = exposure.Members[0];
        brief.References.Name(exposure);
        return brief.Fact(new Said("exposure.elsewhere", exposure.Supplier, ExposureWords.User(share.Partner, exposure), Words.Percent(share.LookThrough.Part)), [share.LookThroughClaim]);
    }

    /// <summary>The exposure of a table sector that another section tells in full: where, and the shares.</summary>
    internal Sentence ToldUnder(string where, IReadOnlyList<IReadOnlyList<Exposure>> suppliers)
    {
        Exposure first = suppliers[0][0];
        MemberShare[] shares = [.. suppliers.SelectMany(s => s).SelectMany(e => e.Members)];
        brief.References.Weigh(shares.SelectMany(s => s.Claims));
        brief.References.Name(first);
        IEnumerable<string> told = suppliers.Select(of => brief.Say("exposure.told-shares", of[0].Supplier, In(of.SelectMany(e => e.Members).OrderByDescending(m => m.LookThrough.Part))));
        return brief.Fact(new Said("exposure.told-under", ExposureWords.Sector(first), where, string.Join("; ", told), Year(first)), shares.Select(s => s.LookThroughClaim));
    }

    /// <summary>How near the table sector comes to the sector of co-operation; where its name has just been said, without it. The reason is given where the file of links has it in the language.</summary>
    internal Sentence Fit(SectorTerm sector, Exposure exposure, bool named = false)
    {
        object reason = brief.Names.English ? new Said("exposure.reason", Reason(exposure.FitReason).TrimEnd('.')) : "";
        return brief.Fact(
            named ? new Said("exposure.it-fits", Nearness(exposure.Fit), reason) : new Said("exposure.nearest", ExposureWords.Sector(exposure), Nearness(exposure.Fit), reason),
            [], brief.References.Link(sector));
    }

    /// <summary>That the table sector is wider than the sectors of co-operation just named.</summary>
    internal Sentence Wider(IReadOnlyList<SectorTerm> sectors, bool all) => brief.Fact(
        !all ? new Said("exposure.wider", Parts([.. sectors.Select(brief.Names.Sector)])) : new Said(sectors.Count > 1 ? "exposure.wider-each" : "exposure.wider-one"),
        [], sectors.Select(brief.References.Link));

    /// <summary>That no table sector comes near these sectors of co-operation.</summary>
    internal Sentence NoTable(IReadOnlyList<SectorTerm> sectors) => brief.Fact(
        new Said(sectors.Count == 1 ? "exposure.no-table-it" : "exposure.no-table-them", new Either([.. sectors.Select(brief.Names.Sector)])),
        [], sectors.Select(brief.References.Link));

    private static All In(IEnumerable<MemberShare> shares) => new([.. shares.Select(s => new Said("exposure.in", Words.Percent(s.LookThrough.Part), s.Partner))]);

    private static All Parts(IReadOnlyList<object> parts) => new(parts);

    private static string Year(Exposure exposure) => exposure.Year.ToString(CultureInfo.InvariantCulture);

    private static Said Nearness(Fit fit) => new(fit switch
    {
        Sectors.Fit.Close => "exposure.fit-close",
        Sectors.Fit.Partial => "exposure.fit-partial",
        _ => "exposure.fit-loose",
    });

    private static string Reason(string reason) => char.ToLowerInvariant(reason[0]) + reason[1..];
}
