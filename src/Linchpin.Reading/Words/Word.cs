namespace Linchpin.Reading.Words;

/// <summary>A distinct word form of a document with what the lexicons say of it; every occurrence shares it.</summary>
internal sealed class Word
{
    internal Word(string text, WordKind kind, Lexicon lexicon)
    {
        Text = text;
        Kind = kind;
        Lower = text.ToLowerInvariant().Replace('’', '\'') switch
        {
            "'ve" => "have",
            "'ll" => "will",
            "'re" => "are",
            string lower => lower,
        };
        Capital = text.Length > 0 && char.IsUpper(text[0]);
        int letters = text.Count(char.IsLetter);
        AllCaps = letters > 1 && text.All(c => !char.IsLetter(c) || char.IsUpper(c));
        MixedCaps = !Capital && text.Any(char.IsUpper);
        // "US" and "IT" are names, not pronouns.
        Use = kind != WordKind.Word || (AllCaps && text.Length > 1 && Lower is "us" or "it" or "who" or "may") ? 0 : lexicon.UseOf(Lower);
        Verb = kind == WordKind.Word && text != "States" ? lexicon.VerbOf(Lower) : null;
        Head = kind == WordKind.Word ? lexicon.HeadOf(Lower) : null;
        Threat = kind == WordKind.Word && lexicon.IsThreat(Lower);
    }

    internal string Text { get; }

    internal string Lower { get; }

    internal WordKind Kind { get; }

    internal bool Capital { get; }

    internal bool AllCaps { get; }

    internal bool MixedCaps { get; }

    internal Use Use { get; }

    internal VerbForm? Verb { get; }

    internal Head? Head { get; }

    internal bool Threat { get; }

    /// <summary>Whether the form also stands in this document in lower case: a sign that a capital is title case, not a name.</summary>
    internal bool SeenInLowerCase { get; set; }

    internal bool IsWord => Kind == WordKind.Word;

    internal bool Is(Use use) => (Use & use) != 0;

    internal bool Mark(char mark) => Kind == WordKind.Mark && Text[0] == mark;

    /// <summary>A closed-class word that no name contains or begins with.</summary>
    internal bool Function => Is(Use.Determiner | Use.Pronoun | Use.Preposition | Use.Conjunction | Use.Auxiliary | Use.Adverb);
}

internal enum WordKind : byte
{
    Word,
    Number,
    Mark,
    Possessive,
    Url,
}

/// <summary>One occurrence of a word: where it stands in the clean text.</summary>
internal readonly record struct Token(int Start, int End, Word Word, bool SpaceBefore)
{
    internal string Lower => Word.Lower;

    internal bool Is(string lower) => Word.Kind == WordKind.Word && Word.Lower == lower;
}

/// <summary>What a closed-class or listed word is used for.</summary>
[Flags]
internal enum Use
{
    Determiner = 1,
    Pronoun = 1 << 1,
    Preposition = 1 << 2,
    Conjunction = 1 << 3,
    Auxiliary = 1 << 4,
    Modal = 1 << 5,
    Negation = 1 << 6,
    Adverb = 1 << 7,
    Honorific = 1 << 8,
    Abbreviation = 1 << 9,
    Month = 1 << 10,
    Weekday = 1 << 11,
    Modifier = 1 << 12,
    Minilateral = 1 << 13,
    GroupNoun = 1 << 14,
    StopName = 1 << 15,
}

/// <summary>A head noun of names: what sort of thing a name that ends in it means.</summary>
internal sealed record Head(HeadClass Class, string Type);

internal enum HeadClass : byte
{
    Mechanism,
    Body,
    Title,
}

/// <summary>A listed verb in one of its forms; what its row details: for a verb that tells of events, which sort of event.</summary>
internal sealed record VerbForm(string Base, Tense Tense, VerbClass Class, string Detail)
{
    /// <summary>Whether a past form is also the participle, as in "signed": the clause tells which.</summary>
    internal bool AlsoParticiple { get; init; }

    internal bool IsParticiple => Tense == Tense.Participle || AlsoParticiple;
}

internal enum Tense : byte
{
    Base,
    Third,
    Past,
    Participle,
    Gerund,
}

/// <summary>What a listed verb says that its subject did.</summary>
[Flags]
internal enum VerbClass
{
    None = 0,

    /// <summary>Something took place: held, convened, signed.</summary>
    Event = 1,

    /// <summary>The subject bound itself: agreed, pledged.</summary>
    Commit = 2,

    /// <summary>Words only: discussed, explored, considered. Never a commitment.</summary>
    Discuss = 4,

    /// <summary>Said, stated, noted: the words are the subject's own.</summary>
    Say = 8,

    /// <summary>An ordinary verb that names an action that a party can take.</summary>
    Action = 16,
}
