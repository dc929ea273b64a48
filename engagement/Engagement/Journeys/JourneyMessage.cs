using Engagement.Definitions.Topics;

namespace Engagement.Journeys;

/// <summary>A message that was claimed, and that the caller sends once the claim is written.</summary>
/// <param name="Journey">Name of the journey.</param>
/// <param name="Entry">Id of the customer's entry, see <see cref="Enrollment.Id"/>.</param>
/// <param name="Version">The entry's version.</param>
/// <param name="Position">The step.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Topic">What the message is about.</param>
public sealed record JourneyMessage(
    string Journey, string Entry, string Version, StepPosition Position, MessageClaim Claim, Topic Topic)
{
    /// <summary>Whether it counts towards the limit: an essential one does not.</summary>
    public bool CountsTowardsLimit => Topic.Kind == TopicKind.Marketing;
}
