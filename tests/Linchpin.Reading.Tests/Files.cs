using System.Text;
using Linchpin.Claims;

namespace Linchpin.Reading.Tests;

/// <summary>Documents for the tests: those kept beside them, and words turned into one.</summary>
internal static class Files
{
    internal static string Path(string folder, string name) => System.IO.Path.Combine(AppContext.BaseDirectory, folder, name);

    internal static ReadDocument Read(string words, string name = "words.txt", DocumentFacts? facts = null) =>
        new Reading().Read(new MemoryStream(Encoding.UTF8.GetBytes(words)), name, facts);

    internal static IReadOnlyList<Item> Of(this ReadDocument read, string kind) => [.. read.Items.Where(i => i.Kind == kind)];

    internal static string FaultOf(Action act) => Should.Throw<FaultException>(act).Fault.Kind.Code;
}
