namespace Linchpin.Reading.Tests.Findings;

public class ListsOfPromisesTests
{
    [Fact]
    public void Points_under_a_head_that_binds_are_promises_of_its_parties()
    {
        IReadOnlyList<Item> promises = Files.Read("Japan and Australia met in Tokyo on 3 May 2024.\n\nJapan and Australia agreed to:\n\n- share data on cables;\n- train two hundred engineers.\n\nThe weather was fine.\n", "words.md").Of("commitment");
        promises.Select(p => p.Quote).ShouldBe(["share data on cables", "train two hundred engineers"]);
        promises.ShouldAllBe(p => p.Act == "agreed" && p.Who.Count == 2);
    }

    [Fact]
    public void Points_under_a_head_that_does_not_bind_are_no_promises() =>
        Files.Read("Japan and Australia discussed how to:\n\n- share data on cables;\n- train two hundred engineers.\n", "words.md").Of("commitment").ShouldBeEmpty();

    [Fact]
    public void A_list_ends_at_the_first_line_that_is_no_point() =>
        Files.Read("Japan and Australia agreed to:\n\n- share data on cables;\n\nThe talks were long and friendly.\n\n- train two hundred engineers.\n", "words.md").Of("commitment").Count.ShouldBe(1);
}
