using Engagement.Local.Aws;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Protocol;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Campaigns;

/// <summary>What Pinpoint demands of a campaign (service model, WriteCampaignRequest; developer guide, "Campaign quotas").</summary>
internal sealed class CampaignRules(TemplateStore templates, TimeProvider clock)
{
    /// <summary>Campaigns of an account that have not ended.</summary>
    public const int MaximumActive = 200;

    /// <summary>Start time of a campaign that is sent as soon as it is created.</summary>
    public const string Immediate = "IMMEDIATE";

    /// <summary>Checks a campaign as it is to be stored.</summary>
    /// <exception cref="AwsException">It breaks a rule, or needs what this cloud does not do.</exception>
    public void Check(WriteCampaignRequest campaign, Application application)
    {
        CheckDone(campaign);
        Require.That(!string.IsNullOrEmpty(campaign.Name), "Name is missing.");
        Require.That(campaign.SegmentId is not null, "SegmentId is missing.");
        Require.That(
            application.Segments.Find(campaign.SegmentId!, campaign.SegmentVersion) is not null,
            "SegmentId and SegmentVersion name no segment.");
        Require.That(campaign.Schedule?.StartTime is not null, "Schedule.StartTime is missing.");
        CheckStart(campaign.Schedule!.StartTime!);
        CheckTemplate(campaign.TemplateConfiguration?.EmailTemplate, "EMAIL");
        CheckTemplate(campaign.TemplateConfiguration?.SmsTemplate, "SMS");
        Require.That(
            campaign is { TemplateConfiguration: not null }
                or { MessageConfiguration: not null }
                or { CustomDeliveryConfiguration: not null },
            "A campaign has a MessageConfiguration, a TemplateConfiguration or a CustomDeliveryConfiguration.");
        Require.That(
            campaign.CustomDeliveryConfiguration is null or { DeliveryUri: not null },
            "CustomDeliveryConfiguration.DeliveryUri is missing.");
        Require.That(campaign.Hook?.Mode is null or "FILTER", "Hook.Mode is FILTER.");
    }

    private static void CheckDone(WriteCampaignRequest campaign)
    {
        var (schedule, message, template, limits) = (
            campaign.Schedule, campaign.MessageConfiguration, campaign.TemplateConfiguration, campaign.Limits);
        Require.NotSet(
            ("AdditionalTreatments", campaign.AdditionalTreatments?.Count > 0),
            ("HoldoutPercent", campaign.HoldoutPercent > 0),
            ("Limits.Daily", limits?.Daily > 0),
            ("Limits.Total", limits?.Total > 0),
            ("Schedule.EventFilter", schedule?.EventFilter is not null),
            ("Schedule.Frequency other than ONCE", schedule?.Frequency is not (null or "ONCE")),
            ("Schedule.IsLocalTime", schedule?.IsLocalTime == true),
            ("Schedule.QuietTime", schedule?.QuietTime is not null),
            ("Hook.WebUrl", campaign.Hook?.WebUrl is not null),
            (
                "CustomDeliveryConfiguration with a web hook",
                campaign.CustomDeliveryConfiguration?.DeliveryUri?.StartsWith("https:", StringComparison.Ordinal) == true),
            ("TemplateConfiguration.InAppTemplate", template?.InAppTemplate is not null),
            ("TemplateConfiguration.PushTemplate", template?.PushTemplate is not null),
            ("TemplateConfiguration.VoiceTemplate", template?.VoiceTemplate is not null),
            ("RawContent of a push notification", Push(message).Any(each => each.RawContent is not null)),
            ("SilentPush", Push(message).Any(each => each.SilentPush == true)),
            ("MessageConfiguration.ADMMessage", message?.AdmMessage is not null),
            ("MessageConfiguration.BaiduMessage", message?.BaiduMessage is not null),
            ("MessageConfiguration.InAppMessage", message?.InAppMessage is not null));
    }

    private static IEnumerable<PushMessage> Push(MessageConfiguration? message) =>
        new[] { message?.ApnsMessage, message?.DefaultMessage, message?.GcmMessage }.OfType<PushMessage>();

    private void CheckStart(string start)
    {
        if (start != Immediate)
        {
            Require.That(Iso8601.TryParse(start, out var instant), "Schedule.StartTime is IMMEDIATE or an ISO 8601 date and time.");
            Require.That(instant > clock.GetUtcNow(), "Schedule.StartTime is in the past.");
        }
    }

    private void CheckTemplate(Template? template, string type) => Require.That(
        template is null || (template.Name is not null && templates.Find(template.Name, type, template.Version) is not null),
        $"TemplateConfiguration names no {type} template that exists.");
}
