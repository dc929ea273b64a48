using System.Net;
using Amazon;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;
using Amazon.Runtime;

namespace Benchmarks.Recording;

/// <summary>Takes every event at once, without a request.</summary>
internal sealed class InstantPinpointClient() : AmazonPinpointClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    private static readonly EventItemResponse Event = new() { StatusCode = (int)HttpStatusCode.Accepted };
    private static readonly EndpointItemResponse Endpoint = new() { StatusCode = (int)HttpStatusCode.Accepted };

    public override Task<PutEventsResponse> PutEventsAsync(PutEventsRequest request, CancellationToken cancellationToken = default)
    {
        var results = new Dictionary<string, ItemResponse>(request.EventsRequest.BatchItem.Count);
        foreach (var (endpointId, item) in request.EventsRequest.BatchItem)
        {
            var events = new Dictionary<string, EventItemResponse>(item.Events.Count);
            foreach (var id in item.Events.Keys)
            {
                events.Add(id, Event);
            }

            results.Add(endpointId, new() { EndpointItemResponse = Endpoint, EventsItemResponse = events });
        }

        return Task.FromResult(new PutEventsResponse
        {
            HttpStatusCode = HttpStatusCode.Accepted,
            EventsResponse = new() { Results = results },
        });
    }
}
