using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Linchpin.Claims;
using Linchpin.Reading;

namespace Linchpin.Bench;

/// <summary>Reads broken documents of every format for some minutes and keeps each that ended in anything but items or a fault, or that took too long or too much memory.</summary>
/// <remarks>The document at hand is written before it is read: what ends the process itself is found there.</remarks>
internal sealed class Fuzz(string seeds, string found, int seed)
{
    private const int SlowSeconds = 10;
    private const long MuchMemory = 1L << 30;
    private const int LongestMade = 1 << 20;

    private static readonly string[] Words =
    [
        "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "&#x0;", "&#xD800;", "&amp;", "<style>", "</style>", ".a{display:none}", "<div hidden>", "<p ", "class=\"", "<table><tr><td>", "<w:p>", "<w:t>", "<w:del>", "<w:vanish/>",
        "obj", "endobj", "stream\n", "endstream", "/Kids[2 0 R]", "/Count 99999999", "/Parent 2 0 R", "BT ", " Tf ", "(", ")", "%%EOF", "xref", "/Encrypt 6 0 R", "/Filter/FlateDecode", "99999999999", "-1",
        "Content-Type: multipart/mixed; boundary=b\n\n", "--b\n", "--b--\n", "Content-Transfer-Encoding: base64\n", "=?utf-8?B?", "?=", "=\n", "=FF", "charset=utf-16", "\0", "\uFEFF", "\u202E", "\u200B", "\u00AD\n", "-\n", "\f", "\r", "\n\n",
        "Japan and India agreed to ", " should ", "31 February 2024", "00/2023", "A week later, ", "(", "“", "U.S.", "e |", "70t anniversary", "# ", "[a](b", "```\n", "> ", "1. ",
    ];

    private readonly Random _random = new(seed);
    private readonly Linchpin.Reading.Reading _reading = new();

    public static int Run(string[] arguments)
    {
        double minutes = arguments.Length > 0 && double.TryParse(arguments[0], System.Globalization.CultureInfo.InvariantCulture, out double given) ? given : 1;
        string seeds = arguments.ElementAtOrDefault(1) ?? Path.Combine("tests", "Linchpin.Reading.Tests", "Seeds");
        string found = arguments.ElementAtOrDefault(2) ?? Path.Combine(".build", "fuzz");
        int seed = arguments.Length > 3 ? int.Parse(arguments[3], System.Globalization.CultureInfo.InvariantCulture) : 1;
        Directory.CreateDirectory(found);
        return new Fuzz(seeds, found, seed).Run(TimeSpan.FromMinutes(minutes));
    }

