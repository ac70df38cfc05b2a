using System.Text.Json;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>A plan as JSON: label, scenario, settings, what is lost, what replaces it, what is left, who bears what.</summary>
internal static class ResponsePlanJson
{
    internal const string Basis = "rowsum with final demand below 0 set to 0";

    internal static void Write(Utf8JsonWriter json, ResponsePlan plan)
    {
        json.WriteStartObject();
        TableJson.WriteLabel(json, plan.Table, Basis);
        json.WriteStartObject("scenario");
        ScenarioJson.Write(json, plan.Scenario, plan.LeftOut);
        json.WriteEndObject();
        Settings(json, plan.Settings);
        Strings(json, "partners", plan.Partners);
        json.WriteStartObject("window");
        json.WriteNumber("first_day", plan.FirstDay);
        json.WriteNumber("days", plan.Days);
        json.WriteEndObject();
        Rows(json, "lost", plan.Lost, l =>
        {
            json.WriteString("partner", l.Partner);
            json.WriteString("input", l.Input);
            json.WriteString("origin", l.Origin);
            json.WriteNumber("amount", l.Amount);
            TableJson.Write(json, "share_of_use", l.ShareOfUse);
        });
        Rows(json, "replacements", plan.Replacements, r =>
        {
            json.WriteString("input", r.Input);
            json.WriteString("from_lost", r.FromLost);
            json.WriteString("by", r.By);
            json.WriteString("to", r.To);
            json.WriteString("kind", Word(r.Kind));
            json.WriteNumber("amount", r.Amount);
            json.WriteString("unit", plan.Table.Descriptor.Unit);
            TableJson.Write(json, "share_of_spare_capacity", r.ShareOfSpareCapacity);
            TableJson.Write(json, "share_of_present_output", r.ShareOfOutput);
            TableJson.Write(json, "share_of_present_exports", r.ShareOfPresentExports);
            json.WriteNumber("cost", r.Cost);
        });
        Rows(json, "uncovered", plan.Uncovered, u =>
        {
            json.WriteString("partner", u.Partner);
            json.WriteString("input", u.Input);
            json.WriteNumber("amount", u.Amount);
            json.WriteNumber("needed", u.Lost);
            json.WriteNumber("final_use", u.Final);
        });
        Rows(json, "at_risk", plan.AtRisk, i =>
        {
            json.WriteString("partner", i.Partner);
            json.WriteString("sector", i.Sector);
            json.WriteNumber("share_of_output", i.ShareOfOutput);
            json.WriteNumber("value_added", i.ValueAdded);
        });
        Rows(json, "stockpile", plan.Stockpile, s =>
        {
            json.WriteString("partner", s.Partner);
            json.WriteString("sector", s.Input);
            json.WriteNumber("days", s.Days);
            json.WriteNumber("amount", s.Amount);
            json.WriteNumber("until_ramped_up", s.UntilRampedUp);
            json.WriteNumber("held_days", s.HeldDays);
        });
        Burdens(json, "alone", plan.Alone);
        Burdens(json, "together", plan.Together);
        Total(json, "alone_total", plan.Alone);
        Total(json, "together_total", plan.Together);
        TableJson.Write(json, "gain", plan.Gain);
        ByPartner(json, "shapley", plan, p => plan.Shapley[p]);
        ByPartner(json, "compensation", plan, plan.Compensation);
        Rows(json, "coalitions", plan.Coalitions, c =>
        {
            Strings(json, "members", c.Members);
            TableJson.Write(json, "burden", c.Burden);
        });
        Rows(json, "shadow_prices", plan.ShadowPrices, s =>
        {
            json.WriteString("limit_of", s.Kind == PlannedKind.NewProduction ? "spare-capacity" : Word(s.Kind));
            json.WriteString("partner", s.Partner);
            json.WriteString("sector", s.Sector);
            json.WriteNumber("worth_a_unit", s.Worth);
            json.WriteNumber("limit", s.Limit);
        });
        Dynamics(json, plan.Dynamics);
        Strings(json, "not_counted", plan.NotCounted);
        Strings(json, "limits", ResponsePlan.Limits);
        json.WriteString("solver", plan.Solver);
        json.WriteEndObject();
    }

