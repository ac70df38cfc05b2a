using System.Globalization;
using System.Text;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Commitments;

/// <summary>An entry of a calendar.</summary>
/// <param name="Id">What it is of: its UID begins with it.</param>
/// <param name="On">Its day; of a month or a year, the last one.</param>
/// <param name="Summary">Its title.</param>
/// <param name="Detail">What else there is to say.</param>
/// <param name="Stamp">When it was made.</param>
internal sealed record CalendarEntry(string Id, PartialDate On, string Summary, string Detail, DateTimeOffset Stamp);

/// <summary>Due days of commitments and days of events as an iCalendar feed (RFC 5545) that a calendar program may subscribe to.</summary>
/// <remarks>
/// A day is an all-day entry. What is dated to a month or a year stands on its last day and says so: that is by when it is to be done. What has no date has no entry.
/// The same record gives the same feed; an entry keeps its UID as long as its thing keeps its id.
/// </remarks>
internal static class Calendar
{
    // RFC 5545, 3.1: lines of at most 75 octets.
    private const int MostOctets = 75;

    /// <summary>The feed of due days of these commitments and of all dated events.</summary>
    public static string Write(Scope scope, IEnumerable<Promise> promises) => Write(scope,
    [
        .. promises.Where(p => CommitmentRoutes.Due(p) is not null).Select(p => new CalendarEntry(
            p.Ids[0].ToString(), CommitmentRoutes.Due(p)!.Value, scope.Words["calendar.due", p.What.Count > 0 ? p.What[0].Value.Display : scope.NameOf(p.Ids[0])], Detail(scope, p.Claims, p.Parties), Stamp(p.Claims))),
        .. from happening in scope.View.Entities("event")
           let held = (happening.First("date")?.Value as DateValue)?.On
           where held is { Precision: "day" }
           select new CalendarEntry(happening.Id.ToString(), held.Value, scope.NameOf(happening.Id), Detail(scope, happening.Claims, happening.Linked("participant")), Stamp(happening.Claims)),
    ]);

    /// <summary>Entries as a calendar.</summary>
    public static string Write(Scope scope, IEnumerable<CalendarEntry> entries)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Linchpin//Record of co-operation//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escaped(scope.Words["calendar.name"]));
        foreach (CalendarEntry entry in entries)
        {
            Line(text, "BEGIN:VEVENT");
            Line(text, "UID:" + Escaped(entry.Id) + "@linchpin");
            Line(text, "DTSTAMP:" + entry.Stamp.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE:" + entry.On.Latest.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(text, "SUMMARY:" + Escaped(entry.On.Precision == "day" ? entry.Summary : $"{entry.Summary} ({entry.On})"));
            Line(text, "DESCRIPTION:" + Escaped(entry.Detail));
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "END:VEVENT");
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    /// <summary>When an entry was made: when this node first recorded anything of it.</summary>
    public static DateTimeOffset Stamp(IEnumerable<HeldClaim> claims) => claims.Min(c => c.Recorded);

    /// <summary>Who, from which sources, under which labels.</summary>
    public static string Detail(Scope scope, IReadOnlyList<HeldClaim> claims, IEnumerable<EntityId> who) =>
        $"{string.Join(", ", who.Select(scope.NameOf))}\n{Exports.Csv.Sources(scope, claims)}\n{string.Join(", ", claims.Select(c => c.Claim.Handling.Display).Distinct())}";

    /// <summary>TEXT as RFC 5545, 3.3.11 writes it; hidden and control characters become spaces.</summary>
    internal static string Escaped(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (char c in words)
        {
            text.Append(c switch
            {
                '\\' or ';' or ',' => "\\" + c,
                '\n' => "\\n",
                _ when char.IsControl(c) || Foreign.Hides(c) => " ",
                _ => c.ToString(),
            });
        }

        return text.ToString();
    }

    /// <summary>A content line, folded between characters.</summary>
    private static void Line(StringBuilder text, string line)
    {
        int octets = 0;
        foreach (Rune rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
