using System.Text;
using System.Text.Json.Nodes;
using Linchpin.Claims;
using Linchpin.Supply.Scenarios;

namespace Linchpin.Supply.Tests.Scenarios;

/// <summary>The forms in which a scenario may be written, and the schema that says so.</summary>
public sealed class ScenarioFormTests
{
    // What a schema of form cannot see: sums, bounds that depend on another field, and what JSON itself leaves open.
    private static readonly string[] BeyondSchema = ["rebuild-shares-not-one", "start-after-last-step", "duplicate-key"];

    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scenario.schema.json")))!;

    [Theory]
    [InlineData("""["KOR:g", "JPN:g"]""")]
    [InlineData("""["KOR:g", {"country": "JPN", "sector": "g"}]""")]
    [InlineData("""{"countries": ["KOR", "JPN"], "sectors": ["g"]}""")]
    [InlineData("""{"country": "KOR,JPN", "sectors": "g"}""")]
    [InlineData("\"KOR:g;JPN:g\"")]
    [InlineData("\"KOR:g,JPN:g\"")]
    [InlineData("\" kor , jpn : g \"")]
    public void Several_forms_of_a_target_are_one(string target)
    {
        using SmallTable folder = SmallTable.Good();
        InputOutputTable table = folder.Open();
        double[] Loss(string form)
        {
            Scenario scenario = Parse($$"""{"steps": 40, "events": [{"kind": "capacity-loss", "target": {{form}}, "share": 0.5, "start": 5, "duration": 10}]}""");
            return [.. Supply.Simulate(table, scenario).World.ValueAdded];
        }

        Loss(target).ShouldBe(Loss("\"KOR,JPN:g\""));
        Loss(target).Max().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("\"JPN,ROW\"")]
    [InlineData("""["JPN", "ROW"]""")]
    [InlineData("\"all\"")]
    public void Several_forms_of_a_destination_are_one(string to)
    {
        using SmallTable folder = SmallTable.Good();
        Scenario scenario = Parse($$"""{"steps": 40, "events": [{"kind": "export-ban", "target": "KOR:g", "to": {{to}}, "share": 1, "start": 5, "duration": 10}]}""");
        var model = new ArioModel(folder.Open(), scenario.Settings);
        new ScenarioTimeline(model, scenario.Events).Ruled.ShouldHaveSingleItem().Countries.ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData("export-ban")]
    [InlineData("quota")]
    public void A_ban_or_quota_that_names_no_destination_holds_for_every_other_country(string kind) => Parse(
        "{\"steps\": 40, \"events\": [{\"kind\": \"" + kind + "\", \"target\": \"KOR:g\", \"share\": 1, \"start\": 5, \"duration\": 10}]}").Events[0].To.ShouldBe("all");

    [Fact]
    public void Settings_stand_under_settings_or_beside_the_events()
    {
        const string Events = """ "events": [{"kind": "demand", "target": "KOR:g", "share": -0.5, "start": 5, "duration": 10}]""";
        ScenarioSettings inside = Parse("{\"settings\": {\"order_type\": \"noalt\", \"inventory_days\": 20, \"steps\": 40, \"mode\": \"compatible\"}, " + Events + "}").Settings;
        inside.ShouldBe(Parse("{\"order_type\": \"noalt\", \"inventory_days\": 20, \"steps\": 40, \"mode\": \"compatible\", " + Events + "}").Settings);
        inside.ShouldBe(new ScenarioSettings { OrderType = OrderType.ByInitialShare, InventoryDays = 20, Steps = 40, Mode = ModelMode.Compatible });
    }

    [Fact]
    public void A_mark_of_UTF_8_at_the_start_is_no_fault() => Parse(
        "\uFEFF{\"events\": [{\"kind\": \"demand\", \"target\": \"KOR:g\", \"share\": -0.5, \"start\": 5, \"duration\": 10}]}").Events.Count.ShouldBe(1);

