using Linchpin.Claims;
using Linchpin.Ledger.Log;

namespace Linchpin.Ledger;

/// <summary>Decides who may read what: the one place for views, exports, prints and shares.</summary>
/// <remarks>
/// <para>After FIRST, "Traffic Light Protocol", version 2.0 (2022). The node's owner reads everything, since all of it is its own or was given to it. For everybody else:</para>
/// <para>what is unlabelled or still held is not released; a releasable-to list, where one is set, always restricts to the names and organisations on it;
/// CLEAR goes to anybody; GREEN to the community; AMBER and AMBER+STRICT only by a list; RED only to a person or partner whose own name is on the list.</para>
/// <para><c>public</c> is nobody in particular and is on no list.</para>
/// </remarks>
public static class Release
{
    /// <summary>Whether the reader may read what bears the label, on that day.</summary>
    /// <param name="reader">For whom.</param>
    /// <param name="label">The label, the strictest of all that the thing was made from.</param>
    /// <param name="today">The day of the asking (UTC): a hold ends on its own day, however far back the view's clocks are set.</param>
    public static bool MayRead(Reader reader, Handling label, DateOnly today)
    {
        if (reader.Owner)
        {
            return true;
        }

        if (label.Tlp is not { } tlp || label.HoldUntil > today)
        {
            return false;
        }

        bool named = Lists(label, reader.Name) && !reader.Name.Equals(Reader.Public.Name, StringComparison.OrdinalIgnoreCase);
        bool listed = named || (reader.Organisation is { } organisation && Lists(label, organisation));
        if (label.ReleasableTo is not null && !listed)
        {
            return false;
        }

        return tlp switch
        {
            Tlp.Clear => true,
            Tlp.Green => reader.Community,
            Tlp.Amber or Tlp.AmberStrict => listed,
            Tlp.Red => named,
            _ => false,
        };
    }

    /// <summary>Whether the reader may read what bears all these labels: each of them and their combination must let it through.</summary>
    internal static bool MayRead(Reader reader, LabelSet labels, DateOnly today) =>
        labels.Parts.All(part => MayRead(reader, part, today)) && MayRead(reader, labels.Strictest, today);

    private static bool Lists(Handling label, string name) => label.ReleasableTo?.Contains(name, StringComparer.OrdinalIgnoreCase) == true;
}
