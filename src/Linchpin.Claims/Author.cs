namespace Linchpin.Claims;

/// <summary>Who made a claim or a judgement: a person, a program of ours with its version, or a model.</summary>
/// <param name="Kind">Person, extractor, engine or model.</param>
/// <param name="Name">The person's name, the program's, or the model's as its operator names it.</param>
/// <param name="Version">The program's version, for a model that of how it was asked; empty for a person.</param>
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

    /// <summary>A language model of somebody else's making. What it says is a proposal: it is in no view until a person accepts it.</summary>
    Model,
}
