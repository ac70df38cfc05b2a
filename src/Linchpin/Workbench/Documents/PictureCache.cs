namespace Linchpin.Workbench.Documents;

/// <summary>Pictures of pages that were drawn, as files of one folder; those not asked for longest go where all take too much. Safe to delete: a picture is drawn again.</summary>
/// <remarks>Who may see a picture is decided before it is asked for. What cannot be read or written is as if it were not there.</remarks>
/// <param name="folder">The folder; made when the first picture is kept.</param>
/// <param name="clock">Tells when a picture was last asked for.</param>
/// <param name="most">Bytes that all pictures may take.</param>
internal sealed class PictureCache(string folder, TimeProvider clock, long most = 256L << 20)
{
    /// <summary>The picture of that name; <see langword="null"/> where it is not kept.</summary>
    public byte[]? Find(string name)
    {
        try
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                return null;
            }

            byte[] picture = File.ReadAllBytes(path);
            Touch(path);
            return picture;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a picture, whole or not at all.</summary>
    public void Keep(string name, byte[] picture)
    {
        try
        {
            Directory.CreateDirectory(folder);
            string part = Path.Combine(folder, Path.GetRandomFileName() + ".part");
            File.WriteAllBytes(part, picture);
            Touch(part);
            File.Move(part, Path.Combine(folder, name), overwrite: true);
            long taken = 0;
            foreach (FileInfo file in new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(f => f.LastWriteTimeUtc))
            {
                taken += file.Length;
                if (taken > most)
                {
                    file.Delete();
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A full disk keeps nobody from reading.
        }
    }

    private void Touch(string path) => File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
}
