namespace Linchpin.Reading.Documents;

/// <summary>The text that a reader of the page would see, with the way back: every place of it is a place of the decoded source.</summary>
/// <remarks>For plain text the two are one. Markup is left out by runs: inside a run the characters stand one to one; an entity is a run of its own.</remarks>
internal sealed class ReadableText
{
    private readonly List<Run> _runs = [];
    private readonly System.Text.StringBuilder? _building;
    private string? _clean;
    private Bridges? _bridges;

    private ReadableText(string source, bool plain)
    {
        Source = source;
        _building = plain ? null : new System.Text.StringBuilder(source.Length);
        _clean = plain ? source : null;
    }

    internal string Source { get; }

    internal string Clean => _clean ??= _building!.ToString();

    /// <summary>Blocks as the markup states them, in order; empty for plain text, where layout tells.</summary>
    internal List<MarkedBlock> Marked { get; } = [];

    internal string? Title { get; set; }

    /// <summary>Text as it stands; bridged where it has what a reader of the page does not see as such.</summary>
    internal static ReadableText Plain(string source)
    {
        if (!Bridges.Needed(source))
        {
            return new ReadableText(source, plain: true);
        }

        ReadableText text = Building(source);
        text.TakeBridged(0, source.Length);
        return text;
    }

    internal static ReadableText Building(string source) => new(source, plain: false);

    /// <summary>What has been built from one place to another.</summary>
    internal string Built(int start, int end) => _building!.ToString(start, end - start);

    internal int Length => _building?.Length ?? Source.Length;

    /// <summary>Adds source characters as they stand.</summary>
    internal void Take(int start, int end)
    {
        if (end > start)
        {
            _runs.Add(new Run(_building!.Length, start, end - start, end - start));
            _building.Append(Source, start, end - start);
        }
    }

    /// <summary>Adds source characters, without what only the setting of lines or the scanning of a page put between or into them.</summary>
    internal void TakeBridged(int start, int end, bool acrossLines = true) => (_bridges ??= new Bridges(Source)).Take(this, start, end, acrossLines);

    /// <summary>Adds characters that the source writes in another way, as an entity.</summary>
    internal void Put(string text, int sourceStart, int sourceEnd)
    {
        if (text.Length > 0)
        {
            _runs.Add(new Run(_building!.Length, sourceStart, text.Length, sourceEnd - sourceStart));
            _building.Append(text);
        }
    }

    internal int SourceStart(int clean)
    {
        if (_building is null)
        {
            return clean;
        }

        Run run = _runs[Find(clean)];
        return run.Length == run.SourceLength ? run.Source + (clean - run.Clean) : run.Source;
    }

    internal int SourceEnd(int clean)
    {
        if (_building is null)
        {
            return clean;
        }

        Run run = _runs[Find(clean - 1)];
        return run.Length == run.SourceLength ? run.Source + (clean - run.Clean) : run.Source + run.SourceLength;
    }

    private int Find(int clean)
    {
        int low = 0, high = _runs.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (_runs[middle].Clean <= clean)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private readonly record struct Run(int Clean, int Source, int Length, int SourceLength);
}

/// <summary>A block as the markup states it.</summary>
/// <param name="Start">First character of the clean text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Mark">What the markup says that it is.</param>
/// <param name="Lines">How many lines it fills on its page; 1 where the format has no lines.</param>
internal readonly record struct MarkedBlock(int Start, int End, BlockMark Mark, int Lines = 1);

/// <summary>What the markup says that a block is.</summary>
internal enum BlockMark : byte
{
    None,
    Title,
    Heading,
    Item,
    Caption,
    Furniture,
    Sidebar,
    Footnote,
    Code,
    Table,
    Quotation,
}
