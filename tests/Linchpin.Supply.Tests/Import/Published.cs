namespace Linchpin.Supply.Tests.Import;

/// <summary>The small tables under Published/ and folders for datasets that go with the test.</summary>
internal sealed class Published : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("linchpin-dataset-").FullName;

    /// <summary>A dataset folder that is not there yet.</summary>
    internal string Out => Path.Combine(_folder, "out");

    /// <summary>Everything in the folder above the dataset: what a run leaves behind beside it.</summary>
    internal string[] Left => [.. Directory.EnumerateFileSystemEntries(_folder).Select(e => Path.GetFileName(e)!).Order()];

    internal static string At(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "Published", .. parts]);

    internal static string Bad(string file) => Path.Combine(AppContext.BaseDirectory, "BadInput", "import", file);

    /// <summary>A file or folder of a fixture copied to where it can be changed.</summary>
    internal string Copy(params string[] parts)
    {
        string from = At(parts);
        string to = Path.Combine(_folder, "copy", Path.GetFileName(from));
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (File.Exists(from))
        {
            File.Copy(from, to);
            return to;
        }

        Directory.CreateDirectory(to);
        foreach (string file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        return to;
    }

    /// <summary>A new file beside the dataset.</summary>
    internal string Text(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    internal StoredDataset Import(string format, string path, ImportSettings? settings = null) => Supply.Import(format, [path], Out, settings);

    internal InputOutputTable Open(string format, params string[] parts)
    {
        StoredDataset made = Import(format, At(parts));
        return new Supply().Open(Out, made.Table.Year);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>A cell of Z by codes.</summary>
    internal static double Z(InputOutputTable t, string from, string sector, string to, string user) => t.Z[Industry(t, from, sector), Industry(t, to, user)];

    /// <summary>A cell of Y by codes.</summary>
    internal static double Y(InputOutputTable t, string from, string sector, string to, string category) =>
        t.Y[Industry(t, from, sector), (Country(t, to) * t.Categories.Count) + t.Categories.ToList().IndexOf(category)];

    internal static int Industry(InputOutputTable t, string country, string sector) => (Country(t, country) * t.Sectors.Count) + t.Sectors.ToList().FindIndex(s => s.Code == sector);

    private static int Country(InputOutputTable t, string code) => t.Countries.ToList().FindIndex(c => c.Code == code);
}
