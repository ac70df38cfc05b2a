using Linchpin.Claims;

namespace Linchpin.Supply.Warnings;

/// <summary>Refuses settings outside their ranges.</summary>
internal static class WarningSettingsCheck
{
    /// <summary>The settings, or the standard ones for none.</summary>
    /// <exception cref="FaultException"><c>supply.warning-settings</c></exception>
    internal static WarningSettings Checked(WarningSettings? asked)
    {
        WarningSettings s = asked ?? WarningSettings.Standard;
        string? bad = s.FalseDiscoveryRate is not (> 0 and <= 1) ? Say("false discovery rate", s.FalseDiscoveryRate, "over 0 and at most 1")
            : s.MostProbability is not (> 0 and <= 1) ? Say("probability", s.MostProbability, "over 0 and at most 1")
            : s.LeastChange is not (>= 0 and < 1) ? Say("least change", s.LeastChange, "from 0 to under 1")
            : s.LeastShare is not (>= 0 and <= 1) ? Say("least share", s.LeastShare, "from 0 to 1")
            : s.LeastValue is not (>= 0 and <= double.MaxValue) ? Say("least value", s.LeastValue, "0 or more")
            : s.LeastMonths is not (>= 12 and <= 24) ? Say("least months", s.LeastMonths, "from 12 to 24")
            : s.NoiseFloor is not (> 0 and <= 10) ? Say("noise floor", s.NoiseFloor, "over 0 and at most 10")
            : s.TailDegrees is not (>= 1 and <= 1000) ? Say("degrees of freedom", s.TailDegrees, "from 1 to 1000")
            : null;
        return bad is null ? s : throw SupplyFaults.WarningSettings.Because(bad);
    }

    private static string Say(string name, double value, string range) => FormattableString.Invariant($"The {name} is {value}; it must be {range}.");
}
