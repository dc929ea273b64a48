using System.Text.Json;
using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Protocol;

namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>Pinpoint's limits on an endpoint. The developer guide's "Endpoint quotas" is the source unless another is named.</summary>
internal static class EndpointRules
{
    /// <summary>Longest attribute or metric name, in UTF-16 units.</summary>
    public const int MaximumName = 50;

    /// <summary>Longest attribute value, in UTF-16 units.</summary>
    public const int MaximumValue = 100;

    /// <summary>Values of one attribute.</summary>
    public const int MaximumValues = 50;

    /// <summary>Attributes, metrics and user attributes together.</summary>
    public const int MaximumAttributes = 250;

    /// <summary>The whole endpoint as JSON, in bytes: 15 KB.</summary>
    public const int MaximumSize = 15 * 1024;

    /// <summary>Endpoints in one UpdateEndpointsBatch.</summary>
    public const int MaximumBatch = 100;

    /// <summary>Endpoints of one user.</summary>
    public const int MaximumOfUser = 15;

    private static readonly HashSet<string> ChannelTypes = new(StringComparer.Ordinal)
    {
        "PUSH", "GCM", "APNS", "APNS_SANDBOX", "APNS_VOIP", "APNS_VOIP_SANDBOX", "ADM", "SMS", "VOICE", "EMAIL", "BAIDU", "CUSTOM",
        "IN_APP",
    };

    /// <summary>Checks what can be told from the update alone.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: a limit is broken or a value is none of those allowed.</exception>
    public static void CheckUpdate(string id, EndpointRequest update)
    {
        // The service model forbids these three characters.
        Require(id.Length > 0 && id.AsSpan().IndexOfAny('$', '{', '}') < 0, "An endpoint id is not empty and has no $, { or }.");
        Require(update.ChannelType is null || ChannelTypes.Contains(update.ChannelType), "ChannelType is none of Pinpoint's.");
        Require(update.EndpointStatus is null or "ACTIVE" or "INACTIVE", "EndpointStatus is ACTIVE or INACTIVE.");
        Require(update.OptOut is null or "ALL" or "NONE", "OptOut is ALL or NONE.");
        Require(
            update.EffectiveDate is null || Iso8601.TryParse(update.EffectiveDate, out _),
            "EffectiveDate is not an ISO 8601 date and time.");
        CheckAttributes(update.Attributes, "Attributes");
        CheckAttributes(update.User?.UserAttributes, "UserAttributes");
        Require(
            update.Metrics?.Keys.All(name => name.Length <= MaximumName) ?? true,
            $"Metrics: a name is longer than {MaximumName} characters.");
    }

    /// <summary>Checks what only the endpoint after the update shows.</summary>
    /// <exception cref="AwsException"><c>BadRequestException</c>: a limit is broken.</exception>
    public static void CheckResult(EndpointResponse endpoint)
    {
        // Message of the real service, as client libraries look for it.
        Require(string.IsNullOrEmpty(endpoint.Address) || endpoint.ChannelType is not null, "Missing ChannelType");
        var count = (endpoint.Attributes?.Count ?? 0) + (endpoint.Metrics?.Count ?? 0) + (endpoint.User?.UserAttributes?.Count ?? 0);
        Require(
            count <= MaximumAttributes, $"An endpoint has at most {MaximumAttributes} attributes, metrics and user attributes together.");
        Require(
            JsonSerializer.SerializeToUtf8Bytes(endpoint, PinpointJson.Wire.EndpointResponse).Length <= MaximumSize,
            $"An endpoint has at most {MaximumSize} bytes.");
    }

    private static void CheckAttributes(IReadOnlyDictionary<string, IReadOnlyList<string>?>? attributes, string member)
    {
        foreach (var (name, values) in attributes ?? new Dictionary<string, IReadOnlyList<string>?>())
        {
            Require(name.Length is > 0 and <= MaximumName, $"{member}: a name has 1 to {MaximumName} characters.");
            Require((values?.Count ?? 0) <= MaximumValues, $"{member}: an attribute has at most {MaximumValues} values.");
            Require(
                values?.All(value => value is { Length: <= MaximumValue }) ?? true,
                $"{member}: a value is longer than {MaximumValue} characters.");
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw PinpointError.BadRequest(message);
        }
    }
}
