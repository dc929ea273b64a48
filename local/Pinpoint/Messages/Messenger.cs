using Engagement.Local.Pinpoint.Apps;
using Engagement.Local.Pinpoint.Templates;

namespace Engagement.Local.Pinpoint.Messages;

/// <summary>
/// Renders messages and delivers them to the outbox. E-mail needs the application's channel, enabled; the other channels need a contract with
/// a provider in AWS and nothing here.
/// </summary>
internal sealed class Messenger(Outbox outbox, TimeProvider clock)
{
    /// <summary>Delivers a message to one endpoint.</summary>
    /// <param name="application">The endpoint's application.</param>
    /// <param name="to">The endpoint.</param>
    /// <param name="parts">What to say on the endpoint's channel; null where nothing is.</param>
    /// <param name="source">What sends it.</param>
    /// <returns>Whether it was delivered: the endpoint is active, has an address and has not opted out, and the channel is open.</returns>
    public bool Deliver(Application application, Recipient to, MessageParts? parts, MessageSource source)
    {
        if (parts is null || to is not { Address: { Length: > 0 } address, ChannelType: { } channel, IsReachable: true } || !IsOpen(application, channel))
        {
            return false;
        }

        var variables = TemplateVariables.Of(to.Variables, parts.Defaults);
        outbox.Add(new Message
        {
            At = clock.GetUtcNow(),
            ApplicationId = application.Id,
            Channel = channel,
            Address = address,
            EndpointId = to.Id,
            Subject = parts.Subject is null ? null : MessageTemplate.Render(parts.Subject, html: false, variables),
            Body = parts.Html is null ? MessageTemplate.Render(parts.Text ?? "", html: false, variables) : MessageTemplate.Render(parts.Html, html: true, variables),
            CampaignId = source.CampaignId,
            JourneyId = source.JourneyId,
        });
        return true;
    }

    private static bool IsOpen(Application application, string channel) => channel != "EMAIL" || application.Email is { Enabled: true };
}
