using System.Text.Json.Serialization;

namespace Engagement.Definitions.Journeys;

/// <summary>
/// One step of a journey: <see cref="Send"/>, <see cref="Wait"/>, <see cref="If"/> or <see cref="Split"/>. In JSON the property
/// <c>step</c> tells which.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(Send), "send")]
[JsonDerivedType(typeof(Wait), "wait")]
[JsonDerivedType(typeof(If), "if")]
[JsonDerivedType(typeof(Split), "split")]
public abstract record JourneyStep
{
    private JourneyStep()
    {
    }

    /// <summary>The lists of steps inside this one, of which a customer goes one.</summary>
    [JsonIgnore]
    public IEnumerable<IReadOnlyList<JourneyStep>> Ways => this switch
    {
        If branch => [branch.Then, branch.Else],
        Split split => split.Shares.Select(share => share.Steps),
        _ => [],
    };

    /// <summary>Sends a message.</summary>
    /// <param name="Template">Name of the message template; once on any way through the journey.</param>
    public sealed record Send(string Template) : JourneyStep;

    /// <summary>Waits.</summary>
    /// <param name="Time">How long: whole minutes, 1 minute to 90 days. A day is 24 hours.</param>
    public sealed record Wait(TimeSpan Time) : JourneyStep;

    /// <summary>Goes one of two ways, then on.</summary>
    /// <param name="Condition">What decides.</param>
    /// <param name="Then">The steps where the condition holds.</param>
    /// <param name="Else">The steps where it does not; may be empty.</param>
    public sealed record If(JourneyCondition Condition, IReadOnlyList<JourneyStep> Then, IReadOnlyList<JourneyStep> Else) : JourneyStep;

    /// <summary>Goes one of several ways by chance, then on. A customer's entry always goes the same way.</summary>
    /// <param name="Shares">2 to 5 ways, whose shares make 100.</param>
    public sealed record Split(IReadOnlyList<SplitShare> Shares) : JourneyStep;
}
