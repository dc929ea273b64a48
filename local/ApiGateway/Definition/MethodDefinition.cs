using System.Collections.Immutable;

namespace Engagement.Local.ApiGateway.Definition;

/// <summary>One method of one resource.</summary>
/// <param name="ResourcePath">Path with its parameters, such as <c>/items/{id}</c>.</param>
/// <param name="HttpMethod">HTTP method, or <c>ANY</c>.</param>
/// <param name="Required">Parameters that a request validator demands, in the order in which API Gateway names them.</param>
/// <param name="Integration">What carries a request out.</param>
internal sealed record MethodDefinition(
    string ResourcePath, string HttpMethod, ImmutableArray<RequestParameter> Required, Integration Integration)
{
    /// <summary>
    /// Whether callers must sign their requests and have the permission <c>execute-api:Invoke</c>: authorisation <c>AWS_IAM</c>.
    /// </summary>
    public bool RequiresSignature { get; init; }
}

/// <summary>A parameter of a request.</summary>
/// <param name="Location"><c>header</c>, <c>path</c> or <c>querystring</c>.</param>
/// <param name="Name">Its name.</param>
internal sealed record RequestParameter(string Location, string Name);
