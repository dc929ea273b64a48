namespace Engagement.Definitions;

/// <summary>What a definition can refer to by name.</summary>
internal enum NameKind
{
    Event,
    Segment,
    Template,
    Topic,
    UserAttribute,
    EndpointAttribute,
    EndpointMetric,
    Date,
}
