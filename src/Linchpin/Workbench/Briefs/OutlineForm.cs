using System.Globalization;
using Linchpin.Briefing.Briefs;
using Linchpin.Briefing.Briefs.Outlines;
using Linchpin.Claims;

namespace Linchpin.Workbench.Briefs;

/// <summary>Reads an outline from the form on the page of the brief.</summary>
internal static class OutlineForm
{
    /// <summary>Paragraphs that the form takes at once, beside those that are there.</summary>
    public const int MoreNotes = 1;

    private const int MostNotes = 100;

    /// <summary>The outline that the form asks for.</summary>
    /// <param name="form">The form: <c>place-ID</c> and <c>keep-ID</c> for each section, <c>note-N-…</c> for each paragraph.</param>
    /// <param name="before">What was opened; a paragraph that was not changed keeps its author and day.</param>
    /// <param name="person">Who sends the form.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="FaultException"><c>workbench.field</c>, <c>briefing.outline</c></exception>
    public static BriefOutline Read(IFormCollection form, BriefOutline before, string person, DateOnly today)
    {
        var order = new List<(int Place, string Section)>();
        foreach (string section in BriefOutline.Sections)
        {
            if (form["place-" + section].ToString().Trim() is { Length: > 0 } text && form.ContainsKey("keep-" + section))
            {
                order.Add((int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int place) && place is > 0 and < 1000 ? place
                    : throw WorkbenchFaults.Field.Because($"The place '{Shown.Short(text)}' of {section} is not a number from 1 to 999."), section));
            }
        }

        // A section that the form did not show keeps what the outline says of it.
        bool OnForm(string section) => form.ContainsKey("shown-" + section);
        string[] left = [.. BriefOutline.Sections.Where(s => OnForm(s) ? !form.ContainsKey("keep-" + s) : before.LeaveOut.Contains(s))];
        string[] hidden = [.. before.Order.Where(s => !OnForm(s) && !left.Contains(s))];
        return new BriefOutline
        {
            Partners = [.. form["partners"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries)],
            Saved = today,
            Length = BriefLengthText.Parse(form["length"].ToString())?.Code(),
            Order = [.. order.OrderBy(o => o.Place).Select(o => o.Section), .. hidden],
            LeaveOut = left,
            Notes = [.. Enumerable.Range(0, MostNotes).Where(n => form.ContainsKey($"note-{n}-text")).Select(n => Note(form, n, before, person, today)).OfType<BriefNote>()],
        };
    }

    /// <summary>One paragraph; <see langword="null"/> where it has no words, which takes it away.</summary>
    private static BriefNote? Note(IFormCollection form, int n, BriefOutline before, string person, DateOnly today)
    {
        string? Field(string name) => form[$"note-{n}-{name}"].ToString().Trim() is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;
        if (Field("text") is not { } words)
        {
            return null;
        }

        var note = new BriefNote { After = Field("after"), Title = Field("title"), By = person, Day = today, Tlp = Field("tlp"), Text = words };
        return before.Notes.FirstOrDefault(b => b.Text == note.Text && b.Title == note.Title) is { } same ? note with { By = same.By, Day = same.Day } : note;
    }
}
