namespace Linchpin.Claims;

/// <summary>An entity has a property with a value, and who says so. The one record that every room meets in.</summary>
/// <remarks>
/// <para>Never changed once made: a correction is a new claim and a judgement on the old one.</para>
/// <para><b>Id:</b> a hash of everything below as it was made, so the same claim made twice is one claim (see <see cref="ClaimJson"/>).</para>
/// <para><b>Clocks:</b> <see cref="Valid"/> is when it holds; the source's own date is when it was said; the ledger adds when it was recorded.</para>
/// </remarks>
public sealed record Claim
{
    private string? _id;

    /// <summary>Makes a claim and checks it against the vocabulary.</summary>
    /// <param name="subject">What the claim is about.</param>
    /// <param name="property">A property of the vocabulary that the subject's kind may have.</param>
    /// <param name="value">Of the type that the property takes, or unknown, or not applicable.</param>
    /// <param name="valid">When it holds in the world.</param>
    /// <param name="source">Where it stands.</param>
    /// <param name="author">Who made the claim.</param>
    /// <param name="handling">Its label.</param>
    /// <param name="confidence">From 0 to 1 where a machine says it; <see langword="null"/> where none is stated.</param>
    /// <exception cref="FaultException"><c>claims.property-unknown</c>, <c>claims.property-kind</c>, <c>claims.value-type</c>, <c>claims.number</c>, <c>claims.confidence</c></exception>
    public Claim(
        EntityId subject,
        string property,
        Value value,
        ValidTime valid,
        Source source,
        Author author,
        Handling handling,
        double? confidence = null)
    {
        Vocabulary.Check(subject, property, value);
        if (confidence is not (null or (>= 0 and <= 1)))
        {
            throw ClaimsFaults.Confidence.Because($"Confidence {confidence} of {subject} {property}.");
        }

        Subject = subject;
        Property = property;
        Value = value;
        Valid = valid;
        Source = source;
        Author = author;
        Handling = handling;
        Confidence = confidence;
    }

    /// <summary>The claim's content hash: 32 lower-case hex digits. Made when it is first asked for.</summary>
    public string Id => _id ??= ClaimJson.HashOf(this);

    /// <summary>What the claim is about.</summary>
    public EntityId Subject { get; }

    /// <summary>The property's id in the vocabulary.</summary>
    public string Property { get; }

    /// <summary>The value.</summary>
    public Value Value { get; }

    /// <summary>When it holds in the world.</summary>
    public ValidTime Valid { get; }

    /// <summary>Where it stands.</summary>
    public Source Source { get; }

    /// <summary>Who made it.</summary>
    public Author Author { get; }

    /// <summary>Its label. In a view of the ledger it is the strictest of the claim's own and its source's.</summary>
    public Handling Handling { get; private init; }

    /// <summary>How sure a machine is, 0 to 1; <see langword="null"/> where none is stated.</summary>
    public double? Confidence { get; }

    /// <summary>This claim, id and all, as it is held under the label of its source: the combination of its own label and the other.</summary>
    /// <remarks>The id stays the one it was made with, so judgements and links keep their target however strict the source becomes.</remarks>
    public Claim HeldUnder(Handling other)
    {
        if (Handling.Equals(other) || Handling.Combine(other) is var combined && combined.Equals(Handling))
        {
            return this;
        }

        // The id is of the claim as it was made, and goes with the copy.
        _ = Id;
        return this with { Handling = combined };
    }

    /// <summary>Whether the other is the same claim under the same label.</summary>
    public bool Equals(Claim? other) => ReferenceEquals(this, other) || (other is not null && Handling.Equals(other.Handling) && Id == other.Id);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Subject, Property, Value);
}
