using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Linchpin.Supply.Scenarios;

/// <summary>A scenario in one form, whatever its file looks like: settings and events with every field, standards filled in, in a fixed order. Title, note and
/// sources are not part of it: they change no number.</summary>
internal static class CanonicalScenario
{
    /// <summary>SHA-256 of the canonical form in UTF-8, lower-case hex.</summary>
    internal static string Hash(Scenario scenario) => Convert.ToHexStringLower(SHA256.HashData(Form(scenario)));

    /// <summary>The events in words, one after the other.</summary>
    internal static string Events(Scenario scenario) => string.Join("; ", scenario.Events.Select(Words));

    /// <summary>The settings in words, every one.</summary>
    internal static string Settings(ScenarioSettings settings) => string.Join(
        ", ",
        ScenarioForm.Numbers.Select(n => FormattableString.Invariant($"{n.Name} {n.Of(settings):R}")).Prepend($"order_type {ScenarioForm.Word(settings.OrderType)}").Append($"mode {ScenarioForm.Word(settings.Mode)}"));

    private static string Words(ScenarioEvent e)
    {
        string amount = e.Rate is { } rate ? FormattableString.Invariant($"rate {rate:R}, elasticity {e.Elasticity:R}")
            : e.Days is { } days ? FormattableString.Invariant($"{days:R} days of use") : FormattableString.Invariant($"share {e.Share:R}");
        string to = e.To is null ? "" : $" to {e.To}";
        string rebuilt = e.RebuildSectors is { Count: > 0 } sectors
            ? ", rebuilt by " + string.Join(", ", sectors.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => FormattableString.Invariant($"{s.Key} {s.Value:R}"))) : "";
        string recovery = e.Recovery > 0 ? FormattableString.Invariant($", recovery {e.Recovery} days ({ScenarioForm.Word(e.RecoveryShape)})") : "";
        return FormattableString.Invariant($"{ScenarioForm.Word(e.Kind)} {e.Target}{to}{(e.BothWays ? " both ways" : "")}, {amount}, days {e.Start} to {e.Start + e.Duration - 1}{recovery}{rebuilt}{(e.Diverted > 0 ? $", {e.Diverted:R} of final demand diverted" : "")}");
    }

    private static byte[] Form(Scenario scenario)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("settings", Settings(scenario.Settings));
            json.WriteStartArray("events");
            foreach (ScenarioEvent e in scenario.Events)
            {
                json.WriteStartArray();
                json.WriteStringValue(ScenarioForm.Word(e.Kind));
                json.WriteStringValue(Plain(e.Target));
                foreach (double? number in new double?[] { e.Share, e.Start, e.Duration, e.Recovery, e.Diverted, e.Rate, e.Elasticity, e.Days })
                {
                    json.WriteStringValue(number is { } n ? FormattableString.Invariant($"{n:R}") : "");
                }

                json.WriteStringValue(ScenarioForm.Word(e.RecoveryShape));
                json.WriteStringValue(Plain(e.To ?? ""));
                json.WriteBooleanValue(e.BothWays);
                json.WriteStringValue(e.Flows.Word());
                foreach ((string sector, double share) in (e.RebuildSectors ?? new Dictionary<string, double>()).OrderBy(s => s.Key, StringComparer.Ordinal))
                {
                    json.WriteStringValue(FormattableString.Invariant($"{sector} {share:R}"));
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>A target without spaces and in one case: <c>chn : C14</c> is <c>CHN:C14</c>.</summary>
    private static string Plain(string target) => new string([.. target.Where(c => !char.IsWhiteSpace(c))]).ToUpperInvariant();
}
