using Linchpin.Briefing.Briefs;

namespace Linchpin.Briefing.Tests.Briefs;

public sealed class WarningSectionTests
{
    [Fact]
    public void Early_warnings_of_the_partners_are_told_latest_first_with_level_date_how_sure_and_source()
    {
        using var record = new Record();
        record.Warning("KOR", "JPN", "2019-07", 840_930, 3_513_733).Warning("USA", "CHN", "2023-12", null, 1_745_869, "origin-lost", "low").Warning("DEU", "CHN", "2024-01", 1, 900);
        BriefSection section = record.Brief().Sections.Single(s => s.Id == "early-warnings");
        Sentence[] told = [.. section.Parts[0].Items.SelectMany(i => i.Sentences)];
        told[0].Text.ShouldBe("In December 2023, the United States’ imports of hydrogen fluoride from China have no row, which is no report or no trade where about 1,745,869 kg was to be expected; how sure: low (0.998).");
        told[1].Text.ShouldBe("In July 2019, South Korea’s imports of hydrogen fluoride from Japan came to 840,930 kg by weight where about 3,513,733 kg was to be expected; how sure: high (0.998).");
        told[1].Cites.ShouldHaveSingleItem();
        told[2].Kind.ShouldBe(SentenceKind.Note);
        told.Length.ShouldBe(3);
    }

    [Fact]
    public void Without_a_warning_for_a_partner_there_is_no_section()
    {
        using var record = new Record();
        record.Exposure("KOR", "CHN", 0.2).Warning("DEU", "CHN", "2024-01", 1, 900);
        record.Brief().Sections.ShouldAllBe(s => s.Id != "early-warnings");
    }
}
