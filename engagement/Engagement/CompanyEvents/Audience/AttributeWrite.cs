namespace FilterAudience.Filtering;

/// <summary>User attributes to write.</summary>
/// <param name="EndpointId">An endpoint of the customer.</param>
/// <param name="UserAttributes">Values by name; they replace what is there.</param>
/// <param name="At">When the event came: of two writes the later event's stays.</param>
internal sealed record AttributeWrite(string EndpointId, IReadOnlyDictionary<string, IReadOnlyList<string>> UserAttributes, DateTimeOffset At);
