namespace Local.Tests.Pinpoint;

public sealed class ConcurrencyTests
{
    [Fact]
    public void Parallel_callers_lose_nothing()
    {
        var cloud = new PinpointCloud();

        Parallel.For(0, 200, i => cloud.PutEvents(new Dictionary<string, object>
        {
            [$"user-{i % 10}"] = new
            {
                Endpoint = new { Metrics = new Dictionary<string, double> { [$"m{i}"] = i }, User = new { UserId = $"jo-{i % 3}" } },
                Events = new Dictionary<string, object>
                {
                    [$"event-{i}"] = new
                    {
                        EventType = $"type-{i % 7}",
                        Timestamp = "2026-03-01T12:00:00Z",
                        Attributes = new { number = $"{i}" }
                    },
                },
            },
        }));

        Assert.Equal(
            Enumerable.Range(0, 200).Select(i => $"event-{i}").Order(), cloud.Service.Events.Find().Select(each => each.EventId).Order());
        var endpoints = cloud.Service.Applications.Get(cloud.App).Endpoints;
        Assert.Equal(200, endpoints.All.Sum(each => each.Metrics!.Count));
        Assert.Equal(10, endpoints.Users.Sum(user => user.EndpointIds.Count));
    }
}
