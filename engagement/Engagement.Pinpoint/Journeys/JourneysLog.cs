using Engagement.Telemetry;

namespace Engagement.Pinpoint.Journeys;

/// <summary>Log lines of answering customers' journeys.</summary>
internal static class JourneysLog
{
    public static void QuestionUnknown(this LogWriter log) => log.Write(
        LogLevel.Error,
        "journeyQuestionUnknown",
        "A journey asks for a version that the store does not have, and its participants leave. Deploy the stack. If it asks again, cancel"
            + " it.");
}
