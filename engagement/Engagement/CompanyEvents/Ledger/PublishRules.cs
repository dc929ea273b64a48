namespace Engagement.CompanyEvents.Ledger;

/// <summary>Tells a repeated event from a new one.</summary>
public static class PublishRules
{
    /// <summary>What to say of an event whose id is another's.</summary>
    public static CompanyEventProblem Conflict { get; } = new(
        "id", "is that of an earlier event with another name or other attributes; use a new id");

    /// <param name="companyEvent">The event that came in.</param>
    /// <param name="earlier">What the ledger had; see <see cref="ILedger.PublishAsync"/>.</param>
    public static PublishOutcome Judge(CompanyEvent companyEvent, EventRecord? earlier) =>
        earlier is null ? PublishOutcome.New
        : !IsSame(companyEvent, earlier.Event) ? PublishOutcome.Conflicting
        : earlier.Campaigns.Count == 0 ? PublishOutcome.TriggerAgain
        : PublishOutcome.Repeated;

    private static bool IsSame(CompanyEvent one, CompanyEvent other) =>
        one.Announcement == other.Announcement
        && one.Attributes.Count == other.Attributes.Count
        && one.Attributes.All(attribute => other.Attributes.TryGetValue(attribute.Key, out var value) && value == attribute.Value);
}
