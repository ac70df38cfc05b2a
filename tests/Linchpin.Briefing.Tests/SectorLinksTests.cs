using Linchpin.Briefing.Sectors;
using Linchpin.Claims;

namespace Linchpin.Briefing.Tests;

public sealed class SectorLinksTests
{
    [Fact]
    public void Every_sector_of_co_operation_is_linked_or_has_a_reason_why_not()
    {
        foreach (SectorTerm sector in Vocabulary.Sectors)
        {
            (SectorLinks.Default.Of(sector.Id).Any() ^ SectorLinks.Default.WhyNone(sector.Id) is not null).ShouldBeTrue(sector.Id);
        }
    }

    [Fact]
    public void Every_linked_table_sector_has_a_plain_name_without_its_code()
    {
        foreach (SectorLink link in SectorLinks.Default.All.Where(l => l.TableSector is not null))
        {
            string name = SectorLinks.Default.PlainName(link.TableSector!.Value).ShouldNotBeNull();
            name.ShouldNotContain(link.TableSector.Value.Name[(link.TableSector.Value.Name.IndexOf(':') + 1)..]);
            link.Reason.ShouldEndWith(".");
        }
    }

    [Fact]
    public void A_file_of_ones_own_is_read_with_quoted_cells()
    {
        SectorLinks links = SectorLinks.Read(new StringReader("sector,classification,table_sector,fit,reason\nspace,wiod35,c15,loose,\"Rockets, \"\"mostly\"\".\"\n"), "own.csv");
        links.Of("space").ShouldHaveSingleItem().Reason.ShouldBe("Rockets, \"mostly\".");
    }

    public static TheoryData<string> BadFiles => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "BadInput"), "*.csv").Select(f => Path.GetFileName(f)!)];

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void A_file_that_is_no_link_is_refused_with_its_place(string file)
    {
        using StreamReader reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "BadInput", file));
        Fault fault = Should.Throw<FaultException>(() => SectorLinks.Read(reader, file)).Fault;
        fault.Kind.Code.ShouldBe("briefing.sector-links");
        fault.Place.ShouldNotBeNull().ShouldStartWith(file);
    }
}
