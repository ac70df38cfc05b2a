using Linchpin.Reading.Mentions;
using Linchpin.Reading.Words;

namespace Linchpin.Reading.Findings;

/// <content>The sectors of what is found: what its words name, else its mechanism, its heading or its text.</content>
internal sealed partial class Finder
{
    /// <summary>What the promise names; else what its sentence, its mechanism or its heading does.</summary>
    private List<string> SectorsOf(int from, int to, Sentence sentence, Mention? mechanism)
    {
        List<string> named = Sectors.In(_tokens, from, to);
        named = named.Count > 0 ? named : Sectors.In(_tokens, sentence.From, sentence.To);
        named = named.Count > 0 || mechanism is null ? named : Sectors.In(_tokens, mechanism.From, mechanism.To);
        List<string> headed = named.Count > 0 ? named : SectorsOf(sentence.Block.Section);
        return headed.Count <= 3 || named.Count > 0 ? headed : [];
    }

    private readonly Dictionary<string, List<string>> _headings = new(StringComparer.Ordinal);

    private List<string> SectorsOf(string heading)
    {
        if (!_headings.TryGetValue(heading, out List<string>? sectors))
        {
            var words = new List<Token>();
            new Tokenizer(Lexicon.Shared).Read(heading, 0, heading.Length, words);
            _headings.Add(heading, sectors = Sectors.In(words, 0, words.Count));
        }

        return sectors;
    }
}
