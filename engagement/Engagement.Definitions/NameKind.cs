namespace Engagement.Definitions;

/// <summary>What a definition can refer to by name.</summary>
internal enum NameKind
{
    Segment,
    Template,
    Topic,
    UserAttribute,
    EndpointAttribute,
    EndpointMetric,
    Date,
}
