using System.Globalization;
using System.Text.Json.Nodes;
using Engagement.Journeys;

namespace Engagement.Pinpoint.Journeys;

/// <summary>How a participant goes on, as attributes that the journey's splits read. Without an answer the passage ends.</summary>
public static class JourneyAnswer
{
    /// <summary>The attribute with the position of the message or wait that comes next, or <see cref="Later"/>.</summary>
    public const string Next = "next";

    /// <summary>The value of <see cref="Next"/> by which the participant waits for the hours in which a message may come.</summary>
    public const string Later = "later";

    /// <summary>The attribute with the larger part of that wait: one of <see cref="LargeParts"/>, or 0.</summary>
    public const string Large = "large";

    /// <summary>The attribute with the rest of that wait: one of <see cref="SmallParts"/>, or 0.</summary>
    public const string Small = "small";

    private const int HoursOfSmall = 2;
    private const int HoursOfLarge = 6;

    /// <summary>
    /// The larger parts in hours. With the smaller ones they make each even number to 22. Hours last four at least, so that with half an
    /// hour of spreading no wait for them is longer, on the day of 25 hours either.
    /// </summary>
    public static IReadOnlyList<int> LargeParts { get; } = [6, 12, 18];

    /// <summary>The smaller parts in hours.</summary>
    public static IReadOnlyList<int> SmallParts { get; } = [2, 4];

    /// <summary>Leads the participant to a message or wait.</summary>
    public static JsonObject To(StepPosition position) => Attributes((Next, position.Text));

    /// <summary>Has the participant wait, rounded up to two hours.</summary>
    /// <param name="time">How long at least, more than zero; at most 22 hours.</param>
    public static JsonObject Wait(TimeSpan time)
    {
        var hours = Math.Min(
            HoursOfSmall * (int)Math.Ceiling(time.TotalHours / HoursOfSmall), LargeParts[^1] + SmallParts[^1]);
        return Attributes((Next, Later), (Large, Text(hours - (hours % HoursOfLarge))), (Small, Text(hours % HoursOfLarge)));
    }

    private static JsonObject Attributes(params ReadOnlySpan<(string Name, string Value)> answered)
    {
        var attributes = new JsonObject();
        foreach (var (name, value) in answered)
        {
            attributes.Add(name, value);
        }

        return new() { ["EventAttributes"] = attributes };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
