namespace Engagement.Pixel;

/// <summary>How many parameters of a request were left out, by reason.</summary>
public readonly record struct DroppedParameters
{
    /// <summary>Attributes, metrics and user attributes that the plan does not list for the event.</summary>
    public int Unlisted { get; init; }

    /// <summary>User attributes and user ids of requests without a signature.</summary>
    public int UnsignedUser { get; init; }

    /// <summary>Time zones that are none of IANA's.</summary>
    public int UnknownTimeZone { get; init; }

    /// <summary>Parameters that are none of the pixel's.</summary>
    public int Unknown { get; init; }
}
