using System.Collections.Immutable;
using Engagement.Local.ApiGateway.MappingTemplates;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>What carries a method's requests out.</summary>
internal sealed record Integration
{
    /// <summary>What is asked; null for a mock, which asks no service.</summary>
    public required IntegrationTarget? Target { get; init; }

    /// <summary>What happens to a request without a template for its content type.</summary>
    public required PassthroughBehavior Passthrough { get; init; }

    /// <summary>How long the service may take: 50 ms to 29 s, 29 s where unset.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Headers of the request to the service, by name.</summary>
    public required ImmutableDictionary<string, ParameterSource> Headers { get; init; }

    /// <summary>Query parameters of the request to the service, by name.</summary>
    public required ImmutableDictionary<string, ParameterSource> Query { get; init; }

    /// <summary>Path parameters of the service's path, by name.</summary>
    public required ImmutableDictionary<string, ParameterSource> Path { get; init; }

    /// <summary>Request templates by content type.</summary>
    public required ImmutableDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>What is made of the service's answers; the first whose pattern fits its status counts.</summary>
    public required ImmutableArray<IntegrationResponse> Responses { get; init; }
}

/// <summary>What happens to a request without a template for its content type.</summary>
internal enum PassthroughBehavior
{
    /// <summary>Its body goes on as it is.</summary>
    WhenNoMatch,

    /// <summary>Its body goes on only where there are no templates at all.</summary>
    WhenNoTemplates,

    /// <summary>It is refused with 415.</summary>
    Never,
}
