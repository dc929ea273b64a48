namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>A user: exists as long as an endpoint has its id, and shares its attributes with all of them.</summary>
/// <param name="Id">User id, case-sensitive.</param>
/// <param name="Attributes">Attributes with their values.</param>
/// <param name="EndpointIds">Its endpoints, in the order in which they joined.</param>
internal sealed record User(string Id, IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes, IReadOnlyList<string> EndpointIds);
