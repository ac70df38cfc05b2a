using System.Text.RegularExpressions;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Linchpin.Workbench.Api;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>: every address under <c>/api</c> with the settings it takes.</summary>
internal static partial class ApiDescription
{
    /// <summary>Sets what the document says.</summary>
    public static void Set(OpenApiOptions options)
    {
        options.ShouldInclude = d => d.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true || d.RelativePath == "healthz";
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Linchpin",
                Version = "1",
                Description = "The pages of the workbench as JSON, read through the same view of the record. Faults come as application/problem+json with a code of docs/faults.md.",
            };
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Parameters ??= [];
            foreach (Match place in Places().Matches(context.Description.RelativePath ?? "").Where(p => operation.Parameters.All(o => o.Name != p.Groups[1].Value)))
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = place.Groups[1].Value,
                    In = ParameterLocation.Path,
                    Required = true,
                    Description = place.Groups[1].Value == "kind" ? "A kind of the vocabulary." : "The part of the id after the slash.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            foreach (QueryTerm term in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryTerms>().SelectMany(t => t.Terms))
            {
                operation.Parameters.Add(new OpenApiParameter
                {
                    Name = term.Name,
                    In = ParameterLocation.Query,
                    Description = term.Description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
            }

            return Task.CompletedTask;
        });
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Places();
}
