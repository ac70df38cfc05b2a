using Linchpin.Claims;

namespace Linchpin.Briefing.Briefs;

/// <summary>What sentences are cited to: a passage, a calculation on a dataset with the cells used, or the links between sectors.</summary>
public sealed class Reference
{
    private readonly string _place;
    private readonly SortedDictionary<string, SortedSet<string>> _rows = new(StringComparer.Ordinal);

    internal Reference(string group, (int, int, string) order, string place, string? quote = null, Passage? at = null)
    {
        Group = group;
        Order = order;
        _place = place;
        Quote = quote;
        At = at;
    }

    /// <summary>Its number in the brief, from 1; numbers run through the list of references.</summary>
    public int Number { get; internal set; }

    /// <summary>Where in the document or dataset: characters from and to, or the calculation with the cells used.</summary>
    public string Place => _rows.Count == 0 ? _place : $"{_place}: {string.Join("; ", _rows.Select(r => $"{r.Key} {string.Join(", ", r.Value.OrderBy(c => c.Length))}".TrimEnd()))}";

    /// <summary>The passage's words, cut where long; <see langword="null"/> where there are none to quote.</summary>
    public string? Quote { get; }

    internal string Group { get; }

    internal (int, int, string) Order { get; }

    /// <summary>The passage; <see langword="null"/> where it is none.</summary>
    internal Passage? At { get; }

    /// <summary>The reference that stands for this one in the list: that of a passage that contains and shows it, else itself.</summary>
    internal Reference Listed => Within?.Listed ?? this;

    internal Reference? Within { get; set; }

    /// <summary>Adds a row of the file that a sentence rests on, and the column where it has one.</summary>
    internal Reference With(string row, string column = "")
    {
        (_rows.TryGetValue(row, out SortedSet<string>? columns) ? columns : _rows[row] = new(StringComparer.Ordinal)).Add(column);
        return this;
    }

    /// <summary>Whether this passage contains the other and its printed words show it whole.</summary>
    internal bool Shows(Reference other) => At is { } at && other.At is { } inside && at != inside && at.Start <= inside.Start && at.End >= inside.End
        && at.End - at.Start > inside.End - inside.Start
        && Quote is { } words && other.Quote is { } part && words.Contains(part[1..^1], StringComparison.Ordinal);
}

/// <summary>The references to one document or dataset.</summary>
/// <param name="Title">Publisher, title, date with its basis, file name, authors of summaries; for a dataset its citation, table, year and unit.</param>
/// <param name="Entries">The references, by place.</param>
public sealed record ReferenceGroup(string Title, IReadOnlyList<Reference> Entries);
