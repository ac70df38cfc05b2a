using Linchpin.Supply.LinearProgrammes;

namespace Linchpin.Supply.Tests.LinearProgrammes;

/// <summary>The managed simplex on programmes whose answers are known from textbooks or by hand.</summary>
public sealed class SimplexTests
{
    private const double No = double.PositiveInfinity;

    [Fact]
    public void The_product_mix_of_Hillier_and_Lieberman_has_its_known_optimum_and_prices()
    {
        // Max 3x + 5y; x <= 4, 2y <= 12, 3x + 2y <= 18: x = 2, y = 6, 36; prices 0, 3/2, 1 (Introduction to Operations Research, ch. 3).
        var lp = new LinearProgramme();
        int a = lp.AddRow(-No, 4), b = lp.AddRow(-No, 12), c = lp.AddRow(-No, 18);
        lp.AddColumn(-3, 0, No, (a, 1), (c, 3));
        lp.AddColumn(-5, 0, No, (b, 2), (c, 2));
        LinearSolution found = BoundedSimplex.Solve(lp);
        found.Status.ShouldBe(LinearStatus.Optimal);
        found.Objective.ShouldBe(-36, 1e-12);
        found.X.ShouldBe([2, 6], 1e-12);
        found.Price.ShouldBe([0, -1.5, -1], 1e-12);
    }

