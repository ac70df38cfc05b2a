using System.Text.Json;
using System.Text.Json.Serialization;
using Linchpin.Claims;

namespace Linchpin.Workbench.SavedViews;

/// <summary>A page with its settings, kept under a name.</summary>
/// <param name="Id">32 hexadecimal digits.</param>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Address">Path and query, without the language.</param>
/// <param name="By">Whose it is.</param>
/// <param name="Saved">When it was saved (UTC).</param>
public sealed record SavedView(string Id, string Name, string Address, string By, DateTimeOffset Saved);

/// <summary>What was done last to the saved views of a person, and what stood there before; one step can be undone.</summary>
/// <param name="Act">saved, renamed or deleted.</param>
/// <param name="Id">The view.</param>
/// <param name="Before">The view as it was; <see langword="null"/> where there was none.</param>
/// <param name="By">Who did it.</param>
public sealed record LastAct(string Act, string Id, SavedView? Before, string By);

/// <summary>The saved views of a home, in the file <c>views.json</c>. Each person sees their own.</summary>
/// <remarks>The file is read before each change and replaced whole, so that another process of the same home loses nothing but a change in the same instant. One that cannot be read is left alone and refused.</remarks>
internal sealed class ViewsFile(WorkbenchSettings settings)
{
    /// <summary>The most views of a person.</summary>
    public const int Most = 200;

    /// <summary>The longest name and the longest address, in characters.</summary>
    public const int LongestName = 80, LongestAddress = 4000;

    private const long MostJson = 8L << 20;
    private static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 16, WriteIndented = true };
    private readonly Lock _lock = new();

    /// <summary>The person's views, by name.</summary>
    /// <exception cref="FaultException"><c>workbench.views</c></exception>
    public IReadOnlyList<SavedView> All() => settings.Home is null ? [] : [.. Read().Views.Where(Own).OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase).ThenBy(v => v.Id, StringComparer.Ordinal)];

    /// <summary>What the person did last; <see langword="null"/> where there is nothing to undo.</summary>
    public LastAct? Last() => settings.Home is null ? null : Read().Last.FirstOrDefault(l => l.By == settings.Person);

    /// <summary>Keeps an address under a name.</summary>
    /// <exception cref="FaultException"><c>workbench.field</c>: no name, too long, no address of this workbench; <c>workbench.views</c>: too many.</exception>
    public void Save(string name, string address) => Change(file =>
    {
        if (file.Views.Count(Own) >= Most)
        {
            throw WorkbenchFaults.Views.Because($"There are {Most} already.", Path);
        }

        string id = Guid.NewGuid().ToString("N");
        return With(file, "saved", id, null, new SavedView(id, Named(name), Checked(address), settings.Person, settings.Clock.GetUtcNow()));
    });

    /// <summary>Gives a view another name.</summary>
    /// <exception cref="FaultException"><c>workbench.not-found</c>, <c>workbench.field</c></exception>
    public void Rename(string id, string name) => Change(file => Find(file, id) is var view ? With(file, "renamed", id, view, view with { Name = Named(name) }) : file);

    /// <summary>Takes a view away.</summary>
    /// <exception cref="FaultException"><c>workbench.not-found</c></exception>
    public void Delete(string id) => Change(file => With(file, "deleted", id, Find(file, id), null));

    /// <summary>Undoes what the person did last.</summary>
    /// <exception cref="FaultException"><c>workbench.not-found</c>: there is nothing to undo.</exception>
    public void Undo() => Change(file =>
    {
        LastAct last = file.Last.FirstOrDefault(l => l.By == settings.Person) ?? throw WorkbenchFaults.NotFound.Because("No change of the saved views is left to undo.");
        return new Kept([.. file.Views.Where(v => v.Id != last.Id), .. last.Before is { } before ? [before] : Array.Empty<SavedView>()], [.. file.Last.Where(l => l.By != settings.Person)]);
    });

    private string Path => System.IO.Path.Combine(settings.Home!.Folder, "views.json");

    private bool Own(SavedView view) => view.By == settings.Person;

    private SavedView Find(Kept file, string id) => file.Views.FirstOrDefault(v => v.Id == id && Own(v)) ?? throw WorkbenchFaults.NotFound.Because($"There is no saved view '{Shown.Short(id)}'.");

    private Kept With(Kept file, string act, string id, SavedView? before, SavedView? now) => new(
        [.. file.Views.Where(v => v.Id != id), .. now is null ? Array.Empty<SavedView>() : [now]], [.. file.Last.Where(l => l.By != settings.Person), new LastAct(act, id, before, settings.Person)]);

    private static string Named(string name) => name.Trim() is { Length: > 0 and <= LongestName } words && !words.Any(char.IsControl) ? words
        : throw WorkbenchFaults.Field.Because($"'{Shown.Short(name)}' is no name for a view.", remedy: $"Give 1 to {LongestName} characters.");

    private static string Checked(string address) => Access.Changes.Own(address) is not null && address.Length <= LongestAddress ? address
        : throw WorkbenchFaults.Field.Because($"'{Shown.Short(address)}' is no address of this workbench.");

    private void Change(Func<Kept, Kept> change)
    {
        if (settings.Home is null)
        {
            throw WorkbenchFaults.NotFound.Because("This workbench has no home to keep views in.");
        }

        lock (_lock)
        {
            Kept changed = change(Read());
            try
            {
                File.WriteAllBytes(Path + ".part", JsonSerializer.SerializeToUtf8Bytes(changed, Form));
                File.Move(Path + ".part", Path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw ProgramFaults.Output.Because(Shown.Short(e.Message, 300), Path, inner: e);
            }
        }
    }

    private Kept Read()
    {
        try
        {
            var file = new FileInfo(Path);
            return !file.Exists ? new Kept([], [])
                : file.Length > MostJson ? throw WorkbenchFaults.Views.Because($"The file has {file.Length} bytes.", Path)
                : JsonSerializer.Deserialize<Kept>(File.ReadAllBytes(Path), Form) is { Views: { } views, Last: { } last } kept && views.All(v => v is { Id: not null, Name: not null, Address: not null } && Access.Changes.Own(v.Address) is not null) && last.All(l => l is not null) ? kept
                : throw WorkbenchFaults.Views.Because("It is no list of saved views.", Path);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw WorkbenchFaults.Views.Because(Shown.Short(e.Message, 200), Path, inner: e);
        }
    }

    private sealed record Kept(IReadOnlyList<SavedView> Views, IReadOnlyList<LastAct> Last);
}
