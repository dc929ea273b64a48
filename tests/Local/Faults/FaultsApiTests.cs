using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Control;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Local.Tests.Faults;

public sealed class FaultsApiTests : IAsyncLifetime, IDisposable
{
    private readonly FaultyCloud cloud = new();
    private readonly HttpClient client = new();
    private readonly WebApplication app;

    public FaultsApiTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        FaultsApi.Map(app.MapGroup("/_local"), () => cloud.Faults);
    }

    private Uri Url => new(new Uri(app.Urls.First()), "/_local/faults");

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task Fault_is_put_in_force_listed_and_ended()
    {
        using var added =
            await PostAsync("""{"service":"pinpoint","operation":"PutEvents","error":"TooManyRequestsException","rate":1,"seed":3}""");
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        await cloud.SendAsync();

        var listed = await client.GetFromJsonAsync<JsonArray>(Url);
        Assert.Equal(
            """[{"id":1,"fault":{"service":"pinpoint","operation":"PutEvents","error":"TooManyRequestsException","status":429,"rate":1,"seed":3},"matched":1,"struck":1}]""",
            listed!.ToJsonString());

        using var ended = await client.DeleteAsync(Url);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        Assert.Empty((await client.GetFromJsonAsync<JsonArray>(Url))!);
    }

    [Fact]
    public async Task One_of_several_is_ended_by_its_id()
    {
        foreach (var operation in (string[])["PutEvents", "GetApp"])
        {
            using var added = await PostAsync($$"""{"service":"pinpoint","operation":"{{operation}}","drop":true}""");
        }

        var first = (long)(await client.GetFromJsonAsync<JsonArray>(Url))![0]!["id"]!;
        using var ended = await client.DeleteAsync(new Uri($"{Url}/{first}"));
        using var again = await client.DeleteAsync(new Uri($"{Url}/{first}"));

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (ended.StatusCode, again.StatusCode));
        var left = Assert.Single((await client.GetFromJsonAsync<JsonArray>(Url))!);
        Assert.Equal("GetApp", (string?)left!["fault"]!["operation"]);
    }

    [Fact]
    public async Task Refusal_names_the_field()
    {
        using var refused = await PostAsync("""{"service":"pinpoint","rate":2,"drop":true}""");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var body = await refused.Content.ReadFromJsonAsync<JsonObject>();
        Assert.Equal(("rate", "rate: 2 is not a number above 0 and at most 1."), ((string?)body!["field"], (string?)body["error"]));
    }

    private async Task<HttpResponseMessage> PostAsync(string json)
    {
        using var content = new StringContent(json);
        return await client.PostAsync(Url, content);
    }
}
