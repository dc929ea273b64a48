namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>An endpoint and its user's attributes, as they are at one moment: what segments look at.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="UserAttributes">Attributes of its user.</param>
internal readonly record struct Profile(Endpoint Endpoint, IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes)
{
    /// <summary>Whether messages may go to it: it is active and has not opted out.</summary>
    public bool IsReachable => Endpoint is { EndpointStatus: "ACTIVE", OptOut: not "ALL" };
}
