using System.Net;
using Engagement.Local.ApiGateway;
using Local.Tests.ApiGateway.Pixel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Local.Tests.ApiGateway;

public sealed class RestApiEndpointsTests
{
    [Theory]
    [InlineData("a%2Fb%3F%26%25+%E6%97%A5", "a/b?&% 日")]
    [InlineData("%5Bobject%5D", "[object]")]
    public async Task What_comes_over_http_reaches_the_api_as_sent(string encoded, string value)
    {
        var pixel = await PixelFixture.DeployAsync();
        await using var server = await StartAsync(pixel);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "test");

        using var response =
            await client.GetAsync(new Uri($"/_api/{pixel.ApiId}/v1/events?event=e&endpoint_id=u&evat_x={encoded}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(value, pixel.Message().Parameters["evat_x"]);
        Assert.Equal("test", pixel.Message().Facts["ua"]);
    }

    [Fact]
    public async Task A_request_beyond_api_gateway_s_limit_meets_that_limit_and_not_the_server_s()
    {
        var pixel = await PixelFixture.DeployAsync();
        await using var server = await StartAsync(pixel);
        using var client = new HttpClient { BaseAddress = new Uri(server.Urls.First()) };

        using var most =
            await client.GetAsync(
                new Uri($"/_api/{pixel.ApiId}/v1/events?event=e&endpoint_id=u&evat_x={new string('x', 9_900)}", UriKind.Relative));
        using var more =
            await client.GetAsync(
                new Uri($"/_api/{pixel.ApiId}/v1/events?event=e&endpoint_id=u&evat_x={new string('x', 10_300)}", UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.RequestEntityTooLarge), (most.StatusCode, more.StatusCode));
        Assert.Equal("""{"message":"Request Too Long"}""", await more.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> StartAsync(ApiFixture api)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => RestApiEndpoints.RaiseLimits(kestrel.Limits));
        var server = builder.Build();
        server.MapRestApis(() => api.Apis);
        await server.StartAsync();
        return server;
    }
}
