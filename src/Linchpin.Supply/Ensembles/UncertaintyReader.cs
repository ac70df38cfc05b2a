using Linchpin.Claims;
using Linchpin.Supply.Tables;

namespace Linchpin.Supply.Ensembles;

/// <summary>Reads the object <c>uncertainty</c> of a scenario file: every distribution known, and its values within the field's own range.</summary>
internal static class UncertaintyReader
{
    private const int MostValues = 100;

    private static readonly string[] Distributions = ["uniform", "triangular", "normal", "lognormal", "choice"];

    internal static Uncertainty Read(Fields read, IReadOnlyList<ScenarioEvent> events)
    {
        read = read.At(read.Place + ", uncertainty", SupplyFaults.UncertaintyInvalid);
        read.Only("\"uncertainty\"", [.. VariedField.SettingNames, "events"]);
        var settings = new List<UncertainSetting>();
        foreach (string name in VariedField.SettingNames.Where(read.Has))
        {
            settings.Add(Of(read.Object(name), VariedField.Setting(name), null));
        }

        if (read.Has("events"))
        {
            var seen = new HashSet<int>();
            foreach (Fields varied in read.Objects("events"))
            {
                varied.Only("an event of \"uncertainty\"", [.. VariedField.EventNames, "event"]);
                int number = varied.Whole("event", 1, events.Count, null);
                if (!seen.Add(number))
                {
                    throw varied.Bad($"Event {number} stands twice; state all that varies in it at once.");
                }

                foreach (string name in VariedField.EventNames.Where(varied.Has))
                {
                    VariedField field = VariedField.OfEvent(name, events[number - 1])
                        ?? throw varied.Bad($"Event {number} has no \"{name}\" that could vary.");
                    settings.Add(Of(varied.Object(name), field, number));
                }
            }
        }

        return new Uncertainty(settings, true);
    }

    private static UncertainSetting Of(Fields read, VariedField field, int? number)
    {
        string title = number is null ? field.Name : FormattableString.Invariant($"event {number} {field.Name}");
        read = read.At($"{read.Place}, {title}", SupplyFaults.UncertaintyInvalid);
        string word = read.Text("distribution");
        Distribution distribution = word switch
        {
            _ when field.Name == "order_type" => word == "choice" ? OrderTypes(read)
                : throw read.Bad("\"order_type\" is one of two words: its distribution is a choice."),
            "uniform" => Uniform(read, field),
            "triangular" => Triangular(read, field),
            "normal" => Normal(read, field),
            "lognormal" => LogNormal(read, field),
            "choice" => Choice(read, field),
            _ => throw read.Bad($"\"distribution\" is '{Shown.Short(word)}'; known are {string.Join(", ", Distributions)}."),
        };
        return new UncertainSetting(field.Name, number, distribution, read.Optional("reason") ?? "");
    }

    private static UniformDistribution Uniform(Fields read, VariedField field)
    {
        read.Only("the distribution", "distribution", "reason", "low", "high");
        (double low, double high) = Bounds(read, field, standard: false);
        return new UniformDistribution(low, high);
    }

    private static TriangularDistribution Triangular(Fields read, VariedField field)
    {
        read.Only("the distribution", "distribution", "reason", "low", "mode", "high");
        (double low, double high) = Bounds(read, field, standard: false);
        return new TriangularDistribution(low, read.Number("mode", low, high, null), high);
    }

    private static TruncatedNormalDistribution Normal(Fields read, VariedField field)
    {
        read.Only("the distribution", "distribution", "reason", "mean", "sd", "low", "high");
        (double low, double high) = Bounds(read, field, standard: true);
        return new TruncatedNormalDistribution(read.Number("mean", low, high, null), read.Number("sd", 1e-9, 1e9, null), low, high);
    }

    private static LogNormalDistribution LogNormal(Fields read, VariedField field)
    {
        read.Only("the distribution", "distribution", "reason", "median", "sigma", "low", "high");
        (double low, double high) = Bounds(read, field with { Least = Math.Max(field.Least, 1e-9) }, standard: true);
        return new LogNormalDistribution(read.Number("median", low, high, null), read.Number("sigma", 1e-9, 100, null), low, high);
    }

    private static ChoiceDistribution Choice(Fields read, VariedField field)
    {
        read.Only("the distribution", "distribution", "reason", "values", "weights");
        IReadOnlyList<double> values = read.NumberList("values", field.Least, field.Most, MostValues);
        return new ChoiceDistribution(values, Weights(read, values.Count));
    }

    private static ChoiceDistribution OrderTypes(Fields read)
    {
        read.Only("the distribution", "distribution", "reason", "values", "weights");
        IReadOnlyList<string> words = read.Strings("values");
        if (words.Count is < 1 or > 2 || words.Distinct().Count() < words.Count || words.Any(w => w is not ("alt" or "noalt")))
        {
            throw read.Bad($"\"values\" is [{Shown.Short(string.Join(", ", words))}]; alt and noalt are known, each once.");
        }

        return new ChoiceDistribution(
            [.. words.Select(w => (double)(w == "alt" ? OrderType.ByCapacity : OrderType.ByInitialShare))], Weights(read, words.Count), [.. words]);
    }

    private static IReadOnlyList<double> Weights(Fields read, int count)
    {
        if (!read.Has("weights"))
        {
            return [.. Enumerable.Repeat(1.0 / count, count)];
        }

        IReadOnlyList<double> weights = read.NumberList("weights", 0, 1, MostValues);
        return weights.Count != count ? throw read.Bad($"{weights.Count} weights for {count} values.")
            : Math.Abs(weights.Sum() - 1) > 1e-9 ? throw read.Bad(FormattableString.Invariant($"\"weights\" add up to {weights.Sum():R} and not to 1."))
            : weights;
    }

    private static (double Low, double High) Bounds(Fields read, VariedField field, bool standard)
    {
        double low = read.Number("low", field.Least, field.Most, standard ? field.Least : null);
        double high = read.Number("high", field.Least, field.Most, standard ? field.Most : null);
        return low <= high ? (low, high) : throw read.Bad(FormattableString.Invariant($"\"low\" is {low:R} and \"high\" {high:R}."));
    }
}
