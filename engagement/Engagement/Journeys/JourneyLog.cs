using System.Globalization;
using System.Text.Json;
using Engagement.Telemetry;

namespace Engagement.Journeys;

/// <summary>Log lines of journeys. They name the event that let a customer in, and no customer.</summary>
internal static class JourneyLog
{
    public static string NameOf(JourneyOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    public static void Noted(this LogWriter log, JourneyNote note) => log.Write(
        note.Outcome == JourneyOutcome.Unknown ? LogLevel.Error : LogLevel.Information,
        "journey",
        "What became of a customer at a step of a journey.",
        [
            new("journey", note.Journey),
            new("version", note.Version),
            new("entry", note.Entry),
            new("step", note.Step),
            new("outcome", NameOf(note.Outcome)),
            .. note.Reason is { } reason ? [new("reason", reason)] : Array.Empty<KeyValuePair<string, string>>(),
            .. note.Template is { } template ? [new("template", template)] : Array.Empty<KeyValuePair<string, string>>(),
        ]);

    public static void HistoryFailed(this LogWriter log, int notes, string problem) => log.Write(
        LogLevel.Error,
        "journeyHistoryFailed",
        $"What became of a customer could not be written into the history: {problem}. It stands in this log alone.",
        new KeyValuePair<string, string>("notes", notes.ToString(CultureInfo.InvariantCulture)));

    public static void Unreadable(this LogWriter log, string messageId) => log.Write(
        LogLevel.Error,
        "unreadable",
        "The message holds no customers to move on. It goes back to the queue and from there to the dead-letter queue.",
        new KeyValuePair<string, string>("messageId", messageId));

    public static void MoveFailed(this LogWriter log, string problem) => log.Write(
        LogLevel.Warning,
        "moveFailed",
        $"A customer could not be moved on in a journey: {problem}. It is tried again.");

    public static void SendingStopped(this LogWriter log, string reason) => log.Write(
        LogLevel.Error,
        "sendingStopped",
        "The service takes no messages, for a reason that concerns all of them. What is to be sent is tried again in 10 minutes.",
        new KeyValuePair<string, string>("reason", reason));

    public static void CensusFailed(this LogWriter log, string problem) => log.Write(
        LogLevel.Warning,
        "censusFailed",
        $"The customers at each step could not be counted: {problem}. They are counted again in an hour.");

    public static void Deployed(this LogWriter log, JourneyHead head) => log.Write(
        LogLevel.Information,
        "journeyDeployed",
        head.Removed is null ? "Customers enter this version." : "The journey is removed: who is in it gets nothing more.",
        new("journey", head.Journey),
        new("version", head.Version));
}
