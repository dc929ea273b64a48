using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Engagement.Local.ApiGateway.MappingTemplates;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>What is made of one kind of answer from a service.</summary>
internal sealed record IntegrationResponse
{
    /// <summary>Which of the service's statuses it is for, or null where it is for all that no other is for.</summary>
    public required Regex? Selection { get; init; }

    /// <summary>Status of the answer to the caller.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Headers of the answer to the caller, by name.</summary>
    public required ImmutableDictionary<string, ParameterSource> Headers { get; init; }

    /// <summary>Response templates by content type, in the order of their names.</summary>
    public required ImmutableSortedDictionary<string, MappingTemplate> Templates { get; init; }

    /// <summary>Whether the body is turned into binary before the template sees it, which no template survives.</summary>
    public required bool ConvertsToBinary { get; init; }
}
