namespace Engagement.Pixel;

/// <summary>The pixel's query parameters.</summary>
public static class ParameterNames
{
    /// <summary>Event type; required.</summary>
    public const string Event = "event";

    /// <summary>The endpoint; required.</summary>
    public const string EndpointId = "endpoint_id";

    /// <summary>User that the endpoint belongs to; kept for signed requests only.</summary>
    public const string UserId = "user_id";

    /// <summary>Identity signature.</summary>
    public const string Signature = "sig";

    /// <summary>Expiry of the signature in Unix seconds.</summary>
    public const string Expiry = "exp";

    /// <summary>The customer's time zone by its IANA name; kept for signed requests only.</summary>
    public const string TimeZone = "tz";

    /// <summary>Google Tag Manager's cache buster; ignored.</summary>
    public const string CacheBuster = "gtmcb";

    /// <summary>Before the name of an event attribute.</summary>
    public const string AttributePrefix = "evat_";

    /// <summary>Before the name of an event metric.</summary>
    public const string MetricPrefix = "evme_";

    /// <summary>Before the name of a user attribute.</summary>
    public const string UserAttributePrefix = "usat_";

    /// <summary>Characters of each of these prefixes.</summary>
    internal static int PrefixLength => AttributePrefix.Length;
}
