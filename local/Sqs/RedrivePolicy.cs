using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;

namespace Engagement.Local.Sqs;

/// <summary>Where a queue gives up messages to, and after how many receipts (1 to 1,000).</summary>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount, string Text)
{
    private const int MostReceives = 1000;

    /// <summary>Reads the JSON of the queue attribute.</summary>
    /// <exception cref="Aws.AwsException">The error that AWS answers.</exception>
    public static RedrivePolicy? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var policy = RedriveJson.Read("RedrivePolicy", json);
        var target = policy["deadLetterTargetArn"]?.ToString()
            ?? throw RedriveJson.Invalid(
                "RedrivePolicy", json, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        var count = policy["maxReceiveCount"]?.ToString()
            ?? throw RedriveJson.Invalid("RedrivePolicy", json, "Redrive policy does not contain mandatory attribute: maxReceiveCount.");
        return int.TryParse(count, CultureInfo.InvariantCulture, out var receives) && receives is >= 1 and <= MostReceives
            ? new(target, receives, json)
            : throw RedriveJson.Invalid(
                "RedrivePolicy",
                json,
                $"Invalid value for maxReceiveCount: {count}, valid values are from 1 to {MostReceives} both inclusive.");
    }
}

/// <summary>Which queues may give up messages to this one; all where there is no policy.</summary>
internal sealed record RedriveAllowPolicy(string Permission, IReadOnlyList<string> SourceQueueArns, string Text)
{
    private const int MostSources = 10;

    /// <summary>Reads the JSON of the queue attribute.</summary>
    /// <exception cref="Aws.AwsException">The error that AWS answers.</exception>
    public static RedriveAllowPolicy? Parse(string? json)
    {
        if (string.IsNullOrEmpty(json))
        {
            return null;
        }

        var policy = RedriveJson.Read("RedriveAllowPolicy", json);
        var permission = policy["redrivePermission"]?.ToString();
        var sources = (policy["sourceQueueArns"] as JsonArray ?? []).Select(arn => $"{arn}").ToList();
        return permission switch
        {
            "allowAll" or "denyAll" when sources.Count == 0 => new(permission, sources, json),
            "byQueue" when sources.Count is >= 1 and <= MostSources => new(permission, sources, json),
            "allowAll" or "denyAll" =>
                throw RedriveJson.Invalid("RedriveAllowPolicy", json, "sourceQueueArns goes with redrivePermission byQueue only."),
            "byQueue" =>
                throw RedriveJson.Invalid(
                    "RedriveAllowPolicy", json, $"redrivePermission byQueue needs 1 to {MostSources} sourceQueueArns."),
            _ => throw RedriveJson.Invalid("RedriveAllowPolicy", json, "redrivePermission must be allowAll, denyAll or byQueue."),
        };
    }

    /// <summary>Whether that queue may use this one.</summary>
    public bool Allows(string sourceArn) => Permission == "allowAll" || (Permission == "byQueue" && SourceQueueArns.Contains(sourceArn));
}

/// <summary>JSON in queue attributes.</summary>
file static class RedriveJson
{
    public static JsonObject Read(string attribute, string json)
    {
        try
        {
            return WireJson.Parse(json) as JsonObject ?? throw Invalid(attribute, json, "It is not a JSON object.");
        }
        catch (JsonException e)
        {
            throw Invalid(attribute, json, $"It is not JSON: {e.Message}");
        }
    }

    public static Aws.AwsException Invalid(string attribute, string json, string reason) => SqsError.Invalid(attribute, json, reason);
}
