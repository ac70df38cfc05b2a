namespace Linchpin.Tests.Starter;

/// <summary>A test that needs the source documents, which are kept outside the repository; skipped where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (Corpus.Folder is null)
        {
            Skip = "The source documents (../shared/corpus/documents) are not on this machine.";
        }
    }
}

/// <summary>The source documents by content hash.</summary>
internal static class Corpus
{
    public static string? Folder { get; } =
        Repository.At("..", "shared", "corpus", "documents") is var path && Directory.Exists(path) ? Path.GetFullPath(path) : null;

    /// <summary>Decoded text by the SHA-256 of the bytes.</summary>
    public static IReadOnlyDictionary<string, string> Texts() => Directory.EnumerateFiles(Folder!, "*.txt").ToDictionary(
        file => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))),
        file => new System.Text.UTF8Encoding(false, true).GetString(File.ReadAllBytes(file)));
}
