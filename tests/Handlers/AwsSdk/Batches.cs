using Amazon.Pinpoint.Model;

namespace Handlers.Tests.AwsSdk;

internal static class Batches
{
    /// <summary>One purchase of the endpoint <c>user-42</c>, as event <c>e1</c>.</summary>
    public static PutEventsRequest OneEvent(string value = "a, b") => new()
    {
        ApplicationId = "app1",
        EventsRequest = new EventsRequest
        {
            BatchItem = new()
            {
                ["user-42"] = new EventsBatch
                {
                    Endpoint = new PublicEndpoint
                    {
                        User = new EndpointUser { UserId = "u1", UserAttributes = new() { ["plan"] = ["gold"] } },
                    },
                    Events = new()
                    {
                        ["e1"] = new Event
                        {
                            EventType = "purchase_success",
                            Timestamp = "2026-05-01T10:00:00.123Z",
                            Attributes = new() { ["value"] = value },
                            Metrics = new() { ["value"] = 19.9 },
                        },
                    },
                },
            },
        },
    };
}
