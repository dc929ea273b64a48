using System.Text.Json.Serialization;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// What a <see cref="JourneyStep.If"/> asks: <see cref="Did"/> or <see cref="IsIn"/>. In JSON the property <c>condition</c> tells which.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "condition")]
[JsonDerivedType(typeof(Did), "did")]
[JsonDerivedType(typeof(IsIn), "segment")]
public abstract record JourneyCondition
{
    private JourneyCondition()
    {
    }

    /// <summary>Whether an event happened since the entry's event, which itself counts.</summary>
    /// <param name="Event">The event's type.</param>
    public sealed record Did(string Event) : JourneyCondition;

    /// <summary>Whether the customer now belongs to a segment.</summary>
    /// <param name="Segment">The segment's name.</param>
    public sealed record IsIn(string Segment) : JourneyCondition;
}
