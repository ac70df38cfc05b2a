using Linchpin.Claims;
using Linchpin.Starter;

namespace Linchpin.Tests.Starter;

public sealed class StarterFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-starter-").FullName;

    public StarterFaultTests()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(StarterRecord.Folder, "record")))
        {
            Directory.CreateDirectory(Path.Combine(_folder, "record"));
            File.Copy(file, Path.Combine(_folder, "record", Path.GetFileName(file)));
        }
    }

    [Fact]
    public void A_copy_of_the_record_reads_like_the_record() =>
        StarterRecord.Read("n", _folder).SelectMany(d => d.Claims).Count().ShouldBe(StarterRecord.Read("n").SelectMany(d => d.Claims).Count());

    /// <summary>Lines that cannot be read, each in a file named for its fault: <c>CODE--what-is-wrong.jsonl</c>.</summary>
    public static TheoryData<string> BadLines => [.. Directory.EnumerateFiles(BadInput, "*.jsonl").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static string BadInput => Repository.At("tests", "Linchpin.Tests", "BadInput", "Starter");

    [Theory]
    [MemberData(nameof(BadLines))]
    public void A_line_that_cannot_be_read_is_refused(string file)
    {
        File.AppendAllText(Path.Combine(_folder, "record", "risks.jsonl"), File.ReadAllText(Path.Combine(BadInput, file)));

        Should.Throw<FaultException>(() => StarterRecord.Read("n", _folder)).Fault.Kind.Code.ShouldBe(file[..file.IndexOf("--", StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_line_without_end_is_refused()
    {
        File.AppendAllText(Path.Combine(_folder, "record", "risks.jsonl"), new string('[', 1 << 20));

        Should.Throw<FaultException>(() => StarterRecord.Read("n", _folder)).Fault.Kind.Code.ShouldBe("starter.entry");
    }

    [Theory]
    [InlineData("sources.json")]
    [InlineData("events.jsonl")]
    public void A_file_that_is_not_there_is_named(string file)
    {
        File.Delete(Path.Combine(_folder, "record", file));

        Fault fault = Should.Throw<FaultException>(() => StarterRecord.Read("n", _folder)).Fault;
        fault.Kind.Code.ShouldBe("starter.missing");
        fault.Cause.ShouldContain(file);
    }

    [Fact]
    public void Short_documents_that_are_not_there_are_a_fault() =>
        Should.Throw<FaultException>(() => StarterRecord.DocumentFiles(_folder)).Fault.Kind.Code.ShouldBe("starter.missing");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
