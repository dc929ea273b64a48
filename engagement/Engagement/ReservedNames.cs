namespace Engagement;

/// <summary>Names that the public pixel refuses, whatever the tracking plan says.</summary>
public static class ReservedNames
{
    /// <summary>The endpoint that stands for the whole company.</summary>
    public const string CompanyEndpoint = "company";

    /// <summary>How the event types begin that are recorded for the company endpoint.</summary>
    public const string CompanyEventPrefix = "company.";

    /// <summary>How a platform's own event types begin, such as <c>_email.open</c>.</summary>
    public const string PlatformEventPrefix = "_";

    /// <summary>The user attribute that holds a customer's time zone, by its IANA name.</summary>
    public const string TimeZoneAttribute = "tz";

    /// <summary>Whether an event type belongs to the company or to a platform.</summary>
    public static bool IsReservedEvent(ReadOnlySpan<char> eventType) =>
        eventType.StartsWith(PlatformEventPrefix, StringComparison.Ordinal)
        || eventType.StartsWith(CompanyEventPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an endpoint id is the company's.</summary>
    public static bool IsReservedEndpoint(ReadOnlySpan<char> endpointId) =>
        endpointId.Equals(CompanyEndpoint, StringComparison.OrdinalIgnoreCase);
}
