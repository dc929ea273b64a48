namespace Engagement.Pinpoint.Provisioning;

/// <summary>An endpoint that the stack itself owns.</summary>
public sealed record EndpointDeclaration
{
    /// <summary>The endpoint's id.</summary>
    public required string EndpointId { get; init; }

    /// <summary>Pinpoint's channel, such as <c>CUSTOM</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Where the channel delivers to.</summary>
    public required string Address { get; init; }

    /// <summary>Attributes of the endpoint, each a list of texts. Others that it has stay as they are.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
