using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Engagement.Aws;
using Engagement.Aws.Functions;
using Engagement.Reminders;
using Engagement.Services;
using Engagement.Times;

namespace Engagement.Pinpoint.Reminders;

/// <summary>Segments of a Pinpoint application.</summary>
/// <param name="client">Calls Pinpoint.</param>
/// <param name="applicationId">The application.</param>
/// <param name="segments">The segment of each message, by the message's name.</param>
/// <param name="calls">Measures the calls.</param>
public sealed class PinpointReminderSegments(
    IAmazonPinpoint client, string applicationId, IReadOnlyDictionary<string, SlidingSegment> segments, AwsCalls calls) : IReminderHours
{
    private const string Between = "BETWEEN";

    /// <summary>A function's. The client gives up after at most three attempts of 5 seconds.</summary>
    public static PinpointReminderSegments Open(FunctionHost host) => new(
        host.Own(PinpointClients.Create(TimeSpan.FromSeconds(5))),
        PinpointEnvironment.ReadApplicationId(host.Environment),
        SlidingSegment.ReadAll(host.Environment),
        host.Calls);

    /// <summary>Moves the message's segment to the hour.</summary>
    /// <inheritdoc/>
    public Task BeginAsync(ReminderMessage message, SlidHour hour, CancellationToken cancellation)
    {
        if (!segments.TryGetValue(message.Name, out var segment))
        {
            throw new ServiceException(ServiceFailure.Refused, $"SEGMENTS names no segment of '{message.Name}'; deploy the stack");
        }

        var request = new UpdateSegmentRequest
        {
            ApplicationId = applicationId,
            SegmentId = segment.Id,
            WriteSegmentRequest = Request(message, segment, DateWindow.For(message, hour.Hour, hour.Before)),
        };
        return calls.CallAsync(PinpointMetrics.Service, () => client.UpdateSegmentAsync(request, cancellation));
    }

    private static WriteSegmentRequest Request(ReminderMessage message, SlidingSegment segment, DateWindow window) => new()
    {
        Name = SlidingSegment.NameOf(message),
        SegmentGroups = new()
        {
            Include = Include.ALL,
            Groups =
            [
                new()
                {
                    SourceSegments = segment.Base is null ? null : [new() { Id = segment.Base }],
                    SourceType = SourceType.ALL,
                    Type = Amazon.Pinpoint.Type.ALL,
                    Dimensions =
                    [
                        new()
                        {
                            UserAttributes = new()
                            {
                                [message.Reminder.Date] = new()
                                {
                                    AttributeType = Between,
                                    Values = [IsoInstant.Format(window.From), IsoInstant.Format(window.To)],
                                },
                            },
                        },
                    ],
                },
            ],
        },
    };
}
