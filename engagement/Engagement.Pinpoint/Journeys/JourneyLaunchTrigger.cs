using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.CompanyEvents;
using Engagement.CompanyEvents.Ledger;
using Engagement.CompanyEvents.Publishing;
using Engagement.Definitions.Announcements;
using Engagement.Services;
using Engagement.Times;

namespace Engagement.Pinpoint.Journeys;

/// <summary>The endpoint that stands for the whole company: an event recorded for it starts the announcement's journey.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class JourneyLaunchTrigger(IAmazonPinpoint client, string applicationId, AwsCalls calls) : ILaunchTrigger
{
    private const int Taken = 202;
    private const int Refused = 400;

    /// <summary>A function's. The client gives up after at most three attempts of 3 seconds.</summary>
    public static JourneyLaunchTrigger Open(FunctionHost host) =>
        new(host.Own(PinpointClients.Create(TimeSpan.FromSeconds(3))), PinpointEnvironment.ReadApplicationId(host.Environment), host.Calls);

    /// <inheritdoc/>
    public async Task NotifyAsync(EventRecord record, Announcement announcement, CancellationToken cancellation)
    {
        var companyEvent = record.Event;
        var attributes = new Dictionary<string, string>(companyEvent.Attributes) { [EventAttributes.EventId] = companyEvent.Id };
        var update = Update(attributes);
        await calls.CallAsync(PinpointMetrics.Service, () => client.UpdateEndpointAsync(update, cancellation));
        var put = Record(companyEvent, announcement, attributes);
        var answer = await calls.CallAsync(PinpointMetrics.Service, () => client.PutEventsAsync(put, cancellation));
        ThrowUnlessTaken(answer.EventsResponse, companyEvent.Id);
    }

    // The endpoint's address and user are the stack's to say.
    private UpdateEndpointRequest Update(Dictionary<string, string> attributes) => new()
    {
        ApplicationId = applicationId,
        EndpointId = ReservedNames.CompanyEndpoint,
        EndpointRequest = new()
        {
            ChannelType = ChannelType.CUSTOM,
            User = new()
            {
                UserAttributes = attributes.ToDictionary(attribute => attribute.Key, attribute => new List<string> { attribute.Value }),
            },
        },
    };

    private PutEventsRequest Record(CompanyEvent companyEvent, Announcement announcement, Dictionary<string, string> attributes) => new()
    {
        ApplicationId = applicationId,
        EventsRequest = new()
        {
            BatchItem = new()
            {
                [ReservedNames.CompanyEndpoint] = new()
                {
                    Endpoint = new(),
                    Events = new()
                    {
                        [companyEvent.Id] = new()
                        {
                            EventType = announcement.EventType,
                            Timestamp = IsoInstant.FormatMilliseconds(companyEvent.PublishedAt),
                            Attributes = attributes,
                        },
                    },
                },
            },
        },
    };

    // A call that is answered 202 can hold an event, or an endpoint, that was not taken.
    private static void ThrowUnlessTaken(EventsResponse? answer, string eventId)
    {
        var item = answer?.Results?.FirstOrDefault(
            result => result.Key.Equals(ReservedNames.CompanyEndpoint, StringComparison.OrdinalIgnoreCase)).Value;
        ThrowUnlessTaken(item?.EventsItemResponse?.GetValueOrDefault(eventId)?.StatusCode, "event");
        ThrowUnlessTaken(item?.EndpointItemResponse is { } endpoint ? endpoint.StatusCode : Taken, "company endpoint");
    }

    private static void ThrowUnlessTaken(int? status, string what)
    {
        if (status != Taken)
        {
            throw new ServiceException(
                status == Refused ? ServiceFailure.Refused : ServiceFailure.Failed,
                status is null ? $"Pinpoint: no result for the {what}" : $"Pinpoint: status {status} for the {what}");
        }
    }
}
