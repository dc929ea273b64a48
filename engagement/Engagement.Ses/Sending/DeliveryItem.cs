using Amazon.DynamoDBv2.Model;
using Engagement.Sending;
using Engagement.Times;
using static Engagement.Aws.ItemValues;

namespace Engagement.Ses.Sending;

/// <summary>
/// A message to one endpoint as an item of the deliveries' table:
/// <code>
/// id        S  such as feature_release.premium.7f3a#ENDPOINT: partition key
/// claim     S  tells this claim from others of the same message
/// at        S  ISO 8601, UTC, milliseconds: when it was claimed
/// state     S  claimed, sent, leftOut or unknown
/// reason    S? why it was left out, or is unknown
/// messageId S? the service's id of the message
/// expiresAt N  Unix seconds: DynamoDB deletes the item then
/// </code>
/// </summary>
internal static class DeliveryItem
{
    public const string Id = "id";
    public const string Claim = "claim";
    public const string State = "state";
    public const string Reason = "reason";
    public const string MessageId = "messageId";
    private const string At = "at";
    private const string ExpiresAt = "expiresAt";

    public static Dictionary<string, AttributeValue> KeyOf(string id) => new() { [Id] = Text(id) };

    public static Dictionary<string, AttributeValue> From(Delivery delivery)
    {
        var item = KeyOf(delivery.Id);
        item.Add(Claim, Text(delivery.Claim));
        item.Add(At, Text(IsoInstant.FormatMilliseconds(delivery.At)));
        item.Add(ExpiresAt, Number(delivery.ExpiresAt));
        item.Add(State, Text(NameOf(delivery.State)));
        if (delivery.Reason is { } reason)
        {
            item.Add(Reason, Text(reason));
        }

        if (delivery.MessageId is { } messageId)
        {
            item.Add(MessageId, Text(messageId));
        }

        return item;
    }

    public static Delivery Read(Dictionary<string, AttributeValue> item) => new()
    {
        Id = item[Id].S,
        Claim = item[Claim].S,
        At = InstantOf(item[At]),
        State = StateOf(item[State].S),
        Reason = item.GetValueOrDefault(Reason)?.S,
        MessageId = item.GetValueOrDefault(MessageId)?.S,
    };

    public static string NameOf(DeliveryState state) => state switch
    {
        DeliveryState.Claimed => "claimed",
        DeliveryState.Sent => "sent",
        DeliveryState.LeftOut => "leftOut",
        DeliveryState.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private static DeliveryState StateOf(string name) => name switch
    {
        "claimed" => DeliveryState.Claimed,
        "sent" => DeliveryState.Sent,
        "leftOut" => DeliveryState.LeftOut,
        "unknown" => DeliveryState.Unknown,
        _ => throw new InvalidDataException($"The table of deliveries has one in the state '{name}', which none can have."),
    };
}
