namespace Engagement.Customers;

/// <summary>What an endpoint holds once, by the names that files of customers use as well. All are texts.</summary>
public static class EndpointField
{
    /// <summary>Where messages go: an e-mail address, or a telephone number in E.164.</summary>
    public const string Address = "Address";

    /// <summary>How messages go there: <c>EMAIL</c>, <c>SMS</c> and the others of <see cref="ChannelTypes"/>.</summary>
    public const string ChannelType = "ChannelType";

    /// <summary><c>ALL</c>: the customer wants no messages there. <c>NONE</c>, the default: no such wish.</summary>
    public const string OptOut = "OptOut";

    /// <summary><c>ACTIVE</c>, the default, or <c>INACTIVE</c>: messages do not go there.</summary>
    public const string EndpointStatus = "EndpointStatus";

    /// <summary>ISO 3166-1 alpha-2 or alpha-3.</summary>
    public const string Country = "Location.Country";

    /// <summary>The device's platform.</summary>
    public const string Platform = "Demographic.Platform";

    /// <summary>The device's make.</summary>
    public const string Make = "Demographic.Make";

    /// <summary>The device's model.</summary>
    public const string Model = "Demographic.Model";

    /// <summary>The version of the app on the device.</summary>
    public const string AppVersion = "Demographic.AppVersion";

    /// <summary>All names.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Address, ChannelType, OptOut, EndpointStatus,
        AppVersion, "Demographic.Locale", Make, Model, "Demographic.ModelVersion", Platform, "Demographic.PlatformVersion",
        "Demographic.Timezone",
        "Location.City", Country, "Location.Latitude", "Location.Longitude", "Location.PostalCode", "Location.Region",
    };

    /// <summary>What <see cref="ChannelType"/> may be.</summary>
    public static IReadOnlySet<string> ChannelTypes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "PUSH", "GCM", "APNS", "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX", "ADM", "SMS", "VOICE", "EMAIL", "BAIDU", "CUSTOM",
        "IN_APP",
    };
}
