using System.Text.Json.Serialization;

namespace Engagement.Infra.Queues;

/// <summary>Where a queue sends what it cannot deliver, as SQS reads it.</summary>
/// <param name="DeadLetterTargetArn">The dead-letter queue.</param>
/// <param name="MaxReceiveCount">Attempts before that.</param>
internal sealed record RedriveText(string DeadLetterTargetArn, int MaxReceiveCount);

/// <summary>Which queues may send to a dead-letter queue, as SQS reads it.</summary>
/// <param name="RedrivePermission">Such as <c>byQueue</c>.</param>
/// <param name="SourceQueueArns">The queues.</param>
internal sealed record RedriveAllowText(string RedrivePermission, IReadOnlyList<string> SourceQueueArns);

/// <summary>Writes both.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RedriveText))]
[JsonSerializable(typeof(RedriveAllowText))]
internal sealed partial class RedriveTextsJson : JsonSerializerContext;
