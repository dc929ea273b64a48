using System.Text;
using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>AWS's own APIs of an environment, as a back end with credentials would call them.</summary>
internal static class AwsApi
{
    /// <summary>Credentials that the environment did not issue are the account's own.</summary>
    public const string OwnKey = "test";

    /// <summary>Calls Pinpoint, below the stack's application.</summary>
    public static async Task<JsonElement> PinpointAsync(
        this DevEnvironment environment,
        HttpMethod method,
        string path,
        object? body = null)
    {
        var outputs = await environment.GetAsync("outputs");
        var application = outputs.GetProperty("pinpointApplicationId").GetString();
        return await environment.CallAsync(
            method,
            $"/v1/apps/{application}/{path}",
            "mobiletargeting",
            body is null ? null : JsonSerializer.Serialize(body));
    }

    /// <summary>Lets the stack's application send e-mail.</summary>
    public static Task EnableEmailAsync(this DevEnvironment environment) => environment.PinpointAsync(
        HttpMethod.Put,
        "channels/email",
        new { Enabled = true, FromAddress = "shop@example.com", Identity = "arn:aws:ses:eu-west-1:000000000000:identity/example.com" });

    /// <summary>Puts a company event on the bus.</summary>
    public static Task PublishAsync(this DevEnvironment environment, string announcement, string id, object attributes) =>
        environment.PutEventAsync("release-pipeline", announcement, new { id, attributes });

    /// <summary>Puts anything on the bus.</summary>
    public static async Task PutEventAsync(this DevEnvironment environment, string source, string detailType, object detail)
    {
        var bus = (await environment.GetAsync("outputs")).GetProperty("companyEventBus").GetString();
        var entries = new[]
        {
            new { EventBusName = bus, Source = source, DetailType = detailType, Detail = JsonSerializer.Serialize(detail) },
        };
        var answer = await environment.CallAsync(
            HttpMethod.Post,
            "/",
            "events",
            JsonSerializer.Serialize(new { Entries = entries }),
            "AWSEvents.PutEvents");
        Assert.Equal(0, answer.GetProperty("FailedEntryCount").GetInt32());
    }

    /// <summary>Calls a service, which has to take it.</summary>
    /// <param name="environment">Where.</param>
    /// <param name="method">As HTTP has it.</param>
    /// <param name="path">As HTTP has it, too.</param>
    /// <param name="service">The service's name in signatures.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="target">The operation, of services whose protocol puts it into a header.</param>
    public static async Task<JsonElement> CallAsync(
        this DevEnvironment environment,
        HttpMethod method,
        string path,
        string service,
        string? body = null,
        string? target = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null
            ? null
            : new StringContent(body, Encoding.UTF8, target is null ? "application/json" : "application/x-amz-json-1.1");
        request.SignFor(service);
        if (target is not null)
        {
            request.Headers.Add("X-Amz-Target", target);
        }

        using var response = await environment.Http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {answer}");
        return JsonElement.Parse(answer);
    }

    /// <summary>Signs a request. The environment reads who signs and does not verify it.</summary>
    /// <param name="request">What is signed.</param>
    /// <param name="service">The service that it is for.</param>
    /// <param name="accessKey">Whose signature.</param>
    public static void SignFor(this HttpRequestMessage request, string service, string accessKey = OwnKey) =>
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={accessKey}/20261201/eu-west-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
}
