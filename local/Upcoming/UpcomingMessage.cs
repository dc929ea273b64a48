using Engagement.Local.Platforms;

namespace Engagement.Local.Upcoming;

/// <summary>A message that a customer will get, or will not, as everything stands now.</summary>
internal sealed record UpcomingMessage
{
    /// <summary>When it is due.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What of the definitions it is of.</summary>
    public required MessageOrigin Origin { get; init; }

    /// <summary>The template.</summary>
    public required string Template { get; init; }

    /// <summary>The endpoint that it would go to; null where that follows when it is sent.</summary>
    public string? EndpointId { get; init; }

    /// <summary>Why it will not come, in words; null: it will.</summary>
    public string? LeftOut { get; init; }
}
