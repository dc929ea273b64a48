using Engagement.Times;

namespace Engagement.Definitions;

/// <summary>
/// Which user attributes are dates, and what a date means that says less than an instant: <c>dates</c> of <c>events.yaml</c>.
/// </summary>
public sealed record DateDefaults
{
    /// <summary>The hour that a date without one has, where the file does not say.</summary>
    public const int UsualHour = 9;

    /// <summary>User attributes that hold dates; each event may set those that it lists.</summary>
    public required IReadOnlyList<string> Attributes { get; init; }

    /// <summary>The hour, 0 to 23, in the customer's zone, that a date without a time means. Default 9.</summary>
    public int Hour { get; init; } = UsualHour;

    /// <summary>The zone of a customer who has none of their own. Default UTC.</summary>
    public CustomerZone Zone { get; init; } = CustomerZone.Utc;

    /// <summary>The user attribute that holds a date as people read it, beside the attribute that holds its instant.</summary>
    public static string TextOf(string attribute) => $"{attribute}_text";

    /// <summary>What the pixel sets along with the dates: the texts and the customer's zone.</summary>
    public IEnumerable<string> SetAlong => Attributes.Select(TextOf).Append(ReservedNames.TimeZoneAttribute);
}
