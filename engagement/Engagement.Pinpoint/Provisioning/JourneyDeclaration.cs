using Engagement.Definitions.Segments;

namespace Engagement.Pinpoint.Provisioning;

/// <summary>
/// A journey that calls a function each time that an endpoint enters. With <see cref="Activities"/> the endpoint goes through these.
/// Without them the journey then ends; with a template, it sends the template to the endpoints that the function chooses. An event starts
/// it, or Pinpoint reads its segment again and again.
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

    /// <summary>
    /// What must hold of the event's attributes and metrics, each at most once; null or empty: any event of the type starts it.
    /// </summary>
    public IReadOnlyList<SegmentCondition>? Where { get; init; }

    /// <summary>Id of the segment whose endpoints may enter; null for every endpoint, where an event starts it.</summary>
    public string? SegmentId { get; init; }

    /// <summary>The channels of the endpoints that the function is called for, such as <c>CUSTOM</c>.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>ARN of the function that it calls.</summary>
    public required string FunctionArn { get; init; }

    /// <summary>What the function is told, at most 5,000 characters; null where <see cref="Activities"/> say it.</summary>
    public string? Data { get; init; }

    /// <summary>Name of the e-mail template that is sent to the endpoints that the function chooses; null where nothing is sent.</summary>
    public string? Template { get; init; }

    /// <summary>Sender of the template; null for that of the e-mail channel.</summary>
    public string? From { get; init; }

    /// <summary>The activities by their ids, 1 to 40, where it is not the one call; otherwise null. Ids are letters and digits.</summary>
    public IReadOnlyDictionary<string, ActivityDeclaration>? Activities { get; init; }

    /// <summary>The first of <see cref="Activities"/>; null without any.</summary>
    public string? StartActivity { get; init; }

    /// <summary>
    /// How long a journey that was replaced lets those who are inside go on before it is cancelled: an ISO 8601 duration, up to 400 days.
    /// Null: it is cancelled as soon as its successor lets endpoints enter.
    /// </summary>
    public string? DrainFor { get; init; }
}
