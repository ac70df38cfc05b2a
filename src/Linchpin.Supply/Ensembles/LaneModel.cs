using Linchpin.Supply.Kernels;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>What all lanes of an ensemble share: the model's flows, packed once for the kernels, and its coefficients by position.</summary>
/// <remarks><b>Size:</b> 8 n^2 bytes of flows, or 20 a filled cell, and 24 sectors n of coefficients, whatever the number of runs.</remarks>
internal sealed class LaneModel
{
    /// <summary>Packs a model.</summary>
    /// <param name="model">The model; only its settings may differ from lane to lane.</param>
    /// <param name="registers">How wide the registers are.</param>
    /// <param name="whole">Whether empty cells of F are kept though there are many.</param>
    internal LaneModel(ArioModel model, Lanes registers, bool whole = false)
    {
        Model = model;
        Registers = registers;
        InputOutputTable table = model.Table;
        int n = table.Industries;
        int sectors = table.Sectors.Count;
        int regions = table.Countries.Count;
        int[] users = LaneSector.Positions(n);
        Position = new int[n];
        Place = new int[n];
        Industry = users;
        Coefficient = new Matrix(sectors, n);
        Limiting = new Matrix(sectors, n);
        Supply = new Matrix(sectors, n);
        for (int p = 0; p < n; p++)
        {
            Position[users[p]] = p;
            for (int s = 0; s < sectors; s++)
            {
                Coefficient[s, p] = model.Coefficient[s, users[p]];
                Limiting[s, p] = model.Limiting[s, users[p]];
                Supply[s, p] = model.Supply[s, users[p]];
            }
        }

        Sectors = new LaneSector[sectors];
        for (int s = 0; s < sectors; s++)
        {
            int[] suppliers = [.. Enumerable.Range(0, regions).Select(c => (c * sectors) + s)];
            for (int r = 0; r < regions; r++)
            {
                Place[suppliers[r]] = (s * regions) + r;
            }

            Sectors[s] = new LaneSector(model.Flow, suppliers, users, whole);
        }
    }

    internal ArioModel Model { get; }

    internal Lanes Registers { get; }

    /// <summary>Row of an industry in panels of users.</summary>
    internal int[] Position { get; }

    /// <summary>Row of an industry in panels of suppliers.</summary>
    internal int[] Place { get; }

    /// <summary>The industry at a row of panels of users.</summary>
    internal int[] Industry { get; }

    internal Matrix Coefficient { get; }

    internal Matrix Limiting { get; }

    internal Matrix Supply { get; }

    internal LaneSector[] Sectors { get; }
}
