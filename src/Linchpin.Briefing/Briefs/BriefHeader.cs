using Linchpin.Briefing.Wording;
using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Briefing.Briefs;

/// <summary>The title and header of a brief or an agenda: for whom, as of when.</summary>
internal static class BriefHeader
{
    /// <summary>The title of a brief: its partners.</summary>
    internal static string Title(BriefContext brief) => Opened(brief.Names, brief.Say("brief.title", brief.Names.List(brief.Lattice.Partners)));

    /// <summary>Partners, sectors where some are chosen, reader and clocks.</summary>
    internal static IEnumerable<BriefLine> Lines(BriefContext brief)
    {
        yield return new BriefLine(brief.Say("brief.partners"), Opened(brief.Names, brief.Names.List(brief.Lattice.Partners)));
        if (brief.Lattice.Rows.Count < Vocabulary.Sectors.Count)
        {
            yield return new BriefLine(brief.Say("brief.sectors"), string.Join("; ", brief.Lattice.Rows.Select(r => brief.Names.Heading(r.Sector))));
        }

        foreach (BriefLine line in Clocks(brief.Names, brief.Index.View, brief.RecordAsOf))
        {
            yield return line;
        }
    }

    /// <summary>For whom, the day of the record, and the other clocks where they are set to another day.</summary>
    internal static IEnumerable<BriefLine> Clocks(Names names, View view, DateOnly recordAsOf)
    {
        string reader = view.Reader.Name;
        yield return new BriefLine(names.Say("brief.made-for"), Vocabulary.Countries.ContainsKey(reader) ? names.Bare(EntityId.Country(reader)) : Words.Clean(reader));
        yield return new BriefLine(names.Say("brief.as-of"), names.Date(recordAsOf)) { Clock = true };
        (string Key, DateOnly? Day)[] others = [("brief.held-on", view.AsOf.Valid is { } valid && valid != recordAsOf ? valid : null), ("brief.published-by", view.AsOf.PublishedBy), ("brief.known-by", view.AsOf.KnownBy)];
        foreach ((string key, DateOnly? day) in others)
        {
            if (day is { } set)
            {
                yield return new BriefLine(names.Say(key), names.Date(set)) { Clock = true };
            }
        }
    }

    /// <summary>From which share an exposure counts.</summary>
    internal static BriefLine Mark(BriefContext brief) => new(brief.Say("brief.mark"), brief.Say("brief.mark-is", Words.Mark(brief.Lattice.Settings.Threshold)));

    /// <summary>As it opens a line.</summary>
    internal static string Opened(Names names, string text) => names.English ? Words.Capital(text) : text;
}
