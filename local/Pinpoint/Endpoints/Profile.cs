using Engagement.Segments;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>An endpoint and its user's attributes, as they are at one moment: what segments look at.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="UserAttributes">Attributes of its user.</param>
internal readonly record struct Profile(Endpoint Endpoint, IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes)
    : ISegmentMember
{
    /// <summary>Whether messages may go to it: it is active and has not opted out.</summary>
    public bool IsReachable => Endpoint is { EndpointStatus: "ACTIVE", OptOut: not "ALL" };

    public string? UserId => Endpoint.UserId;

    public string? Channel => Endpoint.ChannelType;

    public string? Country => Endpoint.Location?.Country;

    public string? Platform => Endpoint.Demographic?.Platform;

    public string? Make => Endpoint.Demographic?.Make;

    public string? Model => Endpoint.Demographic?.Model;

    public string? AppVersion => Endpoint.Demographic?.AppVersion;

    public IReadOnlyList<string>? UserAttribute(string name) => UserAttributes.GetValueOrDefault(name);

    public IReadOnlyList<string>? Attribute(string name) => Endpoint.Attributes.GetValueOrDefault(name);

    public double? Metric(string name) => Endpoint.Metrics.TryGetValue(name, out var value) ? value : null;
}
