namespace Linchpin.Supply.Minerals;

/// <summary>Puts the figures that belong to one table together: sources write what they count into words that differ from row to row.</summary>
internal static class MineralForms
{
    /// <summary>The tables among figures of one file, mineral, statistic, stage, unit and year, each with the form that most of its countries have.</summary>
    /// <remarks>
    /// <para>Figures of one form make a table; "rounded" and "estimated" are no part of a form. A form that has no world total of its own joins the
    /// one table with a world total whose countries it does not repeat, and each of its rows keeps its form: a source that counts one country
    /// otherwise says so in that row's words. Where there are several such tables it stays by itself.</para>
    /// </remarks>
    internal static IEnumerable<(string Form, List<MineralObservation> Rows)> Tables(IEnumerable<MineralObservation> figures)
    {
        List<List<MineralObservation>> forms = [.. figures.GroupBy(f => Key(f.Form), StringComparer.Ordinal).Select(g => g.ToList())];
        List<List<MineralObservation>> whole = [.. forms.Where(f => f.Exists(o => o.Kind == AreaKind.Aggregate) && f.Exists(o => o.Kind == AreaKind.Country))];
        var joined = new HashSet<List<MineralObservation>>();
        foreach (List<MineralObservation> form in forms.Where(f => !f.Exists(o => o.Kind == AreaKind.Aggregate)))
        {
            List<List<MineralObservation>> open = [.. whole.Where(w => !w.Exists(o => form.Exists(f => f.Country == o.Country)))];
            if (open is [var one])
            {
                one.AddRange(form);
                joined.Add(form);
            }
        }

        return forms.Where(f => !joined.Contains(f) && f.Exists(o => o.Kind == AreaKind.Country))
            .Select(f => (f.Where(o => o.Kind == AreaKind.Country).GroupBy(o => o.Form, StringComparer.Ordinal).OrderByDescending(g => g.Count()).First().Key, f));
    }

    /// <summary>The form without what only says how exact a figure is.</summary>
    internal static string Key(string form)
    {
        string key = form.ToLowerInvariant();
        foreach (string word in (string[])[", rounded", ": rounded", ", estimated", ": estimated"])
        {
            key = key.Replace(word, "", StringComparison.Ordinal);
        }

        return key.Trim();
    }
}
