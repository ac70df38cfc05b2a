namespace Linchpin.Supply.Scenarios;

/// <summary>A supplier under bans, quotas or tariffs in one run: its flows that no rule holds, and what passes to each country today.</summary>
internal sealed class RuledRow
{
    private readonly int _width;

    internal RuledRow(RuledSupplier about, int sectors)
    {
        About = about;
        _width = sectors;
        Passes = new double[about.Countries.Length];
        Array.Fill(Passes, 1);
    }

    internal RuledSupplier About { get; }

    internal int Industry => About.Industry;

    /// <summary>Countries on the other side.</summary>
    internal int[] Countries => About.Countries;

    /// <summary>Whether a rule is felt today.</summary>
    internal bool Active { get; private set; }

    /// <summary>The last day begun.</summary>
    internal int Day { get; private set; }

    /// <summary>The part of what each country asks for that passes.</summary>
    internal double[] Passes { get; }

    /// <summary>The flows to users that no rule ever holds; the others are 0. Made when a rule is first felt.</summary>
    internal double[] Free { get; private set; } = [];

    /// <summary>Takes up a day.</summary>
    /// <returns>Whether rules begin or cease to be felt.</returns>
    internal bool Begin(int day, ReadOnlySpan<double> flow)
    {
        bool before = Active;
        Day = day;
        Active = About.RuledOn(day);
        if (Active && Free.Length == 0)
        {
            Free = flow.ToArray();
            for (int k = 0; k < Countries.Length; k++)
            {
                Block(Free.AsSpan(), k).Clear();
            }
        }

        return before != Active;
    }

    /// <summary>Sets what passes, given what each country asks for.</summary>
    /// <returns>Whether anything has changed.</returns>
    internal bool SetPasses(int day, Func<int, double> asked)
    {
        bool changed = false;
        for (int k = 0; k < Countries.Length; k++)
        {
            double passes = About.Passes(k, day, About.HasQuota ? asked(k) : 0);
            changed |= passes != Passes[k];
            Passes[k] = passes;
        }

        return changed;
    }

    /// <summary>The part of a row that belongs to the users of the k-th country.</summary>
    internal ReadOnlySpan<double> Block(ReadOnlySpan<double> row, int k) => row.Slice(Countries[k] * _width, _width);

    /// <inheritdoc cref="Block(ReadOnlySpan{double}, int)"/>
    internal Span<double> Block(Span<double> row, int k) => row.Slice(Countries[k] * _width, _width);
}
