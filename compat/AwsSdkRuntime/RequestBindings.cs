using Amazon.Runtime.Internal;
using System.Collections.Generic;
using System.Text.Json;

namespace AwsSdkRuntime;

/// <summary>The places of an HTTP request that a member can be bound to.</summary>
internal static class RequestBindings
{
    public static void Body(this DefaultRequest http, string contentType, IJsonWritable body)
    {
        http.Headers["Content-Type"] = contentType;
        var content = new PooledContentStream();
        using var writer = new Utf8JsonWriter(content.BufferWriter);
        writer.WriteStartObject();
        body?.WriteMembers(writer);
        writer.WriteEndObject();
        writer.Flush();
        http.ContentStream = content;
    }

    public static void Query(this DefaultRequest http, string name, string value)
    {
        if (value is not null)
        {
            http.UseQueryString = true;
            http.Parameters.Add(name, value);
        }
    }

    public static void Query(this DefaultRequest http, string name, List<string> values)
    {
        if (values is { Count: > 0 })
        {
            http.UseQueryString = true;
            http.ParameterCollection.Add(name, values);
        }
    }
}
