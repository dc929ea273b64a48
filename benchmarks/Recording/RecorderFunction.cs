using Amazon.Pinpoint;
using Engagement.Definitions;
using Engagement.Identity;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Telemetry;
using RecordPixelEvents;

namespace Benchmarks.Recording;

/// <summary>The function put together as its <c>Program</c> does, but for what lies outside it.</summary>
internal static class RecorderFunction
{
    /// <summary>The signing key of <see cref="PixelRecords"/>.</summary>
    public const string SigningKey = "a signing key of thirty-two bytes";

    public static RecordPixelEventsHandler New(IAmazonPinpoint client, TrackingPlan plan)
    {
        var time = TimeProvider.System;
        var lines = new JsonLineWriter(Stream.Null);
        var (log, metrics) = (new LogWriter(lines), new MetricsWriter(lines, time, "benchmark"));
        var judge = new PixelJudge(new PixelRules(plan), new SigningKeyCache(new FixedSecret(), time, log, metrics));
        var dispatcher = new EventDispatcher(new PinpointEventSink(client, "app"), plan, time, log, metrics);
        return new(new PixelRecorder(judge, dispatcher, log, metrics), time);
    }

    private sealed class FixedSecret : ISigningSecret
    {
        public Task<string> ReadAsync(CancellationToken cancellation) => Task.FromResult($$"""{"current":"{{SigningKey}}"}""");
    }
}
