using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>A REST API as imported.</summary>
/// <param name="Methods">Its methods.</param>
/// <param name="ErrorResponses">How it answers errors of its own, by gateway response type.</param>
internal sealed record ApiDefinition(ImmutableArray<MethodDefinition> Methods, ImmutableDictionary<string, ErrorResponse> ErrorResponses);

/// <summary>How an API answers an error that API Gateway finds itself.</summary>
/// <param name="StatusCode">Status, or null where the error's own stands.</param>
/// <param name="Headers">Headers by name.</param>
/// <param name="Templates">Bodies by content type, with <c>$context</c> variables to put in; not Velocity.</param>
internal sealed record ErrorResponse(
    int? StatusCode, ImmutableDictionary<string, ParameterSource> Headers, ImmutableSortedDictionary<string, ContextText> Templates);
