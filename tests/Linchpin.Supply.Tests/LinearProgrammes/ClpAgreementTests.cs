using FsCheck;
using FsCheck.Fluent;
using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Tests.LinearProgrammes;

/// <summary>The managed simplex beside COIN-OR Clp on programmes made at random.</summary>
public sealed class ClpAgreementTests
{
    private static Arbitrary<int> Seeds => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();

    [ClpFact]
    public void Both_find_the_same_least_cost_or_that_there_is_none()
    {
        var seen = new Dictionary<LinearStatus, int>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Seeds, seed =>
        {
            LinearProgramme lp = Any(new Random(seed), boxed: true);
            LinearSolution clp = ClpLibrary.Solve(lp);
            LinearSolution own = BoundedSimplex.Solve(lp);
            seen[own.Status] = seen.GetValueOrDefault(own.Status) + 1;
            own.Status.ShouldBe(clp.Status);
            if (own.Status == LinearStatus.Optimal)
            {
                own.Objective.ShouldBe(clp.Objective, 1e-9 * Math.Max(1, Math.Abs(clp.Objective)));
                Holds(lp, own);
            }
        }));
        seen[LinearStatus.Infeasible].ShouldBeGreaterThan(100);
        seen[LinearStatus.Optimal].ShouldBeGreaterThan(100);
    }

    [ClpFact]
    public void What_is_called_unbounded_falls_as_far_as_any_box_lets_it()
    {
        int seen = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Seeds, seed =>
        {
            LinearProgramme lp = Any(new Random(seed), boxed: false);
            if (BoundedSimplex.Solve(lp).Status == LinearStatus.Unbounded)
            {
                // Held in a box nothing is unbounded, and Clp must find what we find; a box ten times as wide is worth about ten times as much.
                // A box may also leave nothing feasible: then there is nothing to compare.
                double? near = Boxed(lp, 1e4);
                double? far = Boxed(lp, 1e5);
                if (near is { } n && far is { } f)
                {
                    f.ShouldBeLessThan(n - Math.Max(1, Math.Abs(n) / 2));
                    seen++;
                }
            }
        }));
        seen.ShouldBeGreaterThan(50);

        static double? Boxed(LinearProgramme lp, double box)
        {
            LinearProgramme held = lp.With(lp.Cost, [.. lp.Lower.Select(l => Math.Max(l, -box))], [.. lp.Upper.Select(u => Math.Min(u, box))], lp.RowLower, lp.RowUpper);
            LinearSolution own = BoundedSimplex.Solve(held);
            LinearSolution clp = ClpLibrary.Solve(held);
            clp.Status.ShouldBe(own.Status);
            if (own.Status != LinearStatus.Optimal)
            {
                return null;
            }

            own.Objective.ShouldBe(clp.Objective, 1e-9 * Math.Max(1, Math.Abs(own.Objective)));
            return own.Objective;
        }
    }

    [ClpFact]
    public void Both_ways_give_the_same_numbers_where_many_answers_cost_the_same() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Seeds, seed =>
        {
            LinearProgramme lp = Transport(new Random(seed));
            LinearSolution managed = LinearSolver.Solve(lp, native: false);
            LinearSolution native = LinearSolver.Solve(lp, native: true);
            native.Objective.ShouldBe(managed.Objective, 1e-9 * Math.Max(1, Math.Abs(managed.Objective)));
            native.X.ShouldBe(managed.X, 1e-8);
        }));

    [ClpFact]
    public void The_library_says_its_version() => ClpLibrary.Version!.Split('.').Length.ShouldBe(3);

    /// <summary>The bounds hold, and the duals prove the optimum: reduced costs have the right sign wherever a column rests.</summary>
    private static void Holds(LinearProgramme lp, LinearSolution found)
    {
        double[] sums = new double[lp.Rows];
        for (int j = 0; j < lp.Columns; j++)
        {
            found.X[j].ShouldBeInRange(lp.Lower[j], lp.Upper[j]);
            double reduced = lp.Cost[j];
            for (int k = lp.Start[j]; k < lp.Start[j + 1]; k++)
            {
                sums[lp.EntryRow[k]] += lp.EntryValue[k] * found.X[j];
                reduced -= lp.EntryValue[k] * found.Price[lp.EntryRow[k]];
            }

            bool right = found.Places[j] switch { Place.Lower => reduced >= -1e-6, Place.Upper => reduced <= 1e-6, _ => Math.Abs(reduced) <= 1e-6 };
            (right || lp.Lower[j] == lp.Upper[j]).ShouldBeTrue();
        }

        for (int r = 0; r < lp.Rows; r++)
        {
            sums[r].ShouldBeInRange(lp.RowLower[r] - (1e-7 * Math.Max(1, Math.Abs(lp.RowLower[r]))), lp.RowUpper[r] + (1e-7 * Math.Max(1, Math.Abs(lp.RowUpper[r]))));
        }
    }

    private static LinearProgramme Any(Random random, bool boxed)
    {
        var lp = new LinearProgramme();
        int rows = random.Next(1, 13);
        for (int r = 0; r < rows; r++)
        {
            double at = random.Next(-20, 21);
            _ = random.Next(4) switch
            {
                0 => lp.AddRow(at, at),
                1 => lp.AddRow(at, double.PositiveInfinity),
                2 => lp.AddRow(at, at + random.Next(0, 10)),
                _ => lp.AddRow(double.NegativeInfinity, at),
            };
        }

        for (int columns = random.Next(1, 20); columns > 0; columns--)
        {
            double lower = !boxed && random.Next(5) == 0 ? double.NegativeInfinity : random.Next(-5, 3);
            double upper = !boxed && random.Next(3) == 0 ? double.PositiveInfinity : (double.IsFinite(lower) ? lower : 0) + random.Next(0, 9);
            (int, double)[] entries = [.. Enumerable.Range(0, rows).Where(_ => random.Next(3) == 0).Select(r => (r, (double)random.Next(-6, 7) * Math.Pow(10, random.Next(-2, 2))))];
            lp.AddColumn(random.Next(-9, 10), lower, upper, entries);
        }

        return lp;
    }

    /// <summary>Whole numbers, few different costs: many vertices, many of them degenerate, many optima.</summary>
    private static LinearProgramme Transport(Random random)
    {
        var lp = new LinearProgramme();
        int[] from = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => lp.AddRow(double.NegativeInfinity, random.Next(0, 10)))];
        int[] to = [.. Enumerable.Range(0, random.Next(2, 7)).Select(_ => lp.AddRow(random.Next(0, 10), double.PositiveInfinity))];
        foreach (int i in from)
        {
            foreach (int j in to)
            {
                lp.AddColumn(random.Next(1, 3), 0, double.PositiveInfinity, (i, 1), (j, 1));
            }
        }

        foreach (int j in to)
        {
            lp.AddColumn(random.Next(2, 5), 0, 6, (j, 1));
            lp.AddColumn(9, 0, double.PositiveInfinity, (j, 1));
        }

        return lp;
    }
}
