using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Amazon.Pinpoint;
using BenchmarkDotNet.Attributes;
using Engagement.Aws.Functions;
using Engagement.Definitions;

namespace Benchmarks.Recording;

/// <summary>
/// One invocation with 1,000 records, which is what the queue hands over at most, and Pinpoint answering at once. All figures are for one
/// event.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet calls Cleanup.")]
public class RecordingBenchmarks
{
    /// <summary>Records of an invocation.</summary>
    public const int Records = 1_000;

    private readonly SQSEvent batch = PixelRecords.Batch(Records);
    private readonly ILambdaContext context = new InvocationContext();
    private readonly HttpClient http = new(new InstantPinpointHttp());
    private AmazonPinpointClient client = null!;
    private readonly FunctionHost host = new(_ => "benchmark", Stream.Null, TimeProvider.System);
    private Func<SQSEvent, ILambdaContext, Task<SQSBatchResponse>> recorder = null!;
    private PlainRecorder plain = null!;

    /// <summary>What stands for Pinpoint.</summary>
    [ParamsAllValues]
    public PinpointStandIn Pinpoint { get; set; }

    /// <summary>Puts both together, and sees that both record everything.</summary>
    [GlobalSetup]
    public async Task Prepare()
    {
        client = Pinpoint switch
        {
            PinpointStandIn.Client => new InstantPinpointClient(),
            _ => InstantPinpointHttp.NewClient(http),
        };
        var plan = TrackingPlan.Load(Path.Combine(AppContext.BaseDirectory, "definitions", "events.yaml"));
        recorder = RecorderFunction.Wire(host, client, plan);
        plain = new PlainRecorder(client, "app");
        if (await Recorder() + await Plain() > 0)
        {
            throw new InvalidOperationException("Not every event was recorded, so that the figures would mean nothing.");
        }
    }

    /// <summary>Ends the client.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        host.Dispose();
        client.Dispose();
        http.Dispose();
    }

    /// <summary>The baseline.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Records, Description = "one call per record")]
    public async Task<int> Plain() => (await plain.HandleAsync(batch)).BatchItemFailures.Count;

    /// <summary>The function's own handler.</summary>
    [Benchmark(OperationsPerInvoke = Records, Description = "RecordPixelEvents")]
    public async Task<int> Recorder() => (await recorder(batch, context)).BatchItemFailures.Count;
}
