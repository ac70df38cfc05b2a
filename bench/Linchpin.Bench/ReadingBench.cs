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
        foreach (int megabytes in new[] { 1, 4, 12, 50 })
        {
            byte[] document = Repeat(text, megabytes * 1_000_000);
            measure.Of($"text to items, {megabytes} MB", megabytes > 4 ? 3 : 5, () => new Reading.Reading().Read(new MemoryStream(document), "bench.txt"), (document.Length / 1e6, "MB"));
            Console.WriteLine($"  {Words(document):N0} words; peak of the process {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        }

        return 0;
    }

    private static int Words(byte[] document)
    {
        int words = 0;
        for (int i = 1; i < document.Length; i++)
        {
            words += document[i] <= ' ' && document[i - 1] > ' ' ? 1 : 0;
        }

        return words;
    }

    private static byte[] Repeat(string text, int bytes)
    {
        var all = new StringBuilder(bytes + text.Length);
        for (int copy = 0; all.Length + text.Length + 32 < bytes; copy++)
        {
            all.Append("Section ").Append(copy).Append("\n\n").Append(text).Append("\n\n");
        }

        return Encoding.UTF8.GetBytes(all.ToString());
    }
}
