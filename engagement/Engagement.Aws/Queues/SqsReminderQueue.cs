using Amazon.SQS;
using Engagement.Aws.Functions;
using Engagement.Reminders.Shares;

namespace Engagement.Aws.Queues;

/// <summary>The reminders' queue in SQS.</summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class SqsReminderQueue(IAmazonSQS client, string queueUrl, AwsCalls calls) : IReminderQueue
{
    /// <summary>
    /// A function's queue: <c>REMINDER_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static SqsReminderQueue Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("REMINDER_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public Task SendAsync(IReadOnlyList<ReminderShare> shares, TimeSpan delay, CancellationToken cancellation) =>
        client.SendTogetherAsync(queueUrl, [.. shares.Select(share => share.ToJson())], delay, calls, cancellation);
}
