using Engagement.Local.Pinpoint.Messages;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>What a campaign says on each channel: a template's words before those of the message itself.</summary>
internal sealed class CampaignContent(CampaignResponse campaign, TemplateStore templates)
{
    private readonly MessageParts? email = Template(templates, campaign.TemplateConfiguration?.EmailTemplate, "EMAIL")
        ?? campaign.MessageConfiguration?.EmailMessage?.Parts();
    private readonly MessageParts? sms = Template(templates, campaign.TemplateConfiguration?.SmsTemplate, "SMS")
        ?? (campaign.MessageConfiguration?.SmsMessage?.Body is { } body ? new MessageParts { Text = body } : null);

    /// <summary>Whether the campaign goes to endpoints of a channel type.</summary>
    public bool Speaks(string? channelType) => campaign.CustomDeliveryConfiguration is { } custom
        ? channelType is not null && (custom.EndpointTypes is null or { Count: 0 } || custom.EndpointTypes.Contains(channelType))
        : For(channelType) is not null;

    /// <summary>What it says on a channel; null where nothing.</summary>
    public MessageParts? For(string? channelType) => channelType switch
    {
        "EMAIL" => email,
        "SMS" => sms,
        _ when PushChannels.IsApple(channelType) =>
            (campaign.MessageConfiguration?.ApnsMessage ?? campaign.MessageConfiguration?.DefaultMessage)?.Parts(),
        _ when PushChannels.IsGoogle(channelType) =>
            (campaign.MessageConfiguration?.GcmMessage ?? campaign.MessageConfiguration?.DefaultMessage)?.Parts(),
        _ => null,
    };

    private static MessageParts? Template(TemplateStore templates, Template? template, string type) =>
        template?.Name is { } name && templates.Find(name, type, template.Version) is { } found ? MessageParts.From(found) : null;
}