    internal static string Word(PlannedKind kind) => kind switch
    {
        PlannedKind.NewProduction => "new-production",
        PlannedKind.RedirectedExport => "redirected-exports",
        _ => "stock",
    };

    /// <summary>Every setting that a number hangs on.</summary>
    internal static void Settings(Utf8JsonWriter json, PlanSettings s)
    {
        json.WriteStartObject("settings");
        TableJson.Write(json, "spare_capacity", s.SpareCapacity);
        json.WriteString("spare_capacity_rule", s.SpareCapacity is null ? "as the scenario's alpha_max and alpha_tau let it come about" : "this share of output from the first day");
        Map(json, "spare_capacity_of", s.SpareCapacityOf);
        json.WriteNumber("substitutability", s.Substitutability);
        Map(json, "substitutability_of", s.SubstitutabilityOf);
        json.WriteNumber("redirect_share", s.RedirectShare);
        Map(json, "redirect_share_of", s.RedirectShareOf);
        json.WriteNumber("stock_days", s.StockDays);
        Map(json, "stock_days_of", s.StockDaysOf);
        json.WriteNumber("premium_new", s.PremiumNew);
        json.WriteNumber("premium_redirected", s.PremiumRedirected);
        json.WriteNumber("premium_abroad", s.PremiumAbroad);
        json.WriteNumber("premium_stock", s.PremiumStock);
        json.WriteNumber("harm_weight", s.HarmWeight);
        json.WriteNumber("final_weight", s.FinalWeight);
        Map(json, "minimum_coverage", s.MinimumCoverage);
        Map(json, "most_of_exports", s.MostOfExports);
        json.WriteEndObject();
    }

    private static void Burdens(Utf8JsonWriter json, string name, IReadOnlyList<PartnerBurden> burdens)
    {
        json.WriteStartObject(name);
        foreach (PartnerBurden b in burdens)
        {
            json.WriteStartObject(b.Partner);
            if (b.Impossible is { } why)
            {
                json.WriteNull("burden");
                json.WriteString("impossible", why);
                json.WriteEndObject();
                continue;
            }

            json.WriteNumber("lost", b.Lost);
            json.WriteNumber("covered", b.Covered);
            json.WriteNumber("uncovered", b.Uncovered);
            json.WriteNumber("va_at_risk", b.ValueAddedAtRisk);
            TableJson.Write(json, "va_at_risk_pct", b.ValueAddedAtRiskPercent);
            json.WriteNumber("final_unserved", b.FinalUnserved);
            json.WriteNumber("cost", b.Cost);
            json.WriteNumber("burden", b.Burden);
            json.WriteNumber("sent_to_partners", b.SentToPartners);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void ByPartner(Utf8JsonWriter json, string name, ResponsePlan plan, Func<int, double?> of)
    {
        json.WriteStartObject(name);
        for (int p = 0; p < plan.Partners.Count; p++)
        {
            TableJson.Write(json, plan.Partners[p], of(p));
        }

        json.WriteEndObject();
    }

    private static void Total(Utf8JsonWriter json, string name, IReadOnlyList<PartnerBurden> burdens) =>
        TableJson.Write(json, name, burdens.Any(b => b.Impossible is not null) ? null : burdens.Sum(b => b.Burden));

    private static void Dynamics(Utf8JsonWriter json, ResponseDynamics? dynamics)
    {
        if (dynamics is null)
        {
            json.WriteNull("simulated_va_loss");
            return;
        }

        json.WriteStartObject("simulated_va_loss");
        foreach ((string name, Func<SimulatedLoss, double> of) in new (string, Func<SimulatedLoss, double>)[]
        {
            ("without_response", l => l.WithoutResponse), ("alone", l => l.Alone), ("together", l => l.Together),
        })
        {
            json.WriteStartObject(name);
            foreach (SimulatedLoss loss in dynamics.Partners.Append(dynamics.World))
            {
                json.WriteNumber(loss.Region, of(loss));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T row in rows)
        {
            json.WriteStartObject();
            write(row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> strings)
    {
        json.WriteStartArray(name);
        foreach (string text in strings)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, double> map)
    {
        json.WriteStartObject(name);
        foreach ((string place, double value) in map)
        {
            json.WriteNumber(place, value);
        }

        json.WriteEndObject();
    }
}
