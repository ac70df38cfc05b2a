namespace Linchpin.Supply.LinearProgrammes;

/// <summary>How the solving of a linear programme ended.</summary>
internal enum LinearStatus
{
    /// <summary>An optimum was found and checked.</summary>
    Optimal,

    /// <summary>No x satisfies all bounds.</summary>
    Infeasible,

    /// <summary>The cost falls without end.</summary>
    Unbounded,

    /// <summary>Steps ran out, or the numbers did not allow a further one.</summary>
    Unsolved,
}

/// <summary>Where a column or a row stands at a vertex.</summary>
internal enum Place : byte
{
    /// <summary>At its lower bound.</summary>
    Lower,

    /// <summary>At its upper bound.</summary>
    Upper,

    /// <summary>Without bounds, at 0.</summary>
    Free,

    /// <summary>Between its bounds, settled by the others.</summary>
    Basic,
}

/// <summary>A solution of a linear programme.</summary>
/// <param name="Status">How it ended. The numbers mean something at an optimum only.</param>
/// <param name="Objective">c'x.</param>
/// <param name="X">The columns' values.</param>
/// <param name="Price">The rows' dual prices: what the objective gains by one unit more on the row's bound.</param>
/// <param name="Reduced">The columns' reduced costs c - A'price.</param>
/// <param name="Places">Where each column stands, then each row.</param>
/// <param name="Steps">Steps taken.</param>
internal sealed record LinearSolution(LinearStatus Status, double Objective, double[] X, double[] Price, double[] Reduced, Place[] Places, int Steps);
