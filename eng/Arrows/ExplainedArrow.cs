namespace Arrows;

/// <summary>
/// An arrow that closes a circle and stays, with the reason. Without these arrows no circle may remain, and each of them must close one.
/// </summary>
internal sealed record ExplainedArrow(string From, string To, string Reason)
{
    private const string Readers =
        "The folder's own files read YAML, which each kind of definition uses, and compose the readers of all kinds.";

    public static IReadOnlyList<ExplainedArrow> All { get; } =
    [
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Announcements", Readers),
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Journeys", Readers),
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Reminders", Readers),
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Segments", Readers),
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Templates", Readers),
        new("engagement/Engagement.Definitions", "engagement/Engagement.Definitions/Topics", Readers),
        new(
            "engagement/Engagement/Telemetry",
            "engagement/Engagement/Pixel",
            "The log has a line of its own for a rejected event, with the pixel's reasons; every other line is its folder's."),
    ];

    public Arrow Arrow => new(From, To);
}
