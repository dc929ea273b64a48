using System.Text.Json;
using System.Text.Json.Serialization;
using Engagement.Local.Pinpoint.Messages;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>What a campaign says, by channel, where no template says it; and settings of the channels.</summary>
internal sealed record MessageConfiguration
{
    [JsonPropertyName("ADMMessage")]
    public JsonElement? AdmMessage { get; init; }

    [JsonPropertyName("APNSMessage")]
    public PushMessage? ApnsMessage { get; init; }

    public JsonElement? BaiduMessage { get; init; }

    public CustomMessage? CustomMessage { get; init; }

    public PushMessage? DefaultMessage { get; init; }

    public CampaignEmailMessage? EmailMessage { get; init; }

    [JsonPropertyName("GCMMessage")]
    public PushMessage? GcmMessage { get; init; }

    public JsonElement? InAppMessage { get; init; }

    [JsonPropertyName("SMSMessage")]
    public CampaignSmsMessage? SmsMessage { get; init; }
}

/// <summary>An e-mail; without subject and bodies, the settings of one.</summary>
internal sealed record CampaignEmailMessage
{
    public string? Body { get; init; }

    public string? FromAddress { get; init; }

    public IReadOnlyList<MessageHeader>? Headers { get; init; }

    public string? HtmlBody { get; init; }

    public string? Title { get; init; }

    /// <summary>What it says; null where it says nothing.</summary>
    public MessageParts? Parts() =>
        Title is null && Body is null && HtmlBody is null ? null : new MessageParts { Subject = Title, Html = HtmlBody, Text = Body };
}

/// <summary>A text message.</summary>
internal sealed record CampaignSmsMessage
{
    public string? Body { get; init; }

    public string? EntityId { get; init; }

    public string? MessageType { get; init; }

    public string? OriginationNumber { get; init; }

    public string? SenderId { get; init; }

    public string? TemplateId { get; init; }
}

/// <summary>A push notification.</summary>
internal sealed record PushMessage
{
    public string? Body { get; init; }

    public string? Title { get; init; }

    public string? Action { get; init; }

    public string? ImageIconUrl { get; init; }

    public string? ImageSmallIconUrl { get; init; }

    public string? ImageUrl { get; init; }

    public string? JsonBody { get; init; }

    public string? MediaUrl { get; init; }

    public string? RawContent { get; init; }

    public bool? SilentPush { get; init; }

    public int? TimeToLive { get; init; }

    public string? Url { get; init; }

    /// <summary>What it says.</summary>
    public MessageParts Parts() => new() { Subject = Title, Text = Body };
}

/// <summary>What a function that delivers messages is told.</summary>
internal sealed record CustomMessage(string? Data);
