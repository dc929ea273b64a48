using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Amazon.Pinpoint;
using Engagement.Aws.Functions;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Identity;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using RecordPixelEvents;

namespace Benchmarks.Recording;

/// <summary>The function put together as its <c>Program</c> does, but for what lies outside it.</summary>
internal static class RecorderFunction
{
    /// <summary>The signing key of <see cref="PixelRecords"/>.</summary>
    public const string SigningKey = "a signing key of thirty-two bytes";

    /// <summary>The function, as Lambda's runtime calls it.</summary>
    public static Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> Wire(
        FunctionHost host,
        IAmazonPinpoint client,
        TrackingPlan plan) =>
        host.Wire<SQSEvent, SQSBatchResponse>(
            _ =>
            {
                var judge = new PixelJudge(new PixelRules(plan), new SigningKeyCache(new FixedSecret(), host.Time, host.Log, host.Metrics));
                var events = new PinpointEventRecorder(new PinpointEventSink(client, "app", host.Calls), plan, host.Log, host.Metrics);
                return new RecordPixelEventsHandler(new PixelRecorder(judge, events, host.Log, host.Metrics)).HandleAsync;
            },
            Deadline.ShortReserve);

    private sealed class FixedSecret : ISigningSecret
    {
        public Task<string> ReadAsync(CancellationToken cancellation) => Task.FromResult($$"""{"current":"{{SigningKey}}"}""");
    }
}
