using System.Text;

namespace Engagement.Local.Aws;

/// <summary>An AWS service's HTTP answer.</summary>
internal sealed record AwsResponse(int StatusCode, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>An answer whose body is this text in UTF-8.</summary>
    public static AwsResponse Text(int statusCode, string contentType, string body) =>
        new(statusCode, contentType, Encoding.UTF8.GetBytes(body));
}
