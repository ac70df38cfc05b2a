using Linchpin.Claims;

namespace Linchpin.Reading.Documents.Html;

/// <summary>How the words of an element look, as far as it decides whether they are seen; what is not set is taken over from the element around it.</summary>
/// <param name="Gone">Not displayed, transparent as a whole, or put off the page: nothing within it is seen.</param>
/// <param name="Invisible">Not visible, unless an element within says otherwise.</param>
/// <param name="NoSize">Letters without size.</param>
/// <param name="Color">Of the letters, as red, green and blue.</param>
/// <param name="Background">Behind them.</param>
internal readonly record struct Look(bool Gone, bool Invisible, bool NoSize, int Color, int Background)
{
    internal static readonly Look Page = new(false, false, false, 0, 0xFFFFFF);

    /// <summary>Whether nobody who looks at the page sees the words.</summary>
    internal bool Unseen => Gone || Invisible || NoSize || Color == Declaration.Transparent || (Color >= 0 && Background >= 0 && Near(Color, Background));

    private static bool Near(int a, int b) => Math.Abs((a >> 16) - (b >> 16)) <= 8 && Math.Abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= 8 && Math.Abs((a & 255) - (b & 255)) <= 8;
}

/// <summary>Works out how an element looks: its attributes, the page's style sheets by their cascade, its own <c>style</c>.</summary>
internal sealed class Looks(StyleSheet sheet, string fileName)
{
    /// <summary>Most comparisons of selectors with elements for one page: some seconds.</summary>
    private const long MostSteps = 50_000_000;

    private const long Inline = 1L << 60;
    private const long Important = 1L << 61;

    private readonly (long Rank, int Value)[] _best = new (long, int)[Enum.GetValues<Seen>().Length];
    private long _steps;

    /// <param name="open">The elements that are open, the new one last.</param>
    /// <param name="attributes">Of the new element.</param>
    /// <param name="around">How the element around it looks.</param>
    internal Look Of(IReadOnlyList<Named> open, HtmlAttributes attributes, Look around)
    {
        Array.Fill(_best, (-1, 0));
        Offer(Seen.Color, attributes.Color is { } c ? Declarations.Colour(c.ToLowerInvariant()) : null);
        Offer(Seen.Background, attributes.Background is { } b ? Declarations.Colour(b.ToLowerInvariant()) : null);
        if (!sheet.IsEmpty)
        {
            Named element = open[^1];
            Apply(sheet.Of("*"), open);
            Apply(sheet.Of(element.Tag), open);
            Apply(element.Id is { } id ? sheet.Of("#" + id) : null, open);
            foreach (string name in element.Classes)
            {
                Apply(sheet.Of("." + name), open);
            }
        }

        if (attributes.Style is { } style)
        {
            foreach (Declaration declaration in Declarations.Read(style))
            {
                Offer(declaration, Inline);
            }
        }

        bool gone = around.Gone || attributes.Hidden || Is(Seen.Display) || Is(Seen.Opacity) || Is(Seen.Place);
        return new Look(
            gone,
            _best[(int)Seen.Visibility].Rank < 0 ? around.Invisible : Is(Seen.Visibility),
            _best[(int)Seen.FontSize].Rank < 0 ? around.NoSize : Is(Seen.FontSize),
            _best[(int)Seen.Color].Rank < 0 ? around.Color : _best[(int)Seen.Color].Value,
            _best[(int)Seen.Background] is { Rank: >= 0, Value: not Declaration.Transparent } own ? own.Value : around.Background);
    }

    private bool Is(Seen property) => _best[(int)property] is { Rank: >= 0, Value: 1 };

    private void Offer(Seen property, int? value)
    {
        if (value is { } set)
        {
            _best[(int)property] = (0, set);
        }
    }

    private void Offer(Declaration declaration, long rank)
    {
        rank += declaration.Important ? Important : 0;
        if (rank >= _best[(int)declaration.Property].Rank)
        {
            _best[(int)declaration.Property] = (rank, declaration.Value);
        }
    }

    private void Apply(List<StyleRule>? rules, IReadOnlyList<Named> open)
    {
        if (rules is null)
        {
            return;
        }

        foreach (StyleRule rule in rules)
        {
            if (!rule.Selects(open, ref _steps))
            {
                continue;
            }

            foreach (Declaration declaration in rule.Declarations)
            {
                Offer(declaration, rule.Rank);
            }
        }

        if (_steps > MostSteps)
        {
            throw ReadingFaults.TooLarge.Because($"The style sheets of the page take more than {MostSteps} comparisons with its elements.", fileName);
        }
    }
}
