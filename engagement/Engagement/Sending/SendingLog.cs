using System.Globalization;
using Engagement.Telemetry;

namespace Engagement.Sending;

/// <summary>Log lines of sending.</summary>
internal static class SendingLog
{
    public static void StoreFailed(this LogWriter log, IMailing mailing, string problem) => log.Write(
        LogLevel.Warning,
        "storeFailed",
        $"What became of a message, or what the campaign sets, could not be read or written: {problem}. The page is tried again.",
        mailing.LogFields);

    public static void SendingStopped(this LogWriter log, IMailing mailing, string reason) => log.Write(
        LogLevel.Error,
        "sendingStopped",
        "The service takes no messages, for a reason that concerns all of them. What is to be sent is kept and tried again in 10 minutes.",
        [.. mailing.LogFields, new("reason", reason)]);

    public static void GivenUp(this LogWriter log, IMailing mailing, long endpoints) => log.Write(
        LogLevel.Error,
        "givenUp",
        "The service refused messages as too many at every attempt. They are given up and counted.",
        [.. mailing.LogFields, new("endpoints", endpoints.ToString(CultureInfo.InvariantCulture))]);

    public static void AttributesLost(this LogWriter log, IMailing mailing, string problem) => log.Write(
        LogLevel.Error,
        "attributesLost",
        $"A customer got the message and keeps the user attributes of before: {problem}.",
        mailing.LogFields);
}
