namespace Engagement.Local.Pinpoint.Endpoints;

/// <summary>An endpoint in answers and in the control API.</summary>
internal sealed record EndpointResponse
{
    public string? Address { get; init; }

    public required string ApplicationId { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Attributes { get; init; }

    public string? ChannelType { get; init; }

    public required string CohortId { get; init; }

    public required string CreationDate { get; init; }

    public EndpointDemographic? Demographic { get; init; }

    public required string EffectiveDate { get; init; }

    public required string EndpointStatus { get; init; }

    public required string Id { get; init; }

    public EndpointLocation? Location { get; init; }

    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    public required string OptOut { get; init; }

    public required string RequestId { get; init; }

    public EndpointResponseUser? User { get; init; }
}

/// <summary>An endpoint's user in answers.</summary>
internal sealed record EndpointResponseUser
{
    public string? UserId { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? UserAttributes { get; init; }
}

/// <summary>The endpoints of a user.</summary>
/// <param name="Item">The endpoints.</param>
internal sealed record EndpointsResponse(IReadOnlyList<EndpointResponse> Item);

/// <summary>The answer to a change of endpoints.</summary>
/// <param name="Message">What became of the request.</param>
/// <param name="RequestID">The request.</param>
internal sealed record MessageBody(string Message, string RequestID);
