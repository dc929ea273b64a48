using System.Text.Json;
using Engagement.Local.Aws;

namespace Engagement.Local.Lambda;

/// <summary>What an invocation gives its function.</summary>
internal static class EventPayload
{
    /// <summary>The payload, or an empty object where there is none.</summary>
    /// <exception cref="AwsException">It is larger than the invocation type allows, or no JSON.</exception>
    public static ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> payload, string invocationType, int limit)
    {
        if (payload.Length > limit)
        {
            throw LambdaError.TooLarge(payload.Length, invocationType, limit);
        }

        if (payload.IsEmpty)
        {
            return "{}"u8.ToArray();
        }

        try
        {
            _ = WireJson.Parse(payload.Span);
            return payload;
        }
        catch (JsonException exception)
        {
            throw LambdaError.InvalidContent(exception.Message);
        }
    }
}