    [Theory]
    [InlineData("linear", 0.5, 0.5)]
    [InlineData("exponential", 0.5, 0.0909090909090909)]
    [InlineData("concave", 0.5, 0.75)]
    [InlineData("s-shaped", 0.5, 0.5)]
    [InlineData("s-shaped", 0.25, 0.84375)]
    [InlineData("step", 0.5, 1)]
    public void A_recovery_falls_as_its_shape_says(string shape, double over, double left)
    {
        // Exponential: (0.01^0.5 - 0.01) / 0.99 = 0.09 / 0.99. S-shaped: 1 - 3/16 + 2/64.
        Scenario scenario = Parse($$"""{"events": [{"kind": "capacity-loss", "target": "KOR:g", "share": 1, "start": 0, "duration": 10, "recovery": 20, "recovery_shape": "{{shape}}"}]}""");
        using SmallTable folder = SmallTable.Good();
        Shock shock = new ScenarioTimeline(new ArioModel(folder.Open(), scenario.Settings), scenario.Events).Shocks[0];
        shock.Strength(9).ShouldBe(1);
        shock.Strength(9 + (int)(20 * over)).ShouldBe(left, 1e-12);
        shock.Strength(30).ShouldBe(0);
    }

    [Fact]
    public void The_schema_and_the_reader_have_the_same_fields_words_and_bounds()
    {
        Names(Schema["properties"]!).ShouldBe([.. ScenarioForm.Top, .. ScenarioForm.Settings], ignoreOrder: true);
        JsonNode settings = Schema["$defs"]!["settings"]!["properties"]!;
        Names(settings).ShouldBe(ScenarioForm.Settings, ignoreOrder: true);
        var standard = new ScenarioSettings();
        foreach (NumberSetting number in ScenarioForm.Numbers)
        {
            JsonNode field = settings[number.Name]!;
            field["minimum"]!.GetValue<double>().ShouldBe(number.Least, number.Name);
            field["maximum"]!.GetValue<double>().ShouldBe(number.Most, number.Name);
            field["default"]!.GetValue<double>().ShouldBe(number.Of(standard), number.Name);
            field["type"]!.GetValue<string>().ShouldBe(number.Whole ? "integer" : "number", number.Name);
        }

        Words(settings["order_type"]!).ShouldBe(ScenarioForm.Orders.Select(o => o.Word));
        Words(settings["mode"]!).ShouldBe(ScenarioForm.Modes.Select(m => m.Word));
        Words(Schema["$defs"]!["fields"]!["properties"]!["recovery_shape"]!).ShouldBe(ScenarioForm.Shapes.Select(s => s.Word));
        JsonNode events = Schema["properties"]!["events"]!;
        events["maxItems"]!.GetValue<int>().ShouldBe(ScenarioForm.MostEvents);
        events["items"]!["oneOf"]!.AsArray().Select(o => o!["$ref"]!.GetValue<string>()).ShouldBe(ScenarioForm.Kinds.Select(k => "#/$defs/" + k.Word));
        foreach ((string word, _, string[] own) in ScenarioForm.Kinds)
        {
            JsonNode kind = Schema["$defs"]![word]!;
            Names(kind["properties"]!).ShouldBe([.. ScenarioForm.EveryEvent, .. own.Select(f => f.TrimEnd('?'))], ignoreOrder: true, word);
            kind["required"]!.AsArray().Select(r => r!.GetValue<string>())
                .ShouldBe([.. ScenarioForm.EveryEvent.Except(["note", "source"]), .. own.Where(f => f[^1] != '?')], ignoreOrder: true, word);
        }

        static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(p => p.Key);
        static IEnumerable<string> Words(JsonNode node) => node["enum"]!.AsArray().Select(w => w!.GetValue<string>());
    }

    [Fact]
    public void What_the_reader_takes_fits_the_schema_and_what_it_refuses_does_not()
    {
        string[] files =
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "BadInput", "scenarios"), "*.json"),
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "StarterScenarios"), "*.json"),
        ];
        files.Length.ShouldBeGreaterThan(60);
        foreach (string file in files.Where(f => !BeyondSchema.Contains(Path.GetFileNameWithoutExtension(f))))
        {
            JsonNode? json = null;
            try
            {
                json = JsonNode.Parse(File.ReadAllText(file), documentOptions: new() { MaxDepth = 8 });
            }
            catch (System.Text.Json.JsonException)
            {
                continue;
            }

            bool taken = true;
            try
            {
                Scenario.Read(file);
            }
            catch (FaultException)
            {
                taken = false;
            }

            // A target's form is looked at with the table; the schema sees it in the file.
            bool form = SchemaCheck.Fits(Schema, Schema, json) || Path.GetFileNameWithoutExtension(file) is "target-without-sector" or "target-without-country";
            form.ShouldBe(taken, Path.GetFileName(file));
        }
    }

    private static Scenario Parse(string json) => ScenarioReader.Parse(Encoding.UTF8.GetBytes(json), "test");
}
