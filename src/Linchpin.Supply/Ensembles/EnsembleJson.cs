using System.Globalization;
using System.Text.Json;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Ensembles;

/// <summary>An ensemble as JSON and CSV: label, settings, what varied, bands, shares of runs, drivers.</summary>
internal static class EnsembleJson
{
    private const int MostIndustries = 20;

    internal static void Write(Utf8JsonWriter json, Ensemble ensemble, IReadOnlyList<double> losses, bool series)
    {
        EnsembleDesign design = ensemble.Design;
        IReadOnlyList<RegionBands> all = [ensemble.World, .. ensemble.Regions];
        json.WriteStartObject();
        TableJson.WriteLabel(json, design.Table, "rowsum with final demand below 0 set to 0");
        ScenarioJson.Write(json, design.Scenario, ensemble.LeftOut);
        json.WriteStartObject("ensemble");
        json.WriteNumber("runs", design.Runs);
        json.WriteNumber("runs_done", ensemble.Done);
        json.WriteBoolean("complete", ensemble.Done == design.Runs);
        json.WriteNumber("seed", design.Seed);
        json.WriteString("generator", "Philox 4x32-10, counter (run, quantity), key seed; values by the inverse of the distribution function");
        json.WriteString("engine", EnsembleDesign.Engine);
        json.WriteString("design", design.Id);
        json.WriteString("quantiles", "linear interpolation of ordered values (Hyndman and Fan type 7)");
        json.WriteEndObject();
        Varied(json, design.Uncertainty);
        Bands(json, "va_loss", all, r => r.ValueAdded);
        json.WriteStartObject("va_loss_pct");
        foreach (RegionBands region in all)
        {
            if (region.ValueAddedBefore > 0)
            {
                double scale = 100 / region.ValueAddedBefore;
                json.WriteStartObject(region.Region);
                foreach ((string name, double value) in region.ValueAdded.Quantiles)
                {
                    json.WriteNumber(name, value * scale);
                }

                json.WriteEndObject();
            }
            else
            {
                json.WriteNull(region.Region);
            }
        }

        json.WriteEndObject();
        Bands(json, "output_loss", all, r => r.Output);
        json.WriteStartObject("peak");
        Write(json, "step", ensemble.PeakDay);
        Write(json, "va_loss_a_day", ensemble.Peak);
        json.WriteEndObject();
        Write(json, "shortage", ensemble.Shortage);
        Shares(json, all, losses);
        Drivers(json, ensemble, all);
        Industries(json, ensemble);
        if (series)
        {
            Days(json, all);
        }

        json.WriteEndObject();
    }

