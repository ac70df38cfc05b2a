using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>Deliveries that a response plan adds to one run: made to order by named industries, put into the stocks of named users.</summary>
/// <remarks>
/// <para>Each is a demand on its maker beside all others and gets the part that the maker meets: what is not made does not arrive. What a user receives it does
/// not order elsewhere. Capacity that the plan brings up is there as planned; inputs, stocks and rationing are the simulation's own.</para>
/// <para>Corrected mode only.</para>
/// </remarks>
/// <param name="model">The model.</param>
/// <param name="first">The plan's first day.</param>
/// <param name="shipments">The deliveries.</param>
internal sealed class PlannedShipments(ArioModel model, int first, IReadOnlyList<PlannedShipment> shipments)
{
    private readonly Matrix _arrived = new(model.Table.Sectors.Count, model.Table.Industries);
    private readonly double[] _today = new double[shipments.Count];

    /// <summary>Arrived at users and final demand so far.</summary>
    internal double Arrived { get; private set; }

    /// <summary>Sets the day: the demand on the makers, and the capacity that they and their suppliers at home bring up.</summary>
    internal void Begin(int day, double[] cut, double[] demand)
    {
        for (int k = 0; k < shipments.Count; k++)
        {
            PlannedShipment s = shipments[k];
            int at = day - first;
            _today[k] = at >= 0 && at < s.ADay.Length ? s.ADay[at] : 0;
            if (_today[k] > 0 && s.Maker is { } maker)
            {
                demand[maker] += _today[k];
                foreach ((int industry, double output) in s.Calls)
                {
                    cut[industry] -= model.Output[industry] > 0 ? output * _today[k] / model.Output[industry] : 0;
                }
            }
        }
    }

    /// <summary>Sends what was made on its way; met = the part of its demand that each industry met.</summary>
    internal void Deliver(double[] met)
    {
        for (int s = 0; s < _arrived.Rows; s++)
        {
            _arrived.Row(s).Clear();
        }

        for (int k = 0; k < shipments.Count; k++)
        {
            double made = _today[k] * (shipments[k].Maker is { } maker ? met[maker] : 1);
            Arrived += made;
            foreach ((int user, double share) in made > 0 ? shipments[k].Users : [])
            {
                _arrived[shipments[k].Sector, user] += made * share;
            }
        }
    }

    /// <summary>Puts the day's arrivals of a sector's products into stock.</summary>
    internal void Receive(int sector, Matrix stock) => VectorMath.AddScaled(_arrived.Row(sector), 1, stock.Row(sector));

    /// <summary>Takes what arrives off what is ordered.</summary>
    internal void Relieve(int sector, ReadOnlySpan<double> supply, Span<double> order)
    {
        ReadOnlySpan<double> arrived = _arrived.Row(sector);
        for (int j = 0; j < order.Length; j++)
        {
            order[j] = arrived[j] > 0 && supply[j] > 0 ? Math.Max(0, order[j] - (arrived[j] / supply[j])) : order[j];
        }
    }
}

/// <summary>One delivery of a plan.</summary>
/// <param name="Maker">The industry that makes it; <see langword="null"/> for a stock.</param>
/// <param name="Sector">The sector of the product.</param>
/// <param name="ADay">The amount on each day from the plan's first.</param>
/// <param name="Calls">Output of the maker's own country that a unit calls for, as new capacity; empty for redirected exports.</param>
/// <param name="Users">Industries that receive it, with their parts; what is left of 1 goes to final demand.</param>
internal sealed record PlannedShipment(int? Maker, int Sector, double[] ADay, IReadOnlyList<(int Industry, double Output)> Calls, IReadOnlyList<(int Industry, double Share)> Users);

/// <summary>What a response plan does in a run.</summary>
/// <param name="First">The plan's first day.</param>
/// <param name="Shipments">Its deliveries.</param>
/// <param name="Withdrawn">What is withdrawn from others for them, as bans of a part of their deliveries.</param>
internal sealed record PlannedResponse(int First, IReadOnlyList<PlannedShipment> Shipments, IReadOnlyList<ScenarioEvent> Withdrawn);
