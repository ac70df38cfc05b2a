using Linchpin.Claims;
using Linchpin.Ledger;

namespace Linchpin.Workbench.Layout;

/// <summary>Where things stand in the workbench.</summary>
internal static class Address
{
    /// <summary>The page of an entity.</summary>
    public static string Of(EntityId id) => id.Kind switch
    {
        "mechanism" => "/mechanisms/" + Uri.EscapeDataString(id.Name),
        "person" => "/people/" + Uri.EscapeDataString(id.Name),
        "body" => "/actors/" + Uri.EscapeDataString(id.Name),
        "country" when Vocabulary.Countries.ContainsKey(id.Name) => "/actors/" + id.Name,
        "document" => "/documents/" + Uri.EscapeDataString(id.Name),
        "scenario" => "/scenarios/" + Uri.EscapeDataString(id.Name),
        "response-plan" => "/plans/" + Uri.EscapeDataString(id.Name),
        "dataset" => "/sources/" + Uri.EscapeDataString(id.Name),
        _ => $"/entities/{id.Kind}/{Uri.EscapeDataString(id.Name)}",
    };

    /// <summary>The anchor of a passage on its document's page.</summary>
    public static string Anchor(Passage at) => $"at-{at.Start}-{at.End}";

    /// <summary>The anchor of a claim on its subject's page.</summary>
    public static string Anchor(Claim claim) => "claim-" + claim.Id;

    /// <summary>A claim's passage, highlighted in its document; or its dataset.</summary>
    public static string Source(Scope scope, HeldClaim claim) => claim.Claim.Source switch
    {
        DocumentSource d => scope.Link(Of(d.Document), ("at", $"{d.At.Start}-{d.At.End}")) + "#" + Anchor(d.At),
        { } s => scope.Link(Of(s.Of)),
    };

    /// <summary>The claim on its subject's page.</summary>
    public static string Claim(Scope scope, HeldClaim claim) => scope.Link(Of(claim.Subject)) + "#" + Anchor(claim.Claim);
}
