using System.Text;
using Linchpin.Reading;
using Linchpin.Starter;

namespace Linchpin.Bench;

/// <summary>Text to items on one core: the starter's short documents over and over, with the numbers in them changed, at sizes that show whether cost grows as the text.</summary>
internal static class ReadingBench
{
    public static int Run(Measure measure)
    {
        Measure.Head();
        string text = string.Join("\n\n", StarterRecord.DocumentFiles().Where(f => f.EndsWith(".txt", StringComparison.Ordinal)).Select(File.ReadAllText));
        foreach (int megabytes in new[] { 1, 4, 12 })
        {
            byte[] document = Repeat(text, megabytes << 20);
            measure.Of($"text to items, {megabytes} MB", megabytes > 4 ? 3 : 5, () => new Reading.Reading().Read(new MemoryStream(document), "bench.txt"), (document.Length / 1e6, "MB"));
        }

        return 0;
    }

    private static byte[] Repeat(string text, int bytes)
    {
        var all = new StringBuilder(bytes + text.Length);
        for (int copy = 0; all.Length < bytes; copy++)
        {
            all.Append("Section ").Append(copy).Append("\n\n").Append(text).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(all.ToString());
    }
}
