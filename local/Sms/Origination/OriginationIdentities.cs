using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sms.Protocol;

namespace Engagement.Local.Sms.Origination;

/// <summary>
/// Pools and telephone numbers. Buying numbers is not done: every identity that a request names is there, and what it is set to is kept.
/// </summary>
internal sealed class OriginationIdentities(CloudContext cloud)
{
    private readonly ConcurrentDictionary<string, string?> twoWayTopics = new(StringComparer.Ordinal);

    /// <summary>The topic that hears of what customers answer; null where none does.</summary>
    /// <param name="identity">Id or ARN.</param>
    public string? TwoWayTopic(string identity) => twoWayTopics.GetValueOrDefault(Arn(identity));

    /// <summary>ARN of what an origination identity means, from the service authorization reference.</summary>
    /// <param name="identity">
    /// Id or ARN. A bare telephone number is one of the account's, whose id only AWS knows; a sender id is one of each country.
    /// </param>
    public string Arn(string identity) => identity switch
    {
        ['a', 'r', 'n', ':', ..] => identity,
        ['p', 'o', 'o', 'l', '-', ..] => cloud.Arn("sms-voice", $"pool/{identity}"),
        ['p', 'h', 'o', 'n', 'e', '-', ..] or ['+', ..] => cloud.Arn("sms-voice", $"phone-number/{identity}"),
        _ => cloud.Arn("sms-voice", $"sender-id/{identity}/DE"),
    };

    /// <summary>UpdatePool: two-way messages.</summary>
    public JsonObject UpdatePool(JsonObject body) => Update(body, "PoolId");

    /// <summary>UpdatePhoneNumber: two-way messages.</summary>
    public JsonObject UpdatePhoneNumber(JsonObject body) => Update(body, "PhoneNumberId");

    /// <summary>DescribePools: those that were set, or asked for.</summary>
    public JsonObject DescribePools(JsonObject body) => Describe(body, "PoolIds", "Pools", "pool/");

    /// <summary>DescribePhoneNumbers: those that were set, or asked for.</summary>
    public JsonObject DescribePhoneNumbers(JsonObject body) => Describe(body, "PhoneNumberIds", "PhoneNumbers", "phone-number/");

    private JsonObject Update(JsonObject body, string member)
    {
        var id = body[member]?.ToString() ?? throw SmsError.Invalid(member, "is missing");
        var topic = body["TwoWayChannelArn"]?.ToString();
        if (body["TwoWayEnabled"]?.GetValue<bool>() is { } enabled)
        {
            twoWayTopics[Arn(id)] = !enabled ? null : topic ?? throw SmsError.Invalid("TwoWayChannelArn", "is missing");
        }

        return Information(Arn(id), member);
    }

    private JsonObject Describe(JsonObject body, string ids, string answer, string type)
    {
        string[] asked = [.. (body[ids] as JsonArray ?? []).Select(id => Arn($"{id}"))];
        var found = asked.Length > 0 ? asked : twoWayTopics.Keys.Where(arn => arn.Contains($":{type}", StringComparison.Ordinal));
        return new() { [answer] = new JsonArray([.. found.Select(arn => Information(arn, ids[..^1]))]) };
    }

    private JsonObject Information(string arn, string idMember)
    {
        var topic = twoWayTopics.GetValueOrDefault(arn);
        var information = new JsonObject
        {
            [idMember] = arn.Split('/')[^1],
            [idMember[..^2] + "Arn"] = arn,
            ["Status"] = "ACTIVE",
            ["MessageType"] = "TRANSACTIONAL",
            ["TwoWayEnabled"] = topic is not null,
            ["SelfManagedOptOutsEnabled"] = false,
            ["OptOutListName"] = Sending.OptOutList.Name,
        };
        if (topic is not null)
        {
            information["TwoWayChannelArn"] = topic;
        }

        return information;
    }
}
