namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// A journey that calls a function once each time that an endpoint enters, and then ends. With one template, it sends the template to the
/// endpoints that the function chooses. An event starts it, or Pinpoint reads its segment again and again.
/// </summary>
public sealed record JourneyDeclaration
{
    /// <summary>What the function answers, by this name, of an endpoint that it chooses.</summary>
    public const string SendAttribute = "send";

    /// <summary>The value of <see cref="SendAttribute"/>.</summary>
    public const string SendValue = "yes";

    /// <summary>The type of the event that starts it; null where the segment does.</summary>
    public string? EventType { get; init; }

    /// <summary>
    /// Where the segment starts it, how often its members enter anew: an ISO 8601 duration of an hour or more. Otherwise null.
    /// </summary>
    public string? RefreshEvery { get; init; }

    /// <summary>Id of the segment whose endpoints may enter.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The channels of the endpoints that the function is called for, such as <c>CUSTOM</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>ARN of the function that it calls.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>What the function is told, at most 5,000 characters.</summary>
    public required string Data { get; init; }

    /// <summary>Name of the e-mail template that is sent to the endpoints that the function chooses; null where nothing is sent.</summary>
    public string? Template { get; init; }

    /// <summary>Name of the SMS template that is sent instead; null where none is.</summary>
    public string? SmsTemplate { get; init; }

    /// <summary>Type of the text messages, such as <c>PROMOTIONAL</c>; null where it sends none.</summary>
    public string? TextType { get; init; }

    /// <summary>Sender of the template; null for that of the e-mail channel.</summary>
    public string? From { get; init; }
}
