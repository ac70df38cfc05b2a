using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linchpin.Claims;
using Linchpin.Supply.Publishing;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Plans;

/// <summary>Turns a response plan into claims: the plan with scenario and settings, what each partner bears alone and together, and who replaces what for whom.</summary>
internal sealed class PlanPublication(ResponsePlan plan, Handling handling)
{
    private readonly TableClaims _claims = new(plan.Table, handling);

    /// <summary>The dataset with its claims.</summary>
    internal Deposit Make()
    {
        string settings = Settings();
        string hash = CanonicalScenario.Hash(plan.Scenario);
        string own = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(settings)));
        EntityId id = _claims.Id("response-plan", [hash[..16], own[..8], .. plan.Partners]);
        string formula = $"response plan by linear programme (docs/plans.md), days {plan.FirstDay} to {plan.FirstDay + Math.Max(0, plan.Days - 1)}; {_claims.ScenarioWords(plan.Scenario)}; partners {string.Join(',', plan.Partners)}; settings {settings}";
        _claims.Add(id, "name", new TextValue(FormattableString.Invariant($"{plan.Scenario.Title}: {string.Join(", ", plan.Partners.Select(Vocabulary.CountryName))}, alone and together, {plan.Table.Year:0000}")), formula);
        _claims.AddYear(id);
        _claims.Add(id, "events", new TextValue(plan.Scenario.EventWords), formula);
        _claims.Add(id, "settings", new TextValue($"{settings}; scenario: {plan.Scenario.SettingWords}"), formula);
        _claims.Add(id, "scenario-hash", new TextValue(hash), formula);
        foreach (string partner in plan.Partners.Where(Vocabulary.Countries.ContainsKey))
        {
            _claims.Add(id, "partner", new EntityValue(EntityId.Country(partner)), formula);
        }

        _claims.Add(id, "joint-gain", Money(plan.Gain, "a partner's own conditions cannot be met alone"), $"{formula}; burdens alone less burden together");
        for (int p = 0; p < plan.Partners.Count; p++)
        {
            if (Vocabulary.Countries.ContainsKey(plan.Partners[p]))
            {
                Bears(id, plan.Alone[p], plan.Together[p], plan.Shapley[p], formula);
            }
        }

        foreach (Replacement r in plan.Replacements.Where(r => Vocabulary.Countries.ContainsKey(r.By) && Vocabulary.Countries.ContainsKey(r.To)))
        {
            Replaces(id, r, formula);
        }

        return _claims.Make();
    }

    private void Bears(EntityId plan, PartnerBurden alone, PartnerBurden together, double? part, string formula)
    {
        EntityId id = EntityId.Of("plan-burden", $"{plan.Name}-{together.Partner.ToLowerInvariant()}");
        string cell = $"{formula}; partner {together.Partner}";
        _claims.Add(id, "plan", new EntityValue(plan), cell);
        _claims.Add(id, "country", new EntityValue(EntityId.Country(together.Partner)), cell);
        _claims.Add(id, "lost-deliveries", _claims.Money(together.Lost), cell);
        _claims.Add(id, "burden-alone", Money(alone.Impossible is null ? alone.Burden : null, alone.Impossible ?? ""), $"{cell}, acting alone");
        _claims.Add(id, "burden-together", Money(together.Impossible is null ? together.Burden : null, together.Impossible ?? ""), $"{cell}, acting together");
        _claims.Add(id, "gain-part", Money(part, "the Shapley value is calculated for up to six partners whose conditions can be met"), $"{cell}, Shapley value");
    }

    private void Replaces(EntityId plan, Replacement r, string formula)
    {
        string kind = ResponsePlanJson.Word(r.Kind);
        EntityId id = EntityId.Of("replacement", $"{plan.Name}-{r.Input}-{r.By}-{r.To}-{kind}".ToLowerInvariant());
        string cell = $"{formula}; {kind} of {r.Input} by {r.By} to {r.To}, in place of {r.FromLost}, acting together";
        _claims.Add(id, "plan", new EntityValue(plan), cell);
        _claims.Add(id, "type", new TextValue(kind), cell);
        _claims.Add(id, "supplier", new EntityValue(EntityId.Country(r.By)), cell);
        _claims.Add(id, "user", new EntityValue(EntityId.Country(r.To)), cell);
        _claims.Add(id, "supplying-sector", new EntityValue(_claims.Sector(r.Input)), cell);
        _claims.Add(id, "amount", _claims.Money(r.Amount), cell);
        if (r.ShareOfPresentExports is { } share)
        {
            _claims.Add(id, "exports-share", share is >= 0 and <= 1 ? new ShareValue(share, $"the present exports of {r.Input} of {Vocabulary.CountryName(r.By)} in the window") : new UnknownValue("more than all present exports"), cell);
        }
    }

    private Value Money(double? amount, string why) => amount is { } a ? _claims.Money(a) : new UnknownValue(why.Length == 0 ? "not calculated" : why);

    /// <summary>Every setting that a number hangs on, as JSON; the solver is none.</summary>
    private string Settings()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            ResponsePlanJson.Settings(json, plan.Settings);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
