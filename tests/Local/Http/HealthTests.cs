using System.Net;

namespace Local.Tests.Http;

/// <summary>When the cloud says that it is up.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task It_is_starting_until_the_stack_is_up()
    {
        await using var cloud = await ServedCloud.StartAsync(served: false, open: false);
        await AssertStartingAsync(cloud);

        cloud.Serve();
        await AssertStartingAsync(cloud);

        cloud.Server.Open();
        using var answer = await cloud.SendAsync("GET", "/_local/health");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"status":"up","now":"2026-03-02T09:00:00+00:00"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/_local/outputs")]
    [InlineData("/_api/any/v1/events")]
    [InlineData("/")]
    public async Task Everything_is_starting_until_there_is_a_cloud(string path)
    {
        await using var cloud = await ServedCloud.StartAsync(served: false, open: false);
        using var answer = await cloud.SendAsync("GET", path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    private static async Task AssertStartingAsync(ServedCloud cloud)
    {
        using var answer = await cloud.SendAsync("GET", "/_local/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"status":"starting"}""", await answer.Content.ReadAsStringAsync());
    }
}
