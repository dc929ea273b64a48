namespace Engagement.Definitions;

/// <summary>Consent types of Google's consent mode, by the names that Google Tag Manager gives them.</summary>
public static class ConsentTypes
{
    /// <summary>All of them. A misspelt one would be a tag that never fires, so others are refused.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "ad_personalization", "ad_storage", "ad_user_data", "analytics_storage", "functionality_storage",
        "personalization_storage", "security_storage",
    ];

    /// <summary>What an event needs where the plan says nothing: <c>analytics_storage</c>.</summary>
    public static IReadOnlyList<string> Default { get; } = ["analytics_storage"];
}
