namespace Linchpin.Claims;

/// <summary>Who made a claim or a judgement: a person, or a program of ours with its version.</summary>
/// <param name="Kind">Person, extractor or engine.</param>
/// <param name="Name">The person's name, or the program's.</param>
/// <param name="Version">The program's version; empty for a person.</param>
public sealed record Author(AuthorKind Kind, string Name, string Version = "")
{
    /// <summary>A person.</summary>
    public static Author Person(string name) => new(AuthorKind.Person, name);
}

/// <summary>What made a claim.</summary>
public enum AuthorKind
{
    /// <summary>A person, by hand.</summary>
    Person,

    /// <summary>A program that reads documents.</summary>
    Extractor,

    /// <summary>A program that calculates from datasets.</summary>
    Engine,
}
