namespace Engagement.Definitions;

/// <summary>One event of the tracking plan.</summary>
public sealed record PlannedEvent
{
    /// <summary>The event type, 1 to 50 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What the event means, for readers of the plan; null when the file says nothing.</summary>
    public string? Description { get; init; }

    /// <summary>Who may record it.</summary>
    public required EventIdentity Identity { get; init; }

    /// <summary>
    /// What a visitor must have granted before a tag manager fires the event, of <see cref="ConsentTypes.All"/>; the plan's where the event
    /// says nothing. None: it is fired without asking. The pixel itself knows of no consent, it records what it is sent.
    /// </summary>
    public IReadOnlyList<string> Consent { get; init; } = ConsentTypes.Default;

    /// <summary>Names of its attributes (<c>evat_NAME</c>), in the order of the file. With the metrics at most 40.</summary>
    public IReadOnlyList<string> Attributes { get; init; } = [];

    /// <summary>Names of its metrics (<c>evme_NAME</c>), in the order of the file.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Names of the user attributes it may set (<c>usat_NAME</c>), in the order of the file.</summary>
    public IReadOnlyList<string> UserAttributes { get; init; } = [];
}
