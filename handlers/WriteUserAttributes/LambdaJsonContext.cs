using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;
using WriteUserAttributes.Writing;

namespace WriteUserAttributes;

/// <summary>JSON of what Lambda hands in and takes back, and of the messages, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
[JsonSerializable(typeof(WriteMessage))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
