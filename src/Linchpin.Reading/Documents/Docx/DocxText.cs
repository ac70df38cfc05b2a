using System.Text;
using System.Xml;

namespace Linchpin.Reading.Documents.Docx;

/// <summary>DOCX to text with its position map (ECMA-376 WordprocessingML): body, then notes. What was deleted under track changes, hidden words, comments and field codes are left out.</summary>
internal sealed class DocxText
{
    private static readonly HashSet<string> LeftOut = new(StringComparer.Ordinal)
        { "del", "moveFrom", "delText", "delInstrText", "instrText", "Fallback", "rt", "sdtPr", "sectPr", "annotationRef", "docPr", "numberingChange", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange" };

    private readonly DocxStyles _styles;
    private readonly ExtractedText _text;
    private readonly Stack<Paragraph> _open = new();
    private readonly Queue<Paragraph> _boxes = new();
    private readonly List<Paragraph> _row = [];
    private readonly Stack<string> _parents = new();
    private string? _noteKind;
    private Look _run = new();
    private int _tables, _number, _hidden, _skip = -1;
    private bool _noteIsMark, _inRun, _styledTable, _filledCell, _deletedRow;
    private long _taken;
    private readonly StringBuilder _carried = new();

    private DocxText(DocxStyles styles, ExtractedText text) => (_styles, _text) = (styles, text);

    internal static bool Is(ReadOnlySpan<byte> file) => file.StartsWith("PK\u0003\u0004"u8);

    internal static ExtractedText Read(byte[] file, string fileName, long limit, CancellationToken cancel)
    {
        using DocxPackage package = DocxPackage.Open(file, fileName, cancel);
        string main = package.MainPart();
        string folder = main[..(main.LastIndexOf('/') + 1)];
        var text = new ExtractedText(limit, fileName);
        var docx = new DocxText(DocxStyles.Of(package, folder + "styles.xml"), text);
        package.Walk(main, docx.Node);
        foreach (string notes in (string[])["footnotes.xml", "endnotes.xml"])
        {
            docx._noteKind = "footnote";
            docx._skip = -1;
            package.Walk(folder + notes, docx.Node);
        }

        if (docx._hidden > 0)
        {
            text.Notes.Add($"{docx._hidden} characters of hidden or invisible text were left out");
        }

        return text;
    }

    /// <summary>Whether an element is WordprocessingML, transitional or strict.</summary>
    internal static bool IsWord(XmlReader reader) =>
        reader.NamespaceURI is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    internal static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);

    private void Node(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when _skip < 0:
                bool empty = reader.IsEmptyElement;
                int depth = reader.Depth;
                string name = reader.LocalName;
                Begin(reader, name, empty);
                if (empty)
                {
                    End(name);
                }
                else if (_skip < 0)
                {
                    _parents.Push(name);
                }
                else
                {
                    _skip = depth;
                }

                break;
            case XmlNodeType.EndElement when _skip >= 0:
                _skip = reader.Depth == _skip ? -1 : _skip;
                break;
            case XmlNodeType.EndElement:
                _parents.TryPop(out _);
                End(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _skip < 0 && _parents.TryPeek(out string? parent) && parent == "t":
                Words(reader.Value);
                break;
        }
    }

    private void Begin(XmlReader reader, string name, bool empty)
    {
        if (LeftOut.Contains(name))
        {
            // Within the properties of a paragraph's own mark a deletion says that the mark is gone: the paragraph goes on in the next.
            if (name is "del" or "moveFrom" && empty && _parents.TryPeek(out string? parent) && parent == "rPr" && _open.TryPeek(out Paragraph? gone) && !_inRun)
            {
                gone.GoesOn = true;
            }
            else if (name == "del" && empty && _parents.TryPeek(out string? row) && row == "trPr")
            {
                _deletedRow = true;
            }

            _skip = empty ? -1 : 0;
            return;
        }

        switch (name)
        {
            case "p" when IsWord(reader):
                _open.Push(new Paragraph(++_number) { InTable = _tables > 0, IsBox = _open.Count > 0 });
                break;
            case "tbl":
                _tables++;
                _styledTable = false;
                break;
            case "tblStyle":
                _styledTable = true;
                break;
            case "tc":
                _filledCell = false;
                break;
            case "footnote" or "endnote" when _noteKind is not null:
                _noteIsMark = reader.GetAttribute("type", reader.NamespaceURI) is "separator" or "continuationSeparator" or "continuationNotice";
                break;
            case "r" when IsWord(reader):
                _run = new Look();
                _inRun = true;
                break;
            case "rStyle":
                _run.Under(_styles.LookOf(Value(reader)));
                break;
            case "tab":
                Mark("\t");
                break;
            case "br" or "cr":
                Mark("\n");
                break;
            case "noBreakHyphen":
                Mark("-");
                break;
            default:
                Property(reader, name);
                break;
        }
    }

