using System.Text.Json;
using EndToEnd.Tests.CompanyEvents;

namespace EndToEnd.Tests.Platforms;

/// <summary>Who gets no more messages on the platform that looks at consent: by a button, the page, a bounce, a complaint.</summary>
public sealed class ConsentTests : IAsyncLifetime
{
    private const string Simulator = "simulator.amazonses.com";

    private readonly DefinitionsFolder definitions = new DefinitionsFolder().WithLooseLimit();
    private readonly DevEnvironment environment;

    public ConsentTests() => environment = new(new(2026, 11, 3, 8, 0, 0, TimeSpan.Zero), ("definitions:directory", definitions.Path))
    {
        Stack = "ses",
    };

    public async Task InitializeAsync()
    {
        await environment.InitializeAsync();
        await CustomerLines.LoadAsync(
            environment,
            [
                Endpoint("ada", "ada@example.com"), Endpoint("bob", "bob@example.com"), Endpoint("cyd", "cyd@example.com"),
                Endpoint("dan", $"bounce+dan@{Simulator}"), Endpoint("eve", $"complaint+eve@{Simulator}"),
            ]);
    }

    public async Task DisposeAsync()
    {
        await environment.DisposeAsync();
        definitions.Dispose();
    }

    [Fact]
    public async Task Customers_who_want_no_more_get_no_more_but_what_is_transactional()
    {
        Assert.Equal(["ada", "bob", "complaint+eve", "cyd"], await ReleaseAsync("first"));
        Assert.Equal((1, 1), (await environment.MetricAsync("MessagesBounced"), await environment.MetricAsync("MessagesComplained")));
        var (ada, bob, cyd) = (await LinkAsync("ada", "first"), await LinkAsync("bob", "first"), await LinkAsync("cyd", "first"));

        await OpenAsync(cyd, 200);
        await OpenAsync(new($"{cyd}A"), 404);
        await OpenAsync(new($"{cyd}&do=none&List-Unsubscribe=One-Click"), 200);
        await PostAsync(new($"{cyd}A"), ("List-Unsubscribe", "One-Click"));
        await PostAsync(ada, ("List-Unsubscribe", "One-Click"));
        Assert.Contains(" checked>", await OpenAsync(bob, 200), StringComparison.Ordinal);
        await PostAsync(bob, ("shown", "news"), ("do", "save"));
        await environment.AdvanceAsync("PT5M");

        Assert.Equal(["cyd"], await ReleaseAsync("second"));
        Assert.Contains("You have unsubscribed", await OpenAsync(ada, 200), StringComparison.Ordinal);
        Assert.Equal(["ada", "bob", "cyd"], await UpdateAsync("third"));

        await ReturnAsync("dan");
        await PostAsync(bob, ("shown", "news"), ("wants", "news"), ("do", "save"));
        await environment.AdvanceAsync("PT5M");
        Assert.Equal(["bob", "cyd"], await ReleaseAsync("fourth"));
        Assert.Equal((1, 1), (await environment.MetricAsync("MessagesBounced"), await environment.MetricAsync("MessagesComplained")));
        await NothingIsLoggedAsync(ada);
        await ChoicesAreNoPixelsAsync();
    }

    // A signed event, by which the site's own update would make a customer's endpoint active again.
    private async Task ReturnAsync(string customer)
    {
        using var answer = await environment.LoadAsync(await environment.SignedAsync(customer));
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task<string> OpenAsync(Uri link, int status)
    {
        using var answer = await environment.Http.GetAsync(link);
        Assert.Equal((status, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task PostAsync(Uri link, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await environment.Http.PostAsync(link, form);
        Assert.Equal((200, "text/html"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("Your choice is stored", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Uri> LinkAsync(string customer, string mark)
    {
        var message = (await MessagesAsync(mark)).Single(each => Receiver(each) == customer);
        var headers = message.GetProperty("headers");
        Assert.Equal("List-Unsubscribe=One-Click", headers.GetProperty("List-Unsubscribe-Post").GetString());
        var link = headers.GetProperty("List-Unsubscribe").GetString()![1..^1];
        Assert.Contains($"<a href=\"{link}\"", message.GetProperty("body").GetString(), StringComparison.Ordinal);
        return new(link);
    }

    private async Task<IReadOnlyList<string>> ReleaseAsync(string mark)
    {
        await environment.PutEventAsync("release-pipeline", "feature_release", new { id = mark, attributes = Company.Release(mark) });
        await environment.AdvanceAsync("PT10M");
        return await ReceiversAsync(mark);
    }

    private async Task<IReadOnlyList<string>> UpdateAsync(string mark)
    {
        await environment.PutEventAsync("operations", "system_update", new { id = mark, attributes = SystemUpdateTests.Update(mark) });
        await environment.AdvanceAsync("PT10M");
        Assert.All(await MessagesAsync(mark), message => Assert.Empty(message.GetProperty("headers").EnumerateObject()));
        return await ReceiversAsync(mark);
    }

    private async Task<IReadOnlyList<string>> ReceiversAsync(string mark) =>
        [.. (await MessagesAsync(mark)).Select(Receiver).Order(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<JsonElement>> MessagesAsync(string mark) =>
    [
        .. (await environment.GetAsync("messages")).EnumerateArray()
            .Where(message => message.GetProperty("body").GetString()!.Contains(mark, StringComparison.Ordinal)),
    ];

    private async Task NothingIsLoggedAsync(Uri link)
    {
        var logs = (await environment.GetAsync("logs")).GetRawText();
        Assert.Contains("/unsubscribe", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Query.Split('=')[1], logs, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.com", logs, StringComparison.Ordinal);
        Assert.DoesNotContain(Simulator, logs, StringComparison.Ordinal);
    }

    // The one pixel is that of a customer who returned.
    private async Task ChoicesAreNoPixelsAsync()
    {
        var sums = await environment.GetAsync("conservation");
        Assert.Equal((1, 0), (sums.GetProperty("answered").GetInt32(), sums.GetProperty("unaccounted").GetInt32()));
    }

    private static string Receiver(JsonElement message) => message.GetProperty("address").GetString()!.Split('@')[0];

    private static object Endpoint(string id, string address) => new
    {
        Id = id,
        ChannelType = "EMAIL",
        Address = address,
        User = new { UserId = id, UserAttributes = new { tier = new[] { "standard" }, language = new[] { "en" } } },
    };
}
