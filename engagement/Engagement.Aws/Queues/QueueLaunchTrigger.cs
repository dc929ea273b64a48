using Amazon.SQS;
using Amazon.SQS.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents.Launching;
using Engagement.CompanyEvents.Ledger;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Services;

namespace Engagement.Aws.Queues;

/// <summary>
/// Notifies the function that launches campaigns by its retry queue, where no journey does. The message names the event, because the
/// list of what is pending may not show it yet.
/// </summary>
/// <param name="client">Calls SQS.</param>
/// <param name="queueUrl">The queue.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class QueueLaunchTrigger(IAmazonSQS client, string queueUrl, AwsCalls calls) : ILaunchTrigger
{
    /// <summary>
    /// A function's: <c>LAUNCH_QUEUE_URL</c> says where. The client gives up after at most three attempts of 1 second.
    /// </summary>
    public static QueueLaunchTrigger Open(FunctionHost host) =>
        new(host.Own(SqsClients.Create()), host.Environment.Required("LAUNCH_QUEUE_URL"), host.Calls);

    /// <inheritdoc/>
    public Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation)
    {
        var message = new RetryMessage(announcement.Name) { EventIds = [record.Event.Id] };
        var request = new SendMessageRequest { QueueUrl = queueUrl, MessageBody = message.ToJson() };
        return calls.CallAsync(ServiceMetrics.Queue, () => client.SendMessageAsync(request, cancellation));
    }
}
