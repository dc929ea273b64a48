namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>
/// What a caller says of an endpoint: body of UpdateEndpoint, and the endpoint of a PutEvents item. Null members are not given.
/// </summary>
internal record EndpointRequest
{
    public string? Address { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>?>? Attributes { get; init; }

    public string? ChannelType { get; init; }

    public EndpointDemographic? Demographic { get; init; }

    public string? EffectiveDate { get; init; }

    public string? EndpointStatus { get; init; }

    public EndpointLocation? Location { get; init; }

    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    public string? OptOut { get; init; }

    public string? RequestId { get; init; }

    public EndpointUser? User { get; init; }
}

/// <summary>One endpoint of an UpdateEndpointsBatch.</summary>
internal sealed record EndpointBatchItem : EndpointRequest
{
    public string? Id { get; init; }
}

/// <summary>Body of UpdateEndpointsBatch.</summary>
/// <param name="Item">The endpoints.</param>
internal sealed record EndpointBatchRequest(IReadOnlyList<EndpointBatchItem>? Item);

/// <summary>The device of an endpoint.</summary>
internal sealed record EndpointDemographic
{
    public string? AppVersion { get; init; }

    public string? Locale { get; init; }

    public string? Make { get; init; }

    public string? Model { get; init; }

    public string? ModelVersion { get; init; }

    public string? Platform { get; init; }

    public string? PlatformVersion { get; init; }

    public string? Timezone { get; init; }
}

/// <summary>The place of an endpoint; degrees for latitude and longitude.</summary>
internal sealed record EndpointLocation
{
    public string? City { get; init; }

    public string? Country { get; init; }

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public string? PostalCode { get; init; }

    public string? Region { get; init; }
}

/// <summary>The user of an endpoint, with the attributes that all endpoints of the user share.</summary>
internal sealed record EndpointUser
{
    public string? UserId { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>?>? UserAttributes { get; init; }
}
