using Linchpin.Claims;

namespace Linchpin.Reading.Tests.BadInput;

/// <summary>Documents that broke the reader once, found by <c>fuzz</c> of the benchmarks: each is read or refused with a fault, for ever.</summary>
public class FoundTests
{
    public static TheoryData<string> Found => [.. Directory.EnumerateFiles(Files.Path("BadInput", "Found")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Found))]
    public void What_broke_the_reader_once_is_read_or_refused(string name)
    {
        string path = Files.Path(Path.Combine("BadInput", "Found"), name);
        try
        {
            ReadDocument read = new Reading().ReadFile(path);
            read.Items.ShouldAllBe(i => read.Document.Text!.Substring(i.Start, i.End - i.Start) == i.Quote);
        }
        catch (FaultException e)
        {
            e.Fault.Kind.Code.ShouldStartWith("reading.");
        }
    }
}
