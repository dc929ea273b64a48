using System.Collections.Immutable;
using Engagement.Local.Aws;
using Engagement.Local.Cloud;
using Engagement.Local.CloudWatch;
using Engagement.Local.Resources;

namespace Local.Tests.CloudWatch;

/// <summary>Logs alone on a stopped clock.</summary>
internal sealed class LogCloud
{
    public const string Group = "/aws/lambda/record-pixel-events";

    public LogCloud() => (Logs, Recorded) = (new(Context), new(Context));

    public CloudContext Context { get; } = new()
    {
        Region = "eu-west-1",
        BaseUrl = new("http://127.0.0.1:8080"),
        Clock = new(new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero))
    };

    public Logs Logs { get; }

    public RecordedResources Recorded { get; }

    public Task<ResourceState> CreateAsync(string type, string name, params (string Key, object Value)[] inputs) =>
        Logs.ResourceTypes.Concat(Recorded.ResourceTypes).Single(pair => pair.Key == type).Value(
            new(type, name, inputs.ToImmutableDictionary(input => input.Key, input => input.Value)), CancellationToken.None);

    public Task AdvanceAsync(double days) => Context.Clock.AdvanceAsync(TimeSpan.FromDays(days), CancellationToken.None);
}
