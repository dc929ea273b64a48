using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Engagement.Local.Aws;

namespace Engagement.Local.Pinpoint.Protocol;

/// <summary>A request that found its operation, with the parameters of its path decoded.</summary>
internal sealed record PinpointCall(AwsRequest Request, IReadOnlyDictionary<string, string> Path)
{
    /// <summary>Identifies this request in answers, errors and the endpoints that it changes.</summary>
    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>Application that the path names.</summary>
    public string ApplicationId => Path["application-id"];

    /// <summary>All values of a query parameter, decoded, in order.</summary>
    public IEnumerable<string> Query(string name) =>
        from pair in Request.Query.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let split = pair.IndexOf('=', StringComparison.Ordinal)
        where split > 0 && Uri.UnescapeDataString(pair[..split]) == name
        select Uri.UnescapeDataString(pair[(split + 1)..].Replace('+', ' '));

    /// <summary>The body as this shape.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="nullsInLists">Whether a list may hold null, for an operation whose items have a result each.</param>
    /// <exception cref="AwsException">It is missing, is not JSON, or does not have this shape.</exception>
    public T Body<T>(JsonTypeInfo<T> shape, bool nullsInLists = false)
        where T : class
    {
        if (!nullsInLists && HoldsNullInList())
        {
            throw PinpointError.BadRequest("A list of the request body holds null.");
        }

        try
        {
            _ = WireJson.Parse(Request.Body.Span, oncePerName: true);
            return JsonSerializer.Deserialize(Request.Body.Span, shape) ?? throw PinpointError.BadRequest("The request body is missing.");
        }
        catch (JsonException error)
        {
            // The exception's own text would quote the path, and with it endpoint ids.
            throw PinpointError.BadRequest(
                $"The request body is not a valid {typeof(T).Name}: line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1}.");
        }
    }

    private bool HoldsNullInList()
    {
        try
        {
            return HoldsNullInList(WireJson.Parse(Request.Body.Span));
        }
        catch (JsonException)
        {
            // Body tells what is wrong with it.
            return false;
        }
    }

    private static bool HoldsNullInList(JsonNode? json) => json switch
    {
        JsonArray list => list.Any(element => element is null || HoldsNullInList(element)),
        JsonObject members => members.Any(member => HoldsNullInList(member.Value)),
        _ => false,
    };

    /// <summary>An answer with this body.</summary>
    public AwsResponse Answer<T>(int status, T body, JsonTypeInfo<T> shape) =>
        Answer(status, JsonSerializer.SerializeToUtf8Bytes(body, shape));

    /// <summary>An answer without content.</summary>
    public AwsResponse NoContent() => Answer(204, default);

    private AwsResponse Answer(int status, ReadOnlyMemory<byte> body) => new(status, "application/json", body)
    {
        Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-amzn-RequestId"] = RequestId },
    };
}
