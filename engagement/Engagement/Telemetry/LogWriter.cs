using System.Text.Json;
using Engagement.Pixel;
using Engagement.Times;

namespace Engagement.Telemetry;

/// <summary>
/// Structured log lines: <c>{"level":"Warning","log":"rejected", …fields…, "message":"…"}</c>. Callers pass neither what a visitor sent
/// nor who a visitor is: no values, endpoint ids, user ids, query strings or addresses.
/// </summary>
/// <param name="lines">Where lines go.</param>
public sealed class LogWriter(JsonLineWriter lines)
{
    // Ids come from the services that call, and so does their length.
    private const int LongestField = 200;

    /// <param name="level">How grave it is.</param>
    /// <param name="log">The kind of line, to query by: one word in camel case.</param>
    /// <param name="message">What happened, in plain words.</param>
    /// <param name="fields">Members between the two.</param>
    public void Write(LogLevel level, string log, string message, params IReadOnlyList<KeyValuePair<string, string>> fields) =>
        lines.Write((level, log, message, fields), static (json, line) =>
        {
            json.WriteString("level", line.level.ToString());
            json.WriteString("log", line.log);
            foreach (var (name, value) in line.fields)
            {
                json.WriteString(name, value.Length <= LongestField ? value : $"{value.AsSpan(0, LongestField)}…");
            }

            json.WriteString("message", line.message);
        });

    /// <summary>The line of an event that was not recorded.</summary>
    public void Rejected(PixelRejected rejection) =>
        Rejected(rejection.RequestId, rejection.At, rejection.Reason.Code(), rejection.EventType, rejection.Message);

    /// <summary>The line of an event that was not recorded, for a reason of the platform's.</summary>
    /// <param name="requestId">The event's id.</param>
    /// <param name="at">When the request arrived.</param>
    /// <param name="reason">The reason's code.</param>
    /// <param name="eventType">The event type, as <see cref="ShownEventType"/> gives it.</param>
    /// <param name="message">The reason in plain words.</param>
    public void Rejected(string requestId, DateTimeOffset at, string reason, string eventType, string message) => Write(
        LogLevel.Warning,
        "rejected",
        message,
        new("id", requestId),
        new("at", IsoInstant.FormatMilliseconds(at)),
        new("reason", reason),
        new("eventType", eventType));
}
