using System.Text.Json;
using Linchpin.Claims;

namespace Linchpin.Supply.Tables;

/// <summary>The fields of one object of a descriptor or scenario, each checked as it is read.</summary>
internal sealed class Fields
{
    private const int MostCharacters = 4000;
    private readonly JsonElement _object;
    private readonly FaultKind _kind;

    internal Fields(JsonElement element, string place, FaultKind kind)
    {
        Place = place;
        _kind = kind;
        _object = element.ValueKind == JsonValueKind.Object ? element : throw Bad("An object is wanted.");
    }

    internal string Place { get; }

    internal FaultException Bad(string cause) => _kind.Because(cause, Place);

    internal bool Has(string name) => _object.TryGetProperty(name, out _);

    internal void Only(string what, params string[] known)
    {
        foreach (JsonProperty field in _object.EnumerateObject())
        {
            if (!known.Contains(field.Name, StringComparer.Ordinal))
            {
                throw Bad($"{what} has an unknown field \"{Shown.Short(field.Name)}\"; known are {string.Join(", ", known)}.");
            }
        }
    }

    internal Fields Object(string name) => _object.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.Object
        ? new Fields(e, Place, _kind) : throw Bad($"\"{name}\" is missing or not an object.");

    internal IReadOnlyList<Fields> Objects(string name) => _object.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.Array
        ? [.. e.EnumerateArray().Select(o => new Fields(o, Place, _kind))] : throw Bad($"\"{name}\" is missing or not a list.");

    /// <summary>The same object, its faults told of another place and kind.</summary>
    internal Fields At(string place, FaultKind kind) => new(_object, place, kind);

    /// <summary>A number in a range; the standard where it is missing and there is one.</summary>
    internal double Number(string name, double least, double most, double? standard)
    {
        if (!_object.TryGetProperty(name, out JsonElement e))
        {
            return standard ?? throw Bad($"\"{name}\" is missing.");
        }

        return e.ValueKind == JsonValueKind.Number && e.TryGetDouble(out double value) && value >= least && value <= most ? value
            : throw Bad(FormattableString.Invariant($"\"{name}\" is {Shown.Short(e.GetRawText(), 40)}; a number from {least} to {most} is wanted."));
    }

    internal int Whole(string name, int least, int most, int? standard)
    {
        double value = Number(name, least, most, standard);
        return value == Math.Floor(value) ? (int)value : throw Bad(FormattableString.Invariant($"\"{name}\" is {value}; a whole number is wanted."));
    }

    /// <summary>A list of 1 to so many numbers, each in a range.</summary>
    internal IReadOnlyList<double> NumberList(string name, double least, double most, int count)
    {
        JsonElement[] items = _object.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.Array && e.GetArrayLength() >= 1 && e.GetArrayLength() <= count
            ? [.. e.EnumerateArray()] : throw Bad($"\"{name}\" is missing or not a list of 1 to {count} numbers.");
        return [.. items.Select(i => i.ValueKind == JsonValueKind.Number && i.TryGetDouble(out double value) && value >= least && value <= most ? value
            : throw Bad(FormattableString.Invariant($"\"{name}\" has {Shown.Short(i.GetRawText(), 40)}; numbers from {least} to {most} are wanted.")))];
    }

    internal IReadOnlyDictionary<string, double> Numbers(string name, double least, double most)
    {
        Fields inner = Object(name);
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (JsonProperty field in inner._object.EnumerateObject())
        {
            if (!numbers.TryAdd(field.Name, inner.Number(field.Name, least, most, null)))
            {
                throw Bad($"\"{name}\" names \"{Shown.Short(field.Name)}\" twice.");
            }
        }

        return numbers;
    }

    internal bool Truth(string name) => _object.TryGetProperty(name, out JsonElement e) && e.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? e.GetBoolean() : throw Bad($"\"{name}\" is missing or neither true nor false.");

    /// <summary>A field as it is written.</summary>
    internal string Raw(string name) => _object.TryGetProperty(name, out JsonElement e) ? e.GetRawText() : throw Bad($"\"{name}\" is missing.");

