using Engagement.CompanyEvents.DryRuns;
using Engagement.Definitions;
using Engagement.Journeys;
using Engagement.Journeys.Simulation;
using Engagement.Local.Platforms;

namespace Engagement.Local.Upcoming;

/// <summary>The messages of journeys that customers are in, if nothing happens until then.</summary>
/// <param name="definitions">The definitions as they are deployed.</param>
/// <param name="book">The journeys as they are deployed.</param>
internal sealed class UpcomingJourneys(DefinitionSet definitions, JourneyBook book)
{
    private readonly JourneyReplay replay =
        new(definitions.Journeys.Limit, book, definitions.Topics, definitions.TrackingPlan.Zone);

    /// <summary>Those of a customer, whether they will be sent or left out.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="journeys">What the journeys know.</param>
    /// <param name="until">By when they are due.</param>
    public IEnumerable<UpcomingMessage> For(IJourneyCustomer customer, CustomerJourneys journeys, DateTimeOffset until) =>
        from note in replay.Run(journeys, customer, events: [], until)
        let template = note.Template
        where template is not null && note.Outcome is JourneyOutcome.Sent or JourneyOutcome.LeftOut or JourneyOutcome.Left
        select new UpcomingMessage
        {
            At = note.At,
            Origin = new("journey", note.Journey, Part: null),
            Template = template,
            EndpointId = journeys.EndpointId,
            LeftOut = note.Reason is { } reason ? DryRunReason.Meaning(reason) : null,
        };
}
