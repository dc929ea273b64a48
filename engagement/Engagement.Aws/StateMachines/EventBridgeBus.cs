using System.Text.Json;
using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Engagement.Aws;
using Engagement.CompanyEvents;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using PublishCompanyEvent.Publishing;
using EventSource = Engagement.CompanyEvents.EventSource;

namespace PublishCompanyEvent.EventBus;

/// <summary>
/// The bus that a rule takes the events of <see cref="AnnouncementRoute.StepFunctions"/> from: what came in goes there again, checked and with an id,
/// under the source that the rule asks for.
/// </summary>
/// <param name="client">Calls EventBridge.</param>
/// <param name="bus">The bus's name.</param>
/// <param name="calls">Measures the calls.</param>
internal sealed class EventBridgeBus(IAmazonEventBridge client, string bus, AwsCalls calls) : ITrigger
{
    /// <summary>A client that gives up after at most three attempts of 3 seconds.</summary>
    public static AmazonEventBridgeClient NewClient() => new(AwsCalls.Bounded(new AmazonEventBridgeConfig(), TimeSpan.FromSeconds(3)));

    public async Task GiveAsync(CompanyEvent companyEvent, Announcement announcement, CancellationToken cancellation)
    {
        var entry = new PutEventsRequestEntry
        {
            EventBusName = bus,
            Source = EventSource.Checked,
            DetailType = announcement.Name,
            Detail = JsonSerializer.Serialize(new(companyEvent.Id, companyEvent.Attributes, companyEvent.ExpiresAt), BusJson.Default.EventDetail),
        };
        var answer = await calls.CallAsync(ServiceMetrics.EventBus, () => client.PutEventsAsync(new PutEventsRequest { Entries = [entry] }, cancellation));
        if (answer.FailedEntryCount > 0)
        {
            throw new ServiceException(ServiceFailure.Failed, $"Event bus: {answer.Entries?.FirstOrDefault()?.ErrorCode ?? "no reason given"}");
        }
    }
}
