using Linchpin.Claims;
using Linchpin.Workbench.Editions;

namespace Linchpin.Tests.Editions;

public sealed class EditionFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-publish-").FullName;

    [Fact]
    public async Task An_edition_takes_the_place_of_the_one_before_and_leaves_nothing_beside_it()
    {
        using var record = PublishedRecord.Whole();
        string place = Path.Combine(_folder, "site");
        EditionFolder.Write(place, await record.Publish("en", "ko"));
        EditionFiles later = await record.Publish("en");
        EditionFolder.Check(place);
        EditionFolder.Write(place, later);

        Directory.GetFileSystemEntries(_folder).ShouldBe([place]);
        Directory.GetFiles(place, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(place, f)).ShouldBe(later.Files.Select(f => f.Path), ignoreOrder: true);
    }

    [Fact]
    public void A_folder_of_somebody_elses_files_is_refused_and_left_as_it_was()
    {
        string place = Directory.CreateDirectory(Path.Combine(_folder, "letters")).FullName;
        File.WriteAllText(Path.Combine(place, "letter.txt"), "dear");

        Refused(place).ShouldContain("holds no manifest.json");
        File.ReadAllText(Path.Combine(place, "letter.txt")).ShouldBe("dear");
    }

    [Fact]
    public async Task An_edition_in_which_somebody_put_a_file_is_refused_by_the_name_of_that_file()
    {
        using var record = PublishedRecord.Whole();
        string place = Path.Combine(_folder, "site");
        EditionFolder.Write(place, await record.Publish("en"));
        File.WriteAllText(Path.Combine(place, "lattice", "note.txt"), "mine");

        Refused(place).ShouldContain("lattice/note.txt");
        File.Exists(Path.Combine(place, "index.html")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("{\"format\": \"another program's\"}")]
    public void A_manifest_of_another_kind_makes_no_edition(string manifest)
    {
        string place = Directory.CreateDirectory(Path.Combine(_folder, "site")).FullName;
        File.WriteAllText(Path.Combine(place, "manifest.json"), manifest);

        Refused(place).ShouldContain("manifest.json");
    }

    [Fact]
    public void A_file_and_a_link_are_refused()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        string link = Path.Combine(_folder, "link");
        Directory.CreateSymbolicLink(link, Directory.CreateDirectory(Path.Combine(_folder, "real")).FullName);

        Refused(file).ShouldContain("a file");
        Refused(link).ShouldContain("a link");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Refused(string folder)
    {
        Fault fault = Should.Throw<FaultException>(() => EditionFolder.Check(folder)).Fault;
        fault.Kind.ShouldBe(EditionFaults.NotOurs);
        return fault.Cause;
    }
}
