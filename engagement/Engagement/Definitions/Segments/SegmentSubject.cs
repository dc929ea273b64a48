namespace Engagement.Definitions.Segments;

/// <summary>
/// What of a customer a segment's condition looks at. In the file each is its name in camel case, the first three in the plural.
/// </summary>
public enum SegmentSubject
{
    /// <summary>An attribute of the user, shared by all endpoints of the user.</summary>
    UserAttribute,

    /// <summary>An attribute of the endpoint.</summary>
    Attribute,

    /// <summary>A number of the endpoint.</summary>
    Metric,

    /// <summary>The country of the endpoint's location, by ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>The endpoint's channel, such as EMAIL.</summary>
    Channel,

    /// <summary>The device's platform.</summary>
    Platform,

    /// <summary>The device's make.</summary>
    Make,

    /// <summary>The device's model.</summary>
    Model,

    /// <summary>The version of the app on the device.</summary>
    AppVersion,
}
