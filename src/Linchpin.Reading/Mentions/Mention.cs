namespace Linchpin.Reading.Mentions;

/// <summary>Somebody or something that the document names: a country, body, person or mechanism, with every place of every name.</summary>
internal sealed class Thing(ThingKind kind, string canonical, string name, string type)
{
    internal ThingKind Kind { get; } = kind;

    internal string Canonical { get; set; } = canonical;

    internal string Name { get; set; } = name;

    internal string Type { get; set; } = type;

    /// <summary>ISO 3166 alpha-3 of the country that a body belongs to, where its name or the list says so.</summary>
    internal string? Country { get; set; }

    /// <summary>For a mechanism: members as the document names them, ISO codes or canonical ids of bodies.</summary>
    internal SortedSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it is on the list of well-known names, whose id holds across documents.</summary>
    internal bool WellKnown { get; set; }

    /// <summary>How many members it is known to have, for phrases such as "the four-nation group"; 0 where it is not known.</summary>
    internal int Size { get; set; }

    internal List<string> Aliases { get; } = [];

    internal List<Mention> Mentions { get; } = [];

    /// <summary>Whether some mention stands where names are looked for, so that the thing is worth reporting.</summary>
    internal bool Reported { get; set; }

    /// <summary>Names of one word in lower case and singular, for phrases that refer back.</summary>
    internal HashSet<string> ShortNames { get; } = new(StringComparer.Ordinal);

    internal void Alias(string alias)
    {
        if (_known.Add(alias))
        {
            Aliases.Add(alias);
            if (!alias.Contains(' ', StringComparison.Ordinal))
            {
                ShortNames.Add(MechanismName.Singular(alias.ToLowerInvariant()));
            }
        }
    }

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
}

internal enum ThingKind : byte
{
    Country,
    Body,
    Person,
    Mechanism,
}

/// <summary>One place where a thing is named, in tokens of the page.</summary>
/// <param name="Thing">What is named.</param>
/// <param name="From">First token.</param>
/// <param name="To">One past the last token.</param>
/// <param name="Form">How it is named.</param>
internal sealed record Mention(Thing Thing, int From, int To, MentionForm Form);

internal enum MentionForm : byte
{
    /// <summary>By name.</summary>
    Name,

    /// <summary>By adjective: "Indian".</summary>
    Demonym,

    /// <summary>By a capital that stands for its government.</summary>
    Seat,

    /// <summary>A capital named as a place.</summary>
    Place,

    /// <summary>By a phrase that refers back: "the trio", "this MOU".</summary>
    Phrase,
}