    /// <summary>What varies, each with its distribution and reason.</summary>
    internal static void Varied(Utf8JsonWriter json, Uncertainty uncertainty)
    {
        json.WriteStartObject("uncertainty");
        json.WriteBoolean("stated", uncertainty.Stated);
        json.WriteStartArray("varied");
        foreach (UncertainSetting setting in uncertainty.Settings)
        {
            json.WriteStartObject();
            json.WriteString("name", setting.Name);
            if (setting.Event is { } number)
            {
                json.WriteNumber("event", number);
            }

            json.WriteString("distribution", setting.Distribution.Word);
            foreach ((string name, double value) in setting.Distribution is ChoiceDistribution ? [] : setting.Distribution.Numbers)
            {
                json.WriteNumber(name, value);
            }

            if (setting.Distribution is ChoiceDistribution choice)
            {
                json.WriteStartArray("values");
                for (int k = 0; k < choice.Values.Count; k++)
                {
                    if (choice.Labels is { } labels)
                    {
                        json.WriteStringValue(labels[k]);
                    }
                    else
                    {
                        json.WriteNumberValue(choice.Values[k]);
                    }
                }

                json.WriteEndArray();
                Numbers(json, "weights", choice.Weights);
            }

            json.WriteString("reason", setting.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteSeries(TextWriter csv, Ensemble ensemble)
    {
        IReadOnlyList<RegionBands> all = [ensemble.World, .. ensemble.Regions];
        csv.Write("step");
        csv.Write(string.Concat(all.SelectMany(r => r.Days[0].Quantiles.Select(q => $",va_loss_{r.Region}_{q.Name}"))));
        csv.Write('\n');
        for (int t = 0; t < ensemble.World.Days.Count; t++)
        {
            int day = t;
            csv.Write(day.ToString(CultureInfo.InvariantCulture)
                + string.Concat(all.SelectMany(r => r.Days[day].Quantiles.Select(q => "," + q.Value.ToString("R", CultureInfo.InvariantCulture)))) + "\n");
        }
    }

    private static void Bands(Utf8JsonWriter json, string name, IReadOnlyList<RegionBands> regions, Func<RegionBands, Band> of)
    {
        json.WriteStartObject(name);
        foreach (RegionBands region in regions)
        {
            Write(json, region.Region, of(region));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Band band)
    {
        json.WriteStartObject(name);
        Fields(json, band);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, Band band)
    {
        json.WriteNumber("mean", band.Mean);
        json.WriteNumber("sd", band.Sd);
        json.WriteNumber("least", band.Least);
        foreach ((string name, double value) in band.Quantiles)
        {
            json.WriteNumber(name, value);
        }

        json.WriteNumber("most", band.Most);
    }

    private static void Shares(Utf8JsonWriter json, IReadOnlyList<RegionBands> regions, IReadOnlyList<double> losses)
    {
        json.WriteStartArray("exceedance");
        foreach (double percent in losses)
        {
            json.WriteStartObject();
            json.WriteNumber("va_loss_pct", percent);
            json.WriteStartObject("share_of_runs");
            foreach (RegionBands region in regions)
            {
                TableJson.Write(json, region.Region, region.ShareOver(percent));
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Drivers(Utf8JsonWriter json, Ensemble ensemble, IReadOnlyList<RegionBands> regions)
    {
        IReadOnlyList<UncertainSetting> settings = ensemble.Design.Uncertainty.Settings;
        json.WriteStartArray("drivers");
        foreach (Driver driver in ensemble.Drivers)
        {
            json.WriteStartObject();
            json.WriteString("setting", driver.Setting.Title);
            TableJson.Write(json, "rank_correlation", driver.RankCorrelation);
            TableJson.Write(json, "rank_correlation_squared", driver.Part);
            int at = settings.Select((s, k) => (s, k)).First(s => ReferenceEquals(s.s, driver.Setting)).k;
            json.WriteStartObject("squared_by_region");
            foreach (RegionBands region in regions)
            {
                TableJson.Write(json, region.Region, region.Drivers[at]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Industries(Utf8JsonWriter json, Ensemble ensemble)
    {
        json.WriteStartArray("industries");
        foreach (IndustryBand industry in ensemble.Industries.Take(MostIndustries))
        {
            json.WriteStartObject();
            json.WriteString("country", industry.Country);
            json.WriteString("sector", industry.Sector);
            Write(json, "va_loss", industry.ValueAdded);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("sectors");
        foreach ((string sector, Band loss) in ensemble.Sectors.OrderByDescending(s => s.ValueAdded.P50))
        {
            json.WriteStartObject();
            json.WriteString("sector", sector);
            Write(json, "va_loss", loss);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Days(Utf8JsonWriter json, IReadOnlyList<RegionBands> regions)
    {
        json.WriteStartObject("series");
        foreach (RegionBands region in regions)
        {
            json.WriteStartObject("va_loss_" + region.Region);
            for (int q = 0; q < region.ValueAdded.Quantiles.Count; q++)
            {
                int at = q;
                Numbers(json, region.ValueAdded.Quantiles[q].Name, [.. region.Days.Select(d => d.Quantiles[at].Value)]);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IReadOnlyList<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
