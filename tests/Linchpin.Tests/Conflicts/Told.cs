using System.Text;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Reading;

namespace Linchpin.Tests.Conflicts;

/// <summary>A record made from short texts, read and resolved as the program does, each with its publisher and date.</summary>
internal sealed class Told : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("linchpin-told-");
    private readonly Reading.Reading _reading = new();
    private int _texts;

    public Told()
    {
        Ledger = Linchpin.Ledger.Ledger.Open(Path.Combine(_folder.FullName, "ledger.db"), "node", TimeProvider.System);
        Intake = new Intake(Ledger, Handling.Clear("node"), new Originals(_folder.FullName));
    }

    public Ledger.Ledger Ledger { get; }

    public View View => Ledger.View(Reader.OwnerOf("node"));

    public Review Review => new(Ledger, Reader.OwnerOf("node"), Author.Person("Desk officer"), Handling.Clear("node"));

    private Intake Intake { get; }

    /// <summary>Reads a text of that day by a publisher of its own.</summary>
    public Told Say(string published, string text, string? genre = null)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var facts = new DocumentFacts(null, $"Publisher {_texts}", published.Length == 0 ? null : PartialDate.Parse(published), "stated", genre);
        Intake.Store(_reading.Read(content, $"text-{_texts++}.txt", facts));
        return this;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _folder.Delete(recursive: true);
    }
}
