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

    [Theory]
    [InlineData("not json", "starter.entry")]
    [InlineData("{\"key\": \"x\"}", "starter.entry")]
    [InlineData("{\"key\": \"x\", \"facts\": []}", "starter.entry")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"what\": \"no place\"}]}", "starter.entry")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": {\"source\": \"orta-2024-03\", \"start\": 9, \"end\": 3, \"hash\": \"00\"}, \"what\": \"x\"}]}", "starter.entry")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT}]}", "starter.entry")]
    [InlineData("{\"key\": \"ira-chips\", \"facts\": [{\"at\": AT, \"what\": \"a key that is there\"}]}", "starter.entry")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT, \"about\": \"mechanism/nowhere\"}]}", "starter.reference")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": {\"source\": \"nowhere\", \"start\": 1, \"end\": 2, \"hash\": \"HASH\"}, \"what\": \"x\"}]}", "starter.reference")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT, \"sector\": \"alchemy\"}]}", "claims.sector-unknown")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT, \"about\": \"XQZ\"}]}", "claims.country-unknown")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT, \"colour\": \"red\"}]}", "claims.property-unknown")]
    [InlineData("{\"key\": \"x\", \"facts\": [{\"at\": AT, \"from\": \"2023-13\", \"what\": \"x\"}]}", "claims.date")]
    public void A_line_that_cannot_be_read_is_refused(string line, string code)
    {
        string hash = new('a', 64);
        string at = $$"""{"source": "orta-2024-03", "start": 1, "end": 2, "hash": "{{hash}}"}""";
        File.AppendAllLines(Path.Combine(_folder, "record", "risks.jsonl"), [line.Replace("AT", at, StringComparison.Ordinal).Replace("HASH", hash, StringComparison.Ordinal)]);

        Should.Throw<FaultException>(() => StarterRecord.Read("n", _folder)).Fault.Kind.Code.ShouldBe(code);
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
