namespace Linchpin.Supply;

/// <summary>How easily one origin's goods take another's place, for the goods that a mineral is traded in at a stage. A line of the Harmonized System may hold
/// several minerals, and a mineral may be traded in lines that are not given here.</summary>
/// <param name="Mineral">The mineral as its source names it.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Product">The HS 2017 code.</param>
/// <param name="Goods">What the code holds.</param>
/// <param name="Elasticity">The elasticity.</param>
public sealed record MineralSubstitutability(string Mineral, string Stage, string Product, string Goods, Elasticity Elasticity);
