using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.EventBridge.Events;

/// <summary>An event on a bus.</summary>
internal sealed record BusEvent
{
    public string Id { get; init; } = Guid.NewGuid().ToString();

    public required string DetailType { get; init; }

    public required string Source { get; init; }

    public required string Account { get; init; }

    public required string Region { get; init; }

    /// <summary>When it happened, as the sender says.</summary>
    public required DateTimeOffset Time { get; init; }

    public IReadOnlyList<string> Resources { get; init; } = [];

    public required JsonObject Detail { get; init; }

    /// <summary>What a rule's schedule makes.</summary>
    /// <param name="cloud">Account and region.</param>
    /// <param name="ruleArn">The rule.</param>
    /// <param name="due">The instant that the schedule names.</param>
    public static BusEvent Scheduled(CloudContext cloud, string ruleArn, DateTimeOffset due) => new()
    {
        DetailType = "Scheduled Event",
        Source = "aws.events",
        Account = cloud.Account,
        Region = cloud.Region,
        Time = due,
        Resources = [ruleArn],
        Detail = [],
    };

    /// <summary>The event as rules and targets see it.</summary>
    public JsonObject ToJson() => new()
    {
        ["version"] = "0",
        ["id"] = Id,
        ["detail-type"] = DetailType,
        ["source"] = Source,
        ["account"] = Account,
        ["time"] = Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["region"] = Region,
        ["resources"] = new JsonArray([.. Resources.Select(resource => JsonValue.Create(resource))]),
        ["detail"] = Detail.DeepClone(),
    };
}
