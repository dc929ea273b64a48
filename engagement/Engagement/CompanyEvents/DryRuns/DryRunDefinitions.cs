using Engagement.Definitions.Segments;
using Engagement.Definitions.Templates;
using Engagement.Definitions.Topics;
using Engagement.Sending;
using Engagement.Times;

namespace Engagement.CompanyEvents.DryRuns;

/// <summary>What an announcement's campaigns name.</summary>
/// <param name="Segments">The segments that they go to.</param>
/// <param name="Templates">What they send, by name.</param>
/// <param name="Topics">What their messages are about.</param>
/// <param name="Renderer">Renders those templates.</param>
/// <param name="Zone">The zone of customers who have none.</param>
public sealed record DryRunDefinitions(
    SegmentCatalog Segments,
    IReadOnlyDictionary<string, MessageTemplate> Templates,
    TopicCatalog Topics,
    IMessageRenderer Renderer,
    CustomerZone Zone);
