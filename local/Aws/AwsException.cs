using System.Net;
using System.Text.Json.Nodes;

namespace Engagement.Local.Aws;

/// <summary>An error that AWS would answer, by its own name; each service renders it in its own protocol.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">AWS's name for the error, such as <c>NotFoundException</c>.</param>
/// <param name="message">What is wrong.</param>
internal sealed class AwsException(HttpStatusCode status, string code, string message) : Exception(message)
{
    /// <summary>HTTP status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>AWS's name for the error.</summary>
    public string Code { get; } = code;

    /// <summary>What the error tells beside its message, by the names of its shape; null where that is nothing.</summary>
    public JsonObject? Members { get; init; }
}
