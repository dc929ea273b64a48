using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;

namespace MoveCustomers;

/// <summary>JSON of what Lambda hands in and takes back, generated at build time: native AOT has no reflection to do it with.</summary>
[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class LambdaJsonContext : JsonSerializerContext;
