namespace Linchpin.Claims;

/// <summary>The stable name of a thing that claims are about, written <c>kind/name</c>: <c>country/KOR</c>, <c>mechanism/quad</c>.</summary>
/// <remarks>
/// <para><b>Form:</b> the kind is one of <see cref="Vocabulary.Kinds"/>; the name is 1 to 200 characters of letters, digits and <c>- . _ : +</c>.
/// Countries use ISO 3166 alpha-3 in capitals; every other name is lower case with hyphens, or a hash.</para>
/// <para><b>Not:</b> a display name. Two ids may mean one thing; a same-as judgement says so.</para>
/// </remarks>
public readonly record struct EntityId : IComparable<EntityId>
{
    private readonly string? _text;

    private EntityId(string text) => _text = text;

    /// <summary>The part before the slash, a kind of the vocabulary.</summary>
    public string Kind => Vocabulary.KindOf(Text.AsSpan(0, Text.IndexOf('/', StringComparison.Ordinal)))!;

    /// <summary>The part after the slash.</summary>
    public string Name => Text[(Text.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private string Text => _text ?? throw new InvalidOperationException("An entity id that was never set.");

    /// <summary>Reads <c>kind/name</c>.</summary>
    /// <exception cref="FaultException"><c>claims.entity-id</c></exception>
    public static EntityId Parse(string text) =>
        TryParse(text, out EntityId id) ? id : throw ClaimsFaults.EntityId.Because($"'{Shown.Short(text)}' is not an entity id.");

    /// <summary>Reads <c>kind/name</c>; false where the kind is unknown or a character is not allowed.</summary>
    public static bool TryParse(string? text, out EntityId id)
    {
        id = default;
        int slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || text!.Length - slash - 1 is < 1 or > 200 || Vocabulary.KindOf(text.AsSpan(0, slash)) is null)
        {
            return false;
        }

        foreach (char c in text.AsSpan(slash + 1))
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '.' or '_' or ':' or '+'))
            {
                return false;
            }
        }

        id = new EntityId(text);
        return true;
    }

    /// <summary>The id of that kind and name.</summary>
    /// <exception cref="FaultException"><c>claims.entity-id</c></exception>
    public static EntityId Of(string kind, string name) => Parse(kind + "/" + name);

    /// <summary>The id of a country by its ISO 3166 alpha-3 code.</summary>
    public static EntityId Country(string iso3) => Of("country", iso3);

    /// <summary>The id of a sector of co-operation or of a table's sector.</summary>
    public static EntityId Sector(string name) => Of("sector", name);

    /// <summary>An id of that kind from words as people write them: letters without accents, digits and hyphens, lower case.</summary>
    /// <exception cref="FaultException"><c>claims.entity-id</c> where nothing usable is left.</exception>
    public static EntityId FromWords(string kind, string words) => Of(kind, Slug(words));

    /// <summary>Words as a name: accents dropped, every other character a hyphen, lower case, at most 120 characters. Empty where nothing is left.</summary>
    public static string Slug(string words)
    {
        var slug = new System.Text.StringBuilder(words.Length);
        foreach (char c in words)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(Letters.Plain(c)));
            }
            else if (System.Globalization.CharUnicodeInfo.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.NonSpacingMark
                && c is not ('\'' or '’' or '.') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return (slug.Length > 120 ? slug.ToString(0, 120) : slug.ToString()).Trim('-');
    }

    /// <inheritdoc/>
    public int CompareTo(EntityId other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The id as written, <c>kind/name</c>.</summary>
    public override string ToString() => _text ?? "";
}
