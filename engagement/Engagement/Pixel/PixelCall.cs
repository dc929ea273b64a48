using Engagement.Definitions;

namespace Engagement.Pixel;

/// <summary>Who calls, and for which event: the parameters that stand once in a query. Absent values are null.</summary>
internal record struct PixelCall
{
    public string? EventType { get; set; }

    public PlannedEvent? Planned { get; set; }

    public string? EndpointId { get; set; }

    public string? UserId { get; set; }

    public string? Signature { get; set; }

    public string? Expiry { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>How often the query has a user id or a time zone that counts for signed requests only.</summary>
    public int UserParameters { get; set; }

    /// <summary>How many parameters are none of the pixel's.</summary>
    public int Unknown { get; set; }
}