    internal string? Optional(string name) => !_object.TryGetProperty(name, out JsonElement e) || e.ValueKind == JsonValueKind.Null ? null
        : e.ValueKind == JsonValueKind.String && e.GetString() is { Length: <= MostCharacters } text ? text
        : throw Bad($"\"{name}\" is not a text of at most {MostCharacters} characters.");

    internal string Text(string name) => Optional(name) is { } text && text.Trim().Length > 0 ? text : throw Bad($"\"{name}\" is missing or empty.");

    /// <summary>One of several words; the standard where it is missing and there is one.</summary>
    internal T Word<T>(string name, IReadOnlyList<(string Word, T Meaning)> known, T? standard)
        where T : struct
    {
        if (!Has(name) && standard is { } meant)
        {
            return meant;
        }

        string word = Text(name);
        foreach ((string each, T meaning) in known)
        {
            if (each == word)
            {
                return meaning;
            }
        }

        throw Bad($"\"{name}\" is '{Shown.Short(word)}'; known are {string.Join(", ", known.Select(k => k.Word))}.");
    }

    /// <summary>A number of any size, or <see langword="null"/> where it is missing.</summary>
    internal double? Finite(string name) => Has(name) ? Number(name, double.MinValue, double.MaxValue, null) : null;

    /// <summary>True or false; false where it is missing.</summary>
    internal bool Flag(string name) => _object.TryGetProperty(name, out JsonElement e) && (e.ValueKind == JsonValueKind.True
        || (e.ValueKind == JsonValueKind.False ? false : throw Bad($"\"{name}\" is {Shown.Short(e.GetRawText(), 40)}; true or false is wanted.")));

    /// <summary>A field as it stands.</summary>
    internal JsonElement Element(string name) => _object.TryGetProperty(name, out JsonElement e) ? e : default;

    /// <summary>One text, or a list of texts, none of them empty.</summary>
    internal IReadOnlyList<string> StringOrStrings(string name)
    {
        IReadOnlyList<string> texts = Element(name).ValueKind == JsonValueKind.Array ? Strings(name) : [Text(name)];
        return texts.Count is > 0 and <= 2000 && texts.All(t => t.Length <= MostCharacters && !string.IsNullOrWhiteSpace(t)) ? texts
            : throw Bad($"\"{name}\" is empty, or has an empty text, or too many or too long ones.");
    }

    /// <summary>A plain file name: a descriptor must not reach outside its folder.</summary>
    internal string FileName(string name, bool yearly)
    {
        string file = Text(name);
        bool plain = file.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '{' or '}') && file[0] != '.' && file.Length <= 100;
        string rest = file.Replace("{year}", "", StringComparison.Ordinal);
        bool years = yearly ? file.Length - rest.Length == "{year}".Length : rest.Length == file.Length;
        return plain && years && !rest.Contains('{', StringComparison.Ordinal) && !rest.Contains('}', StringComparison.Ordinal) ? file
            : throw Bad($"\"{name}\" is '{Shown.Short(file)}'; write a plain file name {(yearly ? "with {year} in it once" : "without {year}")}.");
    }

    internal IReadOnlyList<string> Strings(string name) =>
        _object.TryGetProperty(name, out JsonElement e) && e.ValueKind == JsonValueKind.Array && e.EnumerateArray().All(x => x.ValueKind == JsonValueKind.String)
            ? [.. e.EnumerateArray().Select(x => x.GetString()!)] : throw Bad($"\"{name}\" is missing or not a list of texts.");

    /// <summary>Every field of this object as a list of texts.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Lists()
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (JsonProperty field in _object.EnumerateObject())
        {
            lists[field.Name] = Strings(field.Name);
        }

        return lists;
    }

    internal IReadOnlyDictionary<string, string> Map(string name)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!_object.TryGetProperty(name, out JsonElement e))
        {
            return map;
        }

        if (e.ValueKind != JsonValueKind.Object)
        {
            throw Bad($"\"{name}\" is not an object of texts.");
        }

        foreach (JsonProperty field in e.EnumerateObject())
        {
            map[field.Name] = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()! : throw Bad($"\"{name}\" is not an object of texts.");
        }

        return map;
    }
}
