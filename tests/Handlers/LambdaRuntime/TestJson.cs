using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.Lambda.SQSEvents;

namespace Handlers.Tests.LambdaRuntime;

[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class TestJson : JsonSerializerContext
{
    public static SourceGeneratorLambdaJsonSerializer<TestJson> Serializer { get; } = new();
}

internal sealed record Greeting(string? Name, string? Title, byte[]? Data, DateTime? At);
