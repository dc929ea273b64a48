using System.Net;
using System.Text.Json;

namespace EndToEnd.Tests.Pixel;

/// <summary>The answer says what happened.</summary>
[Collection(DevEnvironmentDefinition.Name)]
public sealed class AnswerTests(DevEnvironment environment)
{
    [Fact]
    public async Task A_stored_request_is_answered_with_an_image_that_nobody_caches()
    {
        using var response = await environment.LoadAsync(("event", "newsletter_signup"), ("endpoint_id", "answer"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("<svg", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event=newsletter_signup", "endpoint_id")]
    [InlineData("endpoint_id=someone", "event")]
    [InlineData("", "event")]
    public async Task A_request_without_event_or_endpoint_is_answered_400_and_says_so_in_json(string query, string missing)
    {
        using var response = await environment.LoadRawAsync(query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            missing,
            JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetRawText(),
            StringComparison.Ordinal);
    }
}
