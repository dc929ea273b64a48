using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Clock;
using Engagement.Local.CloudWatch;

namespace Engagement.Local.EventBridge.Targets;

/// <summary>
/// Delivers to targets, at least once. What fails on the target's side is tried again, waiting 1 s, 2 s, 4 s, … up to 8 minutes of the
/// clock. What the target refuses for good goes to the dead-letter queue at once, as in AWS.
/// </summary>
internal sealed class TargetDelivery(CloudContext cloud, IAwsEndpoint endpoint) : IDisposable
{
    private const int Kept = 1000;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(8);

    private readonly CancellationTokenSource end = new();
    private readonly RecentItems<LostEvent> lost = new(Kept);

    /// <summary>The latest that could not be delivered and had no dead-letter queue, or one that did not take them.</summary>
    public IReadOnlyList<LostEvent> Lost => lost.ToList();

    /// <summary>Begins a delivery; it is under way, to the clock, when this returns.</summary>
    /// <param name="delivery">The delivery.</param>
    public void Begin(Delivery delivery) =>
        _ = cloud.Clock.RunWorkAsync($"delivery to {delivery.Target.Arn}", work => RunAsync(delivery, work));

    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task RunAsync(Delivery delivery, Work work)
    {
        var accepted = cloud.Clock.GetUtcNow();
        var wait = TimeSpan.FromSeconds(1);
        for (var retries = 0; ; retries++)
        {
            if (await TryAsync(delivery) is not { } failure)
            {
                return;
            }

            var exhausted = retries >= delivery.Target.MaximumRetryAttempts ? "MaximumRetryAttempts"
                : cloud.Clock.GetUtcNow() + wait - accepted > delivery.Target.MaximumEventAge ? "MaximumEventAgeInSeconds"
                : null;
            if (!failure.Retryable || exhausted is not null)
            {
                await GiveUpAsync(delivery, failure, retries, exhausted);
                return;
            }

            await work.DelayAsync(wait, end.Token);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<Failure?> TryAsync(Delivery delivery)
    {
        try
        {
            var (signingName, request) = TargetCall.To(cloud, delivery.Service, delivery.Target.Arn, delivery.Input);
            var response = await endpoint.SendAsync(signingName, request, end.Token);
            return response.StatusCode < 300 ? null : new(CodeOf(response), $"{response.StatusCode}", response.StatusCode is 429 or >= 500);
        }
        catch (AwsException e)
        {
            return new(e.Code, e.Message, Retryable: false);
        }
        catch (DroppedConnectionException e)
        {
            return new("SDK_CLIENT_ERROR", e.Message, Retryable: true);
        }
    }

    private async Task GiveUpAsync(Delivery delivery, Failure failure, int retries, string? exhausted)
    {
        if (delivery.Target.DeadLetterQueue is not { } queue)
        {
            lost.Add(new(cloud.Clock.GetUtcNow(), delivery.SourceArn, delivery.Target.Arn, failure.Code, failure.Message));
            return;
        }

        var attributes = new JsonObject
        {
            [delivery.SourceAttribute] = Attribute(delivery.SourceArn),
            ["TARGET_ARN"] = Attribute(delivery.Target.Arn),
            ["ERROR_CODE"] = Attribute(failure.Code),
            ["ERROR_MESSAGE"] = Attribute(failure.Message),
            ["RETRY_ATTEMPTS"] = Attribute($"{retries}"),
        };
        if (exhausted is not null)
        {
            attributes["EXHAUSTED_RETRY_CONDITION"] = Attribute(exhausted);
        }

        var response =
            await endpoint.SendAsync("sqs", TargetCall.Message(cloud, delivery.Service, queue, delivery.Letter, attributes), end.Token);
        if (response.StatusCode >= 300)
        {
            lost.Add(new(cloud.Clock.GetUtcNow(), delivery.SourceArn, queue, CodeOf(response), "The dead-letter queue did not take it."));
        }
    }

    private static JsonObject Attribute(string value) => new() { ["DataType"] = "String", ["StringValue"] = value };

    private static string CodeOf(AwsResponse response)
    {
        try
        {
            return AwsJson.ErrorName(JsonNode.Parse(response.Body.Span))
                ?? response.Headers.GetValueOrDefault("x-amzn-ErrorType")
                ?? $"{response.StatusCode}";
        }
        catch (JsonException)
        {
            // Not every service answers errors in JSON; the status says enough.
            return response.Headers.GetValueOrDefault("x-amzn-ErrorType") ?? $"{response.StatusCode}";
        }
    }

    private sealed record Failure(string Code, string Message, bool Retryable);
}
