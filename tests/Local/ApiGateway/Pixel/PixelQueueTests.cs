using System.Text;
using Engagement.Local.Aws;
using Engagement.Local.Resources;
using Service = Engagement.Local.Sqs.SqsService;

namespace Local.Tests.ApiGateway.Pixel;

/// <summary>The pixel before the emulated queue itself.</summary>
public sealed class PixelQueueTests
{
    [Fact]
    public async Task What_the_pixel_stores_is_what_a_consumer_receives()
    {
        var (pixel, queue) = await DeployAsync();

        var response =
            await pixel.GetAsync(
                "/events?event=purchase&endpoint_id=user-42&evat_note=a%0A%E6%97%A5%20%26%20%F0%9F%98%80", ("User-Agent", "x"));

        Assert.Equal(200, response.StatusCode);
        var received = await SendAsync(queue, "Action=ReceiveMessage");
        Assert.Contains(
            $"id={response.Header("x-amzn-RequestId")}&amp;at=1777636800250&amp;ua=x&amp;gpc=&amp;dnt=&amp;purpose=\nevent=purchase&amp;endpoint_id=user-42&amp;evat_note=a%0A%E6%97%A5+%26+%F0%9F%98%80",
            Encoding.UTF8.GetString(received.Body.Span).Replace("&#xA;", "\n", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_refuses_a_request_without_message_so_that_nothing_is_stored()
    {
        var (pixel, queue) = await DeployAsync();

        var response = await pixel.GetAsync("/events?event=purchase&endpoint_id=undefined");

        Assert.Equal(400, response.StatusCode);
        Assert.DoesNotContain(
            "<Message>", Encoding.UTF8.GetString((await SendAsync(queue, "Action=ReceiveMessage")).Body.Span), StringComparison.Ordinal);
    }

    private static async Task<(ApiFixture Pixel, Service Queue)> DeployAsync()
    {
        var pixel = new ApiFixture();
        var queue = new Service(pixel.Cloud);
        await queue.ResourceTypes["aws:sqs/queue:Queue"](
            new ResourceRequest("aws:sqs/queue:Queue", "pixel-events", ApiFixture.Map(("name", "pixel-events"))), CancellationToken.None);
        pixel.Aws.Answer = (request, cancellationToken) => SendAsync(queue, request, cancellationToken);
        return (await pixel.DeployAsync(PixelFixture.Body), queue);
    }

    private static Task<AwsResponse> SendAsync(Service queue, string form) => SendAsync(
        queue,
        new()
        {
            Method = "POST",
            Path = "/000000000000/pixel-events",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Content-Type"] = "application/x-www-form-urlencoded"
            },
            Body = Encoding.UTF8.GetBytes(form),
            Caller = Principal.Anonymous,
        },
        CancellationToken.None);

    private static async Task<AwsResponse> SendAsync(Service queue, AwsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await queue.Resolve(request).ExecuteAsync(cancellationToken);
        }
        catch (AwsException error)
        {
            return queue.Error(request, error);
        }
    }
}
