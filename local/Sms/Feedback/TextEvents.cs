using System.Text.Json.Nodes;
using Engagement.Local.Aws;
using Engagement.Local.Sms.Sending;

namespace Engagement.Local.Sms.Feedback;

/// <summary>
/// Events of texts, and what customers answer, as topics get them: "Event types for SMS" and "Two-way SMS messaging" in the user guide.
/// </summary>
internal static class TextEvents
{
    /// <summary>The last event of a text.</summary>
    public static JsonObject Last(SentText text, DateTimeOffset at) => new()
    {
        ["eventType"] = text.Fate,
        ["eventVersion"] = "1.0",
        ["eventTimestamp"] = at.ToUnixTimeMilliseconds(),
        ["isFinal"] = true,
        ["originationPhoneNumber"] = text.Origination,
        ["destinationPhoneNumber"] = text.To,
        ["messageId"] = text.MessageId,
        ["messageRequestTimestamp"] = text.At.ToUnixTimeMilliseconds(),
        ["messageEncoding"] = text.IsGsm ? "GSM" : "Unicode",
        ["messageType"] = text.MessageType,
        ["messageStatus"] = text.Fate["TEXT_".Length..],
        ["messageStatusDescription"] = $"Message status {text.Fate["TEXT_".Length..].ToLowerInvariant()}",
        ["context"] = new JsonObject([.. text.Context.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))]),
        ["totalMessageParts"] = text.Parts,
        ["totalMessagePrice"] = 0.0,
        ["totalCarrierFee"] = 0.0,
    };

    /// <summary>What a customer answers.</summary>
    public static JsonObject Answer(CustomerAnswer answer) => new()
    {
        ["originationNumber"] = answer.From,
        ["destinationNumber"] = answer.To,
        ["messageKeyword"] = $"KEYWORD_{answer.Word}",
        ["messageBody"] = answer.Body,
        ["inboundMessageId"] = Guid.NewGuid().ToString(),
    };
}
