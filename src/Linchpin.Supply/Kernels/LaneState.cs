namespace Linchpin.Supply.Kernels;

/// <summary>The panels of 24 runs of one model side by side: a row holds 24 doubles, one a lane.</summary>
/// <remarks>
/// <para><b>Orders of rows:</b> what belongs to users stands by position (<see cref="LaneSector.Positions"/>), what belongs to suppliers by sector
/// and, in it, by the sector's own order of suppliers.</para>
/// <para><b>Size:</b> stock and order 2 x sectors x n x 192 bytes; the rest 11 x n x 192.</para>
/// </remarks>
internal sealed class LaneState
{
    internal LaneState(Matrix coefficient, Matrix limiting, Matrix fixedSupply, int industries)
    {
        int sectors = coefficient.Rows;
        int tiled = (industries + TileProduct.Height - 1) / TileProduct.Height * TileProduct.Height;
        Coefficient = coefficient;
        Limiting = limiting;
        FixedSupply = fixedSupply;
        Stock = [.. Enumerable.Range(0, sectors).Select(_ => Panel(tiled))];
        Order = [.. Enumerable.Range(0, sectors).Select(_ => Panel(tiled))];
        Output = Panel(tiled);
        Wished = Panel(tiled);
        Ratio = Panel(tiled);
        Deliver = Panel(industries);
        Weight = Panel(industries);
        Orders = Panel(industries);
        KeepsShares = Panel(1);
        Days = Panel(1);
        Pace = Panel(1);
        Factor = Panel(1);
    }

    /// <summary>Input in one unit of output: sectors x positions, shared by all lanes.</summary>
    internal Matrix Coefficient { get; }

    /// <summary>The coefficients of inputs whose lack holds production back; the others are 0. Sectors x positions.</summary>
    internal Matrix Limiting { get; }

    /// <summary>Inputs a day from all suppliers of a sector before the event: sectors x positions.</summary>
    internal Matrix FixedSupply { get; }

    /// <summary>By sector: stock by position.</summary>
    internal Matrix[] Stock { get; }

    /// <summary>By sector: order on a unit of initial flow, by position.</summary>
    internal Matrix[] Order { get; }

    /// <summary>Output by position.</summary>
    internal Matrix Output { get; }

    /// <summary>Output wished for by position.</summary>
    internal Matrix Wished { get; }

    /// <summary>What inputs allow of it, by position.</summary>
    internal Matrix Ratio { get; }

    /// <summary>By supplier: weight times the part of its demand that it meets.</summary>
    internal Matrix Deliver { get; }

    /// <summary>By supplier: weight in the orders of its users.</summary>
    internal Matrix Weight { get; }

    /// <summary>By supplier: what its users order.</summary>
    internal Matrix Orders { get; }

    /// <summary>One row: all bits set in lanes whose orders keep the initial shares.</summary>
    internal Matrix KeepsShares { get; }

    /// <summary>One row: inventory days.</summary>
    internal Matrix Days { get; }

    /// <summary>One row: one over the restoration days.</summary>
    internal Matrix Pace { get; }

    /// <summary>One row: psi times inventory days.</summary>
    internal Matrix Factor { get; }

    /// <summary>Whether any lane wants present supply.</summary>
    internal bool Supplied { get; set; }

    /// <summary>A panel of so many rows, zeros.</summary>
    internal static Matrix Panel(int rows) => new(rows, LaneMath.Width);

    /// <summary>Sets <see cref="Ratio"/> of a block of positions: 1, or less where a stock is short of its goal.</summary>
    internal unsafe void Limit(int first, int count)
    {
        new Span<double>(Ratio.Address + ((nint)first * LaneMath.Width), count * LaneMath.Width).Fill(1);
        nint panel = (nint)first * LaneMath.Width;
        for (int s = 0; s < Stock.Length; s++)
        {
            LaneMath.Limit(
                Stock[s].Address + panel, Limiting.Address + ((nint)s * Limiting.Stride) + first, Wished.Address + panel, Factor.Address, count, Ratio.Address + panel);
        }
    }
}
