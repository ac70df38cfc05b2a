using System.Globalization;
using System.Text;
using Linchpin.Briefing.Lattices;
using Linchpin.Claims;
using Linchpin.Ledger;
using Linchpin.Workbench.Layout;

namespace Linchpin.Workbench.Commitments;

/// <summary>Due days of commitments and days of events as an iCalendar feed (RFC 5545) that a calendar program may subscribe to.</summary>
/// <remarks>
/// A day is an all-day entry. What is dated to a month or a year stands on its last day and says so: that is by when it is to be done. What has no date has no entry.
/// The same record gives the same feed; an entry keeps its UID as long as its thing keeps its id.
/// </remarks>
internal static class Calendar
{
    // RFC 5545, 3.1: lines of at most 75 octets.
    private const int MostOctets = 75;

    /// <summary>The feed.</summary>
    public static string Write(Scope scope, IEnumerable<Promise> promises)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Linchpin//Record of co-operation//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escaped(scope.Words["calendar.name"]));
        foreach (Promise promise in promises)
        {
            if (CommitmentRoutes.Due(promise) is { } due)
            {
                string what = promise.What.Count > 0 ? promise.What[0].Value.Display : scope.NameOf(promise.Ids[0]);
                Entry(text, promise.Ids[0], due, scope.Words["calendar.due", what], Detail(scope, promise.Claims, promise.Parties), promise.Claims);
            }
        }

        foreach (Entity happening in scope.View.Entities("event"))
        {
            if (happening.First("date")?.Value is DateValue { On: { Precision: "day" } on })
            {
                Entry(text, happening.Id, on, scope.NameOf(happening.Id), Detail(scope, happening.Claims, happening.Linked("participant")), happening.Claims);
            }
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Entry(StringBuilder text, EntityId id, PartialDate on, string summary, string detail, IReadOnlyList<HeldClaim> claims)
    {
        DateOnly day = on.Latest;
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(id.ToString()) + "@linchpin");
        Line(text, "DTSTAMP:" + claims.Min(c => c.Recorded).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        Line(text, "SUMMARY:" + Escaped(on.Precision == "day" ? summary : $"{summary} ({on})"));
        Line(text, "DESCRIPTION:" + Escaped(detail));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Detail(Scope scope, IReadOnlyList<HeldClaim> claims, IEnumerable<EntityId> who) =>
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