    private void Property(XmlReader reader, string name)
    {
        if (name == "shd" && _parents.TryPeek(out string? cell) && cell == "tcPr")
        {
            string? fill = reader.GetAttribute("fill", reader.NamespaceURI);
            _filledCell = fill is not (null or "auto") && !fill.Equals("FFFFFF", StringComparison.OrdinalIgnoreCase);
            return;
        }

        if (!_open.TryPeek(out Paragraph? paragraph))
        {
            return;
        }

        switch (name)
        {
            case "pStyle":
                paragraph.Style = Value(reader);
                paragraph.Look.Under(_styles.LookOf(paragraph.Style));
                break;
            case "numPr":
                paragraph.IsItem = true;
                break;
            case "outlineLvl":
                paragraph.IsHeading = int.TryParse(Value(reader), out int level) && level < 9;
                break;
            case "shd" when !_inRun:
                paragraph.Look.Take(reader, Value(reader));
                break;
            case "vanish" or "color" or "highlight" or "shd" or "sz" when _inRun:
                _run.Take(reader, Value(reader));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "r":
                _inRun = false;
                _run = new Look();
                break;
            case "p" when _open.TryPop(out Paragraph? paragraph):
                if (paragraph.IsBox && _open.Count > 0)
                {
                    _boxes.Enqueue(paragraph);
                    break;
                }

                Paragraph(paragraph);
                while (_boxes.TryDequeue(out Paragraph? box))
                {
                    Paragraph(box);
                }

                break;
            case "tr" when _tables == 1:
                Row();
                break;
            case "tbl" when _tables > 0:
                _tables--;
                break;
        }
    }

    private void Words(string words)
    {
        if (!_open.TryPeek(out Paragraph? paragraph) || _noteIsMark)
        {
            return;
        }

        var look = new Look();
        look.Under(_run);
        look.Under(paragraph.Look);
        bool onFilled = paragraph.InTable && (_filledCell || _styledTable);
        if (look.Vanish == true || look.Tiny == true || (look.Hidden && !onFilled))
        {
            _hidden += words.Length;
            return;
        }

        _text.CheckRoom(_taken += words.Length);
        paragraph.Words.Append(words);
    }

    private void Mark(string mark)
    {
        if (_inRun && _open.TryPeek(out Paragraph? paragraph))
        {
            paragraph.Words.Append(mark);
        }
    }

    private void Paragraph(Paragraph paragraph)
    {
        if (paragraph.GoesOn)
        {
            _carried.Append(paragraph.Words);
            return;
        }

        if (paragraph.InTable && _noteKind is null)
        {
            _row.Add(paragraph);
            return;
        }

        Write(paragraph, _noteKind ?? KindOf(paragraph));
    }

    private string KindOf(Paragraph paragraph) => paragraph.IsHeading ? "heading" : _styles.KindOf(paragraph.Style) ?? (paragraph.IsItem ? "item" : paragraph.IsBox ? "sidebar" : "paragraph");

    /// <summary>A row of a table: cells in one line; paragraphs where a cell holds whole sentences, as in pages laid out by tables.</summary>
    private void Row()
    {
        if (_deletedRow)
        {
            _deletedRow = false;
            _row.Clear();
            return;
        }

        bool sentences = _row.Any(p => p.Words.Length > 60 && p.Words.ToString().TrimEnd().EndsWith('.'));
        if (sentences)
        {
            foreach (Paragraph paragraph in _row)
            {
                Write(paragraph, KindOf(paragraph));
            }
        }
        else if (_row.Count > 0)
        {
            _text.Begin();
            _text.Add(string.Join('\t', _row.Select(p => p.Words.ToString().Trim()).Where(w => w.Length > 0)));
            _text.End("table", _row[0].Number);
        }

        _row.Clear();
    }

    private void Write(Paragraph paragraph, string kind)
    {
        _text.Begin();
        _text.Add(_carried.ToString());
        _carried.Clear();
        _text.Add(paragraph.Words.ToString());
        _text.End(kind, paragraph.Number);
        if (kind == "title" && _text.Title is null && paragraph.Words.Length is > 0 and < 300)
        {
            _text.Title = paragraph.Words.ToString().Trim();
        }
    }
}

/// <summary>A paragraph as it is read.</summary>
/// <param name="number">Its place among the paragraphs of the file, from 1.</param>
internal sealed class Paragraph(int number)
{
    internal int Number { get; } = number;

    internal StringBuilder Words { get; } = new();

    internal Look Look { get; } = new();

    internal string? Style { get; set; }

    internal bool InTable { get; init; }

    /// <summary>Whether it stands in a text box beside the paragraph that holds the box.</summary>
    internal bool IsBox { get; init; }

    internal bool IsItem { get; set; }

    internal bool IsHeading { get; set; }

    /// <summary>Whether the mark at its end was deleted.</summary>
    internal bool GoesOn { get; set; }
}
