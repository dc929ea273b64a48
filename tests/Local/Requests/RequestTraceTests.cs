using Engagement.Local.ApiGateway;
using Engagement.Local.Requests;
using Local.Tests.ApiGateway.Pixel;

namespace Local.Tests.Requests;

/// <summary>What can be said of one request of the pixel, with the stack's own API.</summary>
public sealed class RequestTraceTests : IAsyncDisposable
{
    private const string Send = """
        {"Sid":"StoreRequest","Effect":"Allow","Action":"sqs:SendMessage","Resource":"arn:aws:sqs:eu-west-1:000000000000:pixel-events"}
        """;

    private readonly DeployedCloud cloud = new();
    private string api = "";

    public ValueTask DisposeAsync() => cloud.DisposeAsync();

    [Fact]
    public async Task A_stored_request_has_its_message_and_the_statement_that_let_the_gateway_send_it()
    {
        await DeployAsync(Send);

        var trace = await TraceAsync("event=signup&endpoint_id=e1&gtmcb=1");

        Assert.Equal((200, "GET", "/events"), (trace.Request.Status, trace.Request.Method, trace.Request.Path));
        var call = Assert.Single(trace.Calls);
        Assert.Equal(("sqs", "SendMessage", 200), (call.Service, call.Operation, call.Status));
        Assert.Equal(("all", "StoreRequest"), (call.AllowedBy!.Policy, call.AllowedBy.Sid));
        Assert.Equal(["sqs:SendMessage"], call.AllowedBy.Actions);
        Assert.StartsWith($"id={trace.Request.Id}&", trace.Message, StringComparison.Ordinal);
        Assert.False(trace.Queued!.GivenUp);
        Assert.Empty(trace.Invocations);
        Assert.Null(trace.Recorded);
    }

    [Fact]
    public async Task A_request_that_the_gateway_may_not_store_has_the_denial()
    {
        await DeployAsync(Send.Replace("pixel-events", "other", StringComparison.Ordinal));

        var trace = await TraceAsync("event=signup&endpoint_id=e1&gtmcb=1");

        var call = Assert.Single(trace.Calls);
        Assert.Null(call.AllowedBy);
        Assert.Contains("not authorized to perform: sqs:sendmessage", call.Denial, StringComparison.OrdinalIgnoreCase);
        Assert.Null(trace.Message);
    }

    [Fact]
    public async Task A_request_that_is_refused_asks_for_nothing()
    {
        await DeployAsync(Send);

        var trace = await TraceAsync("event=signup&gtmcb=1");

        Assert.Equal(400, trace.Request.Status);
        Assert.Empty(trace.Calls);
        Assert.Null(trace.Message);
    }

    [Fact]
    public async Task Two_requests_are_told_apart()
    {
        await DeployAsync(Send);

        var first = await TraceAsync("event=signup&endpoint_id=e1&gtmcb=1");
        var second = await TraceAsync("event=signup&endpoint_id=e1&gtmcb=2");

        Assert.NotEqual(first.Request.Id, second.Request.Id);
        Assert.NotEqual(first.Message, second.Message);
        Assert.NotEqual(Assert.Single(first.Calls).Number, Assert.Single(second.Calls).Number);
    }

    private async Task DeployAsync(string statement)
    {
        await cloud.RoleAsync("pixel-gateway", "apigateway.amazonaws.com", statement);
        await cloud.CreateAsync("aws:sqs/queue:Queue", ("name", "pixel-events"));
        await cloud.CreateAsync("aws:apigateway/restApi:RestApi", ("body", PixelFixture.Body), ("name", "pixel"));
        api = cloud.Local.Graph.Standing[^1].Id!;
        await cloud.CreateAsync("aws:apigateway/deployment:Deployment", ("restApi", api));
        await cloud.CreateAsync(
            "aws:apigateway/stage:Stage",
            ("restApi", api),
            ("deployment", cloud.Local.Graph.Standing[^1].Id!),
            ("stageName", "v1"));
    }

    private async Task<RequestTrace> TraceAsync(string query)
    {
        var apis = cloud.Local.Service<RestApis>();
        await apis.HandleAsync(
            new() { ApiId = api, Stage = "v1", Method = "GET", Path = "/events", Query = query }, CancellationToken.None);
        return RequestTrace.Find(cloud.Local, apis.Latest.ToList()[^1]);
    }
}
