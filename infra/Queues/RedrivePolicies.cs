using System.Text.Json.Serialization;

namespace Engagement.Infra.Queues;

/// <summary>Where a queue sends what it cannot deliver, as SQS reads it.</summary>
/// <param name="DeadLetterTargetArn">The dead-letter queue.</param>
/// <param name="MaxReceiveCount">Attempts before that.</param>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount);

/// <summary>Which queues may send to a dead-letter queue, as SQS reads it.</summary>
/// <param name="RedrivePermission">Such as <c>byQueue</c>.</param>
/// <param name="SourceQueueArns">The queues.</param>
internal sealed record RedriveAllowPolicy(string RedrivePermission, IReadOnlyList<string> SourceQueueArns);

/// <summary>Writes both.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RedrivePolicy))]
[JsonSerializable(typeof(RedriveAllowPolicy))]
internal sealed partial class RedriveJson : JsonSerializerContext;
