using Engagement.Segments;

namespace Engagement.Customers;

/// <summary>One endpoint of a customer, as conditions of segments and rules of messages look at it.</summary>
/// <param name="Profile">The customer.</param>
/// <param name="Endpoint">One of its endpoints.</param>
public readonly record struct CustomerMember(CustomerProfile Profile, CustomerEndpoint Endpoint) : ISegmentMember
{
    /// <inheritdoc/>
    public string? UserId => Profile.UserId;

    /// <inheritdoc/>
    public string? Channel => Endpoint.ChannelType;

    /// <inheritdoc/>
    public string? Country => Endpoint.Field(EndpointField.Country);

    /// <inheritdoc/>
    public string? Platform => Endpoint.Field(EndpointField.Platform);

    /// <inheritdoc/>
    public string? Make => Endpoint.Field(EndpointField.Make);

    /// <inheritdoc/>
    public string? Model => Endpoint.Field(EndpointField.Model);

    /// <inheritdoc/>
    public string? AppVersion => Endpoint.Field(EndpointField.AppVersion);

    /// <summary>The customer, as rules of campaigns and reminders look at it.</summary>
    public Customer Customer => new(Endpoint.Id, Profile.UserAttributes);

    /// <inheritdoc/>
    public IReadOnlyList<string>? UserAttribute(string name) => Profile.UserAttributes.GetValueOrDefault(name);

    /// <inheritdoc/>
    public IReadOnlyList<string>? Attribute(string name) => Endpoint.Attributes.GetValueOrDefault(name)?.Value;

    /// <inheritdoc/>
    public double? Metric(string name) => Endpoint.Metrics.TryGetValue(name, out var metric) ? metric.Value : null;
}
