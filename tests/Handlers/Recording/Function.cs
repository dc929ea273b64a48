using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using Engagement.CompanyEvents.Writing;
using Engagement.Definitions;
using Engagement.Functions;
using Engagement.Identity;
using Engagement.Pinpoint.Events;
using Engagement.Pixel;
using Engagement.Pixel.Recording;
using Engagement.Telemetry;
using Handlers.Tests.Pixel;

namespace Handlers.Tests.Recording;

/// <summary>The whole function but for Lambda, Pinpoint and Secrets Manager.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A memory stream holds nothing to dispose of.")]
internal sealed class Function
{
    private readonly MemoryStream output = new();
    private readonly MetricsWriter metrics;

    public Function(TrackingPlan? plan = null)
    {
        plan ??= Rules.Shipped;
        var lines = new JsonLineWriter(output);
        var log = new LogWriter(lines);
        metrics = new MetricsWriter(lines, Time, "test");
        var judge = new PixelJudge(new PixelRules(plan), new SigningKeyCache(Secret, Time, log, metrics));
        Recorder = new PixelRecorder(judge, new PinpointEventRecorder(Sink, plan, log, metrics), log, metrics);
    }

    public FakeSink Sink { get; } = new();

    public FakeSecret Secret { get; } = new();

    public ManualTime Time { get; } = new();

    public PixelRecorder Recorder { get; }

    public string Output => Encoding.UTF8.GetString(output.ToArray());

    public IEnumerable<PixelEvent> Sent => Sink.Batches.SelectMany(batch => batch.Events).Select(pending => pending.Event);

    /// <summary>Message ids are m0, m1, … in the order given.</summary>
    public Task<IReadOnlyList<string>> RecordAsync(params PixelMessage[] messages) =>
        RecordAsync([.. messages.Select(message => message.ToString())], TimeSpan.FromSeconds(30));

    public async Task<IReadOnlyList<string>> RecordAsync(IReadOnlyList<string> bodies, TimeSpan remaining)
    {
        using var deadline = new Deadline(Time, remaining, Deadline.ShortReserve);
        var returned = await Recorder.RecordAsync([.. bodies.Select((body, i) => new QueueMessage($"m{i}", body))], deadline);
        metrics.Flush();
        return returned;
    }

    public IReadOnlyList<JsonNode> Lines(string log) =>
        [
            .. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!)
                .Where(line => (string?)line["log"] == log),
        ];

    /// <summary>The sum of a metric, of one reason or of all.</summary>
    public long Metric(string name, string? reason = null) => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonNode.Parse(line)!)
        .Where(line => line["_aws"] is not null && line[name] is not null && (reason is null || (string?)line["Reason"] == reason))
        .Sum(line => (long)line[name]!);
}
