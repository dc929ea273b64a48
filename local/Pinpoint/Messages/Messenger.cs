using System.Text.Json;
using Engagement.Local.CloudWatch;
using Engagement.Local.Pinpoint.Apps;
using Engagement.Rendering;

namespace Engagement.Local.Pinpoint.Messages;

/// <summary>
/// Renders messages and delivers them to the outbox. E-mail and SMS need the application's channel, enabled; the other channels need a
/// contract with a provider in AWS and nothing here.
/// </summary>
internal sealed class Messenger(Outbox outbox, TimeProvider clock, ILogSink? logs = null)
{
    /// <summary>Log group of messages that could not be rendered; AWS tells of them in an application's event stream.</summary>
    public const string LogGroup = "pinpoint/messages";

    private const int LongestReason = 200;

    /// <summary>Delivers a message to one endpoint.</summary>
    /// <param name="application">The endpoint's application.</param>
    /// <param name="to">The endpoint.</param>
    /// <param name="parts">What to say on the endpoint's channel; null where nothing is.</param>
    /// <param name="source">What sends it.</param>
    /// <returns>What became of it. It is left out where the endpoint is inactive, has no address or has opted out, and where the channel is
    /// closed.</returns>
    public MessageOutcome Deliver(Application application, Recipient to, MessageParts? parts, MessageSource source)
    {
        if (parts is null
            || to is not { Address: { Length: > 0 } address, ChannelType: { } channel, IsReachable: true }
            || !IsOpen(application, channel))
        {
            return MessageOutcome.LeftOut;
        }

        try
        {
            outbox.Add(
                Render(application, to, channel, address, parts) with { CampaignId = source.CampaignId, JourneyId = source.JourneyId });
            return MessageOutcome.Delivered;
        }
        catch (RenderingException exception)
        {
            // As in Pinpoint, whose event stream calls it a rendering failure: this message is not sent, the next one may be.
            Report(
                new(
                    clock.GetUtcNow(),
                    application.Id,
                    channel,
                    to.Id,
                    source.CampaignId,
                    source.JourneyId,
                    exception.Message[..Math.Min(exception.Message.Length, LongestReason)]));
            return MessageOutcome.Failed;
        }
    }

    private void Report(FailedMessage failed)
    {
        outbox.Add(failed);
        logs?.Write(LogGroup, JsonSerializer.Serialize(failed));
    }

    private static bool IsOpen(Application application, string channel) => channel switch
    {
        "EMAIL" => application.Email is { Enabled: true },
        "SMS" => application.Sms is { Enabled: true },
        _ => true,
    };

    private DeliveredMessage Render(Application application, Recipient to, string channel, string address, MessageParts parts)
    {
        var variables = TemplateVariables.Create(to.Variables, parts.Defaults);
        return new DeliveredMessage
        {
            At = clock.GetUtcNow(),
            ApplicationId = application.Id,
            Channel = channel,
            Address = address,
            EndpointId = to.Id,
            Subject = Render(parts.Subject, variables),
            Html = Render(parts.Html, variables),
            Text = Render(parts.Text, variables),
        };
    }

    private static string? Render(string? part, IReadOnlyDictionary<string, object?> variables) =>
        part is null ? null : HandlebarsTemplate.Render(part, variables);
}