    private int Run(TimeSpan time)
    {
        (string Ending, byte[] Bytes)[] all = [.. Directory.EnumerateFiles(seeds).Order(StringComparer.Ordinal).Select(f => (Path.GetExtension(f), File.ReadAllBytes(f)))];
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var clock = Stopwatch.StartNew();
        int runs = 0, kept = 0;
        var told = TimeSpan.Zero;
        while (clock.Elapsed < time)
        {
            (string ending, byte[] bytes) = all[_random.Next(all.Length)];
            byte[] made = ending == ".docx" && _random.Next(4) > 0 ? Inside(bytes) : Broken(bytes, [.. all.Where(a => a.Ending == ending).Select(a => a.Bytes)]);
            string outcome = Read(made, ending);
            string key = $"{ending} {outcome}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
            runs++;
            if (!outcome.StartsWith("reading.", StringComparison.Ordinal) && outcome != "read" && counts[key] <= 20)
            {
                File.WriteAllBytes(Path.Combine(found, $"{outcome}-{Convert.ToHexStringLower(SHA256.HashData(made))[..8]}{ending}"), made);
                kept++;
            }

            if (clock.Elapsed - told > TimeSpan.FromMinutes(5))
            {
                told = clock.Elapsed;
                Tell();
            }
        }

        Tell();
        return kept == 0 ? 0 : 1;

        void Tell()
        {
            Console.WriteLine($"{clock.Elapsed.TotalMinutes:0.0} minutes, {runs} documents, {kept} kept, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
            foreach ((string key, int count) in counts)
            {
                Console.WriteLine($"  {key}: {count}");
            }
        }
    }

    private string Read(byte[] made, string ending)
    {
        File.WriteAllBytes(Path.Combine(found, "at-hand" + ending), made);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var clock = Stopwatch.StartNew();
        long before = GC.GetTotalMemory(forceFullCollection: false);
        string outcome;
        try
        {
            ReadDocument read = _reading.Read(new MemoryStream(made), "a" + ending, null, late.Token);
            string text = read.Document.Text!;
            bool exact = read.Items.All(i => i.Start >= 0 && i.Start < i.End && i.End <= text.Length && text[i.Start..i.End] == i.Quote);
            read.ToDeposit(Handling.Unlabelled("fuzz"));
            bool maps = read.Original is null || (read.Original.Map.Fits(text) && read.Original.Map.Parts.All(p => p.Start >= 0 && p.Start < p.End && p.End <= text.Length));
            outcome = exact && maps ? "read" : "wrong-place";
        }
        catch (FaultException e)
        {
            outcome = e.Fault.Kind.Code;
        }
        catch (OperationCanceledException)
        {
            outcome = "endless";
        }
#pragma warning disable CA1031 // Whatever it is: that is what is looked for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            File.WriteAllText(Path.Combine(found, e.GetType().Name + ".txt"), e.ToString());
            outcome = e.GetType().Name;
        }

        return clock.Elapsed.TotalSeconds > SlowSeconds ? "slow" : GC.GetTotalMemory(forceFullCollection: false) - before > MuchMemory ? "large" : outcome;
    }

    /// <summary>The markup within a DOCX, broken, in a whole archive.</summary>
    private byte[] Inside(byte[] docx)
    {
        using var file = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(docx)))
        using (var to = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in from.Entries)
            {
                using Stream content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                using Stream into = to.CreateEntry(entry.FullName, CompressionLevel.NoCompression).Open();
                into.Write(entry.FullName.EndsWith(".xml", StringComparison.Ordinal) && _random.Next(2) == 0 ? Broken(bytes.ToArray(), [bytes.ToArray()]) : bytes.ToArray());
            }
        }

        return file.ToArray();
    }

    private byte[] Broken(byte[] bytes, byte[][] others)
    {
        List<byte> made = [.. bytes];
        for (int n = 1 + _random.Next(8); n > 0 && made.Count > 0; n--)
        {
            int at = _random.Next(made.Count), length = Math.Min(made.Count - at, 1 + _random.Next(1 << _random.Next(10)));
            switch (_random.Next(9))
            {
                case 0:
                    made[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    made[at] ^= (byte)(1 << _random.Next(8));
                    break;
                case 2:
                    made.RemoveRange(at, length);
                    break;
                case 3:
                    made.InsertRange(at, made.GetRange(at, length));
                    break;
                case 4 or 5:
                    made.InsertRange(at, Encoding.UTF8.GetBytes(Words[_random.Next(Words.Length)]));
                    break;
                case 6:
                    byte[] other = others[_random.Next(others.Length)];
                    int from = _random.Next(other.Length);
                    made.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, length)).ToArray());
                    break;
                case 7 when _random.Next(4) == 0:
                    made.RemoveRange(at, made.Count - at);
                    break;
                case 8 when _random.Next(4) == 0:
                    byte[] piece = [.. made.GetRange(at, Math.Min(length, 64))];
                    for (int k = Math.Min(1 << _random.Next(15), LongestMade / piece.Length); k > 0 && made.Count < LongestMade; k--)
                    {
                        made.InsertRange(at, piece);
                    }

                    break;
            }
        }

        return [.. made];
    }
}
