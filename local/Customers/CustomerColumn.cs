using System.Globalization;
using System.Text.Json.Nodes;

namespace Engagement.Local.Customers;

/// <summary>
/// A column of a file of customers, named as in Pinpoint's import format: the path to a member of an endpoint, such as <c>Address</c>,
/// <c>Location.Country</c>, <c>Attributes.NAME</c>, <c>Metrics.NAME</c> or <c>User.UserAttributes.NAME</c>.
/// </summary>
/// <param name="Name">The path.</param>
internal sealed record CustomerColumn(string Name)
{
    public const string Id = "Id";
    public const string ChannelType = "ChannelType";
    public const string OptOut = "OptOut";

    private const string Attributes = "Attributes.";
    private const string Metrics = "Metrics.";
    private const string UserAttributes = "User.UserAttributes.";

    // "Importing segments" in the Pinpoint user guide, and the members of an endpoint in the service model.
    private static readonly string[] Texts =
    [
        Id, ChannelType, "Address", OptOut, "EffectiveDate", "EndpointStatus", "User.UserId", "Location.City", "Location.Country",
        "Location.PostalCode", "Location.Region",
        "Demographic.AppVersion", "Demographic.Locale", "Demographic.Make", "Demographic.Model", "Demographic.ModelVersion",
        "Demographic.Platform",
        "Demographic.PlatformVersion", "Demographic.Timezone",
    ];

    private static readonly string[] Numbers = ["Location.Latitude", "Location.Longitude"];

    private static readonly string[] ChannelTypes =
        [
            "ADM", "APNS", "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX", "BAIDU", "CUSTOM", "EMAIL", "GCM", "IN_APP", "PUSH", "SMS",
            "VOICE"
        ];

    private bool IsList => Below(Attributes) || Below(UserAttributes);

    private bool IsNumber => Below(Metrics) || Numbers.Contains(Name);

    /// <summary>Whether endpoints have such a member.</summary>
    public bool IsKnown => IsList || IsNumber || Texts.Contains(Name);

    /// <summary>Puts a value into an endpoint.</summary>
    /// <param name="endpoint">The endpoint, as UpdateEndpointsBatch takes it.</param>
    /// <param name="text">What the file says; not empty.</param>
    /// <param name="now">What dates such as <c>+P30D</c> count from.</param>
    /// <exception cref="FormatException">It is no value of this column; the message is to be read after the column's name.</exception>
    public void Set(JsonObject endpoint, string text, DateTimeOffset now)
    {
        if (TextRule.Objection(text) is { } unfit)
        {
            throw new FormatException($"the value {unfit}");
        }

        var (path, name) = Place();
        var parent = path.Aggregate(endpoint, (from, step) => (JsonObject)(from[step] ??= new JsonObject()));
        parent[name] = IsList ? new JsonArray(RelativeDate.Resolve(text, now)) : IsNumber ? Number(text) : Checked(text);
    }

    private bool Below(string prefix) => Name.StartsWith(prefix, StringComparison.Ordinal) && Name.Length > prefix.Length;

    /// <summary>Names of attributes may hold dots themselves.</summary>
    private (string[] Path, string Name) Place()
    {
        var prefix = Array.Find([UserAttributes, Attributes, Metrics], Below) ?? Name[..(Name.LastIndexOf('.') + 1)];
        return (prefix.Split('.', StringSplitOptions.RemoveEmptyEntries), Name[prefix.Length..]);
    }

    private string Checked(string text) => Name switch
    {
        ChannelType when !ChannelTypes.Contains(text) =>
            throw new FormatException($"'{text}' is none of {string.Join(", ", ChannelTypes)}"),
        OptOut when text is not ("ALL" or "NONE") => throw new FormatException($"'{text}' is neither ALL nor NONE"),
        _ => text,
    };

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"'{text}' is no number");
}