    [Fact]
    public void A_transport_problem_of_three_works_and_four_places_costs_what_a_calculation_by_hand_gives()
    {
        // Supplies 35, 50, 40; demands 45, 20, 30, 30; the least cost is 1020 (Winston, Operations Research, ch. 7: Powerco).
        double[] supply = [35, 50, 40];
        double[] demand = [45, 20, 30, 30];
        double[][] cost = [[8, 6, 10, 9], [9, 12, 13, 7], [14, 9, 16, 5]];
        var lp = new LinearProgramme();
        int[] from = [.. supply.Select(s => lp.AddRow(-No, s))];
        int[] to = [.. demand.Select(d => lp.AddRow(d, No))];
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                lp.AddColumn(cost[i][j], 0, No, (from[i], 1), (to[j], 1));
            }
        }

        BoundedSimplex.Solve(lp).Objective.ShouldBe(1020, 1e-9);
    }

    [Fact]
    public void The_example_of_Beale_that_cycles_under_the_largest_coefficient_rule_is_solved()
    {
        // Beale (1955): the largest-coefficient rule comes back to its first basis after six steps; the optimum is -5/4.
        var lp = new LinearProgramme();
        int a = lp.AddRow(-No, 0), b = lp.AddRow(-No, 0), c = lp.AddRow(-No, 1);
        lp.AddColumn(-0.75, 0, No, (a, 0.25), (b, 0.5));
        lp.AddColumn(20, 0, No, (a, -8), (b, -12));
        lp.AddColumn(-0.5, 0, No, (a, -1), (b, -0.5), (c, 1));
        lp.AddColumn(6, 0, No, (a, 9), (b, 3));
        LinearSolution found = BoundedSimplex.Solve(lp);
        found.Status.ShouldBe(LinearStatus.Optimal);
        found.Objective.ShouldBe(-1.25, 1e-12);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(10)]
    public void The_cube_of_Klee_and_Minty_is_climbed_to_its_top(int n)
    {
        // Max sum 10^(n-j) x_j; 2 sum_{j<i} 10^(i-j) x_j + x_i <= 100^(i-1): the optimum is 100^(n-1) (Chvátal 1983, ch. 4).
        var lp = new LinearProgramme();
        int[] rows = [.. Enumerable.Range(0, n).Select(i => lp.AddRow(-No, Math.Pow(100, i)))];
        for (int j = 0; j < n; j++)
        {
            (int, double)[] entries = [(rows[j], 1), .. Enumerable.Range(j + 1, n - j - 1).Select(i => (rows[i], 2 * Math.Pow(10, i - j)))];
            lp.AddColumn(-Math.Pow(10, n - 1 - j), 0, No, entries);
        }

        LinearSolution found = BoundedSimplex.Solve(lp);
        (found.Objective / -Math.Pow(100, n - 1)).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Bounds_that_contradict_each_other_are_infeasible()
    {
        var lp = new LinearProgramme();
        int a = lp.AddRow(5, No), b = lp.AddRow(-No, 4);
        lp.AddColumn(1, 0, No, (a, 1), (b, 1));
        lp.AddColumn(1, 0, No, (a, 1), (b, 2));
        BoundedSimplex.Solve(lp).Status.ShouldBe(LinearStatus.Infeasible);
        var crossed = new LinearProgramme();
        crossed.AddColumn(1, 2, 1);
        BoundedSimplex.Solve(crossed).Status.ShouldBe(LinearStatus.Infeasible);
    }

    [Fact]
    public void A_cost_that_falls_without_end_is_unbounded()
    {
        var lp = new LinearProgramme();
        int a = lp.AddRow(-No, 1);
        lp.AddColumn(-1, 0, No, (a, 1));
        lp.AddColumn(0, 0, No, (a, -1));
        BoundedSimplex.Solve(lp).Status.ShouldBe(LinearStatus.Unbounded);
    }

    [Fact]
    public void Bounds_rows_with_two_sides_free_columns_and_equalities_are_all_kept()
    {
        // Min x + 2y - z; x + y + z = 6; 1 <= x - y <= 3; z <= 4; y free. With z = 4: x + y = 2, x - y = 3 gives x = 2.5, y = -0.5: -2.5.
        var lp = new LinearProgramme();
        int sum = lp.AddRow(6, 6), gap = lp.AddRow(1, 3);
        lp.AddColumn(1, 0, No, (sum, 1), (gap, 1));
        lp.AddColumn(2, -No, No, (sum, 1), (gap, -1));
        lp.AddColumn(-1, 0, 4, (sum, 1));
        LinearSolution found = BoundedSimplex.Solve(lp);
        found.Objective.ShouldBe(-2.5, 1e-12);
        found.X.ShouldBe([2.5, -0.5, 4], 1e-12);
    }

    [Fact]
    public void A_programme_without_rows_goes_to_the_bounds()
    {
        var lp = new LinearProgramme();
        lp.AddColumn(1, -2, 5);
        lp.AddColumn(-1, -2, 5);
        BoundedSimplex.Solve(lp).X.ShouldBe([-2, 5]);
    }

    [Fact]
    public void Among_equally_cheap_answers_the_stated_one_is_given_wherever_the_search_began()
    {
        // x + y = 1 costs the same everywhere; g_1 = 1.414 and g_2 = 1.732, so x is taken.
        var lp = new LinearProgramme();
        int sum = lp.AddRow(1, 1);
        lp.AddColumn(1, 0, 1, (sum, 1));
        lp.AddColumn(1, 0, 1, (sum, 1));
        LinearSolver.Solve(lp, native: false).X.ShouldBe([1, 0], 1e-12);
        LinearSolver.Solve(lp, native: true).X.ShouldBe([1, 0], 1e-12);
    }

    [Fact]
    public void Coefficients_of_very_different_size_do_no_harm()
    {
        var lp = new LinearProgramme();
        int a = lp.AddRow(1e6, No), b = lp.AddRow(-No, 1e-3);
        lp.AddColumn(1e-4, 0, No, (a, 1e5), (b, 1e-7));
        lp.AddColumn(1e3, 0, No, (a, 1e8));
        LinearSolution found = BoundedSimplex.Solve(lp);
        found.X.ShouldBe([10, 0], 1e-9);
    }

    [Fact]
    public void A_search_that_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var lp = new LinearProgramme();
        lp.AddColumn(-1, 0, 1);
        Should.Throw<OperationCanceledException>(() => BoundedSimplex.Solve(lp, cancel: cancelled.Token));
    }
}
