using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>AWS's own APIs of an environment, as a back end with credentials would call them.</summary>
internal static class AwsApi
{
    /// <summary>Calls Pinpoint, below the stack's application.</summary>
    public static async Task<JsonElement> PinpointAsync(this DevEnvironment environment, HttpMethod method, string path, object? body = null)
    {
        var outputs = await environment.GetAsync("outputs");
        return await SendAsync(environment, method, $"/v1/apps/{outputs.GetProperty("pinpointApplicationId").GetString()}/{path}", "mobiletargeting", body, target: null);
    }

    /// <summary>Puts a company event on the bus.</summary>
    public static async Task PublishAsync(this DevEnvironment environment, string announcement, string id, object attributes)
    {
        var outputs = await environment.GetAsync("outputs");
        var entry = new
        {
            EventBusName = outputs.GetProperty("companyEventBus").GetString(),
            Source = "release-pipeline",
            DetailType = announcement,
            Detail = JsonSerializer.Serialize(new { id, attributes }),
        };
        var answer = await SendAsync(environment, HttpMethod.Post, "/", "events", new { Entries = new[] { entry } }, "AWSEvents.PutEvents");
        Assert.Equal(0, answer.GetProperty("FailedEntryCount").GetInt32());
    }

    private static async Task<JsonElement> SendAsync(DevEnvironment environment, HttpMethod method, string path, string service, object? body, string? target)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, target is null ? "application/json" : "application/x-amz-json-1.1");
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=test/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await environment.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return JsonDocument.Parse(answer).RootElement;
    }
}
