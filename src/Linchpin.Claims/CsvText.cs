namespace Linchpin.Claims;

/// <summary>Comma-separated values as RFC 4180 has them: quoted cells may hold commas, quotes and line ends.</summary>
public static class CsvText
{
    /// <summary>The rows of a text, empty lines left out. A quoted cell that never ends takes the rest of the text.</summary>
    public static IEnumerable<string[]> Rows(string text)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                cells.Add(Take(cell));
            }
            else if (c == '\n')
            {
                cells.Add(Take(cell));
                if (cells.Count > 1 || cells[0].Length > 0)
                {
                    yield return [.. cells];
                }

                cells.Clear();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }

        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(Take(cell));
            yield return [.. cells];
        }
    }

    /// <summary>The cells of one line, trimmed; <see langword="null"/> where a quoted cell does not end on it.</summary>
    public static string[]? Line(string line)
    {
        bool ends = line.Count(c => c == '"') % 2 == 0;
        return !ends ? null : Rows(line).FirstOrDefault() is { } cells ? [.. cells.Select(c => c.Trim())] : [""];
    }

    private static string Take(System.Text.StringBuilder cell)
    {
        string text = cell.ToString();
        cell.Clear();
        return text;
    }
}
