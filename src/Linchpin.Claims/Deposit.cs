namespace Linchpin.Claims;

/// <summary>What is handed to the ledger at once and stored whole or not at all: documents or datasets, the claims from them, judgements.</summary>
/// <param name="Documents">Documents that the claims cite, with their text where it is held.</param>
/// <param name="Datasets">Datasets that the claims cite.</param>
/// <param name="Claims">The claims. Each one's source must be in this deposit or already in the ledger.</param>
/// <param name="Judgements">Judgements, applied after the claims.</param>
public sealed record Deposit(
    IReadOnlyList<Document> Documents, IReadOnlyList<Dataset> Datasets, IReadOnlyList<Claim> Claims, IReadOnlyList<Judgement> Judgements)
{
    /// <summary>A document and its claims.</summary>
    public static Deposit Of(Document document, IReadOnlyList<Claim> claims, IReadOnlyList<Judgement>? judgements = null) => new([document], [], claims, judgements ?? []);

    /// <summary>A dataset and its claims.</summary>
    public static Deposit Of(Dataset dataset, IReadOnlyList<Claim> claims) => new([], [dataset], claims, []);

    /// <summary>A judgement alone.</summary>
    public static Deposit Of(Judgement judgement) => new([], [], [], [judgement]);
}
