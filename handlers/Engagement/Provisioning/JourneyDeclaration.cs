namespace Engagement.Provisioning;

/// <summary>A journey that an event starts and that calls a function, once for each time that an endpoint enters; it then ends.</summary>
public sealed record JourneyDeclaration
{
    /// <summary>The type of the event that starts it.</summary>
    public required string EventType { get; init; }

    /// <summary>Id of the segment whose endpoints may enter.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The channels of the endpoints that the function is called for, such as <c>CUSTOM</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>ARN of the function that it calls.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>What the function is told, at most 5,000 characters.</summary>
    public required string Data { get; init; }
}
