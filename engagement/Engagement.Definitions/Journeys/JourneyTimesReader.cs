using System.Xml;
using Engagement.Definitions.Reminders;
using Engagement.Times;

namespace Engagement.Definitions.Journeys;

/// <summary>Reads the times of a journey: its <c>again</c>, its <c>between</c>, its waits.</summary>
internal sealed class JourneyTimesReader(DefinitionReader reader)
{
    private const string AgainKey = "again";

    private static readonly TimeSpan ShortestAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAgain = TimeSpan.FromDays(365);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(90);

    private readonly AllowedHoursReader hours = new(reader);

    public TimeSpan Again(DefinitionFields journey)
    {
        if (reader.Required(journey, AgainKey, "it is never, always, or the least time between two entries, such as P30D") is not { } value
            || reader.Text(value, journey.PathOf(AgainKey)) is not { } text)
        {
            return Journey.Never;
        }

        return text.Value switch
        {
            "never" => Journey.Never,
            "always" => TimeSpan.Zero,
            _ => Duration(text, journey.PathOf(AgainKey), ShortestAgain, LongestAgain, "never, always or ") ?? Journey.Never,
        };
    }

    public AllowedHours? Between(DefinitionFields journey)
    {
        var shortest = reader.Limits.Journeys.ShortestHours;
        return hours.Read(
            journey,
            shortest.TotalMinutes,
            shortest == JourneyPlatformLimits.None.ShortestHours
                ? $"does not allow {shortest.TotalHours} hours of one day: messages that waited are spread over the first half hour, and "
                    + "clocks may be set forward in it"
                : $"does not allow {shortest.TotalHours} hours of one day: {reader.Limits.Platform} is exact to two hours");
    }

    /// <summary>The hours of all marketing, announcements included.</summary>
    public AllowedHours? BetweenOfAll(DefinitionFields file)
    {
        if (reader.Limits.HoldsAnnouncements || file.Value("between") is not { } value)
        {
            return Between(file);
        }

        reader.Report(
            value,
            file.PathOf("between"),
            $"{reader.Limits.Platform} drops the messages of announcements outside their hours, and holds none; give each journey a "
                + "'between'. Hours of all marketing need engagement:platform: ses");
        return null;
    }

    /// <returns>Null after a report.</returns>
    public TimeSpan? Wait(DefinitionNode node, string path)
    {
        if (Duration(node, path, ShortestWait, LongestWait) is not { } wait)
        {
            return null;
        }

        if (wait < reader.Limits.Journeys.ShortestWait)
        {
            reader.Report(
                node,
                path,
                $"{reader.Limits.Platform} waits {Text(reader.Limits.Journeys.ShortestWait)} at least; {Text(wait)} needs "
                    + "engagement:platform: ses");
        }

        return wait;
    }

    /// <summary>A duration of whole minutes.</summary>
    /// <param name="node">The value.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="shortest">The shortest.</param>
    /// <param name="longest">The longest.</param>
    /// <param name="others">What else may stand there, before the word duration.</param>
    /// <returns>Null after a report.</returns>
    public TimeSpan? Duration(DefinitionNode node, string path, TimeSpan shortest, TimeSpan longest, string others = "")
    {
        if (reader.Text(node, path) is not { } text)
        {
            return null;
        }

        if (IsoDuration.Parse(text.Value) is not { } length)
        {
            reader.Report(text, path, $"'{text.Value}' is not {others}a duration such as PT4H or P3D");
            return null;
        }

        if (length < shortest || length > longest || length.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            reader.Report(text, path, $"'{text.Value}' is not a number of whole minutes from {Text(shortest)} to {Text(longest)}");
            return null;
        }

        return length;
    }

    /// <summary>A duration as definitions write it.</summary>
    public static string Text(TimeSpan time) => XmlConvert.ToString(time);
}
