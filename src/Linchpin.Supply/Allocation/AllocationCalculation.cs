using Linchpin.Supply.Kernels;
using Linchpin.Supply.Leontief;

namespace Linchpin.Supply.Allocation;

/// <summary>Allocation of output by country, for the industries asked for: one pass over their rows of Z and L, and X = L Y once a table.</summary>
/// <remarks>G is never formed: G_ij = L_ij x_j / x_i.</remarks>
internal sealed class AllocationCalculation(LeontiefModel model, CancellationToken cancel)
{
    private readonly InputOutputTable _table = model.Table;
    private readonly Matrix _absorbed = model.Absorbed(cancel);
    private readonly Matrix _demand = model.FinalDemand();

    internal List<IndustryAllocation> Rows(IReadOnlyList<int> suppliers, IReadOnlyList<int> users, IReadOnlyList<int> sectors)
    {
        int count = _table.Sectors.Count;
        int[] manufacturing = [.. Enumerable.Range(0, count).Where(s => _table.Sectors[s].Manufacturing)];
        var rows = new List<IndustryAllocation>();
        foreach (int supplier in suppliers)
        {
            cancel.ThrowIfCancellationRequested();
            foreach (int user in users)
            {
                foreach (int s in sectors)
                {
                    rows.Add(Row(supplier, _table.Sectors[s].Code, user, [s]));
                }

                if (manufacturing.Length > 0)
                {
                    rows.Add(Row(supplier, ExposureSet.Manufacturing, user, manufacturing));
                }

                rows.Add(Row(supplier, PropagationLength.AllSectors, user, [.. Enumerable.Range(0, count)]));
            }
        }

        return rows;
    }

    private IndustryAllocation Row(int supplier, string sector, int user, ReadOnlySpan<int> sectors)
    {
        int count = _table.Sectors.Count;
        double x = 0, production = 0, final = 0, reach = 0, absorbed = 0;
        foreach (int s in sectors)
        {
            int i = (supplier * count) + s;
            x += model.X[i];
            production += VectorMath.Sum(_table.Z.Row(i).Slice(user * count, count));
            final += _demand[i, user];
            reach += VectorMath.Dot(model.L.Row(i).Slice(user * count, count), model.X.AsSpan(user * count, count)) - (user == supplier ? model.X[i] : 0);
            absorbed += _absorbed[i, user];
        }

        (string from, string to) = (_table.Countries[supplier].Code, _table.Countries[user].Code);
        return x == 0 ? new IndustryAllocation(from, sector, to, 0, null, null, null, null)
            : new IndustryAllocation(from, sector, to, x, production / x, final / x, reach / x, absorbed / x);
    }
}
