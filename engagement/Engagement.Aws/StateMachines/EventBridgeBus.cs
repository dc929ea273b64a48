using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using EventSource = Engagement.CompanyEvents.EventSource;

namespace Engagement.Aws.StateMachines;

/// <summary>
/// The bus that a rule takes the events of <see cref="AnnouncementRoute.StepFunctions"/> from: what came in goes there again, checked and with an id,
/// under the source that the rule asks for.
/// </summary>
/// <param name="client">Calls EventBridge.</param>
/// <param name="bus">The bus's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class EventBridgeBus(IAmazonEventBridge client, string bus, AwsCalls calls) : ILaunchTrigger
{
    /// <summary>A function's. The client gives up after at most three attempts of 3 seconds.</summary>
    public static EventBridgeBus Open(FunctionHost host, string bus) =>
        new(host.Own(new AmazonEventBridgeClient(AwsCalls.Bounded(new AmazonEventBridgeConfig(), TimeSpan.FromSeconds(3)))), bus, host.Calls);

    public async Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation)
    {
        var companyEvent = record.Event;
        var entry = new PutEventsRequestEntry
        {
            EventBusName = bus,
            Source = EventSource.Checked,
            DetailType = announcement.Name,
            Detail = JsonSerializer.Serialize(new(companyEvent.Id, companyEvent.Attributes, companyEvent.ExpiresAt), BusJson.Default.EventDetail),
        };
        var answer = await calls.CallAsync(ServiceMetrics.StateMachine, () => client.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, cancellation));
        if (answer.FailedEntryCount > 0)
        {
            throw new ServiceException(ServiceFailure.Failed, $"Event bus: {answer.Entries?.FirstOrDefault()?.ErrorCode ?? "no reason given"}");
        }
    }
}
