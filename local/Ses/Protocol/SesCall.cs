using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Engagement.Local.Aws;

namespace Engagement.Local.Ses.Protocol;

/// <summary>A request that found its operation, with the parameters of its path decoded.</summary>
internal sealed record SesCall(AwsRequest Request, IReadOnlyDictionary<string, string> Path)
{
    /// <summary>The caller as tags of a message name it: the last part of the role's or user's ARN.</summary>
    public string CallerName => Request.Caller.Name.Split('/', ':')[^1];

    /// <summary>The body.</summary>
    /// <exception cref="AwsException"><c>SerializationException</c>: it is no JSON of this shape.</exception>
    public T Body<T>(JsonTypeInfo<T> shape)
        where T : class
    {
        try
        {
            _ = WireJson.Parse(Request.Body.Span);
            return JsonSerializer.Deserialize(Request.Body.Span, shape) ?? throw SesError.Serialization();
        }
        catch (JsonException)
        {
            // The exception's own text may quote what stands around the mistake.
            throw SesError.Serialization();
        }
    }

    /// <summary>All values of a query parameter, decoded.</summary>
    public IReadOnlyList<string> Query(string name) =>
    [
        .. from pair in Request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           where WebUtility.UrlDecode(parts[0]) == name
           select WebUtility.UrlDecode(parts.ElementAtOrDefault(1) ?? ""),
    ];
}
