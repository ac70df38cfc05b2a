using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;

namespace Linchpin.Workbench;

/// <summary>The scripts, styles and picture of the workbench, built into the assembly and served under an address that carries their hash.</summary>
internal static class AssetFiles
{
    private const string Prefix = "workbench/";
    private static readonly FrozenDictionary<string, Asset> All = Read();

    /// <summary>The address of an asset: <c>/assets/style.css?v=…</c>.</summary>
    public static string Address(string name) => $"/assets/{name}?v={All[name].Hash}";

    /// <summary>The bytes of an asset.</summary>
    public static byte[] Content(string name) => All[name].Bytes;

    /// <summary>Serves the assets.</summary>
    public static void Map(WebApplication app) => app.MapGet("/assets/{name}", (string name, HttpContext http) =>
    {
        if (!All.TryGetValue(name, out Asset? asset))
        {
            throw WorkbenchFaults.NotFound.Because($"There is no asset '{Linchpin.Claims.Shown.Short(name)}'.");
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (asset.Packed is { } packed && http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(packed, asset.MediaType);
        }

        return Results.Bytes(asset.Bytes, asset.MediaType);
    }).ExcludeFromDescription();

    private static FrozenDictionary<string, Asset> Read()
    {
        Assembly assembly = typeof(AssetFiles).Assembly;
        string[] names = [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))];
        return names.Where(n => !n.EndsWith(".br", StringComparison.Ordinal)).ToFrozenDictionary(n => n[Prefix.Length..], n =>
        {
            byte[] bytes = Bytes(assembly, n);
            return new Asset(bytes, names.Contains(n + ".br") ? Bytes(assembly, n + ".br") : null, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)), MediaTypeOf(n));
        });
    }

    private static byte[] Bytes(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string MediaTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, byte[]? Packed, string Hash, string MediaType);
}
