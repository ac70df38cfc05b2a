using Linchpin.Supply.Kernels;

namespace Linchpin.Supply.Scenarios;

/// <summary>Stockpiles that are released in one run: what is held, what was drawn.</summary>
/// <remarks>
/// <para>A holder's stock of a sector's products is offered to production and to final demand, to each as a part of its use before the event. Users
/// draw what their stocks lack of their goal, in proportion to it; final users what they asked for and did not get. What nobody lacks stays.</para>
/// <para><b>Mass:</b> what is drawn of a stockpile is what goes into users' stocks and to final users, no more and no less.</para>
/// </remarks>
internal sealed class StockReleases
{
    private readonly ArioModel _model;
    private readonly List<Pool> _pools = [];

    internal StockReleases(ArioModel model, ScenarioTimeline timeline)
    {
        _model = model;
        foreach (Shock shock in timeline.Releases)
        {
            _pools.AddRange(from t in shock.Targets from s in t.Sectors select new Pool(model, shock, s, shock.Drawers(t.Country)));
        }
    }

    /// <summary>What was drawn of all stockpiles so far.</summary>
    internal double Drawn => _pools.Sum(p => p.ToProduction + p.ToFinal);

    /// <summary>What the event held, and what was drawn of it so far by production and by final users.</summary>
    internal (double Held, double ToProduction, double ToFinal) Of(Shock shock)
    {
        IEnumerable<Pool> pools = _pools.Where(p => p.Shock == shock);
        return (pools.Sum(p => p.Held), pools.Sum(p => p.ToProduction), pools.Sum(p => p.ToFinal));
    }

    /// <summary>Final users draw what they lack.</summary>
    /// <returns>What they draw of demand that was not met, and of demand that borders stopped.</returns>
    internal (double Unmet, double Stopped) ServeFinal(int day, FinalDemand final, double[] met)
    {
        double fromUnmet = 0;
        double fromStopped = 0;
        var left = new Dictionary<(int, int), (double Unmet, double Stopped)>();
        foreach (Pool pool in _pools)
        {
            double offered = pool.FinalRate * pool.Shock.Strength(day);
            double lacking = pool.To.Sum(c => Lack(pool.Sector, c).Unmet + Lack(pool.Sector, c).Stopped);
            double part = lacking > 0 ? Math.Min(1, offered / lacking) : 0;
            foreach (int c in part == 0 ? [] : pool.To)
            {
                (double unmet, double stopped) = Lack(pool.Sector, c);
                left[(pool.Sector, c)] = (unmet * (1 - part), stopped * (1 - part));
                fromUnmet += unmet * part;
                fromStopped += stopped * part;
            }

            pool.ToFinal += lacking * part;
        }

        return (fromUnmet, fromStopped);

        (double Unmet, double Stopped) Lack(int s, int c)
        {
            if (!left.TryGetValue((s, c), out (double Unmet, double Stopped) lack))
            {
                double unmet = 0;
                for (int i = s; i < met.Length; i += _model.Table.Sectors.Count)
                {
                    unmet += final.Of(i, c) * Math.Max(0, 1 - met[i]);
                }

                left[(s, c)] = lack = (unmet, final.Stopped[s, c]);
            }

            return lack;
        }
    }

    /// <summary>Users draw what their stocks of a sector's products lack. Sectors may be served by several threads at once.</summary>
    internal void ServeProduction(int day, int sector, Matrix stock, double[] wished, double days)
    {
        int width = _model.Table.Sectors.Count;
        // Another sector's pools belong to another thread: they are not even written with what they hold.
        foreach (Pool pool in _pools.Where(p => p.Sector == sector))
        {
            double offered = pool.ProductionRate * pool.Shock.Strength(day);
            double lacking = 0;
            foreach (int c in offered > 0 ? pool.To : [])
            {
                for (int j = c * width; j < (c + 1) * width; j++)
                {
                    lacking += Gap(j);
                }
            }

            double part = lacking > 0 ? Math.Min(1, offered / lacking) : 0;
            foreach (int c in part > 0 ? pool.To : [])
            {
                for (int j = c * width; j < (c + 1) * width; j++)
                {
                    stock[sector, j] += part * Gap(j);
                }
            }

            pool.ToProduction += lacking * part;

            double Gap(int j) => Math.Max(0, (_model.Coefficient[sector, j] * wished[j] * days) - stock[sector, j]);
        }
    }

    private sealed class Pool
    {
        internal Pool(ArioModel model, Shock shock, int sector, int[] to)
        {
            Shock = shock;
            Sector = sector;
            To = to;
            int width = model.Table.Sectors.Count;
            double inputs = to.Sum(c => VectorMath.Sum(model.Supply.Row(sector).Slice(c * width, width)));
            double final = to.Sum(c => Enumerable.Range(0, model.Table.Countries.Count).Sum(o => model.Final[(o * width) + sector, c]));
            double force = Enumerable.Range(0, shock.Last + 1).Sum(shock.Strength);
            double rate = shock.About.Days is { } days ? days / force : shock.About.Share;
            ProductionRate = shock.About.Flows == Flows.Final ? 0 : rate * inputs;
            FinalRate = shock.About.Flows == Flows.Intermediate ? 0 : rate * final;
            Held = (ProductionRate + FinalRate) * force;
        }

        internal Shock Shock { get; }

        internal int Sector { get; }

        internal int[] To { get; }

        /// <summary>Offered to production a day in full force.</summary>
        internal double ProductionRate { get; }

        /// <summary>Offered to final users a day in full force.</summary>
        internal double FinalRate { get; }

        internal double Held { get; }

        internal double ToProduction { get; set; }

        internal double ToFinal { get; set; }
    }
}
