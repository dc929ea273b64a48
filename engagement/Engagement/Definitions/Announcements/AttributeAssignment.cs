namespace Engagement.Definitions.Announcements;

/// <summary>A user attribute that a campaign writes to each customer it reaches: one entry of its <c>set</c>.</summary>
public sealed record AttributeAssignment
{
    /// <summary>The user attribute's name, 1 to 50 characters.</summary>
    public required string Attribute { get; init; }

    /// <summary>Its value.</summary>
    public required TextTemplate Value { get; init; }
}
