using Engagement.Infra.Observability;
using Engagement.Telemetry;
using Pulumi;

namespace Engagement.Infra.Platforms.Ses.Sending;

/// <summary>Alarms on messages that do not go out, whichever function sends them.</summary>
internal static class SendingAlarms
{
    public static void Declare(Resource parent)
    {
        ThresholdAlarm.AboveZero(
            "sending-stopped",
            "SES takes no message at all: the account is paused, the sender is not verified, or the day's quota is used up. The logs of"
                + " send-campaign, send-reminders and move-customers name the reason. Remove it: what is to be sent waits, and goes out by"
                + " itself.",
            AlarmMetric.Counted(MetricName.SendingStopped),
            parent);
        ThresholdAlarm.AboveZero(
            "messages-unknown",
            "Nobody knows whether some customers got a message: SES gave no answer, or a function ended between sending and noting it."
                + " The stack does not send it again. The table deliveries names their endpoints, of journeys the table journeys-history.",
            AlarmMetric.Counted(MetricName.MessagesUnknown),
            parent);
        ThresholdAlarm.AboveZero(
            "messages-given-up",
            "Customers went without a message because SES refused too many at once, again and again. Lower ses:sendingRate, or ask AWS for"
                + " a larger one.",
            AlarmMetric.Counted(MetricName.MessagesGivenUp),
            parent);
    }
}
