using System.Collections.Specialized;
using System.Globalization;
using System.Net;
using System.Web;
using Amazon.Lambda.SQSEvents;
using Amazon.Pinpoint;
using Amazon.Pinpoint.Model;

namespace Benchmarks.Recording;

/// <summary>
/// The baseline: the function as one writes it first. It takes a query apart with the framework's parser, and calls Pinpoint for each
/// record. It has no tracking plan, checks no limit and no signature, and writes no metrics, so that it does less than what it is compared
/// to.
/// </summary>
internal sealed class PlainRecorder(IAmazonPinpoint client, string applicationId)
{
    public async Task<SQSBatchResponse> HandleAsync(SQSEvent batch)
    {
        var failures = new List<SQSBatchResponse.BatchItemFailure>();
        foreach (var record in batch.Records)
        {
            var lines = record.Body.Split('\n');
            var (facts, query) = (HttpUtility.ParseQueryString(lines[0]), HttpUtility.ParseQueryString(lines[1]));
            var (requestId, endpointId) = (facts["id"]!, query["endpoint_id"]!);
            var response = await client.PutEventsAsync(new PutEventsRequest
            {
                ApplicationId = applicationId,
                EventsRequest = new EventsRequest
                {
                    BatchItem = new()
                    {
                        [endpointId] = new EventsBatch { Endpoint = Endpoint(query), Events = new() { [requestId] = Event(facts, query) } },
                    },
                },
            });
            if (response.EventsResponse.Results[endpointId].EventsItemResponse[requestId].StatusCode != (int)HttpStatusCode.Accepted)
            {
                failures.Add(new() { ItemIdentifier = record.MessageId });
            }
        }

        return new(failures);
    }

    private static Event Event(NameValueCollection facts, NameValueCollection query) => new()
    {
        EventType = query["event"],
        Timestamp = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(facts["at"]!, CultureInfo.InvariantCulture))
            .ToString("o", CultureInfo.InvariantCulture),
        Attributes = Parameters(query, "evat_"),
        Metrics = Parameters(query, "evme_").ToDictionary(
            metric => metric.Key,
            metric => double.Parse(metric.Value, CultureInfo.InvariantCulture)),
    };

    private static PublicEndpoint Endpoint(NameValueCollection query)
    {
        var attributes = Parameters(query, "usat_").ToDictionary(
            attribute => attribute.Key,
            attribute => new List<string> { attribute.Value });
        return new() { User = query["user_id"] is { } user ? new() { UserId = user, UserAttributes = attributes } : null };
    }

    private static Dictionary<string, string> Parameters(NameValueCollection query, string prefix) => query.AllKeys
        .Where(name => name!.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(name => name![prefix.Length..], name => query[name]!);
}
