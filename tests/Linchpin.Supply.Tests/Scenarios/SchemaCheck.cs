using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Linchpin.Supply.Tests.Scenarios;

/// <summary>The part of JSON Schema 2020-12 that the scenario schema uses; any other keyword is refused, so that none is passed over.</summary>
internal static class SchemaCheck
{
    internal static bool Fits(JsonNode root, JsonNode schema, JsonNode? value) => schema.AsObject().All(k => k.Key switch
    {
        "$schema" or "title" or "description" or "default" or "$defs" or "then" => true,
        "$ref" => Fits(root, Resolve(root, k.Value!.GetValue<string>()), value),
        "type" => k.Value!.GetValue<string>() switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => Kind(value) == JsonValueKind.String,
            "boolean" => Kind(value) is JsonValueKind.True or JsonValueKind.False,
            "number" => Kind(value) == JsonValueKind.Number,
            "integer" => Kind(value) == JsonValueKind.Number && value!.GetValue<double>() is var d && d == Math.Floor(d),
            var other => throw new NotSupportedException(other),
        },
        "const" => JsonNode.DeepEquals(k.Value, value),
        "enum" => k.Value!.AsArray().Any(e => JsonNode.DeepEquals(e, value)),
        "minimum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() >= k.Value!.GetValue<double>(),
        "maximum" => Kind(value) != JsonValueKind.Number || value!.GetValue<double>() <= k.Value!.GetValue<double>(),
        "minLength" => Kind(value) != JsonValueKind.String || value!.GetValue<string>().Length >= k.Value!.GetValue<int>(),
        "maxLength" => Kind(value) != JsonValueKind.String || value!.GetValue<string>().Length <= k.Value!.GetValue<int>(),
        "pattern" => Kind(value) != JsonValueKind.String || Regex.IsMatch(value!.GetValue<string>(), k.Value!.GetValue<string>()),
        "minItems" => value is not JsonArray few || few.Count >= k.Value!.GetValue<int>(),
        "maxItems" => value is not JsonArray many || many.Count <= k.Value!.GetValue<int>(),
        "items" => value is not JsonArray items || items.All(i => Fits(root, k.Value!, i)),
        "minProperties" => value is not JsonObject o || o.Count >= k.Value!.GetValue<int>(),
        "properties" => value is not JsonObject o || o.All(p => k.Value![p.Key] is not { } s || Fits(root, s, p.Value)),
        "additionalProperties" => value is not JsonObject o || o.Where(p => schema["properties"]?[p.Key] is null)
            .All(p => k.Value!.GetValueKind() != JsonValueKind.False && Fits(root, k.Value!, p.Value)),
        "required" => value is not JsonObject o || k.Value!.AsArray().All(r => o.ContainsKey(r!.GetValue<string>())),
        "allOf" => k.Value!.AsArray().All(s => Fits(root, s!, value)),
        "anyOf" => k.Value!.AsArray().Any(s => Fits(root, s!, value)),
        "oneOf" => k.Value!.AsArray().Count(s => Fits(root, s!, value)) == 1,
        "not" => !Fits(root, k.Value!, value),
        "if" => !Fits(root, k.Value!, value) || Fits(root, schema["then"]!, value),
        var other => throw new NotSupportedException(other),
    });

    private static JsonValueKind Kind(JsonNode? value) => value?.GetValueKind() ?? JsonValueKind.Null;

    private static JsonNode Resolve(JsonNode root, string reference) => reference.Split('/').Skip(1).Aggregate(root, (node, name) => node[name]!);
}
