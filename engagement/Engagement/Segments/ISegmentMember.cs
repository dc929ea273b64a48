namespace Engagement.Segments;

/// <summary>
/// One endpoint of a customer, as conditions of segments look at it. Membership asks for nothing else: who opted out, is inactive or has
/// no address belongs to a segment as everyone does, and the sending leaves them out.
/// </summary>
public interface ISegmentMember
{
    /// <summary>Id of the endpoint's user; null when it has none.</summary>
    string? UserId { get; }

    /// <summary>Such as EMAIL; null when the endpoint has none. So for each of the device and the place.</summary>
    string? Channel { get; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    string? Country { get; }

    /// <summary>The device's platform.</summary>
    string? Platform { get; }

    /// <summary>The device's make.</summary>
    string? Make { get; }

    /// <summary>The device's model.</summary>
    string? Model { get; }

    /// <summary>The version of the app on the device.</summary>
    string? AppVersion { get; }

    /// <summary>The values of an attribute of the user; null when there is none of the name.</summary>
    IReadOnlyList<string>? UserAttribute(string name);

    /// <summary>The values of an attribute of the endpoint; null when there is none of the name.</summary>
    IReadOnlyList<string>? Attribute(string name);

    /// <summary>A number of the endpoint; null when there is none of the name.</summary>
    double? Metric(string name);
}
