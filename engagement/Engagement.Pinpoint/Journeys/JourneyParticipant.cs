using System.Text.Json;
using Engagement.Definitions.Segments;
using Engagement.Definitions.Topics;
using Engagement.Journeys;
using Engagement.Segments;
using Engagement.Sending;

namespace Engagement.Pinpoint.Journeys;

/// <summary>A participant of a journey as Pinpoint shows it to the function: its endpoint and user as they are now.</summary>
/// <param name="endpointId">The endpoint's id.</param>
/// <param name="endpoint">The endpoint's definition.</param>
/// <param name="segments">Today's segments.</param>
public sealed class JourneyParticipant(string endpointId, JsonElement endpoint, SegmentCatalog segments) : IJourneyCustomer, ISegmentMember
{
    private const string All = "ALL";
    private const string Inactive = "INACTIVE";

    private readonly Dictionary<string, IReadOnlyList<string>> attributes = PayloadEndpoints.Attributes(endpoint);

    /// <inheritdoc/>
    public Customer Customer { get; } = new(endpointId, PayloadEndpoints.UserAttributes(endpoint));

    /// <inheritdoc/>
    public string? UserId => JsonText.Read(JsonText.Member(endpoint, "User"), "UserId");

    /// <inheritdoc/>
    public string? Channel => JsonText.Read(endpoint, "ChannelType");

    /// <inheritdoc/>
    public string? Country => JsonText.Read(JsonText.Member(endpoint, "Location"), "Country");

    /// <inheritdoc/>
    public string? Platform => Demographic("Platform");

    /// <inheritdoc/>
    public string? Make => Demographic("Make");

    /// <inheritdoc/>
    public string? Model => Demographic("Model");

    /// <inheritdoc/>
    public string? AppVersion => Demographic("AppVersion");

    /// <inheritdoc/>
    public bool IsIn(string segment) =>
        segments.Find(segment) is { } definition && SegmentMembership.Create<JourneyParticipant>(definition.Conditions)(this);

    /// <inheritdoc/>
    public string? Objection(Topic topic) =>
        JsonText.Read(endpoint, "OptOut") == All ? SendingReason.OptedOut
        : JsonText.Read(endpoint, "EndpointStatus") == Inactive ? SendingReason.Inactive
        : string.IsNullOrEmpty(JsonText.Read(endpoint, "Address")) ? SendingReason.NoAddress
        : null;

    /// <inheritdoc/>
    public IReadOnlyList<string>? UserAttribute(string name) => Customer.UserAttributes.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IReadOnlyList<string>? Attribute(string name) => attributes.GetValueOrDefault(name);

    /// <inheritdoc/>
    public double? Metric(string name) =>
        JsonText.Member(JsonText.Member(endpoint, "Metrics"), name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDouble(out var value)
            ? value
            : null;

    private string? Demographic(string member) => JsonText.Read(JsonText.Member(endpoint, "Demographic"), member);
}
