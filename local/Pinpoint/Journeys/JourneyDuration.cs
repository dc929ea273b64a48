using System.Xml;

namespace Engagement.Local.Pinpoint.Journeys;

/// <summary>Durations as Pinpoint takes them: ISO 8601, such as <c>PT1H</c> or <c>P2D</c>.</summary>
internal static class JourneyDuration
{
    /// <summary>Reads one.</summary>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = default;
        try
        {
            duration = text is null ? default : XmlConvert.ToTimeSpan(text);
            return text is not null && duration >= TimeSpan.Zero;
        }
        catch (FormatException)
        {
            return false;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Reads one that was checked before.</summary>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var duration) ? duration : throw new FormatException("Durations are checked before.");
}
