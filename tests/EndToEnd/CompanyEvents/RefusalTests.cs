using System.Text.Json;

namespace EndToEnd.Tests.CompanyEvents;

/// <summary>The route refuses in words what is no company event, and callers who may not publish one. No customer hears of it.</summary>
public sealed class RefusalTests
{
    private const string Good =
        """{"event":"feature_release","attributes":{"feature":"Maps","version":"4.2","url":"https://www.example.com"}}""";

    private static readonly (string Body, string Key, string Message)[] Wrong =
    [
        ("""{"event":"feature_relaese","attributes":{}}""", "event", "did you mean 'feature_release'?"),
        ("""{"event":"price_change","attributes":{"effective":"x","url":"y"}}""", "event", "schedule"),
        ("""{"event":"company.feature_release","attributes":{}}""", "event", "feature_release"),
        (Good.Replace("\"version\":\"4.2\",", "", StringComparison.Ordinal), "attributes.version", "is missing"),
        (Good.Replace("4.2", "4.2\",\"colour\":\"red", StringComparison.Ordinal), "attributes.colour", "no such attribute"),
        (Good.Replace("4.2", new string('4', 101), StringComparison.Ordinal), "attributes.version", "has 101 characters"),
        (Good.Replace("\"4.2\"", "4.2", StringComparison.Ordinal), "attributes.version", "a text is expected, not a number"),
        (Good.Replace("\"attributes\"", "\"id\":\"a b\",\"attributes\"", StringComparison.Ordinal), "id", "something else than letters"),
        (Good.Replace("\"attributes\"", "\"to\":\"everyone\",\"attributes\"", StringComparison.Ordinal), "to", "unknown key"),
        ("{\"event\":", "", "no JSON object"),
        ("[]", "", "an object is expected, not a list"),
        ("", "", "no JSON object"),
        (new string(' ', 40_000), "", "at most 32768"),
    ];

    [Fact]
    public async Task Nothing_that_is_refused_is_sent()
    {
        await using var company = await Company.StartAsync();
        await company.AddAsync(new Customer("ada", "premium", "en"));
        await company.OpenAsync();
        foreach (var (body, key, message) in Wrong)
        {
            await AssertWrongAsync(company, body, key, message);
        }

        await AssertContentTypeAsync(company);
        await AssertForbiddenAsync(company);
        await AssertPixelAsync(company);
        await company.PutOnBusAsync("feature_release", "bus-1", new { feature = "Maps" });
        await company.PutOnBusAsync("feature_relaese", "bus-2", Company.Release("4.2"));

        await company.Environment.AdvanceAsync("PT3H");
        Assert.Empty(await company.MessagesAsync());
        Assert.Empty(await company.CallsOfAsync("publish-company-event-role"));
        Assert.DoesNotContain("pinpoint CreateCampaign", await company.CallsOfAsync("launch-campaigns-role"));
    }

    private static async Task AssertWrongAsync(Company company, string body, string key, string message)
    {
        var answer = await company.PostAsync(body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(
            answer.Body.GetProperty("errors").EnumerateArray(),
            error =>
                error.GetProperty("key").GetString() == key
                    && error.GetProperty("message").GetString()!.Contains(message, StringComparison.Ordinal));
        // The gateway's throttle refills by the environment's clock.
        await company.Environment.AdvanceAsync("PT1S");
    }

    private static async Task AssertContentTypeAsync(Company company)
    {
        var answer = await company.PostAsync(Good, contentType: "application/x-www-form-urlencoded");
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            "the header Content-Type must be application/json",
            answer.Body.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private static async Task AssertForbiddenAsync(Company company)
    {
        Assert.Equal((403, """{"message":"Missing Authentication Token"}"""), Of(await company.PostAsync(Good, accessKey: null)));
        var api = (await company.Environment.GetAsync("outputs")).GetProperty("companyEventsUrl").GetString()!.Split('/')[^3];
        var other = await company.AccessKeyAsync(
            "reader",
            Policy($"arn:aws:execute-api:eu-west-1:000000000000:{api}/v1/GET/company-events"));
        var (status, body) = Of(await company.PostAsync(Good, other));
        Assert.Equal(403, status);
        Assert.Equal(
            "User: arn:aws:sts::000000000000:assumed-role/reader/reader is not authorized to perform: execute-api:Invoke on resource: "
                + $"arn:aws:execute-api:eu-west-1:********0000:{api}/v1/POST/company-events because no identity-based policy allows the "
                + "execute-api:Invoke action",
            JsonDocument.Parse(body).RootElement.GetProperty("message").GetString());

        // With the permission for the very method the same body is looked at, and would be taken.
        var publisher = await company.AccessKeyAsync(
            "release-pipeline",
            Policy($"arn:aws:execute-api:eu-west-1:000000000000:{api}/v1/POST/company-events"));
        Assert.Equal(400, (await company.PostAsync(Good.Replace("4.2", "", StringComparison.Ordinal), publisher)).Status);
    }

    private static async Task AssertPixelAsync(Company company)
    {
        foreach (var type in new[] { "company.feature_release", "feature_release", "_company.feature_release", "_session.start" })
        {
            await LoadAsync(company, ("event", type), ("endpoint_id", "company"));
            await LoadAsync(company, ("event", type), ("endpoint_id", "ada"));
        }

        await LoadAsync(company, ("event", "newsletter_signup"), ("endpoint_id", "company"));
        await LoadAsync(company, ("event", "newsletter_signup"), ("endpoint_id", "COMPANY"));
        await company.Environment.AdvanceAsync("PT1M");
        Assert.Equal(10, (await company.Environment.RejectedAsync()).Count);
        Assert.Empty((await company.Environment.GetAsync("events")).EnumerateArray());
    }

    private static async Task LoadAsync(Company company, params (string Name, string Value)[] parameters)
    {
        using var response = await company.Environment.LoadAsync(parameters);
        Assert.True(response.IsSuccessStatusCode);
    }

    private static object Policy(string resource) => new
    {
        Version = "2012-10-17",
        Statement = new[] { new { Sid = "Publish", Effect = "Allow", Action = "execute-api:Invoke", Resource = resource } },
    };

    private static (int Status, string Body) Of(Company.Answer answer) => (answer.Status, answer.Body.GetRawText());
}
